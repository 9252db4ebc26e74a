// %% [markdown]
// # 2 · A convolutional network, number by number
//
// **Goal.** You can work out by hand the output size, the parameters and the work of a convolution, a normalisation,
// a pooling and a linear layer. The network is the article's: two convolutions, two normalisations, two poolings,
// two linear layers, and 136,970 parameters. Its total is right; three of the sentences on the way to it are not.

// %% [markdown]
// ## The picture
//
// The network reads pictures of 32 by 32 points in 3 colours. How many pictures come at once is left open: that is
// the letter N in front. (Why 32? The article feeds it pictures of 224 by 224. We come to that in lesson 3: its linear
// layer was made for what is left of a picture of 32 by 32.)

// %% picture
var x = tensor(3, 32, 32);

// %% [markdown]
// ## The first convolution
//
// A convolution slides a window over the picture. Here the window is $k = 3$ points wide and high. It sees **all three
// colours at once**, so it has $3 \cdot 3 \cdot 3 = 27$ weights, and one bias. There are 16 such windows, one for each
// output channel:
//
// $$P = C_{out} \cdot (C_{in} \cdot k^2 + 1) = 16 \cdot (3 \cdot 3^2 + 1) = 16 \cdot 28 = 448$$
//
// How often does the window fit? With $p$ points of padding at each side and steps of $s$ points, its left edge has
// room for $\lfloor (H + 2p - k) / s \rfloor$ steps, and it also stands where it begins:
//
// $$H' = \left\lfloor \frac{H + 2p - k}{s} \right\rfloor + 1 = \left\lfloor \frac{32 + 2 - 3}{1} \right\rfloor + 1 = 32$$
//
// With $k = 3$, padding 1 and step 1 the size stays as it is.

// %% conv1
var conv1 = own(conv2d(inChannels(3), outChannels(16), kernelSize(3), stride(1), padding(1)))
x = x.then(conv1)
check(params() == 448)
// => conv1 ==> conv2d(3, 16, 3, padding(1))
// => #  name   layer              output      params  Σ params    FLOPs  Σ FLOPs
// => ───────────────────────────────────────────────────────────────────────────
// => 0         input              N×3×32×32
// => 1  conv1  conv2d 3→16 k3 p1  N×16×32×32     448       448  884,736  884,736  ◂
// => FLOPs: 2 per multiply-add, per example

// %% explain conv1
explain(conv1)
// => 1 conv1  conv2d(3, 16, 3, padding(1))   N×3×32×32 → N×16×32×32
// =>   Slides a window over an image; each output channel has a window of its own.
// =>   with H = 32 height, p = 1 padding, k = 3 kernel size, s = 1 stride, W = 32
// =>   width, Cₒᵤₜ = 16 output channels, Cᵢₙ = 3 input channels
// =>
// =>   H′ = ⌊(H + 2·p − k) / s⌋ + 1      output height
// =>      = ⌊(32 + 2·1 − 3) / 1⌋ + 1
// =>      = ⌊(32 + 2 − 3) / 1⌋ + 1
// =>      = ⌊31 / 1⌋ + 1
// =>      = 31 + 1
// =>      = 32
// =>
// =>   W′ = ⌊(W + 2·p − k) / s⌋ + 1      output width
// =>      = ⌊(32 + 2·1 − 3) / 1⌋ + 1
// =>      = ⌊(32 + 2 − 3) / 1⌋ + 1
// =>      = ⌊31 / 1⌋ + 1
// =>      = 31 + 1
// =>      = 32
// =>
// =>   P = Cₒᵤₜ·(Cᵢₙ·k² + 1)      parameters: weight 16×3×3×3, bias 16
// =>     = 16·(3·3² + 1)
// =>     = 16·(3·9 + 1)
// =>     = 16·(27 + 1)
// =>     = 16·28
// =>     = 448
// =>
// =>   FLOPs = 2·N·Cₒᵤₜ·H′·W′·Cᵢₙ·k²      2 per multiply-add
// =>         = 2·N·16·32·32·3·3²
// =>         = 2·N·16·32·32·3·9
// =>         = 884,736·N

