package seq2see.app.view.shapes;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import seq2see.model.CellType;
import seq2see.tensor.Axis;
import seq2see.tensor.Shape.Dimension;
import seq2see.tensor.Values;
import seq2see.trace.BatchTrace.Cell;
import seq2see.trace.BatchTrace.Gate;
import seq2see.trace.Moment;
import seq2see.trace.Moment.Phase;

/**
 * What is computed inside a cell at a moment, as blocks with signs between them.
 *
 * @param formula  as texts write it
 * @param terms    from left to right
 * @param stored   the names of the stored weights, whose transpose is shown; empty where none take part
 */
record ShapesEquation(String formula, List<Term> terms, String stored) {
    ShapesEquation {
        terms = List.copyOf(terms);
    }

    /** A block under the name it has in the formula, or a sign. */
    sealed interface Term {
        record Block(String symbol, ShapeBlock block) implements Term {
        }

        record Sign(String text) implements Term {
        }
    }

    /** Empty where the moment is not inside of a cell. */
    static Optional<ShapesEquation> of(ShapesScene scene) {
        return scene.moment().filter(now -> now.layer() > 0 && !now.part().equals("input")).map(now -> of(scene, now));
    }

    private static ShapesEquation of(ShapesScene scene, Moment now) {
        Cell cell = cell(scene, now);
        int time = now.phase() == Phase.ENCODER ? now.timeStep() - 1 : 0;
        CellType type = scene.config().cell();
        Optional<Gate> gate = cell.gate(now.part());
        if (gate.isPresent()) {
            return product(scene, cell, gate.get(), time, now);
        }
        if (now.part().equals("memoryCell")) {
            return new ShapesEquation("C_t = F_t ⊙ C_{t−1} + I_t ⊙ G_t", List.of(gateAt("F_t", cell, "forgetGate", time), new Term.Sign("⊙"),
                    state("C_{t−1}", cell.previousMemory().orElseThrow(), time), new Term.Sign("+"), gateAt("I_t", cell, "inputGate", time), new Term.Sign("⊙"),
                    gateAt("G_t", cell, "candidateState", time), new Term.Sign("="), state("C_t", cell.memory().orElseThrow(), time)), "");
        }
        return switch (type) {
            case RNN -> throw new IllegalStateException("a plain cell's hidden state is a product");
            case LSTM -> new ShapesEquation("H_t = O_t ⊙ tanh(C_t)", List.of(gateAt("O_t", cell, "outputGate", time), new Term.Sign("⊙ tanh"),
                    state("C_t", cell.memory().orElseThrow(), time), new Term.Sign("="), state("H_t", cell.hiddenState(), time)), "");
            case GRU -> new ShapesEquation("H_t = (1 − Z_t) ⊙ N_t + Z_t ⊙ H_{t−1}", List.of(new Term.Sign("(1 −"), gateAt("Z_t", cell, "updateGate", time), new Term.Sign(") ⊙"),
                    gateAt("N_t", cell, "candidateState", time), new Term.Sign("+"), gateAt("Z_t", cell, "updateGate", time), new Term.Sign("⊙"),
                    state("H_{t−1}", cell.previous(), time), new Term.Sign("="), state("H_t", cell.hiddenState(), time)), "");
        };
    }

    static Cell cell(ShapesScene scene, Moment now) {
        List<Cell> cells = now.phase() == Phase.DECODER ? scene.trace().decoder().layers()
                : now.direction().equals("backward") ? scene.trace().encoder().backward() : scene.trace().encoder().forward();
        return cells.get(now.layer() - 1);
    }

    /** X_t W_xh + H_{t−1} W_hh + b_h, then the activation. */
    private static ShapesEquation product(ShapesScene scene, Cell cell, Gate gate, int time, Moment now) {
        String letter = letter(scene.config().cell(), gate.part());
        boolean bounded = CellType.isGate(gate.part());
        boolean inner = scene.config().cell().resetsProduct(gate.part());
        String index = letter.toLowerCase(Locale.ROOT);
        String activation = bounded ? "σ" : "tanh";
        String result = letter + "_t";
        String formula = inner ? "N_t = tanh(X_t W_{xn} + b_n + R_t ⊙ (H_{t−1} W_{hn} + b_{hn}))"
                : result + " = " + activation + "(X_t W_{x" + index + "} + H_{t−1} W_{h" + index + "} + b_" + index + ")";
        ShapeBlock input = ShapeBlock.of("cellInput", cell.input().slice(0, time)).withColumns(inputParts(scene, now, cell));
        ShapeBlock inputWeight = ShapeBlock.of("inputWeight", gate.inputWeight()).withRows(inputParts(scene, now, cell));
        ShapeBlock value = ShapeBlock.of("gate", gate.value().slice(0, time));
        List<Term> terms = new ArrayList<>(List.of(new Term.Sign(activation + "("), new Term.Block("X_t", input), new Term.Sign("·"),
                new Term.Block("W_{x" + index + "}", inputWeight), new Term.Sign(inner ? "+ R_t ⊙" : "+"), state("H_{t−1}", cell.previous(), time), new Term.Sign("·"),
                new Term.Block("W_{h" + index + "}", ShapeBlock.of("hiddenWeight", gate.hiddenWeight())), new Term.Sign("+"),
                new Term.Block("b_" + index, ShapeBlock.of("bias", gate.bias())), new Term.Sign(") ="),
                new Term.Block(result, bounded ? value.asGate() : value)));
        return new ShapesEquation(formula, terms, cell.inputWeightName());
    }

    /** [embedded token ; context] below in the decoder, both directions side by side above the first layer. */
    static Dimension[] inputParts(ShapesScene scene, Moment now, Cell cell) {
        int hidden = scene.config().hiddenSize();
        int embedding = scene.config().embeddingSize();
        if (now.layer() == 1) {
            Dimension token = new Dimension(Axis.EMBEDDING, embedding);
            return now.phase() == Phase.ENCODER ? new Dimension[] {token} : new Dimension[] {token, new Dimension(Axis.CONTEXT, scene.config().contextSize())};
        }
        Dimension one = new Dimension(Axis.HIDDEN, hidden);
        return cell.input().shape().width() == hidden ? new Dimension[] {one} : new Dimension[] {one, one};
    }

    private static String letter(CellType type, String part) {
        return switch (part) {
            case "resetGate" -> "R";
            case "updateGate" -> "Z";
            case "inputGate" -> "I";
            case "forgetGate" -> "F";
            case "outputGate" -> "O";
            case "candidateState" -> type == CellType.LSTM ? "G" : "N";
            default -> "H";
        };
    }

    private static Term gateAt(String symbol, Cell cell, String part, int time) {
        ShapeBlock block = ShapeBlock.of("gate", cell.gate(part).orElseThrow().value().slice(0, time));
        return new Term.Block(symbol, CellType.isGate(part) ? block.asGate() : block);
    }

    private static Term state(String symbol, Values values, int time) {
        return new Term.Block(symbol, ShapeBlock.of("state", values.slice(0, time)));
    }
}
