// %% [markdown]
// # 9 · Designing under a budget
//
// **Goal.** Somebody gives you a budget, so many parameters and so many FLOPs, and you know which knob to turn. The
// knobs are width, depth, resolution, and *how the channels are joined*.

// %% [markdown]
// ## Three knobs, three laws
//
// For a stack of convolutions, double
//
// | knob | parameters | work |
// |---|---|---|
// | the number of layers | × 2 | × 2 |
// | the channels | × 4 | × 4 |
// | the side of the picture | × 1 | × 4 |
//
// Let us see it. The knobs are the parameters of this lesson: `--set width=64` runs it with another.

// %% knobs tags=["parameters"]
int width = 32;
int depth = 4;
int side = 32;
// => width ==> 32
// => depth ==> 4
// => side ==> 32

// %% a stack
Tensor stack(int width, int depth, int side) {
    var x = tensor(width, side, side);
    for (int i = 0; i < depth; i++) x = x.then(conv2d(width, width, 3, padding(1), bias(false)), relu());
    return x;
}
var base = stack(width, depth, side);
var deeper = stack(width, 2 * depth, side);
var wider = stack(2 * width, depth, side);
var larger = stack(width, depth, 2 * side);
// => created method stack(int,int,int)

// %% the three laws
check(params(deeper) == 2 * params(base) && flops(deeper) == 2 * flops(base));
check(params(wider) == 4 * params(base) && flops(wider) == 4 * flops(base));
check(params(larger) == params(base) && flops(larger) == 4 * flops(base));

// %% [markdown]
// ## Where is it spent?
//
// Halve the picture and double the channels, as most networks do: the work of a layer stays the same, its parameters
// grow fourfold. So parameters gather at the *end* of a network, and work at its *beginning*, as soon as that is
// not halved early.

// %% early and late
var early = tensor(32, 64, 64).then(conv2d(32, 32, 3, padding(1), bias(false)));
var late = tensor(256, 8, 8).then(conv2d(256, 256, 3, padding(1), bias(false)));
check(flops(early) == flops(late));
check(params(late) == 64 * params(early));

// %% [markdown]
// ## Fewer joints
//
// A convolution joins every channel with every other, at each of the $k^2$ points. Both at once is expensive.
//
// *Groups*: `groups(g)` joins only within g groups: $g$ times fewer weights and products.
//
// *Depthwise separable*: first each channel alone with a window of $k$ by $k$ (`groups(C)`), then all channels together
// with a window of 1 by 1. Instead of $k^2 C^2$ that is $k^2 C + C^2$, nearly $k^2$ times fewer:
//
// $$\frac{k^2 C + C^2}{k^2 C^2} = \frac{1}{C} + \frac{1}{k^2}$$

// %% one joint or two
var full = tensor(128, 28, 28).then(conv2d(128, 128, 3, padding(1), bias(false)));
var separable = tensor(128, 28, 28).then(conv2d(128, 128, 3, padding(1), groups(128), bias(false)), conv2d(128, 128, 1, bias(false)));
System.out.println(params(full) + " against " + params(separable) + " parameters, " + flops(full) / flops(separable) + " times the work");
check(params(separable) == 9 * 128 + 128 * 128);
check(flops(full) * (9 * 128 + 128 * 128) == flops(separable) * (9L * 128 * 128));
// => 147456 against 17536 parameters, 8 times the work

// %% [markdown]
// Between all joints and none there are many steps. `whatIf` tries them: with $g$ groups each window sees $C / g$ channels,
// so $P = C \cdot (C / g) \cdot k^2$, and 128 groups are the first half of the pair above.