// %% [markdown]
// **What the article's text says.** Its formula is the one above. But in words it says: *"each kernel has 3×3 = 9
// parameters ... so this layer has 16x(3x3+1)=448"*. Work that out: $16 \cdot (9 + 1)$ is 160, not 448. The words lost
// the three colours; the number kept them. A window of 9 weights would fit a picture of one colour:

// %% one colour only
check(16 * (3 * 3 + 1) == 160);
var grey = tensor(1, 32, 32).then(own("grey", conv2d(1, 16, 3, padding(1))));
check(params(grey) == 160);

// %% [markdown]
// ## The first normalisation
//
// `batchNorm2d` brings each channel to mean 0 and spread 1, then multiplies by a number of its own and adds another:
// two learned numbers for each channel, $P = 2 \cdot C = 32$. It also keeps each channel's running mean and variance
// (and a count of batches); these are *buffers*, kept but not learned, so they are no parameters.

// %% bn1
var bn1 = own(batchNorm2d(16));
x = x.then(bn1).then(relu());
check(params(x) == 448 + 32);
// => bn1 ==> batchNorm2d(16)

// %% explain bn1
explain(bn1)
// => 4 bn1  batchNorm2d(16)   N×16×32×32 → N×16×32×32
// =>   Brings each channel to mean 0 and variance 1, then scales and shifts it by
// =>   learned numbers.
// =>   with C = 16 channels
// =>
// =>   P = 2·C      parameters: weight 16, bias 16
// =>     = 2·16
// =>     = 32
// =>   FLOPs = –: FLOPs count 2 per multiply-add
// =>   add (subtract the mean): 16,384·N
// =>   multiply (divide by the deviation): 16,384·N
// =>   multiply (scale): 16,384·N
// =>   add (shift): 16,384·N

// %% [markdown]
// ## The first pooling
//
// `maxPool2d(2)` takes the largest of each 2 by 2 points. Nothing is learned, and with $k = s = 2$ and no padding the
// same rule for sizes gives $\lfloor (32 - 2) / 2 \rfloor + 1 = 16$.

// %% pool1
x = x.then(own("pool1", maxPool2d(kernelSize(2), stride(2))));
check(x.size(2).exact().intValue() == 16);

// %% [markdown]
// ## The second convolution
//
// Now 16 channels come in and 32 go out. Each window has $16 \cdot 3 \cdot 3 = 144$ weights and a bias:
//
// $$P = 32 \cdot (16 \cdot 3^2 + 1) = 32 \cdot 145 = 4640$$

// %% conv2
var conv2 = own(conv2d(inChannels(16), outChannels(32), kernelSize(3), stride(1), padding(1)));
x = x.then(conv2);
check(params(x) == 448 + 32 + 4640);
// => conv2 ==> conv2d(16, 32, 3, padding(1))

// %% [markdown]
// **What the article's text says.** *"32x(16x3x3+1)=4608"*. The bracket is right, the product is not:
// $32 \cdot 145 = 4640$. And 4608 is $32 \cdot 144$: the 32 biases are in the bracket and fell out of the result. The
// article's total has 4640 in it, as we shall see.

// %% where 4608 comes from
check(32 * (16 * 3 * 3 + 1) == 4640);
check(32 * (16 * 3 * 3) == 4608);

// %% bn2 and pool2
var bn2 = own(batchNorm2d(32));
x = x.then(bn2).then(relu()).then(own("pool2", maxPool2d(kernelSize(2), stride(2))));
check(params(x) == 448 + 32 + 4640 + 64);
// => bn2 ==> batchNorm2d(32)

// %% [markdown]
// ## From pictures to numbers
//
// What is left is 32 channels of 8 by 8 points. `view` lays them in one row of $32 \cdot 8 \cdot 8 = 2048$ numbers for
// each picture. The $-1$ says: whatever is left over, here N.

// %% view
x = x.view(-1, 32 * 8 * 8);

// %% [markdown]
// A linear layer must be made for exactly that many. If it is not, it says so, and the network stays as it was:

