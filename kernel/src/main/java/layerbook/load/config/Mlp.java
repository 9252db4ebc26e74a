package layerbook.load.config;

import java.util.List;
import layerbook.net.Tensor;

/** The feed-forward part of a layer: takes N×T×d, gives N×T×d by way of a wider middle. */
final class Mlp extends Block {
    /** How the middle is made. */
    enum Kind {
        /** down(act(up(x))). */
        PLAIN,
        /** down(act(gate(x))·up(x)). */
        GATED,
        /** The same, with gate and up in one matrix. */
        GATED_TOGETHER
    }

    /**
     * What it is made of.
     *
     * @param kind how the middle is made
     * @param names of the matrices in the checkpoint, gate first and down last
     * @param width d
     * @param middle the width of the middle
     * @param conv1d whether the matrices are GPT-2's
     */
    record Plan(Kind kind, List<String> names, long width, long middle, boolean bias, String activation, boolean conv1d) {
        static Plan gated(long width, long middle, boolean bias, String activation) {
            return new Plan(Kind.GATED, List.of("gate_proj", "up_proj", "down_proj"), width, middle, bias, activation, false);
        }

        static Plan plain(String up, String down, long width, long middle, boolean bias, String activation) {
            return new Plan(Kind.PLAIN, List.of(up, down), width, middle, bias, activation, false);
        }
    }

    private final Plan plan;
    private final Object gate;
    private final Object up;
    private final Object down;
    private final Object activation;

    Mlp(Plan plan) {
        this.plan = plan;
        gate = plan.kind() == Kind.GATED ? hold(plan.names().get(0), matrix(plan.width(), plan.middle())) : null;
        up = hold(plan.names().get(plan.names().size() - 2), matrix(plan.width(), plan.kind() == Kind.GATED_TOGETHER ? 2 * plan.middle() : plan.middle()));
        down = hold(plan.names().get(plan.names().size() - 1), matrix(plan.middle(), plan.width()));
        activation = Parts.activation(plan.activation());
        hold("act_fn", activation instanceof java.util.function.Function ? null : activation);
    }

    private Object matrix(long in, long out) {
        return plan.conv1d() ? new Conv1D(in, out) : Parts.linear(in, out, plan.bias());
    }

    @Override Object forward(List<?> arguments) {
        Tensor x = tensor(arguments, 0);
        return switch (plan.kind()) {
            case PLAIN -> x.then(up).then(activation).then(down);
            case GATED -> x.then(gate).then(activation).mul(x.then(up)).then(down);
            case GATED_TOGETHER -> {
                List<Tensor> both = x.then(up).chunk(2, -1);
                yield both.get(0).then(activation).mul(both.get(1)).then(down);
            }
        };
    }
}