// %% groups
var joints = own(conv2d(128, 128, 3, padding(1), bias(false)));
var grouped = tensor(128, 28, 28).then(joints, relu(), conv2d(128, 128, 1, bias(false)));
whatIf(joints, "groups", 1, 2, 4, 8, 32, 128)
check(params(grouped) == 9 * 128 * 128 + 128 * 128);
// => joints ==> conv2d(128, 128, 3, padding(1), bias(false))
// => value  output        params        FLOPs  Σ params      Σ FLOPs     ×
// => ─────────────────────────────────────────────────────────────────────
// =>     1  N×128×28×28  147,456  231,211,008   163,840  256,901,120  1.00  ◂
// =>     2  N×128×28×28   73,728  115,605,504    90,112  141,295,616  0.55
// =>     4  N×128×28×28   36,864   57,802,752    53,248   83,492,864  0.33
// =>     8  N×128×28×28   18,432   28,901,376    34,816   54,591,488  0.21
// =>    32  N×128×28×28    4,608    7,225,344    20,992   32,915,456  0.13
// =>   128  N×128×28×28    1,152    1,806,336    17,536   27,496,448  0.11
// => 54 joints: groups; × is the work of the whole network to that of now; FLOPS: 2
// => per multiply-add, per example

// %% [markdown]
// The last column is the work of the *whole*: it cannot fall below that of the window of 1, which is a tenth. What is
// left when one thing has become cheap is everything else.
//
// ## The last layer
//
// In the article's network 96 of 100 parameters sit in `fc1`, which joins $32 \cdot 8 \cdot 8$ numbers with 64. Take the
// *mean* over the picture first, and only 32 numbers are left to be joined. It also fits pictures of any size, so
// the mistake of lesson 3 cannot happen.

// %% the article's network on a diet
var diet = tensor(3, 32, 32).then(conv2d(3, 16, 3, padding(1)), batchNorm2d(16), relu(), maxPool2d(2))
    .then(conv2d(16, 32, 3, padding(1)), batchNorm2d(32), relu(), adaptiveAvgPool2d(1))
    .flatten(1).then(linear(32, 64), relu(), linear(64, 10));
System.out.println(params(diet) + " instead of 136970 parameters");
check(params(diet) == 448 + 32 + 4640 + 64 + 33 * 64 + 65 * 10);
check(flops(diet) > 0.9 * (3_507_456 - 2 * 131_072));
// => 7946 instead of 136970 parameters

// %% [markdown]
// 136,970 becomes 7,946, and nine tenths of the work are still done: *a budget of parameters is not a budget of work*.
//
// And pictures of any size? Ask for other sizes of the input. The parameters stay, the work goes with the area.

// %% other pictures
var photos = tensor(3, 32, 32);
var any = photos.then(conv2d(3, 16, 3, padding(1)), relu(), maxPool2d(2), adaptiveAvgPool2d(1)).flatten(1).then(linear(16, 10));
whatIf(photos, "size", 32, 64, 224)
check(params(any) == 448 + 17 * 10);
// => value  output       params  FLOPs  Σ params     Σ FLOPs      ×
// => ──────────────────────────────────────────────────────────────
// =>    32  N×3×32×32         0      0       618     885,056   1.00  ◂
// =>    64  N×3×64×64         0      0       618   3,539,264   4.00
// =>   224  N×3×224×224       0      0       618  43,352,384  48.98
// => 70 input: size; × is the work of the whole network to that of now; FLOPS: 2 per
// => multiply-add, per example

// %% [markdown]
// ## A search
//
// What is the widest stack of `depth` layers that stays below five million FLOPs on a picture of `side` points? By hand:
// each layer does $2 \cdot 9 \cdot w^2$ operations at each of $\text{side}^2$ places, so
//
// $$w = \left\lfloor \sqrt{\frac{5000000}{18 \cdot \text{depth} \cdot \text{side}^2}} \right\rfloor$$

// %% by hand
int byHand = (int) Math.sqrt(5_000_000.0 / (18L * depth * side * side));
// => byHand ==> 8

// %% [markdown]
// The layers know it as well. Try one width after the other:

