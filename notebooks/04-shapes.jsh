// %% [markdown]
// # 4 · What fits, and what comes out
//
// **Goal.** One rule gives every output size of a convolution or pooling: padding, step, dilation, rounding down or up.
// You can use it forwards (what comes out?) and backwards (which padding do I need?), and you can say how much of a
// picture one number in the middle of a network has seen.

// %% [markdown]
// ## The rule
//
// Think of the left edge of the window. The padded picture is $H + 2p$ points wide. The window covers $k$ points; with
// *dilation* $d$ it leaves $d - 1$ points out between its own, so from first to last it reaches over
// $d \cdot (k - 1) + 1$ points. What is left is room to move; it moves in steps of $s$; and it also stands where it began:
//
// $$H' = \left\lfloor \frac{H + 2p - d \cdot (k - 1) - 1}{s} \right\rfloor + 1$$
//
// Here it is as one line of Java, to compare with what the layers say.

// %% the rule in Java
int outputSize(int size, int k, int s, int p, int d) {
    return Math.floorDiv(size + 2 * p - d * (k - 1) - 1, s) + 1;
}
// => created method outputSize(int,int,int,int,int)

// %% the layers follow it
for (int k = 1; k <= 5; k++) for (int s = 1; s <= 3; s++) for (int p = 0; p <= k / 2; p++) for (int d = 1; d <= 2; d++) {
    var y = tensor(3, 32, 32).then(conv2d(8, k, stride(s), padding(p), dilation(d)));
    check(y.size(2).exact().intValue() == outputSize(32, k, s, p, d));
};

// %% [markdown]
// Seen from above it is easier still. `windows` draws a picture of 7 by 7 points with its padding, the first place of the
// window, and the next.

// %% drawn
windows(conv2d(1, 1, 3, stride(2), padding(1)), 7, 7)
check(outputSize(7, 3, 2, 1, 1) == 4);
// => conv2d(1, 1, 3, stride(2), padding(1)): (7 + 2·1 − 3) / 2 + 1 → 4, (7 + 2·1 − 3) / 2 + 1 → 4 places
// =>
// =>   ■ ■ ■ ▣ ▣ · · · ·
// =>   ■ ■ ■ ▣ ▣ □ □ □ ·
// =>   ■ ■ ■ ▣ ▣ □ □ □ ·
// =>   · □ □ □ □ □ □ □ ·
// =>   · □ □ □ □ □ □ □ ·
// =>   · □ □ □ □ □ □ □ ·
// =>   · □ □ □ □ □ □ □ ·
// =>   · □ □ □ □ □ □ □ ·
// =>   · · · · · · · · ·
// =>
// =>   ■ the first window   ▣ the next one   □ picture   · padding

// %% [markdown]
// Push the window on by hand: its left edge stands at 0, 2, 4 and 6 of the 9 padded points, and at 8 it would hang over.
// So there are 4 places a row. Without the padding the edge could stand at 0, 2 and 4 of 7: 3 places. With dilation the
// window has holes:

// %% drawn with holes
windows(conv2d(1, 1, 3, dilation(2)), 7, 7)
check(outputSize(7, 3, 1, 0, 2) == 3);
// => conv2d(1, 1, 3, dilation(2)): (7 + 2·0 − 5) / 1 + 1 → 3, (7 + 2·0 − 5) / 1 + 1 → 3 places
// =>
// =>   ■ ▣ ■ ▣ ■ ▣ □
// =>   □ □ □ □ □ □ □
// =>   ■ ▣ ■ ▣ ■ ▣ □
// =>   □ □ □ □ □ □ □
// =>   ■ ▣ ■ ▣ ■ ▣ □
// =>   □ □ □ □ □ □ □
// =>   □ □ □ □ □ □ □
// =>
// =>   ■ the first window   ▣ the next one   □ picture   · padding

// %% [markdown]
// Four cases are worth knowing by heart.
//
// | you want | you write | because |
// |---|---|---|
// | the same size, odd window | `padding((k - 1) / 2)` | $H + (k-1) - k + 1 = H$ |
// | half the size | `conv2d(c, 3, stride(2), padding(1))` | $\lfloor (H + 2 - 3) / 2 \rfloor + 1 = \lceil H / 2 \rceil$ |
// | half the size, pooling | `maxPool2d(2)` | $\lfloor (H - 2) / 2 \rfloor + 1 = \lfloor H / 2 \rfloor$ |
// | the same size, whatever k | `padding("same")` | PyTorch pads more on the right if it must |

