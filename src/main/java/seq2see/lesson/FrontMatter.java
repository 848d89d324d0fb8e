package seq2see.lesson;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands between the two lines of hyphens at a lesson's head.
 *
 * @param lines how many lines of the file it takes
 */
record FrontMatter(String id, String title, int minutes, List<Setting> needs, int lines) {
    private static final String FENCE = "---";
    private static final Pattern ENTRY = Pattern.compile("\\s*+([a-z]++)\\s*+[:：]\\s*+(.*+)", Pattern.DOTALL);
    private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final int MOST_MINUTES = 240;

    static FrontMatter read(String file, List<String> lines, Consumer<LessonProblem> problems) {
        return new Reader(file, lines, problems).read();
    }

    private static final class Reader {
        private final String file;
        private final List<String> lines;
        private final Consumer<LessonProblem> problems;
        private final Set<String> seen = new HashSet<>();
        private String id = "";
        private String title = "";
        private int minutes;
        private List<Setting> needs = List.of();

        Reader(String file, List<String> lines, Consumer<LessonProblem> problems) {
            this.file = file;
            this.lines = lines;
            this.problems = problems;
        }

        FrontMatter read() {
            if (lines.isEmpty() || !lines.getFirst().strip().equals(FENCE)) {
                problem(1, "lesson.noFrontMatter");
                return new FrontMatter("", "", 0, List.of(), 0);
            }
            int end = 1;
            while (end < lines.size() && !lines.get(end).strip().equals(FENCE)) {
                end++;
            }
            if (end == lines.size()) {
                problem(1, "lesson.openFrontMatter");
                return new FrontMatter("", "", 0, List.of(), lines.size());
            }
            for (int line = 1; line < end; line++) {
                take(line + 1, lines.get(line));
            }
            List.of("id", "title", "minutes").stream().filter(key -> !seen.contains(key))
                    .forEach(key -> problem(1, "lesson.frontMatterLacks", key));
            return new FrontMatter(id, title, minutes, needs, end + 1);
        }

        private void take(int line, String text) {
            Matcher entry = ENTRY.matcher(text.stripTrailing());
            if (text.isBlank()) {
                return;
            }
            if (!entry.matches()) {
                problem(line, "lesson.frontMatterLine");
                return;
            }
            String value = entry.group(2);
            if (!seen.add(entry.group(1))) {
                problem(line, "lesson.keyTwice", entry.group(1));
            }
            switch (entry.group(1)) {
                case "id" -> takeId(line, value);
                case "title" -> title = value;
                case "minutes" -> takeMinutes(line, value);
                case "needs" -> needs = needs(value, new Place(file, line, entry.start(2) + 1));
                default -> problem(line, "lesson.frontMatterKey", entry.group(1));
            }
        }

        private static List<Setting> needs(String value, Place first) {
            List<Setting> needs = new ArrayList<>();
            int start = 0;
            for (String part : value.split(",")) {
                String id = part.strip();
                if (!id.isEmpty()) {
                    needs.add(new Setting(id, first.right(start + part.indexOf(id))));
                }
                start += part.length() + 1;
            }
            return needs;
        }

        private void takeId(int line, String value) {
            if (ID.matcher(value).matches()) {
                id = value;
            } else {
                problem(line, "lesson.id", value);
            }
        }

        private void takeMinutes(int line, String value) {
            if (value.matches("\\d{1,3}") && Integer.parseInt(value) >= 1 && Integer.parseInt(value) <= MOST_MINUTES) {
                minutes = Integer.parseInt(value);
            } else {
                problem(line, "lesson.minutes", value, MOST_MINUTES);
            }
        }

        private void problem(int line, String key, Object... arguments) {
            problems.accept(LessonProblem.of(new Place(file, line, 1), key, arguments));
        }
    }
}
