package layerbook.hardware;

import static layerbook.session.words.Nn.*;

import java.util.ArrayList;
import java.util.List;
import layerbook.formula.Expr;
import layerbook.net.Model;
import layerbook.net.Tensor;
import layerbook.net.Unit;

/** A decoder with grouped keys, in the ways in which people write its attention. */
final class Decoder extends Model {
    /** How attention is written. */
    enum Style { ONE_CALL, EXPANDED, WRITTEN_OUT, LATENT }

    Unit embed_tokens;
    List<Block> layers = new ArrayList<>();
    Unit norm;
    Unit lm_head;

    Decoder(Style style, int count, int width, int heads, int keyHeads, int size, int hidden, int words) {
        embed_tokens = own(embedding(words, width));
        for (int i = 0; i < count; i++) {
            layers.add(new Block(style, width, heads, keyHeads, size, hidden));
        }
        norm = own(layerNorm(width));
        lm_head = own(linear(width, words, bias(false)));
    }

    public Tensor forward(Tensor ids) {
        Tensor x = ids.then(embed_tokens);
        for (Block b : layers) {
            x = x.then(b);
        }
        return x.then(norm).then(lm_head);
    }

    static final class Block extends Model {
        Unit input_layernorm;
        Model self_attn;
        Unit post_attention_layernorm;
        Unit up_proj;
        Unit down_proj;

        Block(Style style, int width, int heads, int keyHeads, int size, int hidden) {
            input_layernorm = own(layerNorm(width));
            self_attn = style == Style.LATENT ? new LatentAttention(width, heads, size) : new Attention(style, width, heads, keyHeads, size);
            post_attention_layernorm = own(layerNorm(width));
            up_proj = own(linear(width, hidden, bias(false)));
            down_proj = own(linear(hidden, width, bias(false)));
        }

        public Tensor forward(Tensor x) {
            x = x.add(x.then(input_layernorm).then(self_attn));
            return x.add(x.then(post_attention_layernorm).then(up_proj).relu().then(down_proj));
        }
    }

    static final class Attention extends Model {
        final Style style;
        final int heads;
        final int keyHeads;
        final int size;
        Unit q_proj;
        Unit k_proj;
        Unit v_proj;
        Unit o_proj;

        Attention(Style style, int width, int heads, int keyHeads, int size) {
            this.style = style;
            this.heads = heads;
            this.keyHeads = keyHeads;
            this.size = size;
            q_proj = own(linear(width, heads * size, bias(false)));
            k_proj = own(linear(width, keyHeads * size, bias(false)));
            v_proj = own(linear(width, keyHeads * size, bias(false)));
            o_proj = own(linear(heads * size, width, bias(false)));
        }

        public Tensor forward(Tensor x) {
            Expr n = x.size(0);
            Expr t = x.size(1);
            Tensor q = x.then(q_proj).view(n, t, heads, size).transpose(1, 2);
            Tensor k = x.then(k_proj).view(n, t, keyHeads, size).transpose(1, 2);
            Tensor v = x.then(v_proj).view(n, t, keyHeads, size).transpose(1, 2);
            k = k.unsqueeze(2).expand(n, keyHeads, heads / keyHeads, t, size).reshape(n, heads, t, size);
            v = v.unsqueeze(2).expand(n, keyHeads, heads / keyHeads, t, size).reshape(n, heads, t, size);
            Tensor out = style == Style.WRITTEN_OUT ? writtenOut(q, k, v, t) : q.scaledDotProductAttention(k, v, isCausal(true));
            return out.transpose(1, 2).reshape(n, t, heads * size).then(o_proj);
        }

        private static Tensor writtenOut(Tensor q, Tensor k, Tensor v, Expr t) {
            Tensor scores = q.matmul(k.transpose(-2, -1)).mul(0.125);
            Tensor mask = ones(t, t, BOOL).triu(1);
            return scores.maskedFill(mask, -1e9).softmax(-1).matmul(v);
        }
    }

    /** Keys and values made from one short vector, with 64 numbers of places that the heads share. */
    static final class LatentAttention extends Model {
        static final int RANK = 512;
        static final int PLACES = 64;
        final int heads;
        final int size;
        Unit q_proj;
        Unit kv_a_proj;
        Unit kv_a_norm = own(layerNorm(RANK));
        Unit kv_b_proj;
        Unit o_proj;

        LatentAttention(int width, int heads, int size) {
            this.heads = heads;
            this.size = size;
            q_proj = own(linear(width, heads * (size + PLACES), bias(false)));
            kv_a_proj = own(linear(width, RANK + PLACES, bias(false)));
            kv_b_proj = own(linear(RANK, heads * 2 * size, bias(false)));
            o_proj = own(linear(heads * size, width, bias(false)));
        }

        public Tensor forward(Tensor x) {
            Expr n = x.size(0);
            Expr t = x.size(1);
            Tensor q = x.then(q_proj).view(n, t, heads, size + PLACES).transpose(1, 2);
            List<Tensor> compressed = x.then(kv_a_proj).split(size(RANK, PLACES), dim(-1));
            Tensor places = compressed.get(1).unsqueeze(1).expand(n, heads, t, PLACES);
            Tensor kv = compressed.get(0).then(kv_a_norm).then(kv_b_proj).view(n, t, heads, 2 * size).transpose(1, 2);
            List<Tensor> both = kv.split(size(size, size), dim(-1));
            Tensor k = cat(-1, both.get(0), places);
            return q.scaledDotProductAttention(k, both.get(1), isCausal(true)).transpose(1, 2).reshape(n, t, heads * size).then(o_proj);
        }
    }
}
