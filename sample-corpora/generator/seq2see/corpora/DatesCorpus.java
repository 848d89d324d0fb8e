package seq2see.corpora;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * Dates as people write them, in ways that leave no doubt which number is the day, and the same dates in ISO 8601.
 * No date occurs twice, so that whoever only remembers dates has nothing to answer with.
 */
public final class DatesCorpus implements Corpus {
    static final LocalDate FIRST = LocalDate.of(1900, 1, 1);
    static final LocalDate LAST = LocalDate.of(2099, 12, 31);
    private static final int PAIRS = 12_000;

    /** The ways of writing a date, each with the third of May as its example. */
    static final List<Function<LocalDate, String>> STYLES = List.of(
            // May 3, 2021
            date -> month(date) + " " + day(date) + ", " + year(date),
            // May 3rd, 2021
            date -> month(date) + " " + ordinal(date) + ", " + year(date),
            // May 3, 2021, but also Sep 3, 2021
            date -> shortMonth(date) + " " + day(date) + ", " + year(date),
            // 3 May 2021
            date -> day(date) + " " + month(date) + " " + year(date),
            // 3rd May 2021
            date -> ordinal(date) + " " + month(date) + " " + year(date),
            // the 3rd of May 2021
            date -> "the " + ordinal(date) + " of " + month(date) + " " + year(date),
            // 3. May 2021
            date -> day(date) + ". " + month(date) + " " + year(date),
            // 03-May-2021
            date -> twoDigits(date.getDayOfMonth()) + "-" + shortMonth(date) + "-" + year(date),
            // 3 may 2021
            date -> (day(date) + " " + month(date) + " " + year(date)).toLowerCase(Locale.ROOT),
            // MAY 3 2021
            date -> (month(date) + " " + day(date) + " " + year(date)).toUpperCase(Locale.ROOT),
            // Monday, 3 May 2021
            date -> weekday(date) + ", " + day(date) + " " + month(date) + " " + year(date),
            // Monday, May 3, 2021
            date -> weekday(date) + ", " + month(date) + " " + day(date) + ", " + year(date),
            // Mon 3 May 2021
            date -> shortWeekday(date) + " " + day(date) + " " + shortMonth(date) + " " + year(date),
            // 2021 May 3
            date -> year(date) + " " + month(date) + " " + day(date),
            // 2021/05/03
            date -> year(date) + "/" + twoDigits(date.getMonthValue()) + "/" + twoDigits(date.getDayOfMonth()),
            // 2021年5月3日
            date -> year(date) + "年" + date.getMonthValue() + "月" + day(date) + "日");

    @Override
    public String fileName() {
        return "dates.tsv";
    }

    @Override
    public List<Pair> pairs() {
        Chance chance = new Chance(2);
        List<LocalDate> dates = chance.sample(FIRST.datesUntil(LAST.plusDays(1)).toList(), PAIRS);
        List<Pair> pairs = new ArrayList<>();
        for (LocalDate date : dates) {
            pairs.add(new Pair(chance.pick(STYLES).apply(date), date.toString()));
        }
        return pairs;
    }

    private static String year(LocalDate date) {
        return Integer.toString(date.getYear());
    }

    private static String month(LocalDate date) {
        return capitalized(date.getMonth().name());
    }

    private static String shortMonth(LocalDate date) {
        return month(date).substring(0, 3);
    }

    private static String day(LocalDate date) {
        return Integer.toString(date.getDayOfMonth());
    }

    private static String ordinal(LocalDate date) {
        int day = date.getDayOfMonth();
        boolean teen = day >= 11 && day <= 13;
        return day + switch (teen ? 0 : day % 10) {
            case 1 -> "st";
            case 2 -> "nd";
            case 3 -> "rd";
            default -> "th";
        };
    }

    private static String weekday(LocalDate date) {
        return capitalized(date.getDayOfWeek().name());
    }

    private static String shortWeekday(LocalDate date) {
        return weekday(date).substring(0, 3);
    }

    /** MAY → May: the names of the constants are English whatever locale data a machine has. */
    private static String capitalized(String name) {
        return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
    }

    private static String twoDigits(int number) {
        return number < 10 ? "0" + number : Integer.toString(number);
    }
}
