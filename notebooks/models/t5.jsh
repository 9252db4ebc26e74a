// %% [markdown]
// # T5
//
// Colin Raffel and others: *Exploring the Limits of Transfer Learning with a Unified Text-to-Text Transformer*, 2019,
// [arXiv:1910.10683](https://arxiv.org/abs/1910.10683); version 1.1 and Flan-T5 with gates. Figures are those of the published weights.
//
// **The idea.** Make every task a text that goes in and a text that comes out: "translate English to German: ...", "summarize: ...". An *encoder* reads, a
// *decoder* writes and looks at what the encoder made of it: the transformer as it was at first.

// %% sizes tags=["parameters"]
int layers = 6;
int heads = 8;
int keySize = 64;
int hidden = 512;
int intermediate = 2048;
int vocab = 32_128;
boolean gated = false;
boolean tied = true;
// => layers ==> 6
// => heads ==> 8
// => keySize ==> 64
// => hidden ==> 512
// => intermediate ==> 2048
// => vocab ==> 32128
// => gated ==> false
// => tied ==> true

// %% letters
record Config(int layers, int heads, int keySize, int hidden, int intermediate, int vocab, boolean gated, boolean tied) {}
var T = symbol("T");
// => created record Config
// => T ==> T

// %% [markdown]
// ## Attention
//
// No biases, and no division by a root. Heads need not make up the width: $h$ heads of $e$ numbers, $h e$ may differ from $d$. So $4 d h e$ weights.
//
// How far two places are from each other is told by a table of 32 *buckets* (near distances one by one, far ones together), with a number for each
// head that is added to the comparison. Only the first layer of the encoder and of the decoder has such a table.

// %% attention
class Attention extends Model {
    Unit q, k, v, o, relative_attention_bias;
    int heads, e;

    Attention(Config c, boolean table) {
        heads = c.heads();
        e = c.keySize();
        q = own(linear(c.hidden(), heads * e, bias(false)));
        k = own(linear(c.hidden(), heads * e, bias(false)));
        v = own(linear(c.hidden(), heads * e, bias(false)));
        o = own(linear(heads * e, c.hidden(), bias(false)));
        if (table) relative_attention_bias = own(embedding(32, heads));
    }

    Tensor inHeads(Tensor x) {
        return x.view(x.size(0), x.size(1), heads, e).transpose(1, 2);
    }

    Tensor far(Tensor x) {    // the difference of two places, as a number from 0 to 31
        return arange(x.size(1)).unsqueeze(0).sub(arange(x.size(1)).unsqueeze(1)).clamp(0, 31);
    }

    public Tensor forward(Tensor x, Tensor memory) {
        var near = inHeads(x.then(q)).matmul(inHeads(memory.then(k)).transpose(2, 3));
        if (relative_attention_bias != null) near = near.add(far(x).then(relative_attention_bias).permute(2, 0, 1).unsqueeze(0));
        return near.softmax(-1).matmul(inHeads(memory.then(v))).transpose(1, 2).reshape(x.size(0), x.size(1), heads * e).then(o);
    }
}
// => created class Attention

// %% out and back
class FeedForward extends Model {
    Unit wi, wi_0, wi_1, wo;

    FeedForward(Config c) {
        if (c.gated()) {
            wi_0 = own(linear(c.hidden(), c.intermediate(), bias(false)));
            wi_1 = own(linear(c.hidden(), c.intermediate(), bias(false)));
        } else {
            wi = own(linear(c.hidden(), c.intermediate(), bias(false)));
        }
        wo = own(linear(c.intermediate(), c.hidden(), bias(false)));
    }

    public Tensor forward(Tensor x) {
        return (wi != null ? x.then(wi).relu() : x.then(wi_0).gelu().mul(x.then(wi_1))).then(wo);
    }
}
// => created class FeedForward

// %% [markdown]
// ## A block
//
// In the encoder: attention to itself, then out and back. In the decoder there is one more attention in between, whose keys and values come from
// the encoder. So with $g$ matrices in the part behind (2, with a gate 3) a layer of each has
//
// $$P = \underbrace{4 d h e + g d f + 2 d}_{\text{encoder}} + \underbrace{8 d h e + g d f + 3 d}_{\text{decoder}}$$

// %% a block
class Block extends Model {
    Model SelfAttention, EncDecAttention, DenseReluDense;
    Unit norm_1, norm_2, norm_3;

