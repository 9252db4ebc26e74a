// %% [markdown]
// # 2 · 卷积网络,一个数一个数地算
//
// **目标。** 能用手算出卷积、归一化、池化和线性层的输出大小、参数和计算量。网络就是文章里的那个:两个卷积、两个归一化、
// 两个池化、两个线性层,共 136,970 个参数。总数是对的;算到总数的路上,有几句话不对。

// %% [markdown]
// ## 图片
//
// 网络读入 32 乘 32 个点、3 种颜色的图片。一次来几张先不定:那就是最前面的字母 N。(为什么是 32?文章喂的是 224 乘 224
// 的图片。第 3 课再说:它的线性层是按 32 乘 32 的图片剩下的大小做的。)

// %% 图片
var x = tensor(3, 32, 32);

// %% [markdown]
// ## 第一个卷积
//
// 卷积让一个窗口在图片上滑动。这里窗口宽、高都是 $k = 3$ 个点。它**同时看到三种颜色**,所以有 $3 \cdot 3 \cdot 3 = 27$
// 个权重,再加一个偏置。这样的窗口有 16 个,每个输出通道一个:
//
// $$P = C_{out} \cdot (C_{in} \cdot k^2 + 1) = 16 \cdot (3 \cdot 3^2 + 1) = 16 \cdot 28 = 448$$
//
// 窗口能放多少次?每边填充 $p$ 个点、步长 $s$ 时,左边缘还能走 $\lfloor (H + 2p - k) / s \rfloor$ 步,起点也算一次:
//
// $$H' = \left\lfloor \frac{H + 2p - k}{s} \right\rfloor + 1 = \left\lfloor \frac{32 + 2 - 3}{1} \right\rfloor + 1 = 32$$
//
// $k = 3$、填充 1、步长 1 时,大小不变。

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

// %% 解释 conv1
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
// **文章的文字怎么说。** 它的公式就是上面这个。可是文字里说:"每个卷积核有3x3=9个参数……因此该层参数数量为
// 16x(3x3+1)=448"。算一下:$16 \cdot (9 + 1)$ 是 160,不是 448。文字丢了三种颜色,数却没有丢。9 个权重的窗口适合
// 只有一种颜色的图片:

// %% 只有一种颜色
check(16 * (3 * 3 + 1) == 160);
var grey = tensor(1, 32, 32).then(own("grey", conv2d(1, 16, 3, padding(1))));
check(params(grey) == 160);

// %% [markdown]
// ## 第一个归一化
//
// `batchNorm2d` 把每个通道变成均值 0、离散度 1,再乘以一个自己的数、加上另一个数:每个通道学习两个数,
// $P = 2 \cdot C = 32$。它还保存每个通道的滑动均值和方差(以及批次数);这些是*缓冲*,保存但不学习,所以不是参数。

// %% bn1
var bn1 = own(batchNorm2d(16));
x = x.then(bn1).then(relu());
check(params(x) == 448 + 32);
// => bn1 ==> batchNorm2d(16)

// %% 解释 bn1
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
// ## 第一个池化
//
// `maxPool2d(2)` 在每 2 乘 2 个点里取最大的。它什么都不学;$k = s = 2$、没有填充时,同一条大小规则给出
// $\lfloor (32 - 2) / 2 \rfloor + 1 = 16$。

// %% pool1
x = x.then(own("pool1", maxPool2d(kernelSize(2), stride(2))));
check(x.size(2).exact().intValue() == 16);

// %% [markdown]
// ## 第二个卷积
//
// 现在进来 16 个通道,出去 32 个。每个窗口有 $16 \cdot 3 \cdot 3 = 144$ 个权重和一个偏置:
//
// $$P = 32 \cdot (16 \cdot 3^2 + 1) = 32 \cdot 145 = 4640$$

// %% conv2
var conv2 = own(conv2d(inChannels(16), outChannels(32), kernelSize(3), stride(1), padding(1)));
x = x.then(conv2);
check(params(x) == 448 + 32 + 4640);
// => conv2 ==> conv2d(16, 32, 3, padding(1))

// %% [markdown]
// **文章的文字怎么说。** "32x(16x3x3+1)=4608"。括号是对的,乘积不对:$32 \cdot 145 = 4640$。而 4608 是
// $32 \cdot 144$:32 个偏置写在括号里,却从结果里掉了。文章的总数里用的是 4640,下面会看到。

// %% 4608 从哪里来
check(32 * (16 * 3 * 3 + 1) == 4640);
check(32 * (16 * 3 * 3) == 4608);

// %% bn2 和 pool2
var bn2 = own(batchNorm2d(32));
x = x.then(bn2).then(relu()).then(own("pool2", maxPool2d(kernelSize(2), stride(2))));
check(params(x) == 448 + 32 + 4640 + 64);
// => bn2 ==> batchNorm2d(32)

