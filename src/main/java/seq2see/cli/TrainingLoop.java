package seq2see.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import seq2see.corpus.InputException;
import seq2see.training.BestValidation;
import seq2see.training.KeptWeights;
import seq2see.training.ModelFile;
import seq2see.training.TrainingRun;

/** Takes the steps of a training and keeps the model in its file: at the end, also a bad one, and on the way where that is wanted. */
final class TrainingLoop {
    private final TrainingRun run;
    private final Path out;
    private final Integer saveEvery;
    private long savedStep;

    /** @param saveEvery how many training steps lie between two writings, or null for none before the end */
    TrainingLoop(TrainingRun run, Path out, Integer saveEvery) {
        this.run = run;
        this.out = out;
        this.saveEvery = saveEvery;
    }

    /**
     * Trains to the end, or until it is told to stop; either way the file then holds the newest step.
     *
     * @param told  asked before each step
     * @param after done after each step
     * @throws InputException where the training fails, which the file then holds the last good weights of; or where it cannot
     *                        be written
     */
    void train(BooleanSupplier told, Runnable after) throws InputException {
        while (run.isTraining() && !told.getAsBoolean()) {
            run.step();
            long step = run.trainer().trainingStep();
            if (saveEvery != null && step % saveEvery == 0 && run.isTraining()) {
                save();
            }
            after.run();
        }
        if (run.trainer().trainingStep() > savedStep) {
            save();
        }
        Optional<InputException> failure = run.snapshot(Optional.empty()).failure();
        if (failure.isPresent()) {
            throw withWhatIsKept(failure.get());
        }
    }

    private InputException withWhatIsKept(InputException failure) {
        BestValidation best = run.snapshot(Optional.empty()).best();
        if (savedStep == 0) {
            return new InputException("training.nothingKept", failure);
        }
        return best.exists() && run.plan().recipe().validation().keep() == KeptWeights.BEST
                ? new InputException("training.keptBest", failure, out, String.valueOf(best.trainingStep()))
                : new InputException("training.kept", failure, out, String.valueOf(savedStep));
    }

    private void save() throws InputException {
        ModelFile.write(out, run.saved());
        savedStep = run.trainer().trainingStep();
    }

    /** The training step that the file holds by now; 0 where it was not written. */
    long savedStep() {
        return savedStep;
    }
}
