package seq2see.app.lab.tab;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** A prefix as a scene writes it: the ids of its tokens with blanks between them. */
public final class TokenIds {
    private TokenIds() {
    }

    public static String text(List<Integer> ids) {
        return ids.stream().map(String::valueOf).collect(Collectors.joining(" "));
    }

    /** The ids; none where the text is null or no such text, or an id is not below the number of tokens. */
    public static List<Integer> parse(String text, int tokens) {
        if (text == null || !text.matches("\\d{1,9}( \\d{1,9})*")) {
            return List.of();
        }
        List<Integer> ids = Arrays.stream(text.split(" ")).map(Integer::valueOf).toList();
        return ids.stream().allMatch(id -> id < tokens) ? ids : List.of();
    }
}
