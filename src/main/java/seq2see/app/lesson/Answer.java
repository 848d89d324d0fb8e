package seq2see.app.lesson;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a reader answers. Indices count from 0. */
public sealed interface Answer {

    /** As progress keeps it. */
    default String written() {
        return switch (this) {
            case Choice choice -> "choice " + choice.option();
            case Value value -> "value " + BigDecimal.valueOf(value.value()).toPlainString();
            case Order order -> "order " + String.join(",", order.options().stream().map(String::valueOf).toList());
            case Settings settings -> "settings " + String.join(",", settings.options().stream().map(String::valueOf).toList());
            case Cells cells -> "cells " + String.join(",", cells.chosen().stream().sorted().map(String::valueOf).toList());
        };
    }

    /** Reads what was kept; empty where it makes no sense. */
    static Optional<Answer> read(String written) {
        if (written == null || !written.matches("(choice \\d{1,4})|(value -?\\d{1,20}(\\.\\d{1,30})?)|((cells|order|settings) \\d{1,3}(,\\d{1,3})*)")) {
            return Optional.empty();
        }
        String value = written.substring(written.indexOf(' ') + 1);
        return Optional.of(switch (written.charAt(1)) {
            case 'h' -> new Choice(Integer.parseInt(value));
            case 'a' -> new Value(Double.parseDouble(value));
            case 'e' -> written.startsWith("settings") ? new Settings(Arrays.stream(value.split(",")).map(Integer::valueOf).toList())
                    : new Cells(Arrays.stream(value.split(",")).map(Integer::valueOf).collect(Collectors.toSet()));
            case 'r' -> new Order(Arrays.stream(value.split(",")).map(Integer::valueOf).toList());
            default -> throw new IllegalStateException(written);
        });
    }

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

    /** What each of several settings is set to. */
    record Settings(List<Integer> options) implements Answer {
        public Settings {
            options = List.copyOf(options);
        }
    }

    /** The options in an order. */
    record Order(List<Integer> options) implements Answer {
        public Order {
            options = List.copyOf(options);
        }
    }
}