    Block(Config c, boolean decoder, boolean first) {
        SelfAttention = new Attention(c, first);
        if (decoder) EncDecAttention = new Attention(c, false);
        DenseReluDense = new FeedForward(c);
        norm_1 = own(rmsNorm(c.hidden()));
        if (decoder) norm_2 = own(rmsNorm(c.hidden()));
        norm_3 = own(rmsNorm(c.hidden()));
    }

    public Tensor forward(Tensor x) {
        var y = x.then(norm_1);
        x = x.add(y.then(SelfAttention, y));
        return x.add(x.then(norm_3, DenseReluDense));
    }

    public Tensor forward(Tensor x, Tensor memory) {
        var y = x.then(norm_1);
        x = x.add(y.then(SelfAttention, y));
        x = x.add(x.then(norm_2).then(EncDecAttention, memory));
        return x.add(x.then(norm_3, DenseReluDense));
    }
}
// => created class Block

// %% the network
class T5 extends Model {
    Unit shared, encoder_norm, decoder_norm, lm_head;
    List<Model> encoder = new ArrayList<>(), decoder = new ArrayList<>();

    T5(Config c) {
        shared = own(embedding(c.vocab(), c.hidden()));
        for (int i = 0; i < c.layers(); i++) {
            encoder.add(new Block(c, false, i == 0));
            decoder.add(new Block(c, true, i == 0));
        }
        encoder_norm = own(rmsNorm(c.hidden()));
        decoder_norm = own(rmsNorm(c.hidden()));
        lm_head = own(linear(c.hidden(), c.vocab(), bias(false)));
        if (c.tied()) tie(lm_head.weight(), shared.weight());
    }

    public Tensor forward(Tensor words, Tensor answer) {
        var memory = words.then(shared);
        for (Model block : encoder) memory = memory.then(block);
        memory = memory.then(encoder_norm);
        var x = answer.then(shared);
        for (Model block : decoder) x = x.then(block, memory);
        return x.then(decoder_norm, lm_head);
    }
}

Network t5(Config c) {
    return trace(new T5(c), tensor(shape(N, T), INT64), tensor(shape(N, T), INT64));
}

void published(Config c, long params, long flops) {
    var net = t5(c);
    check(params(net) == params, params(net) + " parameters");
    check(flopsFormula(net).at(T, 128).at(N, 1).equals(Expr.of(flops)), flopsFormula(net).text());
    System.out.printf("%,14d parameters, %,17d FLOPs for 128 words in and 128 out%n", params, flops);
}
// => created class T5
// => created method t5(Config)
// => created method published(Config,long,long)

// %% [markdown]
// ## Checked
//
// The published number of parameters, and the forward pass with 128 words on both sides as counted in PyTorch (two operations for each multiply-add). The
// first ones share one table of words three times: in the encoder, in the decoder, and as the layer that goes out. From version 1.1 on the last has its own.

// %% t5-small
var small = t5(new Config(6, 8, 64, 512, 2048, 32_128, false, true));
check(params(small) == 60_506_624);
System.out.println("FLOPs = " + flopsFormula(small).text());
// => FLOPs = 36,864·N·T² + 120,979,456·N·T

// %% t5-base
var base = t5(new Config(12, 12, 64, 768, 3072, 32_128, false, true));
check(params(base) == 222_903_552);

// %% t5-large
published(new Config(24, 16, 64, 1024, 4096, 32_128, false, true), 737_668_096L, 193_642_627_072L);
// =>    737,668,096 parameters,   193,642,627,072 FLOPs for 128 words in and 128 out

// %% t5-v1.1-base
published(new Config(12, 12, 64, 768, 2048, 32_128, true, false), 247_577_856L, 58_862_862_336L);
// =>    247,577,856 parameters,    58,862,862,336 FLOPs for 128 words in and 128 out

// %% t5-v1.1-large
published(new Config(24, 16, 64, 1024, 2816, 32_128, true, false), 783_150_080L, 196_863_852_544L);
// =>    783,150,080 parameters,   196,863,852,544 FLOPs for 128 words in and 128 out

// %% t5-v1.1-xxl
published(new Config(24, 64, 64, 4096, 10_240, 32_128, true, false), 11_135_332_352L, 2_836_154_810_368L);
// => 11,135,332,352 parameters, 2,836,154,810,368 FLOPs for 128 words in and 128 out

// %% at your sizes
var mine = t5(new Config(layers, heads, keySize, hidden, intermediate, vocab, gated, tied));
System.out.println(paramsFormula(mine).text() + " parameters, " + flopsFormula(mine).text() + " FLOPs");
// => 60,506,624 parameters, 36,864·N·T² + 120,979,456·N·T FLOPs
