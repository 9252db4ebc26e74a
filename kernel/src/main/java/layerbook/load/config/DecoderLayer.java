package layerbook.load.config;

import java.util.ArrayList;
import java.util.List;
import layerbook.net.Tensor;
import layerbook.net.Unit;

/**
 * One layer of a decoder or encoder: attention and a feed-forward part with norms and shortcuts. Takes N×T×d, the context and, if it looks at
 * another sequence, that sequence; gives N×T×d.
 */
final class DecoderLayer extends Block {
    private final DecoderPlan plan;
    private final Block attention;
    private final Block cross;
    private final Block mlp;
    private final List<Unit> norms = new ArrayList<>();

    DecoderLayer(DecoderPlan plan, int index) {
        this.plan = plan;
        attention = hold(plan.attentionName, plan.attention.apply(index));
        cross = plan.cross == null ? null : hold(plan.crossName, plan.cross.apply(index));
        mlp = plan.mlpName.isEmpty() ? holdPartsOf(plan.mlp.apply(index)) : hold(plan.mlpName, plan.mlp.apply(index));
        plan.norms.forEach(name -> norms.add(hold(name, plan.norm.apply(plan.width))));
    }

    @Override Object forward(List<?> arguments) {
        Tensor x = tensor(arguments, 0);
        Object context = arguments.get(1);
        return switch (plan.order) {
            case BEFORE -> {
                Tensor y = plus(x, x.then(norms.get(0)).then(attention, context));
                y = cross == null ? y : y.add(y.then(norms.get(1)).then(cross, context, arguments.get(2)));
                yield plus(y, mlp(y.then(norms.get(norms.size() - 1))));
            }
            case BEHIND -> {
                Tensor y = x.add(x.then(attention, context)).then(norms.get(0));
                yield y.add(mlp(y)).then(norms.get(1));
            }
            case AFTER -> {
                Tensor y = plus(x, x.then(attention, context).then(norms.get(0)));
                yield plus(y, mlp(y).then(norms.get(1)));
            }
            case AROUND -> {
                Tensor y = plus(x, x.then(norms.get(0)).then(attention, context).then(norms.get(1)));
                yield plus(y, mlp(y.then(norms.get(2))).then(norms.get(3)));
            }
            case PARALLEL -> {
                Tensor first = x.then(norms.get(0));
                Tensor second = norms.size() > 1 ? x.then(norms.get(1)) : first;
                yield x.add(first.then(attention, context)).add(mlp(second));
            }
        };
    }

    /** The feed-forward part, as a module of its own or in this one. */
    private Tensor mlp(Tensor x) {
        return plan.mlpName.isEmpty() ? (Tensor) mlp.forward(List.of(x)) : x.then(mlp);
    }

    /** The shortcut: x + y, with y scaled where the family does. */
    private Tensor plus(Tensor x, Tensor y) {
        return x.add(plan.scaledResidual ? y.mul(0.22) : y);
    }
}