// %% [markdown]
// ## 从图片到数
//
// 剩下 32 个通道,每个 8 乘 8 个点。`view` 把它们排成一行,每张图片 $32 \cdot 8 \cdot 8 = 2048$ 个数。$-1$ 的意思是:
// 剩多少就多少,这里是 N。

// %% view
x = x.view(-1, 32 * 8 * 8);

// %% [markdown]
// 线性层必须正好按这么多来做。不然它会说出来,而网络保持原样:

// %% 不合适的层 tags=["raises-exception"]
x.then(linear(1024, 64))
// =>   ✗ linear(1024, 64) does not fit its input
// =>      x.then(linear(1024, 64))
// =>                    ▔▔▔▔ declared: 1,024 input features (Fᵢₙ)
// =>      it gets N×2048  from  11 view  N×32×8×8 → N×2048
// =>      why    axis 1 N×2048 is 2,048, but Fᵢₙ is 1,024
// =>      try    x.then(linear(2048, 64))
// =>   Nothing was added: the network still ends at 11 view, 5,184 params.

// %% fc1 和 fc2
var fc1 = own(linear(32 * 8 * 8, 64));
x = x.then(fc1);
check(params(x) == 5184 + (2048 + 1) * 64);
var fc2 = own(linear(64, 10));
x = x.then(relu()).then(fc2);
check(params(x) == 5184 + (2048 + 1) * 64 + (64 + 1) * 10);
// => fc1 ==> linear(2048, 64)
// => fc2 ==> linear(64, 10)

// %% 解释 fc1
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
// ## 总数
//
// $$448 + 32 + 4640 + 64 + 131136 + 650 = 136970$$

// %% 整个网络
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

// %% 文章的总数
check(params(x) == 136_970);
check(448 + 32 + 4640 + 64 + 131_136 + 650 == 136_970);
check(16 * (3 * 3 * 3 + 1) + 16 * 2 + 32 * (16 * 3 * 3 + 1) + 32 * 2 + (32 * 8 * 8 + 1) * 64 + (64 + 1) * 10 == 136_970);
check(448 + 32 + 4608 + 64 + 131_136 + 650 == 136_938);

// %% [markdown]
// 文章还说,Dropout 层或 BatchNorm 层"可能需要特殊的计算方法"。其实不需要:归一化每个通道两个数,上面已经算过;Dropout
// 一个也没有,因为随机不是学来的。

// %% 没有什么特殊的
var dropped = tensor(32, 8, 8).then(batchNorm2d(32), dropout(0.5));
check(params(dropped) == 2 * 32);

// %% [markdown]
// 文章的总数是对的。把它的几句话加起来却得不到这个数:`conv2` 用 4608,和是 136,938;`conv1` 再用 160,就更小了。
// *验算了总和,不等于验算了各项。*
//
// 还要注意参数**在哪里**:131,136 个,一百个里有 96 个,在 `fc1`。而计算量在哪里:两个卷积几乎做了全部。权重少、在图片
// 的每个点上都用;权重多、只用一次。

// %% 参数在哪里,计算量在哪里
System.out.println("fc1: 参数的 " + Math.round(100.0 * 131_136 / params(x)) + " %");
System.out.println("conv1 和 conv2: 计算量的 " + Math.round(100.0 * (884_736 + 2_359_296) / flops(x)) + " %");
check(flops(x) == 3_507_456);
check(macs(x) == 1_753_728);
// => fc1: 参数的 96 %
// => conv1 和 conv2: 计算量的 92 %

// %% [markdown]
// 画成图: 左边是每层占参数的份额, 右边是它占计算量的份额。

// %% 图
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
// ## 写成类
//
// 文章在 PyTorch 里就是这样写的。字段的名字成为层的名字。

// %% 类
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
// ## 练习
//
// 把第一个卷积换成 5 乘 5 的窗口。填充多少才能让图片仍是 32 乘 32?那时这一层有多少参数?写进你的两个数,运行这个单元。

// %% 你的答案 tags=["parameters"]
int myPadding = -1;
long myParams = 0;

String slip(int padding, long params) {
    if (padding != 2) return "32 + 2·p - 5 + 1 必须还是 32";
    if (params == 16 * 75) return "16 个窗口各有一个偏置";
    if (params == 16 * 26) return "窗口看到全部 3 种颜色";
    if (params == 448) return "那是 3 乘 3 的窗口";
    return "16 个窗口,每个 3·5·5 个权重和一个偏置";
}
if (myParams == 0) System.out.println("把答案写进上面的单元");
else check(myPadding == 2 && myParams == 1216, slip(myPadding, myParams));
// => myPadding ==> -1
// => myParams ==> 0
// => created method slip(int,long)
// => 把答案写进上面的单元

// %% 答案
var wide = tensor(3, 32, 32).then(own("wide", conv2d(3, 16, 5, padding(2))));
check(wide.size(2).exact().intValue() == 32 && params(wide) == 16 * (3 * 25 + 1));

// %% 文章的网络
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
