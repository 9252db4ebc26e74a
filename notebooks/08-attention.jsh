// %% [markdown]
// # 8 · Attention, and why T² matters
//
// **Goal.** You can count a transformer block by hand, $12 d^2$ parameters and a little, and say from which length of
// text on its attention costs more than all the rest of it.

// %% [markdown]
// ## Everyone looks at everyone
//
// A sequence of T places, each with $d$ numbers. From each place three vectors are made with three matrices: a *query*,
// a *key*, a *value*. Every query is compared with every key: T times T comparisons, each a sum of $d$ products. The
// comparisons become weights (softmax), and each place gets the mean of all values by these weights: T times T times
// $d$ once more. A fourth matrix mixes the result.
//
// | step | parameters | MACs |
// |---|---|---|
// | query, key, value | $3 d^2 + 3 d$ | $3 T d^2$ |
// | compare | – | $T^2 d$ |
// | weighted mean | – | $T^2 d$ |
// | mix | $d^2 + d$ | $T d^2$ |

// %% letters
var T = symbol("T");
// => T ==> T

// %% attention
var x = tensor(shape(N, T, 512));
x = x.then(own("attention", multiheadAttention(512, 8, batchFirst(true))), x, x);
check(params(x) == 4 * 512 * 512 + 4 * 512);
System.out.println("FLOPs = " + flopsFormula(x).text());
// => FLOPs = 2,048·N·T² + 2,097,152·N·T

// %% explain
explain("attention")
// => 1 attention  multiheadAttention(512, 8, batchFirst(true))   N×T×512, N×T×512, N×T×512 → N×T×512, N×T×T
// =>   Lets every position look at every other: each head compares queries with keys
// =>   and mixes the values.
// =>   with E = 512 embedding size, S = T length of keys and values
// =>
// =>   P = E·(3·E + 3 + E + 1)      parameters: in_proj_weight 1,536×512, in_proj_bias 1,536, out_proj.weight 512×512, out_proj.bias 512
// =>     = 512·(3·512 + 3 + 512 + 1)
// =>     = 512·(1,536 + 3 + 512 + 1)
// =>     = 512·2,052
// =>     = 1,050,624
// =>
// =>   FLOPs = 2·N·E·(2·T·E + 2·S·E + 2·T·S)      2 per multiply-add
// =>         = 2·N·512·(2·T·512 + 2·T·512 + 2·T·T)
// =>         = 2,048·N·T² + 2,097,152·N·T

// %% [markdown]
// Eight *heads* cut the $d$ numbers into eight parts and compare each part by itself. $8 \cdot T^2 \cdot d/8$ is
// $T^2 \cdot d$: the number of heads changes neither parameters nor multiply-adds.

// %% heads cost nothing
var one = tensor(shape(N, T, 512));
one = one.then(multiheadAttention(512, 1, batchFirst(true)), one, one);
check(params(one) == params(x));
check(flopsFormula(one).equals(flopsFormula(x)));

// %% [markdown]
// The same by hand, with tensors. Each head has 64 of the 512 numbers.

// %% by hand
var q = tensor(shape(N, 8, T, 64));
var k = tensor(shape(N, 8, T, 64));
var v = tensor(shape(N, 8, T, 64));
var mixed = q.matmul(k.transpose(-2, -1)).softmax(-1).matmul(v);
System.out.println("FLOPs = " + flopsFormula(mixed).text());
// => FLOPs = 2,048·N·T²

// %% [markdown]
// ## A block
//
// A transformer block is attention, then two linear layers that work on each place alone: out to $4 d$ numbers, and back.
// Each half has a normalisation of $2 d$ numbers. Together
//
// $$P = \underbrace{4 d^2 + 4 d}_{\text{attention}} + \underbrace{8 d^2 + 5 d}_{\text{two layers}} + \underbrace{4 d}_{\text{norms}} = 12 d^2 + 13 d$$
//
// The work follows from the table above, two operations for each multiply-add. Attention does $4 T d^2 + 2 T^2 d$ MACs.
// The two layers do $d \cdot 4d + 4d \cdot d = 8 d^2$ at each of T places:
//
// $$\text{FLOPs} = \underbrace{8 \, T d^2 + 4 \, T^2 d}_{\text{attention}} + \underbrace{16 \, T d^2}_{\text{two layers}} = 24 \, T d^2 + 4 \, T^2 d$$

