// %% [markdown]
// # Mixtral
//
// Albert Jiang and others: *Mixtral of Experts*, 2024, [arXiv:2401.04088](https://arxiv.org/abs/2401.04088). Sizes are those of the published weights
// of Mixtral 8x7B.
//
// **The idea.** The part behind attention is there eight times: eight *experts*. For each word a small layer, the *router*, picks two of them, and only these
// work. So there are the parameters of a network of 47 thousand millions, and the work of one of 13.

// %% sizes tags=["parameters"]
int layers = 32;
int heads = 32;
int kvHeads = 8;
int headDim = 128;
int hidden = 4096;
int intermediate = 14_336;
int vocab = 32_000;
int experts = 8;
int chosen = 2;
// => layers ==> 32
// => heads ==> 32
// => kvHeads ==> 8
// => headDim ==> 128
// => hidden ==> 4096
// => intermediate ==> 14336
// => vocab ==> 32000
// => experts ==> 8
// => chosen ==> 2

// %% letters
record Config(int layers, int heads, int kvHeads, int headDim, int hidden, int intermediate, int vocab, int experts, int chosen) {}
int length = 128;
// => created record Config
// => length ==> 128

// %% [markdown]
// ## Attention
//
// As in Llama (there it is explained): fewer keys and values than queries, and places told by turning.

// %% attention
class Attention extends Model {
    Unit q_proj, k_proj, v_proj, o_proj;
    Tensor inv_freq;
    Config c;

    Attention(Config c) {
        this.c = c;
        q_proj = own(linear(c.hidden(), c.heads() * c.headDim(), bias(false)));
        k_proj = own(linear(c.hidden(), c.kvHeads() * c.headDim(), bias(false)));
        v_proj = own(linear(c.hidden(), c.kvHeads() * c.headDim(), bias(false)));
        o_proj = own(linear(c.heads() * c.headDim(), c.hidden(), bias(false)));
        inv_freq = buffer(c.headDim() / 2);
    }

    Tensor turned(Tensor x, Tensor angles) {
        var halves = x.chunk(2, -1);
        return x.mul(angles.cos()).add(cat(-1, halves.get(1).neg(), halves.get(0)).mul(angles.sin()));
    }

    Tensor stretched(Tensor x) {
        Expr n = x.size(0), t = x.size(2);
        return x.unsqueeze(2).expand(n, c.kvHeads(), c.heads() / c.kvHeads(), t, c.headDim()).reshape(n, c.heads(), t, c.headDim());
    }

    public Tensor forward(Tensor x) {
        Expr n = x.size(0), t = x.size(1);
        var half = arange(t).unsqueeze(1).mul(inv_freq);
        var angles = cat(-1, half, half);
        var q = turned(x.then(q_proj).view(n, t, c.heads(), c.headDim()).transpose(1, 2), angles);
        var k = stretched(turned(x.then(k_proj).view(n, t, c.kvHeads(), c.headDim()).transpose(1, 2), angles));
        var v = stretched(x.then(v_proj).view(n, t, c.kvHeads(), c.headDim()).transpose(1, 2));
        var near = q.matmul(k.transpose(-2, -1)).div(Math.sqrt(c.headDim())).maskedFill(ones(t, t).tril().eq(0), Double.NEGATIVE_INFINITY);
        return near.softmax(-1).matmul(v).transpose(1, 2).reshape(n, t, c.heads() * c.headDim()).then(o_proj);
    }
}
// => created class Attention

// %% [markdown]
// ## Experts
//
// An expert is Llama's gated part: $3 d f$ weights. The router is one layer from $d$ to 8 numbers; the two largest win, and the softmax of the two says
// how much each of them matters.
//
// Which words an expert gets is only known when the network runs. But each word goes to two of eight, so on average an expert sees
// a *quarter* of the words, and all experts together each word twice: that is how it is counted here.

// %% experts
class Expert extends Model {
    Unit w1, w2, w3;

    Expert(int d, int f) {
        w1 = own(linear(d, f, bias(false)));
        w2 = own(linear(f, d, bias(false)));
        w3 = own(linear(d, f, bias(false)));
    }

    public Tensor forward(Tensor x) {
        return x.then(w1).silu().mul(x.then(w3)).then(w2);
    }
}

