// %% [markdown]
// # 10 · The memory of training
//
// **Goal.** You can say how much memory a network needs to be *used* and to be *trained*, why these are so different,
// and what to change when it does not fit: the batch, the numbers' size, or the optimiser.

// %% [markdown]
// ## Four things to keep
//
// | what | how many numbers | when |
// |---|---|---|
// | parameters | $P$ | always |
// | outputs of layers (*activations*) | $A$ for each example | training: all of them; use: the last few |
// | gradients | $P$ | training |
// | the optimiser's memory | SGD 0, with momentum $P$, Adam $2P$ | training |
//
// A number takes 4 bytes as `float32`, 2 as `float16` or `bfloat16`. So training with Adam in `float32` needs
//
// $$4 \cdot (P + P + 2P) + 4 \cdot A \cdot N = 16 P + 4 A N \text{ bytes}$$
//
// for a batch of $N$ (and what the framework adds).

// %% the article's network
class Net extends Model {
    Unit conv1 = own(conv2d(3, 16, 3, padding(1)));
    Unit bn1 = own(batchNorm2d(16));
    Unit pool1 = own(maxPool2d(2));
    Unit conv2 = own(conv2d(16, 32, 3, padding(1)));
    Unit bn2 = own(batchNorm2d(32));
    Unit pool2 = own(maxPool2d(2));
    Unit fc1 = own(linear(32 * 8 * 8, 64));
    Unit fc2 = own(linear(64, 10));

    public Tensor forward(Tensor x) {
        x = x.then(conv1).then(bn1).then(relu()).then(pool1);
        x = x.then(conv2).then(bn2).then(relu()).then(pool2);
        return x.view(-1, 32 * 8 * 8).then(fc1).then(relu()).then(fc2);
    }
}
var net = trace(new Net(), shape(1, 3, 32, 32));
// => created class Net

// %% [markdown]
// ## Why outputs are kept
//
// To know how a weight should change, one needs what went *into* its layer. So in training every output stays in memory
// until the way back has come to it. Counted by hand, for one picture of 32 by 32:

// %% activations by hand
long conv1 = 16 * 32 * 32, pool1 = 16 * 16 * 16, conv2 = 32 * 16 * 16, pool2 = 32 * 8 * 8;
long activations = 3 * conv1 + pool1 + 3 * conv2 + pool2 + 64 + 64 + 10;
System.out.println(activations + " numbers are kept for a picture, " + params(net) + " are learned");
// => conv1 ==> 16384
// => pool1 ==> 4096
// => conv2 ==> 8192
// => pool2 ==> 2048
// => activations ==> 80010
// => 80010 numbers are kept for a picture, 136970 are learned

// %% [markdown]
// The network can tell its rows itself: the table as data, one row a call.

// %% activations from the graph
long kept = net.calls().stream().filter(call -> call.index() > net.calls().get(0).index() && !call.layer().factoryName().equals("view"))
    .mapToLong(call -> call.outputs().get(0).shape().numel().exact().longValue()).sum();
check(kept == activations);
// => kept ==> 80010

// %% [markdown]
// (`view` keeps nothing: it looks at the same numbers in another shape.)
//
// ## Parameters against activations
//
// For one picture the two are of the same order here. But activations are kept for *each picture of the batch*, parameters
// once.

// %% batch tags=["parameters"]
int batch = 128;
int bytes = 4;
// => batch ==> 128
// => bytes ==> 4

// %% megabytes
long fixed = params(net) * 4L * bytes;
long moving = activations * bytes * batch;
System.out.println("parameters, gradients, Adam: " + fixed / 1000 + " kB");
System.out.println("activations of " + batch + " pictures: " + moving / 1000 + " kB");
check(batch != 128 || bytes != 4 || moving > 15 * fixed);
// => fixed ==> 2191520
// => moving ==> 40965120
// => parameters, gradients, Adam: 2191 kB
// => activations of 128 pictures: 40965 kB

// %% [markdown]
// The formula above counts every output once. What PyTorch keeps is a little different, layer by layer: a ReLU keeps what it *gave*, a convolution what *came in*,
// and where the two are the same tensor it is there once; a pooling also keeps where the largest number stood, 8 bytes each. `memory()` knows these rules
// and says under the table what it leaves out.

