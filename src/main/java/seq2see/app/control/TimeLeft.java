package seq2see.app.control;

import java.util.OptionalDouble;
import seq2see.app.theme.Numbers;

/**
 * How long a training still takes, in the unit that leaves two digits at most for anything below 100 days.
 *
 * @param unit the last part of the message that names it
 */
public record TimeLeft(String figure, String unit) {
    private static final double MOST = 90;

    public static TimeLeft of(OptionalDouble seconds) {
        if (seconds.isEmpty()) {
            return new TimeLeft("–", "seconds");
        }
        double left = Math.ceil(seconds.getAsDouble());
        if (left < MOST) {
            return new TimeLeft(Numbers.count(Math.round(left)), "seconds");
        }
        double minutes = left / 60;
        if (minutes < MOST) {
            return new TimeLeft(Numbers.count(Math.round(minutes)), "minutes");
        }
        double hours = minutes / 60;
        return hours < MOST ? new TimeLeft(Numbers.count(Math.round(hours)), "hours")
                : new TimeLeft(Numbers.count(Math.round(hours / 24)), "days");
    }
}
