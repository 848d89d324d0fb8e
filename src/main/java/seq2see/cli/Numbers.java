package seq2see.cli;

import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the numbers of a call, and says of what is none what it should be, in words that are not Java's. */
final class Numbers {
    private Numbers() {
    }

    /** For all options of a command and its subcommands. */
    static void register(CommandLine command) {
        ITypeConverter<Integer> whole = reader(Integer::valueOf, "whole number up to " + Integer.MAX_VALUE);
        ITypeConverter<Long> wide = reader(Long::valueOf, "whole number up to " + Long.MAX_VALUE);
        ITypeConverter<Double> number = reader(Double::valueOf, "number");
        command.registerConverter(int.class, whole).registerConverter(Integer.class, whole).registerConverter(long.class, wide)
                .registerConverter(Long.class, wide).registerConverter(double.class, number).registerConverter(Double.class, number);
    }

    private static <N> ITypeConverter<N> reader(Function<String, N> reading, String what) {
        return text -> {
            try {
                return reading.apply(text.strip());
            } catch (NumberFormatException _) {
                throw new TypeConversionException('"' + text + "\" is no " + what);
            }
        };
    }
}
