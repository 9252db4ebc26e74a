package layerbook.count;

import static layerbook.session.words.Nn.*;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import layerbook.formula.Expr;
import layerbook.net.Model;
import layerbook.net.Sequential;
import layerbook.net.Tensor;
import layerbook.net.Unit;

/** Language and vision transformers of any configuration, written as their own code is. */
final class Transformers {
    private Transformers() {}

    /** What a configuration says; sizes that it leaves out are 0, switches false. */
    record Config(JsonNode json) {
        int of(String name) {
            return json.path(name).asInt();
        }

        boolean is(String name) {
            return json.path(name).asBoolean();
        }

        int headSize() {
            return of("head_dim") > 0 ? of("head_dim") : of("d_kv") > 0 ? of("d_kv") : of("hidden") / of("heads");
        }
    }

    /** Scaled dot products of each query with each key, head by head; keys and values may have fewer heads, each for several queries. */
    static class Attention extends Model {
        final int heads;
        final int groups;
        final int each;
        Unit q;
        Unit k;
        Unit v;
        Unit o;

        Attention(int hidden, int heads, int groups, int each, boolean qkvBias, boolean outBias) {
            this.heads = heads;
            this.groups = groups;
            this.each = each;
            q = own(linear(hidden, heads * each, bias(qkvBias)));
            k = own(linear(hidden, groups * each, bias(qkvBias)));
            v = own(linear(hidden, groups * each, bias(qkvBias)));
            o = own(linear(heads * each, hidden, bias(outBias)));
        }

        public Tensor forward(Tensor x) {
            return attend(x, x, null);
        }

        public Tensor forward(Tensor x, Tensor memory) {
            return attend(x, memory, null);
        }

        Tensor attend(Tensor x, Tensor memory, Tensor positionBias) {
            Tensor scores = split(x.then(q), heads).matmul(shared(memory.then(k)).transpose(-2, -1)).div(Math.sqrt(each));
            scores = positionBias == null ? scores : scores.add(positionBias);
            Tensor mixed = scores.softmax(-1).matmul(shared(memory.then(v)));
            return mixed.transpose(1, 2).reshape(x.size(0), x.size(1), heads * each).then(o);
        }

        private Tensor split(Tensor x, int into) {
            return x.view(x.size(0), x.size(1), into, each).transpose(1, 2);
        }

        /** The heads of keys or values, each as often as there are queries for it. */
        private Tensor shared(Tensor x) {
            Tensor few = split(x, groups);
            return groups == heads ? few
                : few.unsqueeze(2).expand(x.size(0), groups, heads / groups, x.size(1), each).reshape(x.size(0), heads, x.size(1), each);
        }
    }

    // ---- GPT-2: norms before, biases everywhere, the head tied to the embedding

    static class Gpt2 extends Model {
        Unit wte;
        Unit wpe;
        List<GptBlock> h = new ArrayList<>();
        Unit ln_f;
        Unit lm_head;

        Gpt2(Config c) {
            wte = own(embedding(c.of("vocab"), c.of("hidden")));
            wpe = own(embedding(c.of("positions"), c.of("hidden")));
            for (int i = 0; i < c.of("layers"); i++) {
                h.add(new GptBlock(c));
            }
            ln_f = own(layerNorm(c.of("hidden")));
            lm_head = own(linear(c.of("hidden"), c.of("vocab"), bias(false)));
            if (c.is("tied")) {
                tie(lm_head.weight(), wte.weight());
            }
        }

        public Tensor forward(Tensor ids) {
            Tensor x = ids.then(wte).add(tensor(shape(ids.size(1)), INT64).then(wpe));
            for (GptBlock block : h) {
                x = x.then(block);
            }
            return x.then(ln_f).then(lm_head);
        }
    }

    static class GptBlock extends Model {
        Unit ln_1;
        Attention attn;
        Unit ln_2;
        Sequential mlp;

        GptBlock(Config c) {
            int d = c.of("hidden");
            ln_1 = own(layerNorm(d));
            attn = new Attention(d, c.of("heads"), c.of("heads"), c.headSize(), true, true);
            ln_2 = own(layerNorm(d));
            mlp = sequential(linear(d, c.of("intermediate")), gelu(), linear(c.of("intermediate"), d));
        }

        public Tensor forward(Tensor x) {
            Tensor y = x.add(x.then(ln_1).then(attn));
            return y.add(y.then(ln_2).then(mlp));
        }
    }

