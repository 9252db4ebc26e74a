// %% [markdown]
// # 6 · Skips and sharing
//
// **Goal.** You can count a residual block, know when its shortcut needs a layer of its own, and keep apart what is
// *used again* (one set of weights, work at each use) from what is *built again* (weights and work).

// %% [markdown]
// ## A block with a shortcut
//
// A residual block does not compute $y = f(x)$ but $y = f(x) + x$: it learns what to change. The sum needs both sides
// of the same shape, and costs no parameters.

// %% a basic block
class Basic extends Model {
    Unit conv1, bn1, conv2, bn2;

    Basic(int channels) {
        conv1 = own(conv2d(channels, channels, 3, padding(1), bias(false)));
        bn1 = own(batchNorm2d(channels));
        conv2 = own(conv2d(channels, channels, 3, padding(1), bias(false)));
        bn2 = own(batchNorm2d(channels));
    }

    public Tensor forward(Tensor x) {
        var y = x.then(conv1).then(bn1).then(relu());
        y = y.then(conv2).then(bn2);
        return y.add(x).then(relu());
    }
}
var basic = trace(new Basic(64), 64, 56, 56)
// => created class Basic
// => #  layer              output      params  Σ params        FLOPs      Σ FLOPs
// => ────────────────────────────────────────────────────────────────────────────
// => 0  input              N×64×56×56                                              ◂
// => 1  conv2d 64→64 k3 …  N×64×56×56  36,864    36,864  231,211,008  231,211,008  ◂
// => 2  batchNorm2d 64     N×64×56×56     128    36,992            –  231,211,008  ◂
// => 3  relu               N×64×56×56       0    36,992            –  231,211,008  ◂
// => 4  conv2d 64→64 k3 …  N×64×56×56  36,864    73,856  231,211,008  462,422,016  ◂
// => 5  batchNorm2d 64     N×64×56×56     128    73,984            –  462,422,016  ◂
// => 6  add                N×64×56×56       0    73,984            –  462,422,016  ◂
// => 7  relu               N×64×56×56       0    73,984            –  462,422,016  ◂
// => FLOPs: 2 per multiply-add, per example

// %% [markdown]
// In the table the two ways stand one under the other. `diagram` shows that they part and meet: the line on the right is
// the shortcut, and nothing sits on it.

// %% the two ways
diagram(basic)
// =>      layer                              output      params
// => ──────────────────────────────────────────────────────────
// => ○    input                              N×64×56×56
// => ├─╮
// => ● │  conv1  conv2d 64→64 k3 p1 no bias  N×64×56×56  36,864
// => ● │  bn1  batchNorm2d 64                N×64×56×56     128
// => ● │  relu                               N×64×56×56
// => ● │  conv2  conv2d 64→64 k3 p1 no bias  N×64×56×56  36,864
// => ● │  bn2  batchNorm2d 64                N×64×56×56     128
// => ●─╯  add                                N×64×56×56
// => ●    relu                               N×64×56×56

// %% [markdown]
// Two convolutions of $64 \cdot 64 \cdot 9$ weights, no bias (a normalisation follows, see lesson 5), and two
// normalisations of $2 \cdot 64$:
//
// $$P = 2 \cdot (9 C^2 + 2 C) = 18 C^2 + 4 C$$

// %% the formula
check(params(basic) == 18 * 64 * 64 + 4 * 64);

// %% [markdown]
// ## When the shapes differ
//
// Both convolutions keep the size, or the two ways could not meet. What if `conv1` had another window, and still padding 1?
// `whatIf` builds the block again, skip and all.

// %% another window
whatIf("conv1", "kernelSize", 1, 3, 5)
// => value  output       params        FLOPs  Σ params      Σ FLOPs     ×
// => ────────────────────────────────────────────────────────────────────
// =>     1  N×64×58×58    4,096   27,557,888                               ✗
// =>     3  N×64×56×56   36,864  231,211,008    73,984  462,422,016  1.00  ◂
// =>     5  N×64×54×54  102,400  597,196,800                               ✗
// => with 1, 6 add() would get N×64×58×58, N×64×56×56
// => with 5, 6 add() would get N×64×54×54, N×64×56×56
// => 1 conv1: kernelSize; × is the work of the whole network to that of now; FLOPS: 2
// => per multiply-add, per example

