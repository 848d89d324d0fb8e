package seq2see.app.view.hiddenstate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import seq2see.app.drawing.MathText;
import seq2see.app.theme.Numbers;
import seq2see.app.view.Explanation.Piece;
import seq2see.model.CellType;
import seq2see.model.ModelConfig;
import seq2see.model.OutputType;
import seq2see.tensor.Axis;
import seq2see.trace.Moment;
import seq2see.trace.Moment.Phase;
import seq2see.trace.Workings.CellTerms;

/**
 * How one unit of a cell's part comes about, with the numbers put in: PyTorch's formulas, see {@code GruCell}, {@code LstmCell}
 * and {@code RnnCell}. Numbers are shown with just enough digits for the shown ones to give the shown value.
 */
final class CellFormula {
    private static final int LEAST_DIGITS = 3;
    private static final int MOST_DIGITS = 8;

    private final FlowValues values;
    private final Moment strip;
    private final FlowRow row;
    private final int unit;
    private final CellType cell;

    /** @param unit from 0 */
    CellFormula(FlowValues values, Moment strip, int unit) {
        this.values = values;
        this.strip = strip;
        this.row = FlowRow.of(strip);
        this.unit = unit;
        this.cell = values.config().cell();
    }

    /** The terms, what comes of them, and the digits that both are shown with. */
    record Shown(List<Piece> terms, String result) {
        static final Shown NOTHING = new Shown(List.of(), "");
    }

    Shown shown() {
        if (strip.timeStep() == 0 || !cell.parts().contains(strip.part())) {
            return Shown.NOTHING;
        }
        if (cell.products().contains(strip.part())) {
            return values.terms(row).map(this::ofProducts).orElse(Shown.NOTHING);
        }
        return strip.part().equals("memoryCell") ? memory() : switch (cell) {
            case RNN -> throw new IllegalStateException("a plain cell's hidden state is a product");
            case GRU -> gatedState();
            case LSTM -> shownMemory();
        };
    }

    private float value(String part) {
        return values.of(row.strip(strip.timeStep(), part)).map(grid -> grid.get(unit)).orElse(Float.NaN);
    }

    private double value() {
        return value(strip.part());
    }

    /** Where the part's products stand among the gH wide ones. */
    private int column() {
        int gate = cell.gateNames().indexOf(strip.part());
        return Math.max(0, gate) * values.config().hiddenSize() + unit;
    }

    private boolean isReset() {
        return cell.resetsProduct(strip.part());
    }

    /** W x, b, W h, b, and the function of their sum; in a GRU's candidate the reset gate stands before the last two. */
    private Shown ofProducts(CellTerms terms) {
        int time = strip.timeStep() - 1;
        double inputBias = terms.inputBias().get(column());
        double stateBias = terms.recurrentBias().get(column());
        double[] numbers = {terms.input().get(time, column()) - inputBias, inputBias, terms.recurrent().get(time, column()) - stateBias, stateBias,
            isReset() ? value("resetGate") : 1};
        boolean gate = CellType.isGate(strip.part());
        DoubleUnaryOperator function = gate ? x -> 1 / (1 + Math.exp(-x)) : Math::tanh;
        // The sum is shown too, and what is shown is what the function is taken of.
        int digits = digits((all, shown) -> function.applyAsDouble(rounded(sum(all), shown)), numbers);
        double[] rounded = rounded(numbers, digits);
        String letter = letter(cell, strip);
        String index = strip.part().equals("hiddenState") ? "h" : letter;
        List<Piece> pieces = new ArrayList<>();
        pieces.add(term(rounded[0], digits, "W_{i" + index + "}" + inputSymbol(), row.layer() == 1 ? Axis.EMBEDDING : Axis.HIDDEN));
        pieces.add(sign(rounded[1]));
        pieces.add(term(Math.abs(rounded[1]), digits, "b_{i" + index + "}", null));
        if (isReset()) {
            pieces.add(new Piece.Sign("+"));
            pieces.add(term(rounded[4], digits, "r_{" + strip.timeStep() + "}", Axis.HIDDEN));
            pieces.add(new Piece.Sign("× ("));
            pieces.add(term(rounded[2], digits, "W_{hn}" + beforeSymbol(), Axis.HIDDEN));
        } else {
            pieces.add(sign(rounded[2]));
            pieces.add(term(Math.abs(rounded[2]), digits, "W_{h" + index + "}" + beforeSymbol(), Axis.HIDDEN));
        }
        pieces.add(sign(rounded[3]));
        pieces.add(term(Math.abs(rounded[3]), digits, "b_{h" + index + "}", null));
        if (isReset()) {
            pieces.add(new Piece.Sign(")"));
        }
        return new Shown(pieces, (gate ? "σ( " : "tanh( ") + Numbers.fixed(sum(rounded), digits) + " ) = " + Numbers.fixed(value(), LEAST_DIGITS));
    }

