package seq2see.peers;

import org.bytedeco.pytorch.GRUImpl;
import org.bytedeco.pytorch.GRUOptions;
import org.bytedeco.pytorch.LSTMImpl;
import org.bytedeco.pytorch.LSTMOptions;
import org.bytedeco.pytorch.Module;
import org.bytedeco.pytorch.PackedSequence;
import org.bytedeco.pytorch.RNNImpl;
import org.bytedeco.pytorch.RNNOptions;
import org.bytedeco.pytorch.T_PackedSequenceT_TensorTensor_T_T;
import org.bytedeco.pytorch.T_PackedSequenceTensor_T;
import org.bytedeco.pytorch.T_TensorT_TensorTensor_T_T;
import org.bytedeco.pytorch.T_TensorTensor_T;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import seq2see.model.CellType;

/** libtorch's recurrent modules of three kinds behind one face. */
sealed interface TorchRecurrent {
    /**
     * (layers × directions, N, H) each.
     *
     * @param memory null where the cell has none
     */
    record State(Tensor hidden, Tensor memory) {
    }

    /** @param outputs (T, N, directions × H) of the top layer, zero behind a sentence's end */
    record Run(Tensor outputs, State state) {
    }

    /** The module that holds the weights. */
    Module module();

    /** From a zero state over sequences that are packed, so that no padded position is ever computed. */
    Run read(PackedSequence packed);

    /** Over (T, N, in), with a state to begin with. */
    Run read(Tensor input, State state);

    static TorchRecurrent of(CellType cell, long input, long hidden, long layers, boolean bidirectional) {
        return switch (cell) {
            case RNN -> {
                RNNOptions options = new RNNOptions(input, hidden);
                options.num_layers().put(layers);
                options.bidirectional().put(bidirectional);
                yield new Rnn(new RNNImpl(options));
            }
            case GRU -> {
                GRUOptions options = new GRUOptions(input, hidden);
                options.num_layers().put(layers);
                options.bidirectional().put(bidirectional);
                yield new Gru(new GRUImpl(options));
            }
            case LSTM -> {
                LSTMOptions options = new LSTMOptions(input, hidden);
                options.num_layers().put(layers);
                options.bidirectional().put(bidirectional);
                yield new Lstm(new LSTMImpl(options));
            }
        };
    }

    private static Tensor padded(PackedSequence packed) {
        return torch.pad_packed_sequence(packed).get0();
    }

    /** nn::RNN, whose nonlinearity is tanh. */
    record Rnn(RNNImpl module) implements TorchRecurrent {
        @Override
        public Run read(PackedSequence packed) {
            T_PackedSequenceTensor_T result = module.forward_with_packed_input(packed);
            return new Run(padded(result.get0()), new State(result.get1(), null));
        }

        @Override
        public Run read(Tensor input, State state) {
            T_TensorTensor_T result = module.forward(input, state.hidden());
            return new Run(result.get0(), new State(result.get1(), null));
        }
    }

    /** nn::GRU. */
    record Gru(GRUImpl module) implements TorchRecurrent {
        @Override
        public Run read(PackedSequence packed) {
            T_PackedSequenceTensor_T result = module.forward_with_packed_input(packed);
            return new Run(padded(result.get0()), new State(result.get1(), null));
        }

        @Override
        public Run read(Tensor input, State state) {
            T_TensorTensor_T result = module.forward(input, state.hidden());
            return new Run(result.get0(), new State(result.get1(), null));
        }
    }

    /** nn::LSTM. */
    record Lstm(LSTMImpl module) implements TorchRecurrent {
        @Override
        public Run read(PackedSequence packed) {
            T_PackedSequenceT_TensorTensor_T_T result = module.forward_with_packed_input(packed);
            return new Run(padded(result.get0()), new State(result.get1().get0(), result.get1().get1()));
        }

        @Override
        public Run read(Tensor input, State state) {
            T_TensorT_TensorTensor_T_T result = module.forward(input, new T_TensorTensor_T(state.hidden(), state.memory()));
            return new Run(result.get0(), new State(result.get1().get0(), result.get1().get1()));
        }
    }
}
