// %% [markdown]
// # BERT
//
// Jacob Devlin, Ming-Wei Chang, Kenton Lee, Kristina Toutanova: *BERT: Pre-training of Deep Bidirectional Transformers for Language
// Understanding*, 2018, [arXiv:1810.04805](https://arxiv.org/abs/1810.04805). Sizes come from the README of google-research/bert, figures from the weights that
// were published.
//
// **The idea.** Hide some words of a text and let a transformer guess them from *both* sides. What it learns that way about a language serves for nearly
// everything else: only a small layer on top is new for each task.

// %% [markdown]
// ## Its sizes
//
// `layerbook run --set layers=24 --set hidden=1024 --set heads=16 --set intermediate=4096 bert.jsh` makes it the large one.

// %% sizes tags=["parameters"]
int layers = 12;
int heads = 12;
int hidden = 768;
int intermediate = 3072;
int vocab = 30_522;
int positions = 512;
int types = 2;
boolean pooler = true;
// => layers ==> 12
// => heads ==> 12
// => hidden ==> 768
// => intermediate ==> 3072
// => vocab ==> 30522
// => positions ==> 512
// => types ==> 2
// => pooler ==> true

// %% letters
record Config(int layers, int heads, int hidden, int intermediate, int vocab, int positions, int types, boolean pooler) {}
var T = symbol("T");
// => created record Config
// => T ==> T

// %% [markdown]
// ## A layer
//
// Query, key and value from three layers, softmax over all places, a layer that mixes; then out to four times the width and back. Unlike GPT-2, the
// normalisation comes *after* each sum. With a width of $d$ and $f$ in the middle:
//
// $$P = \underbrace{4 d^2 + 4 d}_{\text{attention}} + \underbrace{2 d f + f + d}_{\text{out and back}} + \underbrace{4 d}_{\text{norms}}$$

// %% a layer
class BertAttention extends Model {
    Unit query, key, value, dense, LayerNorm;
    int heads, d;

    BertAttention(Config c) {
        d = c.hidden();
        heads = c.heads();
        query = own(linear(d, d));
        key = own(linear(d, d));
        value = own(linear(d, d));
        dense = own(linear(d, d));
        LayerNorm = own(layerNorm(d, eps(1e-12)));
    }

    Tensor inHeads(Tensor x) {
        return x.view(x.size(0), x.size(1), heads, d / heads).permute(0, 2, 1, 3);
    }

    public Tensor forward(Tensor x) {
        Tensor q = inHeads(x.then(query)), k = inHeads(x.then(key)), v = inHeads(x.then(value));
        var near = q.matmul(k.transpose(-1, -2)).div(Math.sqrt(d / heads)).softmax(-1);
        return near.matmul(v).permute(0, 2, 1, 3).reshape(x.size(0), x.size(1), d).then(dense).add(x).then(LayerNorm);
    }
}

class BertLayer extends Model {
    Model attention;
    Unit intermediate, output, LayerNorm;

    BertLayer(Config c) {
        attention = new BertAttention(c);
        intermediate = own(linear(c.hidden(), c.intermediate()));
        output = own(linear(c.intermediate(), c.hidden()));
        LayerNorm = own(layerNorm(c.hidden(), eps(1e-12)));
    }

    public Tensor forward(Tensor x) {
        x = x.then(attention);
        return x.then(intermediate).gelu().then(output).add(x).then(LayerNorm);
    }
}
var base = new Config(12, 12, 768, 3072, 30_522, 512, 2, true);
var layer = trace(new BertLayer(base), shape(N, T, 768));
System.out.println(params(layer) + " parameters, " + flopsFormula(layer).text() + " FLOPs");
// => created class BertAttention
// => created class BertLayer
// => base ==> Config[layers=12, heads=12, hidden=768, intermediate=3072, vocab=30522, positions=512, types=2, pooler=true]
// => 7087872 parameters, 3,072·N·T² + 14,155,776·N·T FLOPs

// %% [markdown]
// ## The network
//
// Three tables are added up: which word, which place, and (for pairs of sentences) which of the two. The *pooler* is a layer on the first word, for tasks
// about the whole text.

