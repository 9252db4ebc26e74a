package layerbook.load.config;

import java.util.List;
import layerbook.formula.Expr;
import layerbook.hardware.AttentionCache;
import layerbook.net.Tensor;
import layerbook.net.Unit;

/**
 * Multi-head latent attention: keys and values of all heads are made from one short vector for each token, and that is what a cache keeps, with the part of
 * the keys that is turned. Takes N×T×d and the context, gives N×T×d. Source: DeepSeek-V2, 2024.
 */
final class LatentAttention extends Block implements AttentionCache {
    /**
     * Its sizes.
     *
     * @param queryRank the length of the short vector that queries are made from; 0 if they are made directly
     * @param rank the length of the short vector that keys and values are made from
     * @param plain numbers of a query and key that are not turned
     * @param turned numbers that are, shared by the keys of all heads
     * @param value numbers of a value
     * @param bias whether the matrices to and from the short vectors, and the last one, have biases
     */
    record Sizes(long width, long heads, long queryRank, long rank, long plain, long turned, long value, boolean bias) {}

    private final Sizes s;
    private final List<Object> query;
    private final Unit down;
    private final Unit norm;
    private final Unit up;
    private final Unit out;

    LatentAttention(Sizes s) {
        this.s = s;
        long queries = s.heads() * (s.plain() + s.turned());
        query = s.queryRank() == 0 ? List.of(hold("q_proj", Parts.linear(s.width(), queries, false)))
            : List.of(hold("q_a_proj", Parts.linear(s.width(), s.queryRank(), s.bias())), hold("q_a_layernorm", Parts.rms(s.queryRank())),
                hold("q_b_proj", Parts.linear(s.queryRank(), queries, false)));
        down = hold("kv_a_proj_with_mqa", Parts.linear(s.width(), s.rank() + s.turned(), s.bias()));
        norm = hold("kv_a_layernorm", Parts.rms(s.rank()));
        up = hold("kv_b_proj", Parts.linear(s.rank(), s.heads() * (s.plain() + s.value()), false));
        out = hold("o_proj", Parts.linear(s.heads() * s.value(), s.width(), s.bias()));
    }

    @Override public Expr numbersPerPosition() {
        return Expr.of(s.rank() + s.turned());
    }

    @Override Object forward(List<?> arguments) {
        Tensor x = tensor(arguments, 0);
        Context.Angles angles = ((Context) arguments.get(1)).angles();
        Expr n = x.size(0);
        Expr t = x.size(1);
        Tensor q = x;
        for (Object step : query) {
            q = q.then(step);
        }
        List<Tensor> qs = q.view(n, t, s.heads(), s.plain() + s.turned()).transpose(1, 2).split(List.of(s.plain(), s.turned()), -1);
        List<Tensor> latent = x.then(down).split(List.of(s.rank(), s.turned()), -1);
        List<Tensor> kv = latent.get(0).then(norm, up).view(n, t, s.heads(), s.plain() + s.value()).transpose(1, 2).split(List.of(s.plain(), s.value()), -1);
        Tensor shared = turned(latent.get(1).view(n, t, 1, s.turned()).transpose(1, 2), angles).expand(n, s.heads(), t, s.turned());
        var plan = new AttentionPlan(s.width(), s.heads(), s.heads(), s.plain() + s.turned());
        Tensor seen = Scores.inOneCall(plan, Parts.cat(-1, qs.get(0), turned(qs.get(1), angles)), Parts.cat(-1, kv.get(0), shared), kv.get(1), null);
        return seen.transpose(1, 2).reshape(n, t, s.heads() * s.value()).then(out);
    }

    private Tensor turned(Tensor x, Context.Angles angles) {
        return x.apply(new Rotary(s.turned()), angles.cos(), angles.sin());
    }
}