// %% a block
int d = 512;
var block = tensor(shape(N, T, d)).then(own("block", transformerEncoderLayer(d, 8, dimFeedforward(4 * d), batchFirst(true))));
check(params(block) == 12L * d * d + 13L * d);
System.out.println("FLOPs = " + flopsFormula(block).text());
// => d ==> 512
// => FLOPs = 2,048·N·T² + 6,291,456·N·T

// %% [markdown]
// ## Why T² matters
//
// T is still a letter. Here are the two halves of a block with it: one formula has a square, the other has none.

// %% two halves
int d2 = d * d;
var layers = tensor(shape(N, T, d)).then(linear(d, 4 * d), relu(), linear(4 * d, d));
System.out.println("attention   " + flopsFormula(x).text());
System.out.println("two layers  " + flopsFormula(layers).text());
check(params(layers) == 8L * d2 + 5 * d);
// => d2 ==> 262144
// => attention   2,048·N·T² + 2,097,152·N·T
// => two layers  4,194,304·N·T

// %% [markdown]
// Twice the text is twice the work for the two layers. For attention it is between twice and four times, nearer to four
// the longer the text is. Let us put in three lengths: a message, an article, a chapter.

// %% three lengths
for (int length : new int[] {128, 1024, 8192}) {
    var text = tensor(length, d);
    var looked = text.then(multiheadAttention(d, 8, batchFirst(true)), text, text);
    var worked = tensor(length, d).then(linear(d, 4 * d), relu(), linear(4 * d, d));
    long ratio = 100 * flops(looked) / flops(worked);
    System.out.println("T = " + length + ": attention " + flops(looked) / 1_000_000 + " million, two layers " + flops(worked) / 1_000_000 + " million FLOPs: " + ratio + " to 100");
    check(flops(looked) == 8L * length * d2 + 4L * length * length * d);
    check(flops(worked) == 16L * length * d2);
};
// => T = 128: attention 301 million, two layers 536 million FLOPs: 56 to 100
// => T = 1024: attention 4294 million, two layers 4294 million FLOPs: 100 to 100
// => T = 8192: attention 154618 million, two layers 34359 million FLOPs: 450 to 100

// %% [markdown]
// From 128 to 8192 the text is 64 times as long. The two layers do 64 times the work, attention 512 times. It overtakes
// them where $8 T d^2 + 4 T^2 d = 16 T d^2$, that is at $T = 2d$: for $d = 512$ exactly at 1024.

// %% where attention overtakes the two layers
check(8L * 1024 * d2 + 4L * 1024 * 1024 * d == 16L * 1024 * d2);

// %% [markdown]
// Attention has matrices too, though. Take only the looking at each other, $4 T^2 d$, against all the matrices of the
// block, $24 T d^2$. Its share of the work is
//
// $$\frac{4 T^2 d}{24 T d^2 + 4 T^2 d} = \frac{T}{T + 6d}$$
//
// The two terms are equal when $4 T^2 d = 24 T d^2$, that is at $T = 6 d$. Below that the matrices cost more, above it
// the looking at each other. For $d = 512$ that is a text of 3072 words; twice that length costs four times the
// comparisons.

// %% how much of the work is attention's looking
for (int length : new int[] {128, 1024, 3072, 8192, 32768}) {
    var at = tensor(length, d).then(transformerEncoderLayer(d, 8, dimFeedforward(4 * d), batchFirst(true)));
    long looking = 4L * length * length * d;
    System.out.println(length + " words: " + flops(at) / 1_000_000 + " million FLOPs, " + 100 * looking / flops(at) + " % for looking");
    check(flops(at) == 24L * length * d * d + looking);
    check(100 * looking / flops(at) == 100 * length / (length + 6 * d));
};
// => 128 words: 838 million FLOPs, 4 % for looking
// => 1024 words: 8589 million FLOPs, 25 % for looking
// => 3072 words: 38654 million FLOPs, 50 % for looking
// => 8192 words: 188978 million FLOPs, 72 % for looking
// => 32768 words: 2405181 million FLOPs, 91 % for looking

