package seq2see.training;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import seq2see.corpus.InputException;

/** Tells which field of a model's description is at fault, and what it may be. */
final class DescriptionFault {
    private DescriptionFault() {
    }

    static InputException of(Path file, JsonMappingException problem) {
        String field = problem.getPath().stream().map(DescriptionFault::name).collect(Collectors.joining("."));
        if (field.isEmpty()) {
            return new InputException("model.damaged", file);
        }
        if (problem instanceof UnrecognizedPropertyException) {
            return new InputException("model.fieldUnknown", file, field);
        }
        Class<?> wanted = problem instanceof MismatchedInputException mismatch ? mismatch.getTargetType() : null;
        if (wanted != null && wanted.isEnum()) {
            return new InputException("model.fieldChoice", file, field,
                    Arrays.stream(wanted.getEnumConstants()).map(Object::toString).collect(Collectors.joining(", ")));
        }
        if (wanted == int.class || wanted == long.class) {
            return new InputException("model.fieldWhole", file, field);
        }
        return new InputException(wanted == double.class ? "model.fieldNumber" : "model.field", file, field);
    }

    private static String name(JsonMappingException.Reference reference) {
        return reference.getFieldName() == null ? String.valueOf(reference.getIndex() + 1) : reference.getFieldName();
    }
}
