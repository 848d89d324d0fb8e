package seq2see.corpora;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Numbers in English words, without "and", and the same in digits: all below a thousand, a million, and as many of
 * four as of five and of six digits.
 */
public final class NumbersCorpus implements Corpus {
    private static final int PAIRS_BY_DIGITS = 4_000;
    private static final String[] BELOW_TWENTY = ("zero one two three four five six seven eight nine ten eleven twelve "
            + "thirteen fourteen fifteen sixteen seventeen eighteen nineteen").split(" ");
    private static final String[] TENS = "- - twenty thirty forty fifty sixty seventy eighty ninety".split(" ");

    @Override
    public String fileName() {
        return "numbers.tsv";
    }

    @Override
    public List<Pair> pairs() {
        Chance chance = new Chance(3);
        List<Integer> numbers = new ArrayList<>(IntStream.range(0, 1000).boxed().toList());
        for (int power = 1_000; power < 1_000_000; power *= 10) {
            numbers.addAll(chance.sample(IntStream.range(power, 10 * power).boxed().toList(), PAIRS_BY_DIGITS));
        }
        numbers.add(1_000_000);
        return chance.shuffled(numbers).stream()
                .map(number -> new Pair(words(number), Integer.toString(number))).toList();
    }

    /** A number from 0 to a million in words: 342107 is three hundred forty-two thousand one hundred seven. */
    static String words(int number) {
        if (number < 20) {
            return BELOW_TWENTY[number];
        }
        if (number < 100) {
            return TENS[number / 10] + (number % 10 == 0 ? "" : "-" + words(number % 10));
        }
        if (number < 1_000) {
            return counted(number, 100, "hundred");
        }
        return number < 1_000_000 ? counted(number, 1_000, "thousand") : counted(number, 1_000_000, "million");
    }

    private static String counted(int number, int unit, String name) {
        return words(number / unit) + " " + name + (number % unit == 0 ? "" : " " + words(number % unit));
    }
}
