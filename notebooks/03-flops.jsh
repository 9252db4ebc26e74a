// %% [markdown]
// # 3 · What is a FLOP?
//
// **Goal.** You can say what a figure of "FLOPs" counts before you believe it, work out the multiply-adds of a layer,
// and see why two tools give two numbers for one network. And we find out what really happens when the article's
// network is fed pictures of 224 by 224.

// %% [markdown]
// ## Multiply, add
//
// One output of a linear layer is a sum: weight times input, plus weight times input, and so on, one product for each
// input. One *multiply and add* together is a **MAC**. A layer with $F_{in}$ inputs and $F_{out}$ outputs does
//
// $$\text{MACs} = F_{out} \cdot F_{in}$$
//
// for each example. A multiplication and an addition are two operations, so the usual count of floating point
// operations is twice that: **FLOPs = 2 · MACs**. Adding the bias is left out of both: it is one addition among
// $F_{in}$, and the tools we compare with leave it out too.

// %% a linear layer
input(2048)
linear(2048, 64)
check(macs() == 64 * 2048);
check(flops() == 2 * macs());

// %% [markdown]
// A convolution does the same sum of $C_{in} \cdot k^2$ products, at each of $H' \cdot W'$ places, for each of
// $C_{out}$ channels:
//
// $$\text{MACs} = C_{out} \cdot H' \cdot W' \cdot C_{in} \cdot k^2$$
//
// Its parameters do not know the size of the picture, its work does.

// %% one convolution, two sizes of picture
var conv1 = own(conv2d(3, 16, 3, padding(1)));
var small = tensor(3, 32, 32).then(conv1);
var large = tensor(3, 224, 224).then(conv1);
check(params(small) == 448 && params(large) == 448);
check(macs(small) == 16L * 32 * 32 * 27 && macs(large) == 49 * macs(small));
// => conv1 ==> conv2d(3, 16, 3, padding(1))

// %% [markdown]
// ## The article's network
//
// The network of lesson 2, in the article's own way of writing it.

// %% class
class Net extends Model {
    Unit conv1 = own(conv2d(inChannels(3), outChannels(16), kernelSize(3), stride(1), padding(1)));
    Unit bn1 = own(batchNorm2d(16));
    Unit pool1 = own(maxPool2d(kernelSize(2), stride(2)));
    Unit conv2 = own(conv2d(inChannels(16), outChannels(32), kernelSize(3), stride(1), padding(1)));
    Unit bn2 = own(batchNorm2d(32));
    Unit pool2 = own(maxPool2d(kernelSize(2), stride(2)));
    Unit fc1 = own(linear(32 * 8 * 8, 64));
    Unit fc2 = own(linear(64, 10));

    public Tensor forward(Tensor x) {
        x = x.then(conv1).then(bn1).then(relu()).then(pool1);
        x = x.then(conv2).then(bn2).then(relu()).then(pool2);
        x = x.view(-1, 32 * 8 * 8);
        return x.then(fc1).then(relu()).then(fc2);
    }
}
// => created class Net

// %% pictures of 32 by 32
var fits = trace(new Net(), 3, 32, 32)
check(macs(fits) == 1_753_728);
check(flops(fits) == 3_507_456);

// %% [markdown]
// ## Three names, three numbers
//
// The article calls `thop.profile` and prints what it returns as "FLOPs". thop counts multiply-adds *once*, so its
// figure is nearer to MACs; but it also counts four operations for each number that a normalisation gives. That is a
// *convention*: a rule of what counts, and how much. None is wrong as long as it is named.
//
// | convention | counts | this network, one picture of 32×32 |
// |---|---|---|
// | `MACS` | multiply-adds | 1,753,728 |
// | `FLOPS` | two for each multiply-add | 3,507,456 |
// | `THOP` | multiply-adds once, normalisation four times | 1,852,032 |

// %% thop's number
check(flops(fits, THOP) == 1_852_032);
check(flops(fits, THOP) - macs(fits) == 4 * (16 * 32 * 32 + 32 * 16 * 16));

// %% [markdown]
// ## Pictures of 224 by 224
//
// The article does not feed pictures of 32 by 32 to it, but of 224 by 224. Two poolings leave $224 / 4 = 56$ points a
// side, so $32 \cdot 56 \cdot 56 = 100352$ numbers for a picture, and `fc1` wants $32 \cdot 8 \cdot 8 = 2048$. Does it
// fail? Watch the first size.

