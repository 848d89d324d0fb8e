package seq2see.app.view.hiddenstate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import seq2see.app.theme.Numbers;
import seq2see.app.view.Explanation.Piece;
import seq2see.model.ModelConfig;
import seq2see.trace.Moment;
import seq2see.trace.Trace;

/** The numbers on the card give the value on the card, whoever works them out again. */
class CellFormulaTest {
    @ParameterizedTest
    @MethodSource("seq2see.app.view.hiddenstate.SampleFlows#kinds")
    void theShownNumbersGiveTheShownValue(ModelConfig config) {
        Trace trace = SampleFlows.of(config, "abcd", 3);
        FlowValues values = new FlowValues(trace);
        int checked = 0;
        for (Moment moment : Moment.of(config, trace.sourceTime(), trace.targetTime())) {
            if (moment.layer() == 0 || moment.part().equals("input")) {
                continue;
            }
            for (int unit = 0; unit < 8; unit++) {
                CellFormula.Shown shown = new CellFormula(values, moment, unit).shown();
                String terms = shown.terms().stream().map(piece -> switch (piece) {
                    case Piece.Term term -> term.number();
                    case Piece.Sign sign -> sign.text();
                }).collect(Collectors.joining(" "));
                double sum = new Reader(terms).sum();
                String value = Numbers.fixed(values.of(moment).orElseThrow().get(unit), 3);
                assertTrue(shown.result().endsWith("= " + value), shown + " gives " + value);
                if (shown.result().startsWith("=")) {
                    assertEquals(value, Numbers.fixed(sum, 3), terms);
                } else {
                    double inside = new Reader(shown.result().substring(shown.result().indexOf('(') + 1, shown.result().indexOf(')'))).sum();
                    assertEquals(sum, inside, 5.1e-4, terms + " " + shown.result());
                    double function = shown.result().startsWith("σ") ? 1 / (1 + Math.exp(-inside)) : Math.tanh(inside);
                    assertEquals(value, Numbers.fixed(function, 3), terms + " " + shown.result());
                }
                checked++;
            }
        }
        assertTrue(checked > 50);
    }

    /** Works out sums, products, brackets and tanh as a person would, product before sum. */
    private static final class Reader {
        private final String text;
        private int at;

        Reader(String text) {
            this.text = text.replaceAll("[\\s\\u2009]", "").replace('−', '-');
        }

        double sum() {
            double sum = product();
            while (at < text.length() && (text.charAt(at) == '+' || text.charAt(at) == '-')) {
                sum += text.charAt(at++) == '+' ? product() : -product();
            }
            return sum;
        }

        private double product() {
            double product = factor();
            while (at < text.length() && text.charAt(at) == '×') {
                at++;
                product *= factor();
            }
            return product;
        }

        private double factor() {
            boolean tanh = text.startsWith("tanh", at);
            at += tanh ? 4 : 0;
            if (text.charAt(at) == '(') {
                at++;
                double inside = sum();
                at++;
                return tanh ? Math.tanh(inside) : inside;
            }
            int start = at;
            at += text.charAt(at) == '-' ? 1 : 0;
            while (at < text.length() && (Character.isDigit(text.charAt(at)) || text.charAt(at) == '.')) {
                at++;
            }
            return Double.parseDouble(text.substring(start, at));
        }
    }
}
