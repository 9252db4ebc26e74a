package layerbook.load.config;

import java.util.ArrayList;
import java.util.List;
import layerbook.formula.Expr;
import layerbook.net.Tensor;
import layerbook.net.Unit;
import layerbook.shape.DType;

/** An encoder of text as BERT: tables of words, positions and segments, a norm, layers. Takes token ids N×T, gives N×T×d. */
final class TextEncoder extends Block {
    /** The options of an encoder. Set once, before blocks are made of it. */
    static final class Plan {
        final DecoderPlan layers;
        /** The width of the tables; that of the network if it is the same. */
        long tableWidth;
        long positions;
        long segments;
        boolean segmentTable = true;
        String layerList = "encoder.layer";
        /** A matrix from the tables' width to the network's. */
        String mappingName;
        boolean mappingBias = true;
        /** Whether a matrix and a tanh on the first token follow under the name {@code pooler}. */
        boolean pooled;
        String poolerName = "pooler.dense";
        boolean positionTable = true;

        Plan(DecoderPlan layers) {
            this.layers = layers;
            this.tableWidth = layers.width;
        }
    }

    private final Plan plan;
    private final Unit words;
    private final Unit positions;
    private final Unit segments;
    private final Unit norm;
    private final Unit mapping;
    private final List<DecoderLayer> layers = new ArrayList<>();
    private final Unit pooler;

    TextEncoder(Plan plan) {
        this.plan = plan;
        words = hold("embeddings.word_embeddings", Parts.embedding(plan.layers.vocabulary, plan.tableWidth));
        positions = plan.positionTable ? hold("embeddings.position_embeddings", Parts.embedding(plan.positions, plan.tableWidth)) : null;
        segments = plan.segmentTable ? hold("embeddings.token_type_embeddings", Parts.embedding(plan.segments, plan.tableWidth)) : null;
        norm = hold("embeddings.LayerNorm", Parts.layerNorm(plan.tableWidth));
        mapping = plan.mappingName == null ? null : hold(plan.mappingName, Parts.linear(plan.tableWidth, plan.layers.width, plan.mappingBias));
        for (int i = 0; i < plan.layers.layers; i++) {
            layers.add(new DecoderLayer(plan.layers, i));
        }
        hold(plan.layerList, layers);
        pooler = plan.pooled ? hold(plan.poolerName, Parts.linear(plan.layers.width, plan.layers.width, true)) : null;
    }

    Unit words() {
        return words;
    }

    @Override Object forward(List<?> arguments) {
        Tensor ids = tensor(arguments, 0);
        Expr t = ids.size(1);
        Tensor x = ids.then(words);
        x = segments == null ? x : x.add(Parts.zeros(DType.INT64, ids.size(0), t).then(segments));
        x = positions == null ? x : x.add(Parts.positions(t).then(positions));
        x = x.then(norm);
        x = mapping == null ? x : x.then(mapping);
        for (DecoderLayer layer : layers) {
            x = x.then(layer, Context.NONE);
        }
        return pooler == null ? x : List.of(x, x.select(1, 0).then(pooler).tanh());
    }
}
