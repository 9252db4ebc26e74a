package layerbook.load.config;

import java.util.ArrayList;
import java.util.List;
import layerbook.formula.Expr;
import layerbook.net.Tensor;
import layerbook.net.Unit;
import layerbook.shape.Refusal;

/** A decoder without a head: takes token ids N×T, gives N×T×d. */
final class Decoder extends Block {
    private final DecoderPlan plan;
    private final Unit embedding;
    private final Unit positions;
    private final Unit embeddingNorm;
    private final Unit projectIn;
    private final Unit projectOut;
    private final List<DecoderLayer> layers = new ArrayList<>();
    private final Unit lastNorm;
    private final RotaryTable angles;
    private final RotaryTable localAngles;

    Decoder(DecoderPlan plan) {
        this.plan = plan;
        boolean projected = plan.embeddingWidth > 0 && plan.embeddingWidth != plan.width;
        embedding = hold(plan.embedding, Parts.embedding(plan.vocabulary, projected ? plan.embeddingWidth : plan.width));
        positions = plan.positionTable == null ? null : hold(plan.positionTable, Parts.embedding(plan.positions + plan.positionOffset, plan.width));
        projectOut = projected ? hold("project_out", Parts.linear(plan.width, plan.embeddingWidth, false)) : null;
        projectIn = projected ? hold("project_in", Parts.linear(plan.embeddingWidth, plan.width, false)) : null;
        embeddingNorm = plan.embeddingNorm == null ? null : hold(plan.embeddingNorm, plan.norm.apply(plan.width));
        for (int i = 0; i < plan.layers; i++) {
            layers.add(new DecoderLayer(plan, i));
        }
        hold(plan.layerList, layers);
        lastNorm = plan.lastNorm == null ? null : hold(plan.lastNorm, plan.norm.apply(plan.width));
        if (plan.rotary % 2 != 0) {
            throw Refusal.option("the rotary position embedding turns pairs, but " + plan.rotary + " numbers of a head are to be turned").at("rotary_dim", "an even number");
        }
        angles = plan.rotary == 0 ? null : hold(plan.rotaryName, new RotaryTable(plan.rotary));
        localAngles = plan.localRotaryName == null ? null : hold(plan.localRotaryName, new RotaryTable(plan.rotary));
    }

    /** The table of words, which a head may share. */
    Unit embedding() {
        return embedding;
    }

    @Override Object forward(List<?> arguments) {
        Tensor ids = tensor(arguments, 0);
        Expr length = ids.size(1);
        Tensor x = ids.then(embedding);
        x = plan.scaledEmbedding ? x.mul(Math.sqrt(plan.width)) : x;
        x = projectIn == null ? x : x.then(projectIn);
        if (positions != null) {
            Tensor places = Parts.positions(length);
            x = x.add((plan.positionOffset > 0 ? places.add(Math.toIntExact(plan.positionOffset)) : places).then(positions));
        }
        x = embeddingNorm == null ? x : x.then(embeddingNorm);
        var context = new Context(angles == null ? null : angles.of(ids, length), localAngles == null ? null : localAngles.of(ids, length), slopes(length));
        for (DecoderLayer layer : layers) {
            x = x.then(layer, context);
        }
        x = lastNorm == null ? x : x.then(lastNorm);
        return projectOut == null ? x : x.then(projectOut);
    }

    /** ALiBi: a slope for each head times the position, h×1×T. */
    private Tensor slopes(Expr length) {
        return plan.slopes == 0 ? null : Parts.ones(plan.slopes, 1, 1).mul(Parts.positions(length));
    }
}