// %% [markdown]
// ## A whole model
//
// Twelve blocks with $d = 768$, a table of 50,257 words, a table of 1024 places, a normalisation at the end: the
// sizes of GPT-2. The layer that goes out uses the *table of words once more* (the weights are *tied*), so it has no
// parameters of its own.

// %% gpt-2 by hand
long wide = 768;
long blocks = 12 * (12 * wide * wide + 13 * wide);
long tables = 50_257 * wide + 1024 * wide;
System.out.println(blocks + tables + 2 * wide + " parameters");
check(blocks + tables + 2 * wide == 124_439_808);
// => wide ==> 768
// => blocks ==> 85054464
// => tables ==> 39383808
// => 124439808 parameters

// %% gpt-2 as a class
class Small extends Model {
    Unit words = own(embedding(50_257, 768));
    Unit places = own(embedding(1024, 768));
    List<Unit> blocks = new ArrayList<>();
    Unit norm = own(layerNorm(768));
    Unit out = own(linear(768, 50_257, bias(false)));

    Small() {
        for (int i = 0; i < 12; i++) blocks.add(own(transformerEncoderLayer(768, 12, dimFeedforward(3072), batchFirst(true))));
        tie(words.weight(), out.weight());
    }

    public Tensor forward(Tensor x, Tensor place) {
        x = x.then(words).add(place.then(places));
        for (Unit block : blocks) x = x.then(block);
        return x.then(norm).then(out);
    }
}
var small = trace(new Small(), tensor(shape(N, T), INT64), tensor(shape(N, T), INT64));
check(params(small) == 124_439_808);
System.out.println("FLOPs = " + flopsFormula(small).text());
// => created class Small
// => FLOPs = 36,864·N·T² + 247,064,064·N·T

// %% [markdown]
// You can read it: $36864 = 12 \cdot 4 d$, and $247064064 = 12 \cdot 24 d^2 + 2 \cdot 50257 \cdot d$; the last is the way out
// to the words. At its longest text of 1024 places the looking is $1024 / (1024 + 6 \cdot 768)$ of the blocks' work, 18 in
// a hundred. At 8192 it would be 64.

// %% read it
check(12 * 4 * wide == 36_864 && 12 * 24 * wide * wide + 2 * 50_257 * wide == 247_064_064);
check(100 * 1024 / (1024 + 6 * wide) == 18 && 100 * 8192 / (8192 + 6 * wide) == 64);

// %% [markdown]
// ## Exercise
//
// A block with $d = 1024$. How many parameters does it have, and from which length on does looking cost more than the
// matrices?

// %% your answer tags=["parameters"]
long myParams = 0;
long myLength = 0;

String slip(long params, long length) {
    if (params == 12L * 1024 * 1024) return "biases and normalisations: 13·d more";
    if (params == 4L * 1024 * 1024 + 4 * 1024) return "that is the attention; the two linear layers are twice as large";
    if (params != 12L * 1024 * 1024 + 13 * 1024) return "12·d² + 13·d";
    if (length == 2048) return "at 2·d attention overtakes the two layers; but attention has matrices too";
    if (length == 4096) return "that is looking against the two layers; attention's four matrices count too";
    if (length == 1024) return "T = d is where one comparison costs as much as one matrix; there are twelve d² in a block";
    return "4·T²·d against 24·T·d²";
}
if (myParams == 0) System.out.println("your answer goes into the cell above");
else check(myParams == 12L * 1024 * 1024 + 13 * 1024 && myLength == 6 * 1024, slip(myParams, myLength));
// => myParams ==> 0
// => myLength ==> 0
// => created method slip(long,long)
// => your answer goes into the cell above

// %% the answer
var big = tensor(6144, 1024).then(transformerEncoderLayer(1024, 16, dimFeedforward(4096), batchFirst(true)));
check(params(big) == 12_596_224);
check(flops(big) == 2 * 24L * 6144 * 1024 * 1024);

// %% [markdown]
// ## What to take along
//
// - A block has $12 d^2 + 13 d$ parameters, whatever the text is.
// - Its work is $24 T d^2 + 4 T^2 d$. Attention overtakes the two layers at $T = 2d$, the looking all the rest at $T = 6d$.
// - For short texts the matrices are what is expensive, for long ones T².
