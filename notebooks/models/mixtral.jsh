// %% [markdown]
// # Mixtral
//
// Albert Jiang and others: *Mixtral of Experts*, 2024, [arXiv:2401.04088](https://arxiv.org/abs/2401.04088). Sizes are those of the published weights
// of Mixtral 8x7B.
//
// **The idea.** The part behind attention is there eight times: eight *experts*. For each word a small layer, the *router*, picks two of them, and only these
// work. So there are the parameters of a network of 47 thousand millions, and the work of one of 13.

// %% sizes tags=["parameters"]
String file = "mixtral-8x7b.json";
// => file ==> "mixtral-8x7b.json"

// %% letters
var T = symbol("T");
int length = 128;
// => T ==> T
// => length ==> 128

// %% [markdown]
// ## Experts
//
// An expert is Llama's gated part: $3 d f$ weights. The router is one layer from $d$ to 8 numbers; the two largest win, and the softmax of the two says
// how much each of them matters.
//
// Which words an expert gets is only known when the network runs. But each word goes to two of eight, so all experts together see each word twice:
// that is how it is counted here. Attention is Llama's, with fewer keys and values than queries.

// %% the network
var eight = load("mixtral-8x7b.json").network();
System.out.println(eight.unit("model.layers.0.block_sparse_moe.gate"));
System.out.println(eight.unit("model.layers.0.block_sparse_moe.experts"));
// => linear(4096, 8, bias(false))
// => experts(8, 2, 4096, 14336)

// %% [markdown]
// ## Checked
//
// The published weights are 46,702,792,704 numbers. The name says 8 times 7: but the attention is there only once.

// %% mixtral-8x7b
check(params(eight) == 46_702_792_704L);

// %% [markdown]
// ## What works for a word
//
// Without six of the eight experts there are 12.9 thousand million parameters left. Two FLOPs for each of them and each word, and attention on top:

// %% for each word
long expert = 3L * 4096 * 14_336;
long active = params(eight) - 32 * 6 * expert;
check(active == 12_879_925_248L);
long flops = flopsFormula(eight).at(T, length).at(N, 1).exact().longValueExact();
System.out.printf("%,d parameters work for a word, %,d FLOPs for each of %d words%n", active, flops / length, length);
// => expert ==> 176160768
// => active ==> 12879925248
// => flops ==> 3272228208640
// => 12,879,925,248 parameters work for a word, 25,564,282,880 FLOPs for each of 128 words

// %% the same from formulas
long attention = 2L * 4096 * 4096 + 2L * 4096 * 1024;
check(flops == 2 * (length * (32 * (attention + 2 * expert + 8 * 4096) + 4096L * 32_000) + 32 * 2L * length * length * 4096));
// => attention ==> 41943040

// %% a file of your own
var mine = load(file).network();
System.out.println(paramsFormula(mine).text() + " parameters, " + flopsFormula(mine).text() + " FLOPs");
// => 46,702,792,704 parameters, 524,288·N·T² + 25,497,174,016·N·T FLOPs
