// %% [markdown]
// # 7 · Networks that read a sequence
//
// **Goal.** You can count RNN, GRU and LSTM from one idea, know why a sequence of a thousand steps costs no more
// parameters than one of ten, and see where PyTorch's count has a bias more than the textbook's.

// %% [markdown]
// ## One step
//
// A recurrent layer reads a sequence step by step and carries a *state* of $h$ numbers along. In each step it looks at
// the new input, $I$ numbers, and at the state it had:
//
// $$h_t = \tanh(W_{ih} \, x_t + b_{ih} + W_{hh} \, h_{t-1} + b_{hh})$$
//
// Two matrices, $h \cdot I$ and $h \cdot h$, and **two** biases. (One would do; PyTorch keeps two, as the library it
// was built on does. A textbook's count is $h$ smaller.)
//
// $$P = h \cdot I + h \cdot h + 2h = h \cdot (I + h + 2)$$

// %% how long the sequence is stays a letter
var T = symbol("T");
// => T ==> T

// %% rnn
var plain = tensor(shape(N, T, 64)).then(own("rnn", rnn(64, 128, batchFirst(true))));
check(params(plain) == 128 * (64 + 128 + 2));

// %% explain
explain("rnn")
// => 1 rnn  rnn(64, 128, batchFirst(true))   N×T×64 → N×T×128, 1×N×128
// =>   Reads a sequence step by step and carries one state along.
// =>   with h = 128 hidden size, I = 64 input size
// =>
// =>   P = h·(I + h + 2)      parameters: weight_ih_l0 128×64, weight_hh_l0 128×128, bias_ih_l0 128, bias_hh_l0 128
// =>     = 128·(64 + 128 + 2)
// =>     = 128·194
// =>     = 24,832
// =>
// =>   FLOPs = 2·T·N·h·(I + h)      2 per multiply-add
// =>         = 2·T·N·128·(64 + 128)
// =>         = 2·T·N·128·192
// =>         = 49,152·N·T

// %% [markdown]
// The parameters do not know T. The same two matrices are used at every step: this is the loop of lesson 1, in time.
// The work is done at every step, so it grows with T.
//
// $$\text{MACs} = T \cdot h \cdot (I + h)$$

// %% work grows with the length
System.out.println("FLOPs = " + flopsFormula(plain).text());
var ten = tensor(10, 64).then(rnn(64, 128, batchFirst(true)));
var thousand = tensor(1000, 64).then(rnn(64, 128, batchFirst(true)));
check(params(ten) == params(thousand));
check(flops(thousand) == 100 * flops(ten));
// => FLOPs = 49,152·N·T

// %% [markdown]
// ## Gates
//
// A plain RNN forgets quickly. A **GRU** has two gates that say what to keep and what to take, so it computes three such
// sums instead of one. An **LSTM** has three gates and a second, longer memory: four sums. Each sum has matrices and
// biases of its own, so with $g$ sums
//
// $$P = g \cdot h \cdot (I + h + 2) \qquad g = 1, 3, 4$$

// %% gru and lstm
var withGates = tensor(shape(N, T, 64)).then(own("gru", gru(64, 128, batchFirst(true))));
var withMemory = tensor(shape(N, T, 64)).then(own("lstm", lstm(64, 128, batchFirst(true))));
check(params(withGates) == 3 * params(plain));
check(params(withMemory) == 4 * params(plain));

// %% [markdown]
// ## Layers and directions
//
// `numLayers(2)` puts a second layer on top: it reads the states of the first, so its input is $h$ numbers.
// `bidirectional(true)` reads the sequence backwards too, with weights of its own, and gives both states side by side:
// $2h$ numbers, and that is what a layer above reads.

// %% two layers
var two = tensor(shape(N, T, 64)).then(own("two", lstm(64, 128, numLayers(2), batchFirst(true))));
check(params(two) == 4 * 128 * (64 + 128 + 2) + 4 * 128 * (128 + 128 + 2));

// %% two layers, both directions
var both = tensor(shape(N, T, 64)).then(own("both", lstm(64, 128, numLayers(2), bidirectional(true), batchFirst(true))));
check(params(both) == 2 * 4 * 128 * (64 + 128 + 2) + 2 * 4 * 128 * (256 + 128 + 2));

