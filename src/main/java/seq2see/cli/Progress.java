package seq2see.cli;

import java.util.Locale;
import java.util.OptionalDouble;
import seq2see.training.TrainingStepResult;

/**
 * Says on standard error how far a training has come: in one line that is written over where a person watches, else in
 * about twenty lines.
 */
final class Progress {
    private static final int LINES = 20;
    private static final long REDRAW = 100_000_000;
    private static final String ERASE_LINE = "\r\u001B[K";

    private final Terminal terminal;
    private final long steps;
    private final long stepsALine;
    private long measuredFrom = System.nanoTime();
    private long tokens;
    private long doneBefore;
    private boolean drawn;

    /**
     * @param steps the training step at which the training ends
     * @param done  steps done before this run
     */
    Progress(Terminal terminal, long steps, long done) {
        this.terminal = terminal;
        this.steps = steps;
        this.stepsALine = Math.max(1, steps / LINES);
        this.doneBefore = done;
    }

    /** Takes in a step and says it when it is time to. */
    void step(TrainingStepResult result, OptionalDouble validationLoss) {
        tokens += result.tokens();
        long elapsed = System.nanoTime() - measuredFrom;
        long step = result.trainingStep();
        boolean due = terminal.interactive() ? elapsed >= REDRAW : step % stepsALine == 0;
        if (due || step == steps) {
            say(line(result, validationLoss, elapsed / 1e9));
            measuredFrom = System.nanoTime();
            tokens = 0;
            doneBefore = step;
        }
    }

    private String line(TrainingStepResult result, OptionalDouble validationLoss, double seconds) {
        long step = result.trainingStep();
        StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "step %,d of %,d, loss %.4f", step, steps, result.loss()));
        validationLoss.ifPresent(loss -> line.append(String.format(Locale.ROOT, ", validation loss %.4f", loss)));
        line.append(String.format(Locale.ROOT, ", %,.0f tokens/s", tokens / seconds));
        long left = Math.round(seconds / (step - doneBefore) * (steps - step));
        if (left > 0) {
            line.append(String.format(Locale.ROOT, ", %d:%02d left", left / 60, left % 60));
        }
        return line.toString();
    }

    private void say(String line) {
        if (terminal.interactive()) {
            terminal.errors().print(ERASE_LINE + line);
        } else {
            terminal.errors().println(line);
        }
        terminal.errors().flush();
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