    // ---- BERT: norms behind, token types, a pooler on the first token

    static class Bert extends Model {
        Unit word;
        Unit position;
        Unit type;
        Unit norm;
        List<BertBlock> layer = new ArrayList<>();
        Unit pooler;

        Bert(Config c) {
            int d = c.of("hidden");
            word = own(embedding(c.of("vocab"), d));
            position = own(embedding(c.of("positions"), d));
            type = c.of("types") > 0 ? own(embedding(c.of("types"), d)) : null;
            norm = own(layerNorm(d));
            for (int i = 0; i < c.of("layers"); i++) {
                layer.add(new BertBlock(c));
            }
            pooler = c.is("pooler") ? own(linear(d, d)) : null;
        }

        public Tensor forward(Tensor ids) {
            Tensor x = ids.then(word).add(tensor(shape(ids.size(1)), INT64).then(position));
            x = (type == null ? x : x.add(ids.then(type))).then(norm);
            for (BertBlock block : layer) {
                x = x.then(block);
            }
            return pooler == null ? x : x.select(1, 0).then(pooler).tanh();
        }
    }

    static class BertBlock extends Model {
        Attention attention;
        Unit attentionNorm;
        Sequential mlp;
        Unit norm;

        BertBlock(Config c) {
            int d = c.of("hidden");
            attention = new Attention(d, c.of("heads"), c.of("heads"), c.headSize(), true, true);
            attentionNorm = own(layerNorm(d));
            mlp = sequential(linear(d, c.of("intermediate")), gelu(), linear(c.of("intermediate"), d));
            norm = own(layerNorm(d));
        }

        public Tensor forward(Tensor x) {
            Tensor y = x.add(x.then(attention)).then(attentionNorm);
            return y.add(y.then(mlp)).then(norm);
        }
    }

    // ---- Llama: root mean square norms, gated feed-forward, grouped keys; with experts, Mixtral

    static class Llama extends Model {
        Unit embed_tokens;
        List<LlamaBlock> layers = new ArrayList<>();
        Unit norm;
        Unit lm_head;

        Llama(Config c) {
            embed_tokens = own(embedding(c.of("vocab"), c.of("hidden")));
            for (int i = 0; i < c.of("layers"); i++) {
                layers.add(new LlamaBlock(c));
            }
            norm = own(rmsNorm(c.of("hidden")));
            lm_head = own(linear(c.of("hidden"), c.of("vocab"), bias(false)));
            if (c.is("tied")) {
                tie(lm_head.weight(), embed_tokens.weight());
            }
        }

        public Tensor forward(Tensor ids) {
            Tensor x = ids.then(embed_tokens);
            for (LlamaBlock block : layers) {
                x = x.then(block);
            }
            return x.then(norm).then(lm_head);
        }
    }

    static class LlamaBlock extends Model {
        Unit input_layernorm;
        Attention self_attn;
        Unit post_attention_layernorm;
        Unit router;
        List<Gated> experts = new ArrayList<>();

        LlamaBlock(Config c) {
            int d = c.of("hidden");
            input_layernorm = own(rmsNorm(d));
            self_attn = new Attention(d, c.of("heads"), c.of("kv_heads"), c.headSize(), c.is("qkv_bias"), false);
            post_attention_layernorm = own(rmsNorm(d));
            router = c.of("experts") > 1 ? own(linear(d, c.of("experts"), bias(false))) : null;
            for (int i = 0; i < Math.max(1, c.of("experts")); i++) {
                experts.add(new Gated(d, c.of("intermediate")));
            }
        }

        /** Each token goes through two of the experts; which two, nobody knows before. */
        public Tensor forward(Tensor x) {
            Tensor y = x.add(x.then(input_layernorm).then(self_attn));
            Tensor z = y.then(post_attention_layernorm);
            if (router == null) {
                return y.add(z.then(experts.get(0)));
            }
            Tensor weights = z.then(router).softmax(-1);
            Tensor a = z.then(experts.get(0)).mul(weights.slice(-1, 0, 1));
            Tensor b = z.then(experts.get(1)).mul(weights.slice(-1, 1, 2));
            return y.add(a.add(b));
        }
    }

    static class Gated extends Model {
        Unit gate_proj;
        Unit up_proj;
        Unit down_proj;

