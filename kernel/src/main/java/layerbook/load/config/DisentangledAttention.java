package layerbook.load.config;

import java.util.List;
import layerbook.formula.Expr;
import layerbook.hardware.AttentionCache;
import layerbook.net.Tensor;
import layerbook.net.Unit;
import layerbook.shape.DType;

/**
 * DeBERTa's attention: a score is that of the words, plus that of a word and a relative position, plus that of a relative position and a word.
 * Takes N×T×d and the context with the table of relative positions, gives N×T×d. Source: He et al., "DeBERTa", 2020.
 */
final class DisentangledAttention extends Block implements AttentionCache {
    /**
     * Its options.
     *
     * @param second whether it is that of DeBERTa v2: a matrix each for queries, keys and values
     * @param fromWords whether words look at relative positions ({@code c2p})
     * @param fromPositions whether relative positions look at words ({@code p2c})
     * @param shared whether relative positions pass through the matrices of the words
     * @param reach how many positions a table of relative positions reaches in each direction
     * @param cut whether only the rows that the length needs are taken; the length is then at most {@code reach}
     * @param mixedHeads whether the scores of the heads are mixed
     */
    record Plan(long width, long heads, boolean second, boolean fromWords, boolean fromPositions, boolean shared, long reach, boolean cut, boolean mixedHeads) {}

    private final Plan plan;
    private final long size;
    private final Unit all;
    private final Tensor queryBias;
    private final Tensor valueBias;
    private final Unit query;
    private final Unit key;
    private final Unit value;
    private final Unit positionKey;
    private final Unit positionQuery;
    private final Unit mixedScores;
    private final Unit mixedWeights;
    private final Unit out;

    DisentangledAttention(Plan plan, long size) {
        this.plan = plan;
        this.size = size;
        long wide = plan.heads() * size;
        all = plan.second() ? null : hold("self.in_proj", Parts.linear(plan.width(), 3 * wide, false));
        queryBias = plan.second() ? null : hold("self.q_bias", Parts.parameter(wide));
        valueBias = plan.second() ? null : hold("self.v_bias", Parts.parameter(wide));
        query = plan.second() ? hold("self.query_proj", Parts.linear(plan.width(), wide, true)) : null;
        key = plan.second() ? hold("self.key_proj", Parts.linear(plan.width(), wide, true)) : null;
        value = plan.second() ? hold("self.value_proj", Parts.linear(plan.width(), wide, true)) : null;
        mixedScores = plan.mixedHeads() ? hold("self.head_logits_proj", Parts.linear(plan.heads(), plan.heads(), false)) : null;
        mixedWeights = plan.mixedHeads() ? hold("self.head_weights_proj", Parts.linear(plan.heads(), plan.heads(), false)) : null;
        positionKey = !plan.fromWords() ? null : plan.shared() ? key
            : hold(plan.second() ? "self.pos_key_proj" : "self.pos_proj", Parts.linear(plan.width(), wide, plan.second()));
        positionQuery = !plan.fromPositions() ? null : plan.shared() ? query : hold(plan.second() ? "self.pos_query_proj" : "self.pos_q_proj", Parts.linear(plan.width(), wide, true));
        out = hold("output.dense", Parts.linear(wide, plan.width(), true));
    }

    @Override public boolean isKept() {
        return false;
    }

    @Override Object forward(List<?> arguments) {
        Tensor x = tensor(arguments, 0);
        Tensor table = ((Context) arguments.get(1)).bias();
        Expr n = x.size(0);
        Expr t = x.size(1);
        List<Tensor> parts = parts(x);
        Tensor q = plan.second() ? parts.get(0) : parts.get(0).div(Math.sqrt(size));
        Tensor k = parts.get(1);
        Tensor scores = plan.second() ? q.matmul(k.transpose(-1, -2).div(Math.sqrt(size))) : q.matmul(k.transpose(-1, -2));
        if (table != null && (plan.fromWords() || plan.fromPositions())) {
            scores = scores.add(relative(q, k, plan.cut() ? table.slice(0, Expr.of(plan.reach()).minus(t), Expr.of(plan.reach()).plus(t)) : table));
        }
        scores = mixedScores == null ? scores : scores.permute(0, 2, 3, 1).then(mixedScores).permute(0, 3, 1, 2);
        Tensor weights = scores.softmax(-1);
        weights = mixedWeights == null ? weights : weights.permute(0, 2, 3, 1).then(mixedWeights).permute(0, 3, 1, 2);
        return weights.matmul(parts.get(2)).permute(0, 2, 1, 3).reshape(n, t, plan.heads() * size).then(out);
    }

    private List<Tensor> parts(Tensor x) {
        if (plan.second()) {
            return List.of(heads(x.then(query)), heads(x.then(key)), heads(x.then(value)));
        }
        List<Tensor> three = x.then(all).view(x.size(0), x.size(1), plan.heads(), 3 * size).permute(0, 2, 1, 3).chunk(3, -1);
        Tensor toQuery = queryBias.view(1, 1, plan.heads(), size).permute(0, 2, 1, 3);
        Tensor toValue = valueBias.view(1, 1, plan.heads(), size).permute(0, 2, 1, 3);
        return List.of(three.get(0).add(toQuery), three.get(1), three.get(2).add(toValue));
    }

    private Tensor heads(Tensor x) {
        return x.view(x.size(0), x.size(1), plan.heads(), size).permute(0, 2, 1, 3);
    }

    /** What relative positions add to the scores: of all of them the one that each pair needs is taken. */
    private Tensor relative(Tensor q, Tensor k, Tensor table) {
        Expr t = q.size(2);
        Tensor rows = table.unsqueeze(0);
        Tensor places = Parts.zeros(DType.INT64, t, t).expand(q.size(0), plan.heads(), t, t);
        Tensor sum = null;
        if (positionKey != null) {
            sum = q.matmul(heads(rows.then(positionKey)).transpose(-1, -2)).gather(-1, places);
        }
        if (positionQuery != null) {
            Tensor other = k.matmul(heads(rows.then(positionQuery)).transpose(-1, -2)).gather(-1, places).transpose(-1, -2);
            sum = sum == null ? other : sum.add(other);
        }
        return sum;
    }
}