// %% [markdown]
// With 1 the picture becomes larger, with 5 smaller, and neither meets 56 by 56 at the sum.
//
// Where a network halves the picture and doubles the channels, $x$ no longer fits $f(x)$. It says so:

// %% a sum that does not fit tags=["raises-exception"]
var wide = tensor(64, 56, 56);
wide.then(conv2d(64, 128, 3, stride(2), padding(1), bias(false))).add(wide)
// => #  layer  output
// => ────────────────────
// => 8  input  N×64×56×56  ◂ new
// => FLOPs: 2 per multiply-add, per example
// =>   ✗ add cannot match N×128×28×28 with N×64×56×56
// =>      wide.then(conv2d(64, 128, 3, stride(2), padding(1), bias(false))).add(wide)
// =>                                                                        ▔▔▔▔▔▔▔▔▔
// =>      axis -3 is 64, not 128
// =>      it gets N×128×28×28  from  9 conv2d  N×64×56×56 → N×128×28×28
// =>      why    sizes are compared from the last axis; they must be equal, or one of
// =>             them 1
// =>   Nothing was added: the network still ends at 8 input, 0 params.

// %% [markdown]
// So the shortcut gets a convolution of 1 by 1 with the same step, and a normalisation. It has
// $64 \cdot 128$ weights: a small price. The first convolution reads $C_{in}$ channels, the second $C_{out}$, and there are
// three normalisations of $2 \cdot C_{out}$:
//
// $$P = 9 \, C_{in} C_{out} + 9 \, C_{out}^2 + C_{in} C_{out} + 6 \, C_{out}$$

// %% a block that goes down
class Down extends Model {
    Unit conv1, bn1, conv2, bn2, shortcut, bnShortcut;

    Down(int in, int out) {
        conv1 = own(conv2d(in, out, 3, stride(2), padding(1), bias(false)));
        bn1 = own(batchNorm2d(out));
        conv2 = own(conv2d(out, out, 3, padding(1), bias(false)));
        bn2 = own(batchNorm2d(out));
        shortcut = own(conv2d(in, out, 1, stride(2), bias(false)));
        bnShortcut = own(batchNorm2d(out));
    }

    public Tensor forward(Tensor x) {
        var y = x.then(conv1).then(bn1).then(relu()).then(conv2).then(bn2);
        return y.add(x.then(shortcut).then(bnShortcut)).then(relu());
    }
}
var downwards = trace(new Down(64, 128), 64, 56, 56)
check(params(downwards) == 9 * 64 * 128 + 9 * 128 * 128 + 64 * 128 + 3 * 2 * 128);
// => created class Down

// %% now something sits on the shortcut
diagram(downwards)
// =>        layer                                  output        params
// => ──────────────────────────────────────────────────────────────────
// => ○      input                                  N×64×56×56
// => ├─╮
// => ● │    conv1  conv2d 64→128 k3 s2 p1 no bias  N×128×28×28   73,728
// => ● │    bn1  batchNorm2d 128                   N×128×28×28      256
// => ● │    relu                                   N×128×28×28
// => ● │    conv2  conv2d 128→128 k3 p1 no bias    N×128×28×28  147,456
// => ● │    bn2  batchNorm2d 128                   N×128×28×28      256
// => ╰─┼─╮
// => ●─╯ │  shortcut  conv2d 64→128 k1 s2 no bias  N×128×28×28    8,192
// => ●   │  bnShortcut  batchNorm2d 128            N×128×28×28      256
// => ●───╯  add                                    N×128×28×28
// => ●      relu                                   N×128×28×28

// %% [markdown]
// Note the sizes: a window of 3 with padding 1 and a window of 1 without both give $\lceil H / 2 \rceil$ at step 2
// (lesson 4), so the two ways meet at odd sizes too.

// %% odd sizes meet
var odd = trace(new Down(64, 128), 64, 57, 57);
check(odd.output().size(2).exact().intValue() == 29);

