package seq2see.app.theme;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** How numbers are written: thousands parted by a thin space, minus as U+2212, alike in every language. */
public final class Numbers {
    /** Parts the thousands of a number. */
    public static final char THIN_SPACE = '\u2009';
    private static final char MINUS = '\u2212';

    private Numbers() {
    }

    /** A whole number: 12 345. */
    public static String count(long number) {
        return grouped(Long.toString(number));
    }

    /** A number with so many digits behind the point: −0.042. What rounds to nothing has no minus. */
    public static String fixed(double number, int digits) {
        if (!Double.isFinite(number)) {
            return Double.isNaN(number) ? "–" : number > 0 ? "∞" : MINUS + "∞";
        }
        return grouped(new BigDecimal(number).setScale(digits, RoundingMode.HALF_UP).toPlainString());
    }

    /** Digits with their thousands parted; pictures write numbers by the hundred, and a formatter would take longer than to draw them. */
    private static String grouped(String plain) {
        StringBuilder text = new StringBuilder(plain);
        int first = plain.startsWith("-") ? 1 : 0;
        int end = plain.indexOf('.') < 0 ? plain.length() : plain.indexOf('.');
        for (int at = end - 3; at > first; at -= 3) {
            text.insert(at, THIN_SPACE);
        }
        if (first == 1) {
            text.setCharAt(0, MINUS);
        }
        return text.toString();
    }

    /** A number to so many significant digits: 0.0042, 1.3, 52.3; with a power of ten below a ten-thousandth: 4.2×10⁻⁷. */
    public static String significant(double number, int digits) {
        if (!Double.isFinite(number) || number == 0) {
            return fixed(number, 0);
        }
        BigDecimal rounded = new BigDecimal(number).round(new MathContext(digits, RoundingMode.HALF_UP));
        if (Math.abs(number) >= 1e-4) {
            return fixed(rounded.doubleValue(), Math.max(0, digits - (rounded.precision() - rounded.scale())));
        }
        return scientific(number, digits);
    }

    /** A number to so many significant digits with a power of ten: 4.2×10⁻⁷. */
    public static String scientific(double number, int digits) {
        if (!Double.isFinite(number) || number == 0) {
            return fixed(number, 0);
        }
        BigDecimal rounded = new BigDecimal(number).round(new MathContext(digits, RoundingMode.HALF_UP));
        int power = rounded.precision() - rounded.scale() - 1;
        return fixed(rounded.scaleByPowerOfTen(-power).doubleValue(), digits - 1) + "×10" + superscript(power);
    }

    private static String superscript(int number) {
        StringBuilder raised = new StringBuilder();
        Integer.toString(number).chars().forEach(digit -> raised.append(digit == '-' ? '⁻' : "⁰¹²³⁴⁵⁶⁷⁸⁹".charAt(digit - '0')));
        return raised.toString();
    }

    /** A loss in at most six characters: 0.0042, 0.051, 3.13, 1×10³⁰. */
    public static String loss(double loss) {
        if (loss >= 10_000) {
            return scientific(loss, 1);
        }
        return fixed(loss, loss < 0.01 ? 4 : loss < 1 ? 3 : loss < 100 ? 2 : 0);
    }

    /** A probability in the small space of a cell: .68, .04, 1.0. */
    public static String weight(double probability) {
        String digits = fixed(probability, 2);
        return digits.startsWith("0.") ? digits.substring(1) : fixed(probability, 1);
    }
}