// %% the network
class Bert extends Model {
    Unit word_embeddings, position_embeddings, token_type_embeddings, LayerNorm, pooler;
    List<Model> layer = new ArrayList<>();

    Bert(Config c) {
        word_embeddings = own(embedding(c.vocab(), c.hidden()));
        position_embeddings = own(embedding(c.positions(), c.hidden()));
        if (c.types() > 0) token_type_embeddings = own(embedding(c.types(), c.hidden()));
        LayerNorm = own(layerNorm(c.hidden(), eps(1e-12)));
        for (int i = 0; i < c.layers(); i++) layer.add(new BertLayer(c));
        if (c.pooler()) pooler = own(linear(c.hidden(), c.hidden()));
    }

    public Tensor forward(Tensor words) {
        var x = words.then(word_embeddings);
        if (token_type_embeddings != null) x = x.add(zeros(words.size(0), words.size(1), INT64).then(token_type_embeddings));
        x = x.add(arange(words.size(1)).then(position_embeddings)).then(LayerNorm);
        for (Model one : layer) x = x.then(one);
        return pooler == null ? x : x.select(1, 0).then(pooler).tanh();
    }
}

Network bert(Config c) {
    return trace(new Bert(c), tensor(shape(N, T), INT64));
}

void published(Config c, long params, long flops) {
    var net = bert(c);
    check(params(net) == params, params(net) + " parameters");
    check(flopsFormula(net).at(T, 128).at(N, 1).equals(Expr.of(flops)), flopsFormula(net).text());
    System.out.printf("%,11d parameters, %,14d FLOPs for 128 words%n", params, flops);
}
// => created class Bert
// => created method bert(Config)
// => created method published(Config,long,long)

// %% [markdown]
// ## Checked
//
// The published number of parameters of each, and the forward pass on 128 words as counted in PyTorch (two operations for each multiply-add). The
// multilingual one has the same layers as the base, and a table of 119,547 words: half of all its parameters, for no work at all.

// %% bert-base-uncased
var uncased = bert(base);
check(params(uncased) == 109_482_240);
System.out.println("FLOPs = " + flopsFormula(uncased).text());
// => FLOPs = 36,864·N·T² + 169,869,312·N·T + 1,179,648·N

// %% bert-base-cased
published(new Config(12, 12, 768, 3072, 28_996, 512, 2, true), 108_310_272L, 22_348_431_360L);
// => 108,310,272 parameters, 22,348,431,360 FLOPs for 128 words

// %% bert-base-multilingual
published(new Config(12, 12, 768, 3072, 119_547, 512, 2, true), 177_853_440L, 22_348_431_360L);
// => 177,853,440 parameters, 22,348,431,360 FLOPs for 128 words

// %% bert-large-cased
published(new Config(24, 16, 1024, 4096, 28_996, 512, 2, true), 333_579_264L, 78_922_121_216L);
// => 333,579,264 parameters, 78,922,121,216 FLOPs for 128 words

// %% [markdown]
// ## Relatives
//
// *DistilBERT* (Sanh, Debut, Chaumond, Wolf, 2019) has half of the layers and learned from BERT; *RoBERTa* (Liu and others, 2019) is
// BERT with other words and a longer training (counted here with 512 places; the weights keep two more that are never used). Neither asks which of two
// sentences a word is in.

// %% distilbert-base-uncased
published(new Config(6, 12, 768, 3072, 30_522, 512, 0, false), 66_362_880L, 11_173_625_856L);
// =>  66,362,880 parameters, 11,173,625,856 FLOPs for 128 words

// %% roberta-base (no pooler)
published(new Config(12, 12, 768, 3072, 50_265, 512, 0, false), 124_052_736L, 22_347_251_712L);
// => 124,052,736 parameters, 22,347,251,712 FLOPs for 128 words

// %% at your sizes
var mine = bert(new Config(layers, heads, hidden, intermediate, vocab, positions, types, pooler));
System.out.println(paramsFormula(mine).text() + " parameters, " + flopsFormula(mine).text() + " FLOPs");
// => 109,482,240 parameters, 36,864·N·T² + 169,869,312·N·T + 1,179,648·N FLOPs