// %% [markdown]
// ## The narrow way
//
// A *bottleneck* squeezes the channels with a window of 1, works on the few, and widens again. Compare 256 channels
// with two windows of 3, and 256 squeezed to 64:

// %% bottleneck or not
long broad = 2L * 256 * 256 * 9;
long narrow = 256L * 64 + 64L * 64 * 9 + 64L * 256;
System.out.println(broad + " against " + narrow + " weights: " + broad / narrow + " times");
var squeezed = tensor(256, 56, 56).then(conv2d(256, 64, 1, bias(false)), conv2d(64, 64, 3, padding(1), bias(false)), conv2d(64, 256, 1, bias(false)));
check(params(squeezed) == narrow);
// => broad ==> 1179648
// => narrow ==> 69632
// => 1179648 against 69632 weights: 16 times

// %% [markdown]
// ## Used again, built again
//
// One unit used three times is one set of weights. Three units are three sets. The work is the same.

// %% shared
var fc = own(linear(64, 64));
var shared = tensor(64).then(fc).then(fc).then(fc);
var separate = tensor(64).then(linear(64, 64), linear(64, 64), linear(64, 64));
check(params(shared) == 65 * 64);
check(params(separate) == 3 * 65 * 64);
check(flops(shared) == flops(separate));
// => fc ==> linear(64, 64)

// %% its table
net(shared)
// =>  #  name  layer         output  params  Σ params  FLOPs  Σ FLOPs
// => ────────────────────────────────────────────────────────────────
// => 33        input         N×64
// => 34  fc    linear 64→64  N×64     4,160     4,160  8,192    8,192
// => 35  fc    linear 64→64  N×64     again     4,160  8,192   16,384
// => 36  fc    linear 64→64  N×64     again     4,160  8,192   24,576
// => FLOPs: 2 per multiply-add, per example

// %% [markdown]
// ## Exercise
//
// A stage has one `Down(64, 128)` and then three `Basic(128)`. How many parameters? And how many if the three basic
// blocks were **one** block, used three times?

// %% your answer tags=["parameters"]
long built = 0;
long used = 0;

String slip(long built, long used) {
    long down = 9 * 64 * 128 + 9 * 128 * 128 + 64 * 128 + 6 * 128, block = 18 * 128 * 128 + 4 * 128;
    if (built == down - 64 * 128 - 256 + 3 * block) return "the shortcut of the first block has weights too";
    if (built == down - 256 + 3 * block) return "the shortcut of the first block has a normalisation too";
    if (built == down + 2 * block) return "three basic blocks come after the first one";
    if (built == down - 768 + 3 * 18 * 128 * 128) return "each convolution is followed by a normalisation of 2·C";
    if (built == down + 3 * block + 9 * 128) return "no biases: a normalisation follows each convolution";
    if (built == 4 * block) return "the first block reads 64 channels, and has a shortcut";
    if (built != down + 3 * block) return "18·C² + 4·C for each basic block, and the first block as above";
    if (used == block) return "the first block is still there";
    return used == built ? "weights that are used again are not counted again" : "one block's parameters, however often it is used";
}
if (built == 0) System.out.println("your answer goes into the cell above");
else check(used == 525_568 && built == 1_116_416, slip(built, used));
// => built ==> 0
// => used ==> 0
// => created method slip(long,long)
// => your answer goes into the cell above

// %% the answer
class Stage extends Model {
    List<Basic> blocks = new ArrayList<>();
    Down down = own(new Down(64, 128));

    Stage(boolean again) {
        var one = own(new Basic(128));
        for (int i = 0; i < 3; i++) blocks.add(again ? one : own(new Basic(128)));
    }

    public Tensor forward(Tensor x) {
        x = x.then(down);
        for (Basic block : blocks) x = x.then(block);
        return x;
    }
}
check(params(trace(new Stage(false), 64, 56, 56)) == 1_116_416);
check(params(trace(new Stage(true), 64, 56, 56)) == 525_568);
// => created class Stage

// %% [markdown]
// ## What to take along
//
// - A skip costs no parameters while the shapes are the same; else a convolution of 1 by 1 and its normalisation.
// - A bottleneck does the expensive window on few channels.
// - Used again: weights once, work each time. Built again: both each time.
