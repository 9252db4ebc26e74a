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
// Each network stands in a `config.json`, as it does beside the published weights; the files here hold the published sizes. `load` builds the network
// with the names of the checkpoint. For a file of your own: `layerbook run --set 'file="config.json"' llama.jsh`.

// %% sizes tags=["parameters"]
String file = "llama-3-8b.json";
// => file ==> "llama-3-8b.json"

// %% letters
var T = symbol("T");
int words = 128;

Network built(String file) {
    return load(file).network();
}
// => T ==> T
// => words ==> 128
// => created method built(String)

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
var eight = built("llama-3-8b.json");
for (String name : List.of("q_proj", "k_proj", "v_proj", "o_proj")) System.out.println(eight.unit("model.layers.0.self_attn." + name));
// => linear(4096, 4096, bias(false))
// => linear(4096, 1024, bias(false))
// => linear(4096, 1024, bias(false))
// => linear(4096, 4096, bias(false))

// %% [markdown]
// ## A layer
//
// Behind attention two matrices go out to $f$ numbers; one of the two, through SiLU, is a *gate* by which the other is multiplied; a third comes back:
// $3 d f$ weights. With $f = \frac{8}{3} d$ that is as much as GPT-2's $8 d^2$.

// %% a layer
for (String name : List.of("gate_proj", "up_proj", "down_proj")) System.out.println(eight.unit("model.layers.0.mlp." + name));
long d = 4096, e = 128, h = 32, k = 8, f = 14_336, v = 128_256;
check(params(eight) == 32 * (d * h * e + 2 * d * k * e + h * e * d + 3 * d * f + 2 * d) + d + 2 * v * d);
// => linear(4096, 14336, bias(false))
// => linear(4096, 14336, bias(false))
// => linear(14336, 4096, bias(false))
// => d ==> 4096
// => e ==> 128
// => h ==> 32
// => k ==> 8
// => f ==> 14336
// => v ==> 128256

// %% checking
void published(String file, long params) {
    var net = built(file);
    check(params(net) == params, params(net) + " parameters");
    System.out.printf("%,14d parameters%n", params);
}

void published(String file, long params, long flops) {
    var net = built(file);
    check(params(net) == params, params(net) + " parameters");
    check(flopsFormula(net).at(T, words).at(N, 1).equals(Expr.of(flops)), flopsFormula(net).text());
    System.out.printf("%,14d parameters, %,18d FLOPs for %d words%n", params, flops, words);
}
// => created method published(String,long)
// => created method published(String,long,long)

// %% [markdown]
// ## Llama 2 and 3
//
// The number of parameters that the weights have, and the forward pass on 128 words as counted in PyTorch (two operations for each multiply-add).
// The large Llama 3 has the layers of the large Llama 2, and four times the words.

// %% llama-2-7b
published("llama-2-7b.json", 6_738_415_616L);
// =>  6,738,415,616 parameters

// %% llama-2-13b
published("llama-2-13b.json", 13_015_864_320L);
// => 13,015,864,320 parameters

// %% llama-2-70b
published("llama-2-70b.json", 68_976_648_192L, 17_633_525_104_640L);
// => 68,976,648,192 parameters, 17,633,525,104,640 FLOPs for 128 words

// %% llama-3-8b
published("llama-3-8b.json", 8_030_261_248L);
// =>  8,030,261,248 parameters

// %% llama-3-70b
published("llama-3-70b.json", 70_553_706_496L, 17_835_388_567_552L);
// => 70,553,706,496 parameters, 17,835,388,567,552 FLOPs for 128 words

// %% [markdown]
// ## Others of the kind
//
// Qwen has biases on query, key and value, and ties its tables, as Gemma does. Gemma's heads are larger than $d / h$ (and its gate is a GELU, which has as many
// weights).

// %% mistral-7b-v0.1
published("mistral-7b-v0.1.json", 7_241_732_096L, 1_828_850_761_728L);
// =>  7,241,732,096 parameters,  1,828,850,761,728 FLOPs for 128 words

// %% mistral-7b-v0.3
published("mistral-7b-v0.3.json", 7_248_023_552L, 1_829_656_068_096L);
// =>  7,248,023,552 parameters,  1,829,656,068,096 FLOPs for 128 words

// %% qwen2.5-3b
published("qwen2.5-3b.json", 3_085_938_688L, 794_770_276_352L);
// =>  3,085,938,688 parameters,    794,770,276,352 FLOPs for 128 words

// %% gemma-7b
published("gemma-7b.json", 8_537_680_896L, 2_193_117_675_520L);
// =>  8,537,680,896 parameters,  2,193,117,675,520 FLOPs for 128 words

// %% tinyllama-1.1b
published("tinyllama-1.1b.json", 1_100_048_384L, 267_764_367_360L);
// =>  1,100,048,384 parameters,    267,764,367,360 FLOPs for 128 words

// %% phi-3-mini-4k
published("phi-3-mini-4k.json", 3_821_079_552L, 959_371_542_528L);
// =>  3,821,079,552 parameters,    959,371,542,528 FLOPs for 128 words

// %% [markdown]
// ## How long a text?
//
// The work as a formula in the length $T$ tells from where on the looking at each other costs more than all the matrices.

// %% from where on
var seven = built("llama-2-7b.json");
System.out.println("FLOPs = " + flopsFormula(seven).text());
// => FLOPs = 524,288·N·T² + 13,214,154,752·N·T

// %% at your sizes
var mine = built(file);
System.out.println(paramsFormula(mine).text() + " parameters, " + flopsFormula(mine).text() + " FLOPs");
// => 8,030,261,248 parameters, 524,288·N·T² + 15,009,316,864·N·T FLOPs