// %% what PyTorch keeps
var open = trace(new Net(), 3, 32, 32);
memory(open, ADAM, FLOAT32)
check(memory(open, batch(128)).activations() == 128 * 282_880 + 384 && memory(open).parameters() == 4 * params(open));
// =>  #  name    parameters  buffers     kept  gradients  optimiser      total
// => ─────────────────────────────────────────────────────────────────────────
// => 14  conv1        1,792        0   12,288      1,792      3,584     19,456
// => 15  bn1            128      136   65,664        128        256     66,312
// => 16  relu_4           0        0   65,536          0          0     65,536
// => 17  pool1            0        0   32,768          0          0     32,768
// => 18  conv2       18,560        0   16,384     18,560     37,120     90,624
// => 19  bn2            256      264   33,024        256        512     34,312
// => 20  relu_5           0        0   32,768          0          0     32,768
// => 21  pool2            0        0   16,384          0          0     16,384
// => 23  fc1        524,544        0    8,192    524,544  1,049,088  2,106,368
// => 24  relu_6           0        0      256          0          0        256
// => 25  fc2          2,600        0        0      2,600      5,200     10,400
// =>     total      547,880      400  283,264    547,880  1,095,760  2,475,184
// => bytes, training with ADAM in float32, per example (N = 1)
// => total  282,880·N + 2,192,304 B = 2,475,184 B = 2.48 MB
// => parameters  4·136,970;  gradients  4·136,970;  optimiser  2·4·136,970
// => kept  282,880·N + 384: what PyTorch keeps for the backward pass, each piece of
// => memory once, where it is kept first
// => assumed: gradients and the optimiser's numbers (running means of the gradient
// => and of its square) are float32 too; masks of dropout take 1 byte and indices of
// => pools 8 a number; attention keeps its weights; no checkpoints, no copy in
// => another precision, no workspace, no overhead of the allocator

// %% [markdown]
// To *use* the network one needs the parameters and, at each moment, only what is still wanted:

// %% in use
memory(open, INFERENCE, batch(128))
// =>  #  name    parameters  buffers        live
// => ───────────────────────────────────────────
// => 14  conv1        1,792        0   9,961,472
// => 15  bn1            128      136  16,777,216  ◂ peak
// => 16  relu_4           0        0  16,777,216
// => 17  pool1            0        0  14,680,064
// => 18  conv2       18,560        0   6,291,456
// => 19  bn2            256      264   8,388,608
// => 20  relu_5           0        0   8,388,608
// => 21  pool2            0        0   7,340,032
// => 22  view_2           0        0   1,048,576
// => 23  fc1        524,544        0   1,081,344
// => 24  relu_6           0        0      65,536
// => 25  fc2          2,600        0      37,888
// =>     total      547,880      400  16,777,216
// => bytes, use in float32, a batch of 128
// => total  131,072·N + 548,280 B = 17,325,496 B = 17.33 MB
// => parameters  4·136,970;  peak  131,072·N at 15 bn1
// => live: what is there while the row is worked out: its inputs, its outputs, and
// => what later rows still need; the last line is the most
// => assumed: memory is given back as soon as nobody needs it, inputs included; views
// => take none; what a layer makes besides its outputs, such as the places of a max
// => pool, counts; no scratch inside kernels, no overhead of the allocator

// %% [markdown]
// So with a small network the batch decides, and halving it helps. With a large network it is the other way round:
// a model of seven billion parameters needs $16 \cdot 7 = 112$ GB for itself, before the first example.

// %% seven billion
long large = 7_000_000_000L;
check(16 * large == 112_000_000_000L);
System.out.println("float32 and Adam: " + 16 * large / 1_000_000_000 + " GB; only to use it, in 16 bits: " + 2 * large / 1_000_000_000 + " GB");
// => large ==> 7000000000
// => float32 and Adam: 112 GB; only to use it, in 16 bits: 14 GB

// %% [markdown]
// ## And the work?
//
// Take a layer $y = x \cdot W$, with $x$ of $N \times F_{in}$ and $W$ of $F_{in} \times F_{out}$. On the way back comes $dy$, as
// large as $y$, and two products are made of it:
//
// $$dx = dy \cdot W^T \qquad dW = x^T \cdot dy$$
//
// Each is $N \cdot F_{in} \cdot F_{out}$ multiply-adds, as many as the way forward. So the way back is twice the way forward,
// and a step of training **three times** the use. (Here you see the $x$ again that has to be kept.) Only the first layer
// needs no $dx$: nobody learns before it.

