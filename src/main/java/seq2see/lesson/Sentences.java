package seq2see.lesson;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Cuts prose into sentences. What is not words (a formula, a fact, a mention, a link) is never cut. */
public final class Sentences {
    /** Stands for what is not words: a capital, so that a sentence may begin with it. */
    private static final char ATOM = 'X';

    private Sentences() {
    }

    /** The sentences of a line of prose, in order; none is blank. */
    public static List<List<Inline>> of(List<Inline> prose, Locale locale) {
        StringBuilder text = new StringBuilder();
        prose.forEach(inline -> text.append(inline instanceof Inline.Words words ? words.text() : ATOM));
        BreakIterator breaks = BreakIterator.getSentenceInstance(locale);
        breaks.setText(text.toString());
        List<List<Inline>> sentences = new ArrayList<>();
        int start = breaks.first();
        for (int end = breaks.next(); end != BreakIterator.DONE; start = end, end = breaks.next()) {
            List<Inline> sentence = cut(prose, start, end);
            if (!sentence.isEmpty()) {
                sentences.add(sentence);
            }
        }
        return List.copyOf(sentences);
    }

    /** What stands between two places in the text, without blanks at its ends. */
    private static List<Inline> cut(List<Inline> prose, int start, int end) {
        List<Inline> cut = new ArrayList<>();
        int at = 0;
        for (Inline inline : prose) {
            int length = inline instanceof Inline.Words words ? words.text().length() : 1;
            int from = Math.max(start, at) - at;
            int to = Math.min(end, at + length) - at;
            if (from < to) {
                cut.add(inline instanceof Inline.Words words ? new Inline.Words(words.text().substring(from, to), words.style()) : inline);
            }
            at += length;
        }
        return stripped(cut);
    }

    private static List<Inline> stripped(List<Inline> sentence) {
        List<Inline> stripped = new ArrayList<>(sentence);
        if (!stripped.isEmpty() && stripped.getLast() instanceof Inline.Words last) {
            replace(stripped, stripped.size() - 1, last, last.text().stripTrailing());
        }
        if (!stripped.isEmpty() && stripped.getFirst() instanceof Inline.Words first) {
            replace(stripped, 0, first, first.text().stripLeading());
        }
        return stripped;
    }

    private static void replace(List<Inline> sentence, int index, Inline.Words words, String text) {
        if (text.isEmpty()) {
            sentence.remove(index);
        } else {
            sentence.set(index, new Inline.Words(text, words.style()));
        }
    }
}
