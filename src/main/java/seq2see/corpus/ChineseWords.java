package seq2see.corpus;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.List;

/** Cuts a run of ideographs into words by ICU's dictionary of Chinese and Japanese. */
final class ChineseWords {
    private static final BreakIterator PROTOTYPE = BreakIterator.getWordInstance(ULocale.CHINESE);

    private ChineseWords() {
    }

    /** The words, which together are the run. */
    static List<String> of(String run) {
        BreakIterator words = PROTOTYPE.clone();
        words.setText(run);
        List<String> found = new ArrayList<>();
        int start = 0;
        for (int end = words.next(); end != BreakIterator.DONE; end = words.next()) {
            found.add(run.substring(start, end));
            start = end;
        }
        return found;
    }
}