        Gated(int d, int f) {
            gate_proj = own(linear(d, f, bias(false)));
            up_proj = own(linear(d, f, bias(false)));
            down_proj = own(linear(f, d, bias(false)));
        }

        public Tensor forward(Tensor x) {
            return x.then(gate_proj).silu().mul(x.then(up_proj)).then(down_proj);
        }
    }

    // ---- T5: an encoder and a decoder over shared words; places by a learned bias

    static class T5 extends Model {
        Unit shared;
        T5Stack encoder;
        T5Stack decoder;
        Unit lm_head;

        T5(Config c) {
            shared = own(embedding(c.of("vocab"), c.of("hidden")));
            encoder = new T5Stack(c, false);
            decoder = new T5Stack(c, true);
            lm_head = own(linear(c.of("hidden"), c.of("vocab"), bias(false)));
            if (c.is("tied")) {
                tie(lm_head.weight(), shared.weight());
            }
        }

        public Tensor forward(Tensor ids) {
            Tensor memory = encoder.stack(ids.then(shared), null);
            return decoder.stack(ids.then(shared), memory).then(lm_head);
        }
    }

    static class T5Stack extends Model {
        Unit relative_attention_bias;
        List<T5Block> block = new ArrayList<>();
        Unit final_layer_norm;

        T5Stack(Config c, boolean decodes) {
            relative_attention_bias = own(embedding(32, c.of("heads")));
            for (int i = 0; i < c.of("layers"); i++) {
                block.add(new T5Block(c, decodes));
            }
            final_layer_norm = own(rmsNorm(c.of("hidden")));
        }

        Tensor stack(Tensor x, Tensor memory) {
            Expr length = x.size(1);
            Tensor bias = tensor(shape(length, length), INT64).then(relative_attention_bias).permute(2, 0, 1).unsqueeze(0);
            Tensor y = x;
            for (T5Block b : block) {
                y = b.through(y, memory, bias);
            }
            return y.then(final_layer_norm);
        }
    }

    static class T5Block extends Model {
        Unit norm1;
        Attention self;
        Unit norm2;
        Attention cross;
        Unit norm3;
        Unit wi;
        Unit gate;
        Unit wo;

        T5Block(Config c, boolean decodes) {
            int d = c.of("hidden");
            norm1 = own(rmsNorm(d));
            self = new Attention(d, c.of("heads"), c.of("heads"), c.headSize(), false, false);
            norm2 = decodes ? own(rmsNorm(d)) : null;
            cross = decodes ? new Attention(d, c.of("heads"), c.of("heads"), c.headSize(), false, false) : null;
            norm3 = own(rmsNorm(d));
            wi = own(linear(d, c.of("intermediate"), bias(false)));
            gate = c.is("gated") ? own(linear(d, c.of("intermediate"), bias(false))) : null;
            wo = own(linear(c.of("intermediate"), d, bias(false)));
        }

        Tensor through(Tensor x, Tensor memory, Tensor bias) {
            Tensor at = x.then(norm1);
            Tensor y = x.add(self.attend(at, at, bias));
            y = cross == null ? y : y.add(y.then(norm2).then(cross, memory));
            Tensor z = y.then(norm3);
            Tensor wide = gate == null ? z.then(wi).relu() : z.then(gate).gelu().mul(z.then(wi));
            return y.add(wide.then(wo));
        }
    }

    // ---- vision transformer of any size

    static class Vit extends Model {
        Unit patches;
        Tensor classToken;
        Tensor places;
        List<GptBlock> layers = new ArrayList<>();
        Unit norm;
        Unit head;

        Vit(Config c) {
            int d = c.of("hidden");
            int across = c.of("image") / c.of("patch");
            patches = own(conv2d(3, d, c.of("patch"), stride(c.of("patch"))));
            classToken = parameter(1, 1, d);
            places = parameter(1, across * across + 1, d);
            for (int i = 0; i < c.of("layers"); i++) {
                layers.add(new GptBlock(c));
            }
            norm = own(layerNorm(d));
            head = own(linear(d, c.of("classes")));
        }

        public Tensor forward(Tensor image) {
            Tensor x = image.then(patches).flatten(2).transpose(1, 2);
            x = cat(1, classToken.expand(image.size(0), -1, -1), x).add(places);
            for (GptBlock block : layers) {
                x = x.then(block);
            }
            return x.then(norm).select(1, 0).then(head);
        }
    }
}