// %% pictures of 224 by 224
var article = trace(new Net(), shape(1, 3, 224, 224))
// =>  #  layer           output         params  Σ params        FLOPs      Σ FLOPs
// => ─────────────────────────────────────────────────────────────────────────────
// => 19  input           1×3×224×224                                                ◂
// => 20  conv2d 3→16 …   1×16×224×224      448       448   43,352,064   43,352,064  ◂
// => 21  batchNorm2d 16  1×16×224×224       32       480            –   43,352,064  ◂
// => 22  relu            1×16×224×224        0       480            –   43,352,064  ◂
// => 23  maxPool2d k2    1×16×112×112        0       480            –   43,352,064  ◂
// => 24  conv2d 16→32 …  1×32×112×112    4,640     5,120  115,605,504  158,957,568  ◂
// => 25  batchNorm2d 32  1×32×112×112       64     5,184            –  158,957,568  ◂
// => 26  relu            1×32×112×112        0     5,184            –  158,957,568  ◂
// => 27  maxPool2d k2    1×32×56×56          0     5,184            –  158,957,568  ◂
// => 28  view −1 2048    49×2048             0     5,184            0  158,957,568  ◂
// => 29  linear 2048→64  49×64         131,136   136,320   12,845,056  171,802,624  ◂
// => 30  relu            49×64               0   136,320            –  171,802,624  ◂
// => 31  linear 64→10    49×10             650   136,970       62,720  171,865,344  ◂
// => FLOPs: 2 per multiply-add, per example
// =>   ⚠ view turns 1 example into 49 rows: 1×32×56×56 became 49×2048, so the sizes
// =>     behind the batch do not make up a row of 2,048

// %% [markdown]
// It does not fail, and that is worse. `view(-1, 2048)` was told: *rows of 2048, as many as it takes.* One picture
// became $100352 / 2048 = 49$ rows, and the network answers 49 times, once for each strip of a picture. It took the
// picture apart along its channels: no row saw the whole picture. In PyTorch it runs just the same and says nothing.
//
// So the article's output is not one answer for a picture, and its work is not that of one answer: `fc1` and `fc2` were
// done 49 times.

// %% one picture, 49 answers
check(article.output().size(0).exact().intValue() == 49);
check(100_352 / 2048 == 49);

// %% the article's figure
System.out.println("thop says " + flops(article, THOP) + ", that is 90.75M");
check(flops(article, THOP) == 90_749_568);
// => thop says 90749568, that is 90.75M

// %% [markdown]
// And the parameters? 136,970 in both cases: they belong to the layers, whatever is fed to them. That is why a count of
// parameters could not show the mistake, and a look at the shapes does. The article begins by saying that the number of
// parameters affects how fast a network is trained. Here the parameters are the same, and the work is 49 times as much.

// %% same parameters, 49 times the work
check(params(article) == 136_970 && params(fits) == 136_970);
check(flops(article) == 49 * flops(fits));

// %% [markdown]
// It also says that for FLOPs one must look at each convolution, *pooling* and linear layer. Right for the shapes: the
// pooling decides what the next layer reads. But a pooling multiplies nothing, so in MACs and in thop's figure it has none.

// %% a pooling has no multiply-adds
var pooled = tensor(16, 32, 32).then(maxPool2d(2));
check(macs(pooled) == 0 && flops(pooled, THOP) == 0);

// %% [markdown]
// What would a network for pictures of 224 by 224 need? A first linear layer for $32 \cdot 56 \cdot 56$ numbers, and
// with it 49 times the weights of `fc1`.

// %% made for 224 by 224
var fitting = tensor(3, 224, 224).then(conv2d(3, 16, 3, padding(1)), batchNorm2d(16), relu(), maxPool2d(2))
    .then(conv2d(16, 32, 3, padding(1)), batchNorm2d(32), relu(), maxPool2d(2))
    .view(-1, 32 * 56 * 56).then(linear(32 * 56 * 56, 64), relu(), linear(64, 10));
System.out.println(params(fitting) + " parameters");
check(params(fitting) == 136_970 - 131_136 + (100_352 + 1) * 64);
// => 6428426 parameters

// %% [markdown]
// ## Exercise
//
// A convolution from 64 to 128 channels with a window of 3 by 3, padding 1 and **step 2** reads maps of 56 by 56
// points. How many MACs does it do for one example?

// %% your answer tags=["parameters"]
long mine = 0;

String slip(long answer) {
    long right = 128L * 28 * 28 * 64 * 9;
    if (answer == 2 * right) return "those are FLOPs; a MAC is a multiplication and an addition together";
    if (answer == 4 * right) return "with step 2 the window stands at 28 by 28 places, not 56 by 56";
    if (answer == 128L * 27 * 27 * 64 * 9) return "27 by 27 would be without padding";
    if (answer == right / 64) return "each output sums over all 64 input channels";
    if (answer == right + 128L * 28 * 28) return "the bias is no multiply-add";
    return "channels out · places · channels in · window";
}
if (mine == 0) System.out.println("your answer goes into the cell above"); else check(mine == 128L * 28 * 28 * 64 * 9, slip(mine));
// => mine ==> 0
// => created method slip(long)
// => your answer goes into the cell above

// %% the answer
var strided = tensor(64, 56, 56).then(own("strided", conv2d(64, 128, 3, stride(2), padding(1))));
check(macs(strided) == 57_802_752);

// %% [markdown]
// ## What to take along
//
// - FLOPs are a count *in a convention*. Ask: two for a multiply-add, or one? Bias? Normalisation? Each example, or the batch?
// - Parameters do not depend on the size of the picture; work does, with its area.
// - `view(-1, k)` always fits something. Look at the first size.
