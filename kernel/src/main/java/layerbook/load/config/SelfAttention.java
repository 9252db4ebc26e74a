package layerbook.load.config;

import java.util.ArrayList;
import java.util.List;
import layerbook.formula.Expr;
import layerbook.hardware.AttentionCache;
import layerbook.net.Tensor;
import layerbook.net.Unit;

/** Multi-head attention with the options of an {@link AttentionPlan}: takes N×T×d (and what it looks at, if that is another sequence), gives N×T×d. */
final class SelfAttention extends Block implements AttentionCache {
    private final AttentionPlan plan;
    private final List<Object> projections = new ArrayList<>();
    private final Object out;
    private final List<Object> queryNorms = new ArrayList<>();
    private final List<Object> keyNorms = new ArrayList<>();
    private final Tensor sinks;

    SelfAttention(AttentionPlan plan) {
        this.plan = plan;
        long queries = plan.heads * plan.size;
        long keys = plan.keys * plan.size;
        if (plan.layout == AttentionPlan.Layout.SEPARATE) {
            projections.add(hold(plan.names.get(0), Parts.linear(plan.width, queries, plan.queryBias)));
            projections.add(hold(plan.names.get(1), Parts.linear(plan.width, keys, plan.keyBias)));
            projections.add(hold(plan.names.get(2), Parts.linear(plan.width, keys, plan.valueBias)));
        } else {
            projections.add(hold(plan.names.get(0), projection(plan.width, queries + 2 * keys, plan.queryBias)));
        }
        out = hold(plan.outName, projection(queries, plan.width, plan.outBias));
        norms(queryNorms, plan.heads, 0);
        norms(keyNorms, plan.keys, 1);
        sinks = plan.sinks ? hold("sinks", Parts.parameter(plan.heads)) : null;
    }

    private Object projection(long in, long wide, boolean bias) {
        return plan.conv1d ? new Conv1D(in, wide) : Parts.linear(in, wide, bias);
    }

    private void norms(List<Object> norms, long heads, int which) {
        String name = plan.normNames.get(which);
        switch (plan.normAt) {
            case WHOLE -> norms.add(hold(name, plan.norm.apply(heads * plan.size)));
            case HEAD -> norms.add(hold(name, plan.norm.apply(plan.size)));
            case SCALED_HEADS -> norms.add(hold(name, new HeadNorm(heads, plan.size)));
            case EACH_HEAD -> {
                for (int i = 0; i < heads; i++) {
                    norms.add(plan.norm.apply(plan.size));
                }
                hold(name + ".norms", norms);
            }
            default -> { }
        }
    }

    @Override public boolean isKept() {
        return plan.kept;
    }

    @Override public Expr window() {
        return plan.window == 0 ? null : Expr.of(plan.window);
    }

    @Override Object forward(List<?> arguments) {
        Tensor x = tensor(arguments, 0);
        Context context = (Context) arguments.get(1);
        Tensor other = tensor(arguments, 2);
        List<Tensor> heads = heads(x, other == null ? x : other);
        Tensor q = heads.get(0);
        Tensor k = heads.get(1);
        if (plan.rotary > 0) {
            Context.Angles angles = plan.localAngles && context.local() != null ? context.local() : context.angles();
            q = q.apply(new Rotary(plan.rotary), angles.cos(), angles.sin());
            k = k.apply(new Rotary(plan.rotary), angles.cos(), angles.sin());
        }
        Tensor seen = plan.sinks || plan.softcap ? Scores.writtenOut(plan, q, k, heads.get(2), sinks) : Scores.inOneCall(plan, q, k, heads.get(2), context.bias());
        return seen.transpose(1, 2).reshape(x.size(0), x.size(1), plan.heads * plan.size).then(out);
    }

    /** Queries, keys and values, N×heads×T×size each. */
    private List<Tensor> heads(Tensor x, Tensor other) {
        return switch (plan.layout) {
            case SEPARATE -> List.of(split(x.then(projections.get(0)), plan.heads, queryNorms), split(other.then(projections.get(1)), plan.keys, keyNorms),
                split(other.then(projections.get(2)), plan.keys, List.of()));
            case TOGETHER -> {
                long keys = plan.keys * plan.size;
                List<Tensor> parts = clipped(x.then(projections.get(0))).split(List.of(plan.heads * plan.size, keys, keys), -1);
                yield List.of(split(parts.get(0), plan.heads, queryNorms), split(parts.get(1), plan.keys, keyNorms), split(parts.get(2), plan.keys, List.of()));
            }
            case GROUPS -> groups(clipped(x.then(projections.get(0))));
        };
    }

    private Tensor clipped(Tensor x) {
        return plan.clipped ? x.clamp(-8, 8) : x;
    }

    private List<Tensor> groups(Tensor x) {
        Expr n = x.size(0);
        Expr t = x.size(1);
        long group = plan.heads / plan.keys;
        Tensor all = x.view(n, t, plan.keys, group + 2, plan.size);
        Tensor q = all.slice(3, 0, group).reshape(n, t, plan.heads, plan.size);
        Tensor k = all.select(3, group);
        return List.of(normed(q, queryNorms).transpose(1, 2), normed(k, keyNorms).transpose(1, 2), all.select(3, group + 1).transpose(1, 2));
    }

    private Tensor split(Tensor x, long heads, List<Object> norms) {
        Tensor clipped = plan.layout == AttentionPlan.Layout.SEPARATE ? clipped(x) : x;
        Tensor whole = plan.normAt == AttentionPlan.NormAt.WHOLE && !norms.isEmpty() ? clipped.then(norms.get(0)) : clipped;
        Tensor each = whole.view(x.size(0), x.size(1), heads, plan.size);
        return (plan.normAt == AttentionPlan.NormAt.WHOLE ? each : normed(each, norms)).transpose(1, 2);
    }

    /** The norm of each head of N×T×heads×size. */
    private Tensor normed(Tensor x, List<Object> norms) {
        if (norms.size() <= 1) {
            return norms.isEmpty() ? x : x.then(norms.get(0));
        }
        var heads = new ArrayList<Tensor>();
        List<Tensor> parts = x.split(1, 2);
        for (int i = 0; i < parts.size(); i++) {
            heads.add(parts.get(i).then(norms.get(i)));
        }
        return Parts.cat(2, heads.toArray(Tensor[]::new));
    }
}
