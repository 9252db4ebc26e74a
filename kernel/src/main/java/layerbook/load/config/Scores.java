package layerbook.load.config;

import java.util.LinkedHashMap;
import java.util.List;
import layerbook.formula.Expr;
import layerbook.net.Tensor;
import layerbook.operations.Operations;

/** softmax(Q·Kᵀ/√size + bias)·V for queries of N×heads×T×size and keys and values of N×keys×S×size: in one call where PyTorch has one, else written out. */
final class Scores {
    private Scores() {}

    /** {@code F.scaled_dot_product_attention}; all T·S scores are computed, masked or not. */
    static Tensor inOneCall(AttentionPlan plan, Tensor q, Tensor k, Tensor v, Tensor bias) {
        var options = new LinkedHashMap<String, Object>();
        if (plan.biased) {
            options.put("attn_mask", bias);
        } else if (plan.causal) {
            options.put("is_causal", true);
        }
        if (!plan.scaled) {
            options.put("scale", 1.0);
        }
        if (plan.keys != plan.heads) {
            options.put("enable_gqa", true);
        }
        return Operations.find("scaled_dot_product_attention").apply(List.of(q, k, v), options).tensor();
    }

    /** As transformers' eager attention: with a soft cap on the scores, or with a score of "nothing" for each head that takes part in the softmax alone. */
    static Tensor writtenOut(AttentionPlan plan, Tensor q, Tensor k, Tensor v, Tensor sinks) {
        Expr n = q.size(0);
        Expr t = q.size(2);
        Tensor scores = q.matmul(expanded(plan, k).transpose(2, 3)).mul(1 / Math.sqrt(plan.size));
        if (plan.softcap) {
            scores = scores.div(50.0).tanh().mul(50.0);
        }
        scores = scores.maskedFill(Parts.earlier(t), Double.NEGATIVE_INFINITY);
        if (sinks != null) {
            scores = Parts.cat(-1, scores, sinks.view(1, plan.heads, 1, 1).expand(n, plan.heads, t, 1));
        }
        Tensor weights = scores.softmax(-1);
        return (sinks == null ? weights : weights.slice(3, 0, t)).matmul(expanded(plan, v));
    }

    /** Each key or value for all queries of its group. */
    private static Tensor expanded(AttentionPlan plan, Tensor x) {
        long group = plan.heads / plan.keys;
        return group == 1 ? x
            : x.unsqueeze(2).expand(x.size(0), plan.keys, group, x.size(2), plan.size).reshape(x.size(0), plan.heads, x.size(2), plan.size);
    }
}