// %% four cases
var picture = tensor(3, 33, 33);
check(picture.then(conv2d(8, 5, padding(2))).size(2).exact().intValue() == 33);
check(picture.then(conv2d(8, 3, stride(2), padding(1))).size(2).exact().intValue() == 17);
check(picture.then(maxPool2d(2)).size(2).exact().intValue() == 16);
check(picture.then(conv2d(8, 4, padding("same"))).size(2).exact().intValue() == 33);

// %% [markdown]
// Read the second and the third again: at an odd size one rounds up and the other down. A shortcut built from the one
// will not fit a path built from the other.
//
// ## With letters
//
// The size of the picture may stay a letter. Then the rule itself comes out, as simple as it can be written.

// %% letters
var H = symbol("H");
var W = symbol("W");
var half = tensor(3, H, W).then(conv2d(8, 3, stride(2), padding(1)));
System.out.println(half.shape().text());
// => H ==> H
// => W ==> W
// => N×8×⌊(H + 1) / 2⌋×⌊(W + 1) / 2⌋

// %% explain
explain(half)
// => 138 conv2d_70  conv2d(3, 8, 3, stride(2), padding(1))   N×3×H×W → N×8×⌊(H + 1) / 2⌋×⌊(W + 1) / 2⌋
// =>   Slides a window over an image; each output channel has a window of its own.
// =>   with p = 1 padding, k = 3 kernel size, s = 2 stride, Cₒᵤₜ = 8 output channels,
// =>   Cᵢₙ = 3 input channels
// =>
// =>   H′ = ⌊(H + 2·p − k) / s⌋ + 1      output height
// =>      = ⌊(H + 2·1 − 3) / 2⌋ + 1
// =>      = ⌊(H + 2 − 3) / 2⌋ + 1
// =>      = ⌊(H + 1) / 2⌋
// =>
// =>   W′ = ⌊(W + 2·p − k) / s⌋ + 1      output width
// =>      = ⌊(W + 2·1 − 3) / 2⌋ + 1
// =>      = ⌊(W + 2 − 3) / 2⌋ + 1
// =>      = ⌊(W + 1) / 2⌋
// =>
// =>   P = Cₒᵤₜ·(Cᵢₙ·k² + 1)      parameters: weight 8×3×3×3, bias 8
// =>     = 8·(3·3² + 1)
// =>     = 8·(3·9 + 1)
// =>     = 8·(27 + 1)
// =>     = 8·28
// =>     = 224
// =>
// =>   FLOPs = 2·N·Cₒᵤₜ·H′·W′·Cᵢₙ·k²      2 per multiply-add
// =>         = 2·N·8·⌊(H + 1) / 2⌋·⌊(W + 1) / 2⌋·3·3²
// =>         = 2·N·8·⌊(H + 1) / 2⌋·⌊(W + 1) / 2⌋·3·9
// =>         = 432·N·⌊(H + 1) / 2⌋·⌊(W + 1) / 2⌋

// %% [markdown]
// ## Rounding up
//
// Poolings can round up instead: `ceilMode(true)`. Then the last window may hang over the edge, though it must begin
// inside the picture or its left padding, or PyTorch leaves it out again.

// %% floor and ceil
var down = tensor(3, 8, 8).then(maxPool2d(3, stride(2)));
var up = tensor(3, 8, 8).then(maxPool2d(3, stride(2), ceilMode(true)));
check(down.size(2).exact().intValue() == 3);
check(up.size(2).exact().intValue() == 4);

// %% [markdown]
// ## Dilation
//
// A window of 3 with dilation 2 reaches over 5 points and still has 3 by 3 weights: it sees further for the same price.

// %% dilation
var plain = tensor(16, 32, 32).then(own("plain", conv2d(16, 16, 3)));
var dilated = tensor(16, 32, 32).then(own("dilated", conv2d(16, 16, 3, dilation(2))));
check(params(plain) == params(dilated));
check(plain.size(2).exact().intValue() == 30 && dilated.size(2).exact().intValue() == 28);

// %% [markdown]
// ## What if?
//
// `whatIf` builds a layer again with other values, and all that stands behind it. The network itself stays as it is. Take
// two convolutions and a pooling, and make the first window larger.

// %% a small network
var first = own(conv2d(3, 16, 3, padding(1)));
var second = own(conv2d(16, 32, 3, padding(1)));
var chain = tensor(3, 32, 32).then(first, relu(), second, maxPool2d(2));
// => first ==> conv2d(3, 16, 3, padding(1))
// => second ==> conv2d(16, 32, 3, padding(1))