// %% search
int widest = 0;
for (int w = 1; flops(stack(w, depth, side)) <= 5_000_000; w++) widest = w;
System.out.println("width " + widest + ": " + flops(stack(widest, depth, side)) + " FLOPs");
check(flops(stack(widest, depth, side)) <= 5_000_000 && flops(stack(widest + 1, depth, side)) > 5_000_000);
// => widest ==> 0
// => width 8: 4718592 FLOPs

// %% [markdown]
// `solve` does the same by halving: it doubles the width until it is too much, then looks in the middle of what is left,
// and shows the neighbours.

// %% solve
int same = solve(w -> flops(stack(w, depth, side)), 5_000_000);
check(same == widest && same == byHand);
// => size   comes to  of the budget
// => ──────────────────────────────
// =>    6  2,654,208        53.08 %
// =>    7  3,612,672        72.25 %
// =>    8  4,718,592        94.37 %  ◂ largest
// =>    9  5,971,968       119.44 %  over
// =>   10  7,372,800       147.46 %  over
// => budget 5,000,000; looked at 9 sizes
// => same ==> 8

// %% [markdown]
// Any figure will do that grows with the size: parameters, or the memory of training (lesson 10). Here is the widest stack
// with at most 100,000 parameters, and the widest that trains with 64 pictures at once in 100 MB.

// %% two other budgets
int learned = solve(w -> params(stack(w, depth, side)), 100_000);
int trained = solve(w -> memory(stack(w, depth, side), batch(64)).total(), 100_000_000);
System.out.println("learned: width " + learned + ", trained: width " + trained);
check(learned == (int) Math.sqrt(100_000.0 / (9 * depth)));
// => size  comes to  of the budget
// => ─────────────────────────────
// =>   50    90,000        90.00 %
// =>   51    93,636        93.64 %
// =>   52    97,344        97.34 %  ◂ largest
// =>   53   101,124       101.12 %  over
// =>   54   104,976       104.98 %  over
// => budget 100,000; looked at 15 sizes
// => learned ==> 52
// => size     comes to  of the budget
// => ────────────────────────────────
// =>   71   95,964,736        95.96 %
// =>   72   97,357,824        97.36 %
// =>   73   98,752,064        98.75 %  ◂ largest
// =>   74  100,147,456       100.15 %  over
// =>   75  101,544,000       101.54 %  over
// => budget 100,000,000; looked at 17 sizes
// => trained ==> 73
// => learned: width 52, trained: width 73

// %% [markdown]
// Three budgets, three widths. The smallest of them is the one you can build.
//
// ## Exercise
//
// `conv2d(64, 64, 5, padding(2), bias(false))` on maps of 28 by 28. Replace it by a depthwise separable pair with the same window. How many
// parameters does the pair have (no biases)?

// %% your answer tags=["parameters"]
long mine = 0;

String slip(long answer) {
    if (answer == 25 * 64 * 64) return "that is the full convolution";
    if (answer == 9 * 64 + 64 * 64) return "the window is 5 by 5";
    if (answer == 25 * 64) return "the channels must still be joined: a window of 1 by 1";
    if (answer == 64 * 64) return "each channel has a window of its own first";
    return "25 for each of 64 channels, and 64 by 64";
}
if (mine == 0) System.out.println("your answer goes into the cell above"); else check(mine == 25 * 64 + 64 * 64, slip(mine));
// => mine ==> 0
// => created method slip(long)
// => your answer goes into the cell above

// %% the answer
var pair = tensor(64, 28, 28).then(conv2d(64, 64, 5, padding(2), groups(64), bias(false)), conv2d(64, 64, 1, bias(false)));
check(params(pair) == 5696);

// %% [markdown]
// ## What to take along
//
// - Depth costs in proportion, width with its square, resolution with its square in work and nothing in parameters.
// - Parameters sit where channels are many, work where pictures are large.
// - Joining channels and points one after the other costs about $k^2$ times less than both at once.
// - Know which budget binds before you turn a knob.
