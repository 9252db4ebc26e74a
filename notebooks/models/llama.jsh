// %% [markdown]
// # Llama 2 and 3, and their kind
//
// Hugo Touvron and others: *Llama 2: Open Foundation and Fine-Tuned Chat Models*, 2023, [arXiv:2307.09288](https://arxiv.org/abs/2307.09288);
// Aaron Grattafiori and others: *The Llama 3 Herd of Models*, 2024, [arXiv:2407.21783](https://arxiv.org/abs/2407.21783). Mistral, Qwen, Gemma, TinyLlama and Phi-3 are
// built in the same way; figures are those of the weights that were published.
//
// **The idea.** GPT-2 once more, with what was found out since: no biases, RMSNorm instead of LayerNorm, places told by *turning* queries and
// keys instead of a table, a *gated* part behind attention, and, in the large ones, fewer keys and values than queries.

// %% [markdown]
// ## Its sizes
//
// `layerbook run --set layers=16 --set hidden=1024 --set heads=16 --set kvHeads=4 --set headDim=64 --set intermediate=2816 llama.jsh`

// %% sizes tags=["parameters"]
int layers = 32;
int heads = 32;
int kvHeads = 32;
int headDim = 128;
int hidden = 4096;
int intermediate = 11_008;
int vocab = 32_000;
boolean tied = false;
boolean qkvBias = false;
// => layers ==> 32
// => heads ==> 32
// => kvHeads ==> 32
// => headDim ==> 128
// => hidden ==> 4096
// => intermediate ==> 11008
// => vocab ==> 32000
// => tied ==> false
// => qkvBias ==> false

// %% letters
record Config(int layers, int heads, int kvHeads, int headDim, int hidden, int intermediate, int vocab, boolean tied, boolean qkvBias) {
    Config(int layers, int heads, int kvHeads, int headDim, int hidden, int intermediate, int vocab) {
        this(layers, heads, kvHeads, headDim, hidden, intermediate, vocab, false, false);
    }
}
var T = symbol("T");
// => created record Config
// => T ==> T

// %% [markdown]
// ## Attention with fewer keys
//
// While a text is written word by word, the keys and values of all words so far are kept. With 64 heads that is a lot of memory; so eight
// queries share one key and one value: 8 instead of 64 are made, and *stretched* when they are compared. That saves weights and memory, but
// no comparison. With $h$ heads of $e$ numbers and $k$ keys:
//
// $$P = \underbrace{d \, h e}_{\text{query}} + \underbrace{2 \, d \, k e}_{\text{key, value}} + \underbrace{h e \, d}_{\text{mix}}$$
//
// The place is told by an angle: two numbers of a query are turned by $t \cdot \theta_i$ at place $t$. The $\theta_i$ are not learned: a buffer.

// %% attention
class Attention extends Model {
    Unit q_proj, k_proj, v_proj, o_proj;
    Tensor inv_freq;
    Config c;

    Attention(Config c) {
        this.c = c;
        q_proj = own(linear(c.hidden(), c.heads() * c.headDim(), bias(c.qkvBias())));
        k_proj = own(linear(c.hidden(), c.kvHeads() * c.headDim(), bias(c.qkvBias())));
        v_proj = own(linear(c.hidden(), c.kvHeads() * c.headDim(), bias(c.qkvBias())));
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
        var k = turned(x.then(k_proj).view(n, t, c.kvHeads(), c.headDim()).transpose(1, 2), angles);
        var v = x.then(v_proj).view(n, t, c.kvHeads(), c.headDim()).transpose(1, 2);
        if (c.kvHeads() < c.heads()) {
            k = stretched(k);
            v = stretched(v);
        }
        var near = q.matmul(k.transpose(-2, -1)).div(Math.sqrt(c.headDim())).maskedFill(ones(t, t).tril().eq(0), Double.NEGATIVE_INFINITY);
        return near.softmax(-1).matmul(v).transpose(1, 2).reshape(n, t, c.heads() * c.headDim()).then(o_proj);
    }
}
// => created class Attention

// %% [markdown]
// ## A layer
//
// Behind attention two matrices go out to $f$ numbers; one of the two, through SiLU, is a *gate* by which the other is multiplied; a third comes back:
// $3 d f$ weights. With $f = \frac{8}{3} d$ that is as much as GPT-2's $8 d^2$.

// %% a layer
class Mlp extends Model {
    Unit gate_proj, up_proj, down_proj;

    Mlp(int d, int f) {
        gate_proj = own(linear(d, f, bias(false)));
        up_proj = own(linear(d, f, bias(false)));
        down_proj = own(linear(f, d, bias(false)));
    }

    public Tensor forward(Tensor x) {
        return x.then(gate_proj).silu().mul(x.then(up_proj)).then(down_proj);
    }
}

class DecoderLayer extends Model {
    Model self_attn, mlp;
    Unit input_layernorm, post_attention_layernorm;

    DecoderLayer(Config c) {
        self_attn = new Attention(c);
        mlp = new Mlp(c.hidden(), c.intermediate());
        input_layernorm = own(rmsNorm(c.hidden()));
        post_attention_layernorm = own(rmsNorm(c.hidden()));
    }

    public Tensor forward(Tensor x) {
        x = x.add(x.then(input_layernorm, self_attn));
        return x.add(x.then(post_attention_layernorm, mlp));
    }
}
var seventy = new Config(80, 64, 8, 128, 8192, 28_672, 32_000);
var layer = trace(new DecoderLayer(seventy), shape(N, T, 8192));
System.out.println(paramsFormula(layer).text() + " parameters, " + flopsFormula(layer).text() + " FLOPs");
// => created class Mlp
// => created class DecoderLayer
// => seventy ==> Config[layers=80, heads=64, kvHeads=8, headDim=128, hidden=8192, intermediate=28672, vocab=32000, tied=false, qkvBias=false]
// => 855,654,400 parameters, 32,768·N·T² + 1,711,276,032·N·T FLOPs