// %% a step of training
backward(open)
check(flops(open) == 3_507_456 && 3 * 3_507_456 - 884_736 == 9_637_632);
// =>  #  name     forward  for inputs  for weights   backward  training step
// => ───────────────────────────────────────────────────────────────────────
// => 14  conv1    884,736           0      884,736    884,736      1,769,472
// => 18  conv2  2,359,296   2,359,296    2,359,296  4,718,592      7,077,888
// => 23  fc1      262,144     262,144      262,144    524,288        786,432
// => 25  fc2        1,280       1,280        1,280      2,560          3,840
// =>     total  3,507,456   2,622,720    3,507,456  6,130,176      9,637,632
// => FLOPs: two per multiply-add, per example; other operations are not counted
// => y = x·W comes back as two products of the same size: dx = dy·Wᵀ and dW = xᵀ·dy
// => no dx where nothing before is trained (the first layer), no dW where the weights
// => are frozen; a product of two tensors has two dx
// => backward is 1.748 times forward

// %% [markdown]
// Three times 3,507,456, less the $dx$ of `conv1`, 884,736. The larger the network, the less that one matters.

// %% the same from the table
var back = backward(open).total();
var step = back.forward().plus(back.backward()).times(2).normal();
System.out.println("a step of training: " + step.text() + " FLOPs");
check(step.text().equals("9,637,632·N"));
// => back ==> Row[call=null, forward=1,753,728·N, inputs=1,311,360·N, weights=1,753,728·N]
// => step ==> 9,637,632·N
// => a step of training: 9,637,632·N FLOPs

// %% [markdown]
// ## What helps
//
// - **A smaller batch**: activations shrink in proportion. Adding up the gradients of several small batches gives
//   the same step as one big one.
// - **16 bits**: halves activations. (With *mixed precision* the optimiser still keeps a copy of the weights in 32.)
// - **Recomputing** (*checkpointing*): keep only every n-th output and work the others out again on the way back. Memory
//   for work: with $L$ layers and $\sqrt{L}$ of them kept, memory falls to about $2 \sqrt{L}$ outputs, and the way
//   forward is done twice.
// - **Freezing** (lesson 5): no gradients and no optimiser's memory for frozen weights.
//
// And attention? It keeps its $T \times T$ weights for each head. That is the other place where T² matters.

// %% attention's maps
long heads = 12, length = 1024, layers = 12;
System.out.println(heads * length * length * layers * 4 / 1_000_000 + " MB of attention maps for one text of " + length + " words");
check(heads * length * length * layers * 4 == 603_979_776);
// => heads ==> 12
// => length ==> 1024
// => layers ==> 12
// => 603 MB of attention maps for one text of 1024 words

// %% [markdown]
// ## Exercise
//
// A network has 25 million parameters and keeps 22 million numbers for each picture. You train with Adam in `float32`,
// with a batch of 64. How many bytes, in all?

// %% your answer tags=["parameters"]
long mine = 0;

String slip(long answer) {
    long parameters = 25_000_000, each = 22_000_000;
    if (answer == 4 * parameters + 4 * each * 64) return "training also keeps gradients and Adam's two averages";
    if (answer == 16 * parameters + 4 * each) return "activations are kept for each picture of the batch";
    if (answer == 12 * parameters + 4 * each * 64) return "Adam keeps two numbers for each parameter";
    if (answer == (16 * parameters + 4 * each) * 64) return "parameters are there once, not once a picture";
    return "16 bytes for each parameter, 4 for each number kept and each picture";
}
if (mine == 0) System.out.println("your answer goes into the cell above"); else check(mine == 6_032_000_000L, slip(mine));
// => mine ==> 0
// => created method slip(long)
// => your answer goes into the cell above

// %% the answer
check(16L * 25_000_000 + 4L * 22_000_000 * 64 == 6_032_000_000L);

// %% [markdown]
// ## What to take along
//
// - To use a network one needs its parameters; to train it with Adam four times that, and every output for every picture of the batch.
// - A small network is bound by the batch, a large one by its parameters.
// - The way back does twice the work of the way forward: a step of training is three times the use.
// - Smaller batches, 16 bits, recomputing and freezing each save something else.