class SparseMoe extends Model {
    Unit gate;
    List<Model> experts = new ArrayList<>();
    int chosen;

    SparseMoe(Config c) {
        gate = own(linear(c.hidden(), c.experts(), bias(false)));
        for (int i = 0; i < c.experts(); i++) experts.add(new Expert(c.hidden(), c.intermediate()));
        chosen = c.chosen();
    }

    public Tensor forward(Tensor x) {
        Expr n = x.size(0), t = x.size(1), d = x.size(2);
        var words = x.view(n.times(t), d);
        var matters = words.then(gate).slice(1, 0, chosen).softmax(1);      // the largest two
        int share = t.intValue() * chosen / experts.size();
        var seen = new ArrayList<Tensor>();
        for (Model expert : experts) seen.add(words.slice(0, 0, n.times(share)).then(expert));    // a quarter of the words
        return cat(0, seen).view(n, t, chosen, d).mul(matters.view(n, t, chosen, 1)).sum(2);
    }
}
// => created class Expert
// => created class SparseMoe

// %% [markdown]
// ## The network

// %% the network
class MixtralLayer extends Model {
    Model self_attn, block_sparse_moe;
    Unit input_layernorm, post_attention_layernorm;

    MixtralLayer(Config c) {
        self_attn = new Attention(c);
        block_sparse_moe = new SparseMoe(c);
        input_layernorm = own(rmsNorm(c.hidden()));
        post_attention_layernorm = own(rmsNorm(c.hidden()));
    }

    public Tensor forward(Tensor x) {
        x = x.add(x.then(input_layernorm, self_attn));
        return x.add(x.then(post_attention_layernorm, block_sparse_moe));
    }
}

class Mixtral extends Model {
    Unit embed_tokens, norm, lm_head;
    List<Model> layers = new ArrayList<>();

    Mixtral(Config c) {
        embed_tokens = own(embedding(c.vocab(), c.hidden()));
        for (int i = 0; i < c.layers(); i++) layers.add(new MixtralLayer(c));
        norm = own(rmsNorm(c.hidden()));
        lm_head = own(linear(c.hidden(), c.vocab(), bias(false)));
    }

    public Tensor forward(Tensor words) {
        var x = words.then(embed_tokens);
        for (Model one : layers) x = x.then(one);
        return x.then(norm, lm_head);
    }
}

Network mixtral(Config c) {
    return trace(new Mixtral(c), tensor(shape(N, length), INT64));
}
// => created class MixtralLayer
// => created class Mixtral
// => created method mixtral(Config)

// %% [markdown]
// ## Checked
//
// The published weights are 46,702,792,704 numbers. The name says 8 times 7: but the attention is there only once.

// %% mixtral-8x7b
var eight = mixtral(new Config(32, 32, 8, 128, 4096, 14_336, 32_000, 8, 2));
check(params(eight) == 46_702_792_704L);

// %% [markdown]
// ## What works for a word
//
// Without six of the eight experts there are 12.9 thousand million parameters left. Two FLOPs for each of them and each word, and attention on top:

// %% for each word
long expert = 3L * 4096 * 14_336;
long active = params(eight) - 32 * 6 * expert;
check(active == 12_879_925_248L);
System.out.printf("%,d parameters work for a word, %,d FLOPs for each of %d words%n", active, flops(eight) / length, length);
// => expert ==> 176160768
// => active ==> 12879925248
// => 12,879,925,248 parameters work for a word, 25,564,282,880 FLOPs for each of 128 words

// %% the same from formulas
long attention = 2L * 4096 * 4096 + 2L * 4096 * 1024;
check(macs(eight) == length * (32 * (attention + 2 * expert + 8 * 4096) + 4096L * 32_000) + 32 * 2L * length * length * 4096);
// => attention ==> 41943040

// %% at your sizes
var mine = mixtral(new Config(layers, heads, kvHeads, headDim, hidden, intermediate, vocab, experts, chosen));
System.out.println(paramsFormula(mine).text() + " parameters, " + flopsFormula(mine).text() + " FLOPs");
// => 46,702,792,704 parameters, 3,272,228,208,640·N FLOPs