// %% the network
class Llama extends Model {
    Unit embed_tokens, norm, lm_head;
    List<Model> layers = new ArrayList<>();

    Llama(Config c) {
        embed_tokens = own(embedding(c.vocab(), c.hidden()));
        for (int i = 0; i < c.layers(); i++) layers.add(new DecoderLayer(c));
        norm = own(rmsNorm(c.hidden()));
        lm_head = own(linear(c.hidden(), c.vocab(), bias(false)));
        if (c.tied()) tie(lm_head.weight(), embed_tokens.weight());
    }

    public Tensor forward(Tensor words) {
        var x = words.then(embed_tokens);
        for (Model one : layers) x = x.then(one);
        return x.then(norm, lm_head);
    }
}

Network llama(Config c) {
    return trace(new Llama(c), tensor(shape(N, T), INT64));
}

void published(Config c, long params) {
    var net = llama(c);
    check(params(net) == params, params(net) + " parameters");
    System.out.printf("%,14d parameters%n", params);
}

void published(Config c, long params, long flops) {
    var net = llama(c);
    check(params(net) == params, params(net) + " parameters");
    check(flopsFormula(net).at(T, 128).at(N, 1).equals(Expr.of(flops)), flopsFormula(net).text());
    System.out.printf("%,14d parameters, %,18d FLOPs for 128 words%n", params, flops);
}
// => created class Llama
// => created method llama(Config)
// => created method published(Config,long)
// => created method published(Config,long,long)

// %% [markdown]
// ## Llama 2 and 3
//
// The number of parameters that the weights have, and the forward pass on 128 words as counted in PyTorch (two operations for each multiply-add).
// The large Llama 3 has the layers of the large Llama 2, and four times the words.

// %% llama-2-7b
published(new Config(32, 32, 32, 128, 4096, 11_008, 32_000), 6_738_415_616L);
// =>  6,738,415,616 parameters

// %% llama-2-13b
published(new Config(40, 40, 40, 128, 5120, 13_824, 32_000), 13_015_864_320L);
// => 13,015,864,320 parameters

// %% llama-2-70b
published(seventy, 68_976_648_192L, 17_633_525_104_640L);
// => 68,976,648,192 parameters, 17,633,525,104,640 FLOPs for 128 words

// %% llama-3-8b
published(new Config(32, 32, 8, 128, 4096, 14_336, 128_256), 8_030_261_248L);
// =>  8,030,261,248 parameters

// %% llama-3-70b
published(new Config(80, 64, 8, 128, 8192, 28_672, 128_256), 70_553_706_496L, 17_835_388_567_552L);
// => 70,553,706,496 parameters, 17,835,388,567,552 FLOPs for 128 words

// %% [markdown]
// ## Others of the kind
//
// Qwen has biases on query, key and value, and ties its tables, as Gemma does. Gemma's heads are larger than $d / h$ (and its gate is a GELU, which has as many
// weights).

// %% mistral-7b-v0.1
published(new Config(32, 32, 8, 128, 4096, 14_336, 32_000), 7_241_732_096L, 1_828_850_761_728L);
// =>  7,241,732,096 parameters,  1,828,850,761,728 FLOPs for 128 words

// %% mistral-7b-v0.3
published(new Config(32, 32, 8, 128, 4096, 14_336, 32_768), 7_248_023_552L, 1_829_656_068_096L);
// =>  7,248,023,552 parameters,  1,829,656,068,096 FLOPs for 128 words

// %% qwen2.5-3b
published(new Config(36, 16, 2, 128, 2048, 11_008, 151_936, true, true), 3_085_938_688L, 794_770_276_352L);
// =>  3,085,938,688 parameters,    794,770,276,352 FLOPs for 128 words

// %% gemma-7b
published(new Config(28, 16, 16, 256, 3072, 24_576, 256_000, true, false), 8_537_680_896L, 2_193_117_675_520L);
// =>  8,537,680,896 parameters,  2,193,117,675,520 FLOPs for 128 words

// %% tinyllama-1.1b
published(new Config(22, 32, 4, 64, 2048, 5632, 32_000), 1_100_048_384L, 267_764_367_360L);
// =>  1,100,048,384 parameters,    267,764,367,360 FLOPs for 128 words

// %% phi-3-mini-4k
published(new Config(32, 32, 32, 96, 3072, 8192, 32_064), 3_821_079_552L, 959_371_542_528L);
// =>  3,821,079,552 parameters,    959,371,542,528 FLOPs for 128 words

// %% [markdown]
// ## How long a text?
//
// The work as a formula in the length $T$ tells from where on the looking at each other costs more than all the matrices.

// %% from where on
var seven = llama(new Config(32, 32, 32, 128, 4096, 11_008, 32_000));
System.out.println("FLOPs = " + flopsFormula(seven).text());
// => FLOPs = 524,288·N·T² + 13,214,154,752·N·T

// %% at your sizes
var mine = llama(new Config(layers, heads, kvHeads, headDim, hidden, intermediate, vocab, tied, qkvBias));
System.out.println(paramsFormula(mine).text() + " parameters, " + flopsFormula(mine).text() + " FLOPs");
// => 6,738,415,616 parameters, 524,288·N·T² + 13,214,154,752·N·T FLOPs
