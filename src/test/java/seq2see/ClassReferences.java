package seq2see;

import java.io.IOException;
import java.lang.classfile.Annotation;
import java.lang.classfile.Attribute;
import java.lang.classfile.AttributedElement;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.FieldModel;
import java.lang.classfile.attribute.RecordAttribute;
import java.lang.classfile.attribute.RecordComponentInfo;
import java.lang.classfile.attribute.RuntimeInvisibleAnnotationsAttribute;
import java.lang.classfile.attribute.RuntimeVisibleAnnotationsAttribute;
import java.lang.classfile.attribute.SignatureAttribute;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.MethodTypeEntry;
import java.lang.classfile.constantpool.NameAndTypeEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A compiled class and all classes that it refers to: by its code, the types of its members, type arguments and
 * annotations. A constant that the compiler copied leaves no trace.
 */
record ClassReferences(String name, Set<String> used) {
    /** A class's name in a descriptor or signature. */
    private static final Pattern NAME = Pattern.compile("L([\\w$/]+)[;<]");

    static ClassReferences of(Path file) throws IOException {
        ClassModel model = ClassFile.of().parse(file);
        ClassReferences references = new ClassReferences(model.thisClass().asInternalName().replace('/', '.'), new TreeSet<>());
        references.addPool(model);
        references.addAttributes(model);
        for (FieldModel field : model.fields()) {
            references.addTypes(field.fieldType().stringValue());
            references.addAttributes(field);
        }
        for (MethodModel method : model.methods()) {
            references.addTypes(method.methodType().stringValue());
            references.addAttributes(method);
        }
        return references;
    }

    private void addPool(ClassModel model) {
        for (PoolEntry entry : model.constantPool()) {
            switch (entry) {
                case ClassEntry type when type.asInternalName().startsWith("[") -> addTypes(type.asInternalName());
                case ClassEntry type -> used.add(type.asInternalName().replace('/', '.'));
                case NameAndTypeEntry member -> addTypes(member.type().stringValue());
                case MethodTypeEntry type -> addTypes(type.descriptor().stringValue());
                default -> { }
            }
        }
    }

    private void addAttributes(AttributedElement element) {
        for (Attribute<?> attribute : element.attributes()) {
            switch (attribute) {
                case SignatureAttribute signature -> addTypes(signature.signature().stringValue());
                case RuntimeVisibleAnnotationsAttribute annotations -> addAnnotations(annotations.annotations());
                case RuntimeInvisibleAnnotationsAttribute annotations -> addAnnotations(annotations.annotations());
                case RecordAttribute components -> components.components().forEach(this::addComponent);
                default -> { }
            }
        }
    }

    private void addComponent(RecordComponentInfo component) {
        addTypes(component.descriptor().stringValue());
        addAttributes(component);
    }

    private void addAnnotations(List<Annotation> annotations) {
        annotations.forEach(annotation -> addTypes(annotation.className().stringValue()));
    }

    private void addTypes(String text) {
        Matcher names = NAME.matcher(text);
        while (names.find()) {
            used.add(names.group(1).replace('/', '.'));
        }
    }
}