// %% a layer that does not fit tags=["raises-exception"]
x.then(linear(1024, 64))
// =>   ✗ linear(1024, 64) does not fit its input
// =>      x.then(linear(1024, 64))
// =>                    ▔▔▔▔ declared: 1,024 input features (Fᵢₙ)
// =>      it gets N×2048  from  11 view  N×32×8×8 → N×2048
// =>      why    axis 1 N×2048 is 2,048, but Fᵢₙ is 1,024
// =>      try    x.then(linear(2048, 64))
// =>   Nothing was added: the network still ends at 11 view, 5,184 params.

// %% fc1 and fc2
var fc1 = own(linear(32 * 8 * 8, 64));
x = x.then(fc1);
check(params(x) == 5184 + (2048 + 1) * 64);
var fc2 = own(linear(64, 10));
x = x.then(relu()).then(fc2);
check(params(x) == 5184 + (2048 + 1) * 64 + (64 + 1) * 10);
// => fc1 ==> linear(2048, 64)
// => fc2 ==> linear(64, 10)

// %% explain fc1
explain(fc1)
// => 12 fc1  linear(2048, 64)   N×2048 → N×64
// =>   Multiplies by a matrix and adds a bias: every output feature sees every input
// =>   feature.
// =>   with Fₒᵤₜ = 64 output features, Fᵢₙ = 2,048 input features, ∗ = N all other
// =>   axes
// =>
// =>   P = Fₒᵤₜ·(Fᵢₙ + 1)      parameters: weight 64×2,048, bias 64
// =>     = 64·(2,048 + 1)
// =>     = 64·2,049
// =>     = 131,136
// =>
// =>   FLOPs = 2·∗·Fₒᵤₜ·Fᵢₙ      2 per multiply-add
// =>         = 2·N·64·2,048
// =>         = 262,144·N

// %% [markdown]
// ## The whole
//
// $$448 + 32 + 4640 + 64 + 131136 + 650 = 136970$$

// %% the whole network
net(x)
// =>  #  name   layer             output       params  Σ params      FLOPs    Σ FLOPs
// => ────────────────────────────────────────────────────────────────────────────────
// =>  0         input             N×3×32×32
// =>  1  conv1  conv2d 3→16 k3 …  N×16×32×32      448       448    884,736    884,736
// =>  4  bn1    batchNorm2d 16    N×16×32×32       32       480          –    884,736
// =>  5         relu              N×16×32×32        0       480          –    884,736
// =>  6  pool1  maxPool2d k2      N×16×16×16        0       480          –    884,736
// =>  7  conv2  conv2d 16→32 …    N×32×16×16    4,640     5,120  2,359,296  3,244,032
// =>  8  bn2    batchNorm2d 32    N×32×16×16       64     5,184          –  3,244,032
// =>  9         relu              N×32×16×16        0     5,184          –  3,244,032
// => 10  pool2  maxPool2d k2      N×32×8×8          0     5,184          –  3,244,032
// => 11         view −1 2048      N×2048            0     5,184          0  3,244,032
// => 12  fc1    linear 2048→64    N×64        131,136   136,320    262,144  3,506,176
// => 13         relu              N×64              0   136,320          –  3,506,176
// => 14  fc2    linear 64→10      N×10            650   136,970      1,280  3,507,456
// => FLOPs: 2 per multiply-add, per example

// %% the article's total
check(params(x) == 136_970);
check(448 + 32 + 4640 + 64 + 131_136 + 650 == 136_970);
check(16 * (3 * 3 * 3 + 1) + 16 * 2 + 32 * (16 * 3 * 3 + 1) + 32 * 2 + (32 * 8 * 8 + 1) * 64 + (64 + 1) * 10 == 136_970);
check(448 + 32 + 4608 + 64 + 131_136 + 650 == 136_938);

// %% [markdown]
// The article's total is right. Its sentences, added up, would not have given it: with 4608 for `conv2` the sum is
// 136,938, and with 160 for `conv1` it is smaller still. *Checking a sum is not checking its parts.*
//
// The article also warns that layers such as Dropout or BatchNorm "may need a special way of counting". They need none:
// two numbers for each channel, as above, and for Dropout nothing at all, since chance is not learned.

// %% nothing special
var dropped = tensor(32, 8, 8).then(batchNorm2d(32), dropout(0.5));
check(params(dropped) == 2 * 32);

