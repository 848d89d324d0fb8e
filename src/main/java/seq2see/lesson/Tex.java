package seq2see.lesson;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What of TeX a lesson cannot use: it holds no code, so nothing that defines, reads or fetches something, and nothing that grows without end. */
final class Tex {
    private static final int LONGEST = 1_000;
    private static final Pattern COMMAND = Pattern.compile("\\\\([A-Za-z]+)");
    private static final Set<String> REFUSED = Set.of("newcommand", "renewcommand", "newenvironment", "renewenvironment", "DeclareMathOperator",
            "DeclareMathSizes", "magnification", "definecolor", "makeatletter", "makeatother", "includegraphics", "jlmExternalFont", "jlmDynamic", "jlmXML",
            "GeoGebra", "hdotsfor");
    /** Repeats a table's column. */
    private static final Pattern REPEATED = Pattern.compile("\\*\\s*+\\{");

    private Tex() {
    }

    /** What in a formula is refused; empty where nothing is. */
    static Optional<String> refused(String tex) {
        if (tex.length() > LONGEST) {
            return Optional.of(tex.substring(0, 20) + "…");
        }
        Matcher commands = COMMAND.matcher(tex);
        while (commands.find()) {
            if (REFUSED.contains(commands.group(1))) {
                return Optional.of(commands.group());
            }
        }
        return REPEATED.matcher(tex).results().findFirst().map(repeated -> repeated.group());
    }
}