// %% [markdown]
// ## Which axis is the batch?
//
// Without `batchFirst(true)` PyTorch reads the sequence along the *first* axis and the batch along the second. A tensor
// $N \times T \times 64$ then means: N steps, T examples. It runs; it is wrong; the shapes look the same. The work gives
// it away: it must grow with T for *one* example.

// %% the same shape, two meanings
var meant = tensor(shape(N, T, 64)).then(lstm(64, 128, batchFirst(true)));
var mistaken = tensor(shape(N, T, 64)).then(lstm(64, 128));
check(meant.shape().equals(mistaken.shape()));
check(flops(tensor(shape(1, 1000, 64)).then(lstm(64, 128, batchFirst(true)))) == 1000 * flops(tensor(shape(1, 1, 64)).then(lstm(64, 128, batchFirst(true)))));
// =>   ⚠ N lands on the length: lstm(64, 128) takes N×T×64 as length×batch×features;
// =>     batchFirst(true) takes the batch first

// %% [markdown]
// The warning is there because the letter N came to stand on an axis that is no batch. With numbers instead of letters
// nobody could tell.
//
// ## Words
//
// A network that reads text begins with a table: one row of numbers for each word. Looking up is no arithmetic, but
// the table is learned, and it is large.

// %% a language model, small
class Reader extends Model {
    Unit words = own(embedding(10_000, 256));
    Unit memory = own(lstm(256, 512, batchFirst(true)));
    Unit next = own(linear(512, 10_000));
    public Tensor forward(Tensor x) { return x.then(words).then(memory).then(next); }
}
var reader = trace(new Reader(), tensor(shape(N, T), INT64));
// => created class Reader

// %% its table
net(reader)
// =>  #  layer           output        params   Σ params         FLOPs       Σ FLOPs
// => ───────────────────────────────────────────────────────────────────────────────
// => 22  input           N×T int64
// => 23  embedding …     N×T×256    2,560,000  2,560,000             0             0
// => 24  lstm 256 512 …  N×T×512    1,576,960  4,136,960   3,145,728·T   3,145,728·T
// => 25  linear …        N×T×10000  5,130,000  9,266,960  10,240,000·T  13,385,728·T
// => FLOPs: 2 per multiply-add, per example

// %% [markdown]
// Of nine million parameters the LSTM, the part that *reads*, has 1.6 million. The table going in and the layer going
// out have the rest: they grow with the vocabulary.
//
// ## Exercise
//
// A GRU with two layers and both directions reads 40 numbers a step and has a state of 100 numbers. How many parameters?

// %% your answer tags=["parameters"]
long mine = 0;

String slip(long answer) {
    long below = 3 * 100 * (40 + 100 + 2), above = 3 * 100 * (200 + 100 + 2);
    if (answer == below + above) return "each direction has weights of its own";
    if (answer == 2 * (below + 3 * 100 * (100 + 100 + 2))) return "the second layer reads both directions: 200 numbers";
    if (answer == 2 * (below + above) - 4 * 300) return "PyTorch has two biases for each sum";
    if (answer == 2 * (below + above) / 3 * 4) return "four sums is an LSTM; a GRU has three";
    return "for each layer and direction: 3·h·(I + h + 2), and the second layer reads 2·h numbers";
}
if (mine == 0) System.out.println("your answer goes into the cell above");
else check(mine == 2 * 3 * 100 * (142 + 302), slip(mine));
// => mine ==> 0
// => created method slip(long)
// => your answer goes into the cell above

// %% the answer
var answer = tensor(shape(N, T, 40)).then(gru(40, 100, numLayers(2), bidirectional(true), batchFirst(true)));
check(params(answer) == 266_400);

// %% [markdown]
// ## What to take along
//
// - One sum of a recurrent layer has $h \cdot (I + h + 2)$ parameters; RNN, GRU and LSTM have 1, 3 and 4 of them.
// - The length of the sequence costs work, not parameters: it is a loop over the same weights.
// - Two directions double it, and a layer above them reads $2h$ numbers.
// - In a small language model the tables of words are the largest part.