// %% [markdown]
// Notice also **where** the parameters are: 131,136 of them, 96 in a hundred, sit in `fc1`. And where the work is: the
// two convolutions do nearly all of it. Few weights, used at every point of the picture, against many weights, used once.

// %% where the parameters are, where the work is
System.out.println("fc1: " + Math.round(100.0 * 131_136 / params(x)) + " % of the parameters");
System.out.println("conv1 and conv2: " + Math.round(100.0 * (884_736 + 2_359_296) / flops(x)) + " % of the work");
check(flops(x) == 3_507_456);
check(macs(x) == 1_753_728);
// => fc1: 96 % of the parameters
// => conv1 and conv2: 92 % of the work

// %% [markdown]
// As a picture: on the left each layer's share of the parameters, on the right its share of the work.

// %% chart
chart(x)
// => layer  params 136,970                       FLOPs 3,507,456
// => ───────────────────────────────────────────────────────────────────────────────
// => conv1  ▏                             0.3 %  ██████▌                      25.2 %
// => bn1    ▏                            <0.1 %                                  0 %
// => conv2  ▉                             3.4 %  █████████████████▌           67.3 %
// => bn2    ▏                            <0.1 %                                  0 %
// => fc1    ████████████████████████▉    95.7 %  ██                            7.5 %
// => fc2    ▏                             0.5 %  ▏                            <0.1 %
// => each bar is the layer's share of the whole; FLOPs: 2 per multiply-add

// %% [markdown]
// ## The same as a class
//
// This is how the article writes it in PyTorch. Field names become the names of the layers.

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

// %% [markdown]
// ## Exercise
//
// Replace the first convolution by one with a window of 5 by 5 points. Which padding keeps the picture at 32 by 32, and
// how many parameters does the layer have then? Put your two numbers in and run the cell.

// %% your answer tags=["parameters"]
int myPadding = -1;
long myParams = 0;

String slip(int padding, long params) {
    if (padding != 2) return "32 + 2·p - 5 + 1 must be 32 again";
    if (params == 16 * 75) return "each of the 16 windows has a bias too";
    if (params == 16 * 26) return "a window sees all 3 colours";
    if (params == 448) return "that is the window of 3 by 3";
    return "16 windows, each with 3·5·5 weights and a bias";
}
if (myParams == 0) System.out.println("your answer goes into the cell above");
else check(myPadding == 2 && myParams == 1216, slip(myPadding, myParams));
// => myPadding ==> -1
// => myParams ==> 0
// => created method slip(int,long)
// => your answer goes into the cell above

// %% the answer
var wide = tensor(3, 32, 32).then(own("wide", conv2d(3, 16, 5, padding(2))));
check(wide.size(2).exact().intValue() == 32 && params(wide) == 16 * (3 * 25 + 1));

// %% the article's network
var article = trace(new Net(), 3, 32, 32);
check(params(article) == 136_970)
// =>  #  name   layer          output       params  Σ params      FLOPs    Σ FLOPs
// => ─────────────────────────────────────────────────────────────────────────────
// => 20         input          N×3×32×32                                            ◂
// => 21  conv1  conv2d 3→16 …  N×16×32×32      448       448    884,736    884,736  ◂
// => 22  bn1    batchNorm2d …  N×16×32×32       32       480          –    884,736  ◂
// => 23         relu           N×16×32×32        0       480          –    884,736  ◂
// => 24  pool1  maxPool2d k2   N×16×16×16        0       480          –    884,736  ◂
// => 25  conv2  conv2d …       N×32×16×16    4,640     5,120  2,359,296  3,244,032  ◂
// => 26  bn2    batchNorm2d …  N×32×16×16       64     5,184          –  3,244,032  ◂
// => 27         relu           N×32×16×16        0     5,184          –  3,244,032  ◂
// => 28  pool2  maxPool2d k2   N×32×8×8          0     5,184          –  3,244,032  ◂
// => 29         view −1 2048   N×2048            0     5,184          0  3,244,032  ◂
// => 30  fc1    linear …       N×64        131,136   136,320    262,144  3,506,176  ◂
// => 31         relu           N×64              0   136,320          –  3,506,176  ◂
// => 32  fc2    linear 64→10   N×10            650   136,970      1,280  3,507,456  ◂
// => FLOPs: 2 per multiply-add, per example