// %% another window
whatIf(first, "kernelSize", 1, 3, 5, 7)
// => value  output      params      FLOPs  Σ params     Σ FLOPs     ×
// => ────────────────────────────────────────────────────────────────
// =>     1  N×16×34×34      64    110,976     4,704  10,764,672  1.04
// =>     3  N×16×32×32     448    884,736     5,088  10,321,920  1.00  ◂
// =>     5  N×16×30×30   1,216  2,160,000     5,856  10,454,400  1.01
// =>     7  N×16×28×28   2,368  3,687,936     7,008  10,913,280  1.06
// => 148 first: kernelSize; × is the work of the whole network to that of now; FLOPS:
// => 2 per multiply-add, per example

// %% [markdown]
// The padding stayed at 1, so only the window of 3 keeps 32 points: 1 makes the picture larger, 5 and 7 make it smaller.
// The parameters grow with $k^2$, and so does the work of this layer. But the second convolution does ten times as much,
// and its work shrinks with the picture: in all, nearly nothing changes. Now the step:

// %% another step
whatIf(first, "stride", 1, 2, 3, 4)
check(outputSize(32, 3, 2, 1, 1) == 16 && outputSize(32, 3, 3, 1, 1) == 11 && outputSize(32, 3, 4, 1, 1) == 8);
// => value  output      params    FLOPs  Σ params     Σ FLOPs     ×
// => ──────────────────────────────────────────────────────────────
// =>     1  N×16×32×32     448  884,736     5,088  10,321,920  1.00  ◂
// =>     2  N×16×16×16     448  221,184     5,088   2,580,480  0.25
// =>     3  N×16×11×11     448  104,544     5,088   1,219,680  0.12
// =>     4  N×16×8×8       448   55,296     5,088     645,120  0.06
// => 148 first: stride; × is the work of the whole network to that of now; FLOPS: 2
// => per multiply-add, per example

// %% [markdown]
// The parameters do not know the step. The work of both convolutions falls to about $1 / s^2$: a step early in a network
// makes everything behind it cheaper.
//
// ## How far does it see?
//
// One number of the first layer sees $k$ points. One number of the second sees $k$ numbers of the first, and each of
// those sees $k$ points, which overlap. In general a layer adds its reach, $d \cdot (k - 1)$, times the distance on the
// *picture* between two neighbours of its input; that distance is the product of all steps so far:
//
// $$r = 1 + \sum_i d_i \, (k_i - 1) \prod_{j < i} s_j$$
//
// This is the **receptive field**.

// %% receptive field in Java
int sees(int[]... layers) {        // each: k, s, d
    int field = 1, apart = 1;
    for (int[] layer : layers) {
        field += layer[2] * (layer[0] - 1) * apart;
        apart *= layer[1];
    }
    return field;
}
int[] conv = {3, 1, 1}, pool = {2, 2, 1};
// => created method sees(int[]...)
// => conv ==> int[3] { 3, 1, 1 }
// => pool ==> int[3] { 2, 2, 1 }

// %% two small windows see as far as a big one
check(sees(conv, conv) == 5);
check(sees(conv, conv, conv) == 7);

// %% [markdown]
// And they are cheaper: three windows of 3 by 3 have $27 \cdot C^2$ weights, one of 7 by 7 has $49 \cdot C^2$. That is
// why modern networks are built of small windows. The network of lesson 2 sees, just before `view`,

// %% the article's network
System.out.println(sees(conv, pool, conv, pool) + " points");
check(sees(conv, pool, conv, pool) == 10);
// => 10 points

// %% [markdown]
// `receptiveField` says it row by row, and draws it. *jump* is the product of the steps so far.

// %% the article's network, row by row
var article = tensor(3, 32, 32).then(conv2d(3, 16, 3, padding(1)), relu(), maxPool2d(2))
    .then(conv2d(16, 32, 3, padding(1)), relu(), maxPool2d(2));
