package seq2see;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.constantpool.MemberRefEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.reflect.AccessFlag;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Finds what nobody calls any more, the tests included. */
class UnusedTest {
    private static List<ClassModel> classes(String folder) throws IOException {
        List<ClassModel> classes = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of("target", folder))) {
            for (Path file : files.filter(path -> path.toString().endsWith(".class")).toList()) {
                classes.add(ClassFile.of().parse(file));
            }
        }
        return classes;
    }

    private static String signature(MethodModel method) {
        return method.methodName().stringValue() + method.methodType().stringValue();
    }

    /** Names and descriptors of all that a class calls, whoever has it. */
    private static void addCalls(ClassModel type, Set<String> calls) {
        for (PoolEntry entry : type.constantPool()) {
            if (entry instanceof MemberRefEntry member) {
                calls.add(member.name().stringValue() + member.type().stringValue());
            }
        }
    }

    /** Others call a constructor, an accessor of a record, the values of an enum, what overrides, and what the compiler made. */
    private static boolean isCalledBySomebody(MethodModel method, ClassModel owner) {
        String name = method.methodName().stringValue();
        return name.startsWith("<") || List.of("main", "values").contains(name) || method.flags().has(AccessFlag.SYNTHETIC) || method.flags().has(AccessFlag.BRIDGE)
                || owner.fields().stream().anyMatch(field -> field.fieldName().equalsString(name) && isRecord(owner)) || overrides(name, owner);
    }

    private static boolean isRecord(ClassModel type) {
        return type.superclass().orElseThrow().asInternalName().equals("java/lang/Record");
    }

    private static boolean overrides(String name, ClassModel owner) {
        return Stream.concat(owner.superclass().stream(), owner.interfaces().stream()).anyMatch(above -> has(name, above.asInternalName().replace('/', '.')));
    }

    private static boolean has(String name, String type) {
        try {
            Class<?> above = Class.forName(type, false, UnusedTest.class.getClassLoader());
            boolean overrides = Stream.of(above.getMethods()).anyMatch(method -> method.getName().equals(name));
            // What is protected stands with the class that declares it.
            for (Class<?> one = above; one != null && !overrides; one = one.getSuperclass()) {
                overrides = Stream.of(one.getDeclaredMethods()).anyMatch(method -> method.getName().equals(name));
            }
            return overrides;
        } catch (ClassNotFoundException absent) {
            throw new IllegalStateException(absent);
        }
    }

    @Test
    void everyMethodIsCalled() throws IOException {
        List<ClassModel> program = classes("classes");
        assertTrue(program.size() > 50, "the compiled classes were not found");
        Set<String> calls = new TreeSet<>();
        program.forEach(type -> addCalls(type, calls));
        classes("test-classes").forEach(type -> addCalls(type, calls));
        Set<String> unused = new TreeSet<>();
        for (ClassModel type : program) {
            type.methods().stream().filter(method -> !calls.contains(signature(method)) && !isCalledBySomebody(method, type))
                    .forEach(method -> unused.add(type.thisClass().asInternalName().replace('/', '.') + "." + signature(method)));
        }
        assertEquals(Set.of(), unused, "Nobody calls these: delete them");
    }
}