    private static double sum(double[] numbers) {
        return numbers[0] + numbers[1] + numbers[4] * (numbers[2] + numbers[3]);
    }

    /** h′ = (1 − z) n + z h. */
    private Shown gatedState() {
        double[] numbers = {value("updateGate"), value("candidateState"), values.before(row, strip.timeStep(), "hiddenState", unit)};
        int digits = digits((all, shown) -> (1 - all[0]) * all[1] + all[0] * all[2], numbers);
        String time = "_{" + strip.timeStep() + "}";
        return new Shown(List.of(new Piece.Sign("(1 −"), term(numbers[0], digits, "z" + time, null), new Piece.Sign(") ×"),
                term(numbers[1], digits, "n" + time, null), new Piece.Sign("+"), term(numbers[0], digits, "z" + time, null), new Piece.Sign("×"),
                term(numbers[2], digits, beforeSymbol(), Axis.HIDDEN)), "= " + Numbers.fixed(value(), LEAST_DIGITS));
    }

    /** C′ = f C + i g. */
    private Shown memory() {
        double[] numbers = {value("forgetGate"), values.before(row, strip.timeStep(), "memoryCell", unit), value("inputGate"), value("candidateState")};
        int digits = digits((all, shown) -> all[0] * all[1] + all[2] * all[3], numbers);
        String time = "_{" + strip.timeStep() + "}";
        return new Shown(List.of(term(numbers[0], digits, "f" + time, null), new Piece.Sign("×"),
                term(numbers[1], digits, "C_{" + row.before(strip.timeStep()) + "}", Axis.HIDDEN), new Piece.Sign("+"),
                term(numbers[2], digits, "i" + time, null), new Piece.Sign("×"), term(numbers[3], digits, "g" + time, null)),
                "= " + Numbers.fixed(value(), LEAST_DIGITS));
    }

    /** h′ = o tanh C′. */
    private Shown shownMemory() {
        double[] numbers = {value("outputGate"), value("memoryCell")};
        int digits = digits((all, shown) -> all[0] * Math.tanh(all[1]), numbers);
        String time = "_{" + strip.timeStep() + "}";
        return new Shown(List.of(term(numbers[0], digits, "o" + time, null), new Piece.Sign("× tanh("), term(numbers[1], digits, "C" + time, null),
                new Piece.Sign(")")), "= " + Numbers.fixed(value(), LEAST_DIGITS));
    }

    private interface Formula {
        /** @param digits that the numbers are shown with */
        double of(double[] numbers, int digits);
    }

    /** The fewest digits with which the shown numbers give the shown value. */
    private int digits(Formula formula, double[] numbers) {
        String wanted = Numbers.fixed(value(), LEAST_DIGITS);
        for (int digits = LEAST_DIGITS; digits < MOST_DIGITS; digits++) {
            if (Numbers.fixed(formula.of(rounded(numbers, digits), digits), LEAST_DIGITS).equals(wanted)) {
                return digits;
            }
        }
        return MOST_DIGITS;
    }

    private static double[] rounded(double[] numbers, int digits) {
        return DoubleStream.of(numbers).map(number -> rounded(number, digits)).toArray();
    }

    private static double rounded(double number, int digits) {
        double power = Math.pow(10, digits);
        return Math.round(number * power) / power;
    }

    private static Piece term(double number, int digits, String symbol, Axis axis) {
        return new Piece.Term(Numbers.fixed(number, digits), symbol, Optional.ofNullable(axis));
    }

    private static Piece sign(double number) {
        return new Piece.Sign(number < 0 ? "−" : "+");
    }

    /** What the layer reads: the embedded token, with the context beside it in the decoder; above, x is the state of the layer below. */
    private String inputSymbol() {
        return row.phase() == Phase.DECODER && row.layer() == 1 ? "[y_{" + (strip.timeStep() - 1) + "};c_{" + strip.timeStep() + "}]" : "x_{" + strip.timeStep() + "}";
    }

