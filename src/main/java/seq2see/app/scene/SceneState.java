package seq2see.app.scene;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What is on the screen, beside the model: all that {@code scene.json} says. What is null or empty is not said.
 *
 * @param language of the window, {@code en} or {@code zh}
 * @param theme    {@code light} or {@code dark}
 * @param lesson   the step that was read; null in the Lab
 * @param corpus   what the model learns from
 */
public record SceneState(String language, String theme, LessonPlace lesson, CorpusReference corpus, Sight sight, List<Note> notes) {
    /** More than anybody pins. */
    private static final int MOST_NOTES = 200;

    public SceneState {
        Objects.requireNonNull(language);
        Objects.requireNonNull(theme);
        Objects.requireNonNull(corpus);
        Objects.requireNonNull(sight);
        notes = List.copyOf(notes);
        if (notes.size() > MOST_NOTES) {
            throw new IllegalArgumentException("too many notes");
        }
    }

    /**
     * A step of a lesson. Steps and slides count from 1.
     *
     * @param slide which sentence was presented
     */
    public record LessonPlace(String id, int step, int slide) {
        public LessonPlace {
            Objects.requireNonNull(id);
        }
    }

    /**
     * The corpus: a sample by its file name, or else inside the scene.
     *
     * @param sample null where the pairs are inside
     * @param name   what the corpus is called
     * @param parts  what is inside: {@code corpus}, and {@code validation} and {@code test} where they were given beside it
     */
    public record CorpusReference(String sample, String name, List<String> parts) {
        public CorpusReference {
            Objects.requireNonNull(name);
            parts = List.copyOf(parts);
        }
    }

    /**
     * What is looked at.
     *
     * @param tab      the view in front
     * @param moment   where the scrubber stands, with dots; empty where nowhere
     * @param pinned   the numbers of what is pinned: source, target, layer, unit, row, column; 0 is none
     * @param controls what is set in the tab, by the id of each control; one that an older scene lacks stays as it is, one that is not known is passed over
     */
    public record Sight(String tab, String sentence, String moment, List<Integer> pinned, Map<String, String> controls) {
        private static final int NUMBERS = 6;

        public Sight {
            Objects.requireNonNull(tab);
            Objects.requireNonNull(sentence);
            Objects.requireNonNull(moment);
            pinned = List.copyOf(pinned);
            controls = Map.copyOf(controls);
            if (pinned.size() != NUMBERS) {
                throw new IllegalArgumentException("pinned has " + pinned.size() + " numbers");
            }
        }
    }

    /** A text pinned on the stage; x and y are its top left corner as fractions of the stage. */
    public record Note(double x, double y, String text) {
        /** The longest, in characters. */
        public static final int LONGEST = 500;

        public Note {
            Objects.requireNonNull(text);
            if (!(x >= 0 && x <= 1 && y >= 0 && y <= 1) || text.length() > LONGEST) {
                throw new IllegalArgumentException("a note that nobody could have pinned");
            }
        }
    }
}
