// %% [markdown]
// # GPT-2
//
// Alec Radford, Jeffrey Wu, Rewon Child, David Luan, Dario Amodei, Ilya Sutskever: *Language Models are Unsupervised Multitask Learners*,
// OpenAI 2019. Names are those of the published weights; sizes and figures come from nanoGPT's `from_pretrained` and the weights.
//
// **The idea.** A transformer that reads a text and says for each place which word comes next, nothing else, and large. With enough
// text it learns to translate and to answer questions on the way.

// %% [markdown]
// ## Its sizes
//
// All four sizes are one network with other numbers. Try your own: `layerbook run --set layers=6 --set hidden=512 --set heads=8 gpt2.jsh`.

// %% sizes tags=["parameters"]
int layers = 12;
int heads = 12;
int hidden = 768;
int vocab = 50_257;
int positions = 1024;
// => layers ==> 12
// => heads ==> 12
// => hidden ==> 768
// => vocab ==> 50257
// => positions ==> 1024

// %% letters
record Config(int layers, int heads, int hidden, int vocab, int positions) {}
var T = symbol("T");
// => created record Config
// => T ==> T

// %% [markdown]
// ## Attention that does not look ahead
//
// One matrix makes query, key and value at once. The comparisons with later places are struck out (minus infinity before the softmax), but
// computed all the same, so counters count the full $T^2$.

// %% attention
class CausalSelfAttention extends Model {
    Unit c_attn, c_proj;
    int heads, d;

    CausalSelfAttention(int d, int heads) {
        this.d = d;
        this.heads = heads;
        c_attn = own(linear(d, 3 * d));
        c_proj = own(linear(d, d));
    }

    Tensor inHeads(Tensor x) {
        return x.view(x.size(0), x.size(1), heads, d / heads).transpose(1, 2);
    }

    public Tensor forward(Tensor x) {
        var parts = x.then(c_attn).split(d, 2);
        Tensor q = inHeads(parts.get(0)), k = inHeads(parts.get(1)), v = inHeads(parts.get(2));
        var ahead = ones(x.size(1), x.size(1)).tril().eq(0);
        var near = q.matmul(k.transpose(-2, -1)).div(Math.sqrt(d / heads)).maskedFill(ahead, Double.NEGATIVE_INFINITY);
        return near.softmax(-1).matmul(v).transpose(1, 2).reshape(x.size(0), x.size(1), d).then(c_proj);
    }
}
var attention = trace(new CausalSelfAttention(768, 12), shape(N, T, 768));
System.out.println("FLOPs = " + flopsFormula(attention).text());
// => created class CausalSelfAttention
// => FLOPs = 3,072·N·T² + 4,718,592·N·T

// %% a block
class Block extends Model {
    Unit ln_1, ln_2;
    Model attn;
    Map<String, Unit> mlp = new LinkedHashMap<>();

    Block(int d, int heads) {
        ln_1 = own(layerNorm(d));
        attn = new CausalSelfAttention(d, heads);
        ln_2 = own(layerNorm(d));
        mlp.put("c_fc", own(linear(d, 4 * d)));
        mlp.put("gelu", own(gelu(approximate("tanh"))));
        mlp.put("c_proj", own(linear(4 * d, d)));
    }

    public Tensor forward(Tensor x) {
        x = x.add(x.then(ln_1, attn));
        return x.add(x.then(ln_2, mlp.get("c_fc"), mlp.get("gelu"), mlp.get("c_proj")));
    }
}
var block = trace(new Block(768, 12), shape(N, T, 768));
long d = 768;
check(params(block) == 12 * d * d + 13 * d);
// => created class Block
// => d ==> 768

// %% [markdown]
// ## The network
//
// A table of words, a table of places, the blocks, a normalisation. The layer that goes out has a weight for each word and each of the $d$
// numbers: as many as the table of words, and it *is* the table of words. The two are tied, and count once. So with $V$ words, $P$ places and $L$ blocks
//
// $$\text{params} = V d + P d + L \cdot (12 d^2 + 13 d) + 2 d$$

// %% the network
class GPT2 extends Model {
    Unit wte, wpe, ln_f, lm_head;
    List<Model> h = new ArrayList<>();

    GPT2(Config c) {
        wte = own(embedding(c.vocab(), c.hidden()));
        wpe = own(embedding(c.positions(), c.hidden()));
        for (int i = 0; i < c.layers(); i++) h.add(new Block(c.hidden(), c.heads()));
        ln_f = own(layerNorm(c.hidden()));
        lm_head = own(linear(c.hidden(), c.vocab(), bias(false)));
        tie(lm_head.weight(), wte.weight());
    }

    public Tensor forward(Tensor words) {
        var x = words.then(wte).add(arange(words.size(1)).then(wpe));
        for (Model block : h) x = x.then(block);
        return x.then(ln_f, lm_head);
    }
}

