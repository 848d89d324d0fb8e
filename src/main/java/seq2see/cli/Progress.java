package seq2see.cli;

import java.util.Locale;
import java.util.Optional;
import seq2see.training.TrainingRun;
import seq2see.training.TrainingSnapshot;

/**
 * Says on standard error how far a training has come: in one line that is written over where a person watches, else in
 * about twenty lines.
 */
final class Progress {
    private static final int LINES = 20;
    private static final long REDRAW_NANOS = 100_000_000;
    private static final String ERASE_LINE = "\r\u001B[K";

    private final Terminal terminal;
    private long drawnAt = System.nanoTime() - REDRAW_NANOS;
    private boolean drawn;

    Progress(Terminal terminal) {
        this.terminal = terminal;
    }

    /** Says how far the run has come, when it is time to. */
    void show(TrainingRun run) {
        long steps = run.plan().trainingSteps();
        long step = run.trainer().trainingStep();
        boolean due = terminal.interactive() ? System.nanoTime() - drawnAt >= REDRAW_NANOS : step % Math.max(1, steps / LINES) == 0;
        if (due || step == steps) {
            say(line(run.snapshot(Optional.empty())));
        }
    }

    private static String line(TrainingSnapshot now) {
        StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "step %,d of %,d", now.trainingStep(), now.plan().trainingSteps()));
        now.trainingLoss().ifPresent(loss -> line.append(String.format(Locale.ROOT, ", loss %.4f", loss)));
        now.validationLoss().ifPresent(loss -> line.append(String.format(Locale.ROOT, ", validation loss %.4f", loss)));
        now.tokensPerSecond().ifPresent(speed -> line.append(String.format(Locale.ROOT, ", %,.0f tokens/s", speed)));
        now.secondsLeft().ifPresent(seconds -> line.append(", ").append(clock(seconds)).append(" left"));
        return line.toString();
    }

    private static String clock(double seconds) {
        long whole = Math.round(seconds);
        return String.format(Locale.ROOT, "%d:%02d", whole / 60, whole % 60);
    }

    private void say(String line) {
        if (terminal.interactive()) {
            terminal.errors().print(ERASE_LINE + line);
        } else {
            terminal.errors().println(line);
        }
        terminal.errors().flush();
        drawnAt = System.nanoTime();
        drawn = true;
    }

    /** Ends the line that was written over. */
    void end() {
        if (drawn && terminal.interactive()) {
            terminal.errors().println();
            terminal.errors().flush();
        }
    }
}