    private String beforeSymbol() {
        return (row.phase() == Phase.DECODER ? "s" : "h") + "_{" + row.before(strip.timeStep()) + "}";
    }

    /** The formula of the whole part, in symbols; empty where nothing is computed but copied. */
    static String general(ModelConfig config, Moment moment) {
        CellType cell = config.cell();
        FlowRow row = FlowRow.of(moment);
        CellFormula formula = new CellFormula(null, moment, cell, row);
        String time = "_{" + moment.timeStep() + "}";
        String symbol = symbol(cell, moment);
        return switch (moment.part()) {
            case "memoryCell" -> symbol + " = f" + time + " ⊙ C_{" + row.before(moment.timeStep()) + "} + i" + time + " ⊙ g" + time;
            case "hiddenState" -> switch (cell) {
                case RNN -> symbol + " = tanh(" + formula.products("h") + ")";
                case GRU -> symbol + " = (1 − z" + time + ") ⊙ n" + time + " + z" + time + " ⊙ " + formula.beforeSymbol();
                case LSTM -> symbol + " = o" + time + " ⊙ tanh(C" + time + ")";
            };
            case "resetGate", "updateGate", "inputGate", "forgetGate", "outputGate" -> symbol + " = σ(" + formula.products(letter(cell, moment)) + ")";
            case "candidateState" -> symbol + " = tanh(" + formula.products(letter(cell, moment)) + ")";
            default -> besideCells(config, moment);
        };
    }

    /** What a decoder step computes outside its cells. */
    private static String besideCells(ModelConfig config, Moment moment) {
        int time = moment.timeStep();
        return switch (moment.part()) {
            case "attentionScores" -> "e_{" + time + ",i} = " + switch (config.attention()) {
                case ADDITIVE -> "w_{v}ᵀ tanh(W_{q}s_{" + (time - 1) + "} + W_{k}h_i" + (config.attentionBias() ? " + b)" : ")");
                case DOT -> "s_{" + (time - 1) + "} · h_i";
                case SCALED_DOT -> "s_{" + (time - 1) + "} · h_i / √H";
                case NONE -> "";
            };
            case "attentionWeights" -> "α_{" + time + ",i} = exp(e_{" + time + ",i}) / Σ_{j} exp(e_{" + time + ",j})";
            case "contextVector" -> config.hasAttention() ? "c_{" + time + "} = Σ_{i} α_{" + time + ",i} h_i" : "";
            case "concatenation" -> "x_{" + time + "} = [y_{" + (time - 1) + "} ; c_{" + time + "}]";
            case "logits" -> config.output() == OutputType.STATE ? "logits_{" + time + "} = W s_{" + time + "} + b" : "logits_{" + time + "} = W [s_{" + time + "} ; y_{" + (time - 1) + "} ; c_{" + time + "}] + b";
            case "probabilities" -> "p_{" + time + "} = softmax(logits_{" + time + "})";
            default -> "";
        };
    }

    private CellFormula(FlowValues values, Moment strip, CellType cell, FlowRow row) {
        this.values = values;
        this.strip = strip;
        this.row = row;
        this.unit = 0;
        this.cell = cell;
    }

    private String products(String index) {
        String state = "W_{h" + index + "}" + beforeSymbol() + " + b_{h" + index + "}";
        return "W_{i" + index + "}" + inputSymbol() + " + b_{i" + index + "} + " + (isReset() ? "r_{" + strip.timeStep() + "} ⊙ (" + state + ")" : state);
    }

    /** A strip's symbol with its time step, as {@link MathText} has it. */
    static String symbol(CellType cell, Moment strip) {
        return letter(cell, strip) + "_{" + (strip.part().equals("embedding") ? strip.timeStep() - 1 : strip.timeStep()) + "}";
    }

    private static String letter(CellType cell, Moment strip) {
        return switch (strip.part()) {
            case "input" -> "x";
            case "embedding" -> "y";
            case "contextVector" -> "c";
            case "resetGate" -> "r";
            case "updateGate" -> "z";
            case "inputGate" -> "i";
            case "forgetGate" -> "f";
            case "outputGate" -> "o";
            case "candidateState" -> cell == CellType.LSTM ? "g" : "n";
            case "memoryCell" -> "C";
            default -> strip.phase() == Phase.DECODER ? "s" : "h";
        };
    }
}