receptiveField(article)
check(receptiveField(article).field(6).intValue() == sees(conv, pool, conv, pool));
// =>   #  layer              output      jump  sees  of the input
// => ────────────────────────────────────────────────────────────────────────────────
// => 152  input              N×3×32×32      1     1  ░░░░░░░░░░░░░░░█░░░░░░░░░░░░░░░░
// => 153  conv2d 3→16 k3 p1  N×16×32×32     1     3  ░░░░░░░░░░░░░░███░░░░░░░░░░░░░░░
// => 154  relu               N×16×32×32     1     3  ░░░░░░░░░░░░░░███░░░░░░░░░░░░░░░
// => 155  maxPool2d k2       N×16×16×16     2     4  ░░░░░░░░░░░░░░████░░░░░░░░░░░░░░
// => 156  conv2d 16→32 k3 …  N×32×16×16     2     8  ░░░░░░░░░░░░████████░░░░░░░░░░░░
// => 157  relu               N×32×16×16     2     8  ░░░░░░░░░░░░████████░░░░░░░░░░░░
// => 158  maxPool2d k2       N×32×8×8       4    10  ░░░░░░░░░░░██████████░░░░░░░░░░░
// => sees: points of the input, along the height (or length), behind one number;
// => jump: points of the input from one number to the next

// %% [markdown]
// Ten points of 32: no number there has seen a whole picture. It takes `fc1`, which joins all places.

// %% [markdown]
// ## When nothing fits
//
// A window larger than the padded picture stands nowhere. PyTorch refuses that, and so do we.

// %% too small tags=["raises-exception"]
tensor(3, 4, 4).then(conv2d(8, 7))
// =>   ✗ conv2d(8, 7) does not fit its input
// =>      tensor(3, 4, 4).then(conv2d(8, 7))
// =>                                     ▔ the window spans 7
// =>      it gets N×3×4×4  from  159 input
// =>      why    the padded input is 4 along H, smaller than the window of 7
// =>      try    tensor(3, 4, 4).then(conv2d(8, size(4)))
// =>   Nothing was added: the network still ends at 158 maxPool2d, 5,088 params.

// %% [markdown]
// ## Exercise
//
// The first layer of a ResNet is `conv2d(3, 64, 7, stride(2), padding(3))`, then `maxPool2d(3, stride(2), padding(1))`.
// What is left of 224 points, and how many points does one of the numbers behind it see?

// %% your answer tags=["parameters"]
int mySize = 0;
int mySight = 0;

String slip(int size, int sight) {
    if (size == 112) return "that is behind the convolution; the pooling halves it once more";
    if (size == 55) return "one padding is missing: the convolution has 3 and the pooling has 1";
    if (size == 54) return "you forgot the padding of both layers";
    if (size != 56) return "⌊(224 + 6 - 7) / 2⌋ + 1, and then the pooling in the same way";
    if (sight == 7) return "that is behind the convolution; the pooling sees further";
    if (sight == 13) return "a window of 3 reaches over 3 - 1 points more, not 3";
    if (sight == 15) return "the step of the pooling itself counts only for what comes after it";
    if (sight == 9) return "the pooling's two further numbers lie 2 points apart on the picture";
    return "7 points, and the pooling adds (3 - 1) times the step so far";
}
if (mySize == 0) System.out.println("your answer goes into the cell above");
else check(mySize == 56 && mySight == 11, slip(mySize, mySight));
// => mySize ==> 0
// => mySight ==> 0
// => created method slip(int,int)
// => your answer goes into the cell above

// %% the answer
var stem = tensor(3, 224, 224).then(conv2d(3, 64, 7, stride(2), padding(3)), maxPool2d(3, stride(2), padding(1)));
check(stem.size(2).exact().intValue() == 56);
check(sees(new int[] {7, 2, 1}, new int[] {3, 2, 1}) == 11);

// %% drawn
receptiveField(stem)
// =>   #  layer           output        jump  sees  of the input
// => ───────────────────────────────────────────────────────────────────────────────
// => 159  input           N×3×224×224      1     1  ░░░░░░░░░░░░░░░█░░░░░░░░░░░░░░░░
// => 160  conv2d 3→64 …   N×64×112×112     2     7  ░░░░░░░░░░░░░░░█░░░░░░░░░░░░░░░░
// => 161  maxPool2d k3 …  N×64×56×56       4    11  ░░░░░░░░░░░░░░░█░░░░░░░░░░░░░░░░
// => sees: points of the input, along the height (or length), behind one number;
// => jump: points of the input from one number to the next

// %% [markdown]
// ## What to take along
//
// - $\lfloor (H + 2p - d(k-1) - 1) / s \rfloor + 1$: room to move, in steps, and the place where it began.
// - Padding keeps the size, steps shrink it, dilation sees further for the same weights.
// - A layer adds its reach times the product of all steps *before* it to what one number has seen.
