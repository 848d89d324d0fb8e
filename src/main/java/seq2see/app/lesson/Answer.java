package seq2see.app.lesson;

import java.util.Set;

/** What a reader answers. Indices count from 0. */
public sealed interface Answer {

    /** One of the options. */
    record Choice(int option) implements Answer {
    }

    record Value(double value) implements Answer {
    }

    /** Cells of a table, row by row: row × columns + column. */
    record Cells(Set<Integer> chosen) implements Answer {
        public Cells {
            chosen = Set.copyOf(chosen);
        }
    }
}