Network gpt2(Config c) {
    return trace(new GPT2(c), tensor(shape(N, T), INT64));
}
// => created class GPT2
// => created method gpt2(Config)

// %% [markdown]
// ## Checked
//
// The published number of parameters of each size, and the forward pass on 1024 words as counted in PyTorch (two operations for each multiply-add).

// %% gpt2
var small = gpt2(new Config(12, 12, 768, 50_257, 1024));
check(params(small) == 124_439_808);
System.out.println("FLOPs = " + flopsFormula(small).text());
// => FLOPs = 36,864·N·T² + 247,064,064·N·T

// %% where they are
tree(small, depth(1))
// => name        output          params        %                       MACs
// => ──────────────────────────────────────────────────────────────────────
// => GPT2        N×T×50257  124,439,808  100.0 %  18,432·T² + 123,532,032·T
// => ├─ wte      N×T×768     38,597,376   31.0 %                          0
// => ├─ wpe      T×768          786,432    0.6 %                          0
// => ├─ add_3    N×T×768              0      0 %                          –
// => ├─ h.0      N×T×768      7,087,872    5.7 %     1,536·T² + 7,077,888·T
// => ├─ h.1      N×T×768      7,087,872    5.7 %     1,536·T² + 7,077,888·T
// => ├─ h.2      N×T×768      7,087,872    5.7 %     1,536·T² + 7,077,888·T
// => ├─ h.3      N×T×768      7,087,872    5.7 %     1,536·T² + 7,077,888·T
// => ├─ h.4      N×T×768      7,087,872    5.7 %     1,536·T² + 7,077,888·T
// => ├─ h.5      N×T×768      7,087,872    5.7 %     1,536·T² + 7,077,888·T
// => ├─ h.6      N×T×768      7,087,872    5.7 %     1,536·T² + 7,077,888·T
// => ├─ h.7      N×T×768      7,087,872    5.7 %     1,536·T² + 7,077,888·T
// => ├─ h.8      N×T×768      7,087,872    5.7 %     1,536·T² + 7,077,888·T
// => ├─ h.9      N×T×768      7,087,872    5.7 %     1,536·T² + 7,077,888·T
// => ├─ h.10     N×T×768      7,087,872    5.7 %     1,536·T² + 7,077,888·T
// => ├─ h.11     N×T×768      7,087,872    5.7 %     1,536·T² + 7,077,888·T
// => ├─ ln_f     N×T×768          1,536   <0.1 %                          –
// => └─ lm_head  N×T×50257        again                        38,597,376·T
// => params 124,439,808   trainable 124,439,808   not trainable 0   buffers 0
// => MACs 18,432·T² + 123,532,032·T   FLOPs 36,864·T² + 247,064,064·T   per example
// => float32: parameters 497.76 MB   kept in training 588·T² + 596,184·T B   most at
// => once in use 204,100·T B
// => a row with others in it is their sum; FLOPs: 2 per multiply-add

// %% gpt2-medium
var medium = gpt2(new Config(24, 16, 1024, 50_257, 1024));
check(params(medium) == 354_823_168);
check(flopsFormula(medium).at(T, 1024).at(N, 1).equals(Expr.of(826_951_073_792L)));

// %% gpt2-large
var large = gpt2(new Config(36, 20, 1280, 50_257, 1024));
check(params(large) == 774_030_080);

// %% gpt2-xl
var xl = gpt2(new Config(48, 25, 1600, 50_257, 1024));
check(params(xl) == 1_557_611_200);
check(flopsFormula(xl).at(T, 1024).at(N, 1).equals(Expr.of(3_506_703_564_800L)));

// %% [markdown]
// ## Two for each parameter and word
//
// A rule of thumb says: forward, a word costs two FLOPs for each parameter. Here is how well it holds: the tables of places and words are only
// looked up, but the table of words works once more at the end; looking at each other comes on top, and grows with the text.

// %% the rule of thumb
for (int length : new int[] {1, 128, 1024, 8192}) {
    var each = flopsFormula(xl).at(T, length).at(N, 1).exact().doubleValue() / length;
    System.out.printf("%5d words: %.2f FLOPs for each parameter and word%n", length, each / params(xl));
};
// =>     1 words: 2.00 FLOPs for each parameter and word
// =>   128 words: 2.02 FLOPs for each parameter and word
// =>  1024 words: 2.20 FLOPs for each parameter and word
// =>  8192 words: 3.61 FLOPs for each parameter and word

// %% at your sizes
var mine = gpt2(new Config(layers, heads, hidden, vocab, positions));
System.out.println(paramsFormula(mine).text() + " parameters, " + flopsFormula(mine).text() + " FLOPs");
// => 124,439,808 parameters, 36,864·N·T² + 247,064,064·N·T FLOPs
