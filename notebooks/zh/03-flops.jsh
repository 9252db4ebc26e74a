// %% [markdown]
// # 3 · 什么是 FLOP?
//
// **目标。** 在相信一个"FLOPs"数之前,能说出它数的是什么;能算出一层的乘加次数;能看出为什么两个工具对同一个网络给出两个
// 数。还要弄清楚,文章的网络被喂进 224 乘 224 的图片时究竟发生了什么。

// %% [markdown]
// ## 乘,加
//
// 线性层的一个输出是一个和:权重乘输入,加上权重乘输入,如此下去,每个输入一个乘积。一次*乘和加*合起来叫一个 **MAC**。
// $F_{in}$ 个输入、$F_{out}$ 个输出的一层,对每个样本做
//
// $$\text{MACs} = F_{out} \cdot F_{in}$$
//
// 次。一次乘法和一次加法是两次运算,所以通常的浮点运算数是它的两倍:**FLOPs = 2 · MACs**。加偏置两边都不算:它只是
// $F_{in}$ 次加法旁边的一次,我们要比较的工具也不算它。

// %% 线性层
input(2048)
linear(2048, 64)
check(macs() == 64 * 2048);
check(flops() == 2 * macs());

// %% [markdown]
// 卷积做同样的和,每个和有 $C_{in} \cdot k^2$ 个乘积,在 $H' \cdot W'$ 个位置上,对 $C_{out}$ 个通道各做一次:
//
// $$\text{MACs} = C_{out} \cdot H' \cdot W' \cdot C_{in} \cdot k^2$$
//
// 它的参数不知道图片有多大,它的计算量知道。

// %% 一个卷积,两种大小的图片
var conv1 = own(conv2d(3, 16, 3, padding(1)));
var small = tensor(3, 32, 32).then(conv1);
var large = tensor(3, 224, 224).then(conv1);
check(params(small) == 448 && params(large) == 448);
check(macs(small) == 16L * 32 * 32 * 27 && macs(large) == 49 * macs(small));
// => conv1 ==> conv2d(3, 16, 3, padding(1))

// %% [markdown]
// ## 文章的网络
//
// 第 2 课的网络,按文章自己的写法。

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

// %% 32 乘 32 的图片
var fits = trace(new Net(), 3, 32, 32)
check(macs(fits) == 1_753_728);
check(flops(fits) == 3_507_456);

// %% [markdown]
// ## 三个名字,三个数
//
// 文章调用 `thop.profile`,把返回的数印成"FLOPs"。thop 的乘加只算*一次*,所以它更接近 MACs;但归一化给出的每个数它又算四次
// 运算。这就是一种*约定*:什么算、算多少。只要说出名字,哪种都不算错。
//
// | 约定 | 数什么 | 这个网络,一张 32×32 的图片 |
// |---|---|---|
// | `MACS` | 乘加 | 1,753,728 |
// | `FLOPS` | 每次乘加算两次 | 3,507,456 |
// | `THOP` | 乘加算一次,归一化算四次 | 1,852,032 |

// %% thop 的数
check(flops(fits, THOP) == 1_852_032);
check(flops(fits, THOP) - macs(fits) == 4 * (16 * 32 * 32 + 32 * 16 * 16));

// %% [markdown]
// ## 224 乘 224 的图片
//
// 文章喂进去的不是 32 乘 32,而是 224 乘 224 的图片。两次池化之后每边剩 $224 / 4 = 56$ 个点,一张图片就是
// $32 \cdot 56 \cdot 56 = 100352$ 个数,而 `fc1` 要的是 $32 \cdot 8 \cdot 8 = 2048$ 个。会报错吗?看第一个大小。

// %% 224 乘 224 的图片
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
// 没有报错,这更糟。`view(-1, 2048)` 的意思是:*每行 2048 个,有几行算几行。* 一张图片变成 $100352 / 2048 = 49$ 行,
// 网络就回答 49 次,每次对着图片的一条。它是沿着通道把图片拆开的:没有一行看到整张图片。PyTorch 也照样运行,一声不吭。
//
// 所以文章的输出不是一张图片的一个回答,计算量也不是一个回答的计算量:`fc1` 和 `fc2` 做了 49 次。

// %% 一张图片,49 个回答
check(article.output().size(0).exact().intValue() == 49);
check(100_352 / 2048 == 49);

// %% 文章的数
System.out.println("thop 说 " + flops(article, THOP) + ",也就是 90.75M");
check(flops(article, THOP) == 90_749_568);
// => thop 说 90749568,也就是 90.75M

// %% [markdown]
// 参数呢?两种情况都是 136,970:参数属于层,不管喂进去什么。所以数参数发现不了这个错误,看一眼形状就能发现。文章一开头说,
// 参数数量会影响训练速度。这里参数一样多,计算量却是 49 倍。

// %% 参数一样,计算量 49 倍
check(params(article) == 136_970 && params(fits) == 136_970);
check(flops(article) == 49 * flops(fits));

// %% [markdown]
// 文章还说,计算 FLOPs 时要看每个卷积层、*池化层*和全连接层。就形状而言没错:池化决定下一层读到多大。但池化不做乘法,
// 所以在 MAC 里、在 thop 的数里,它都是零。

// %% 池化没有乘加
var pooled = tensor(16, 32, 32).then(maxPool2d(2));
check(macs(pooled) == 0 && flops(pooled, THOP) == 0);

// %% [markdown]
// 要处理 224 乘 224 的图片,网络需要什么?第一个线性层要接 $32 \cdot 56 \cdot 56$ 个数,权重是 `fc1` 的 49 倍。

// %% 为 224 乘 224 而做
var fitting = tensor(3, 224, 224).then(conv2d(3, 16, 3, padding(1)), batchNorm2d(16), relu(), maxPool2d(2))
    .then(conv2d(16, 32, 3, padding(1)), batchNorm2d(32), relu(), maxPool2d(2))
    .view(-1, 32 * 56 * 56).then(linear(32 * 56 * 56, 64), relu(), linear(64, 10));
System.out.println(params(fitting) + " 个参数");
check(params(fitting) == 136_970 - 131_136 + (100_352 + 1) * 64);
// => 6428426 个参数

// %% [markdown]
// ## 练习
//
// 一个卷积从 64 个通道到 128 个,窗口 3 乘 3,填充 1,**步长 2**,读入 56 乘 56 个点。对一个样本做多少次 MAC?

// %% 你的答案 tags=["parameters"]
long mine = 0;

String slip(long answer) {
    long right = 128L * 28 * 28 * 64 * 9;
    if (answer == 2 * right) return "那是 FLOPs;一次 MAC 是一乘一加";
    if (answer == 4 * right) return "步长 2 时窗口有 28 乘 28 个位置,不是 56 乘 56";
    if (answer == 128L * 27 * 27 * 64 * 9) return "没有填充才是 27 乘 27";
    if (answer == right / 64) return "每个输出要对全部 64 个输入通道求和";
    if (answer == right + 128L * 28 * 28) return "偏置不是乘加";
    return "输出通道 · 位置 · 输入通道 · 窗口";
}
if (mine == 0) System.out.println("把答案写进上面的单元"); else check(mine == 128L * 28 * 28 * 64 * 9, slip(mine));
// => mine ==> 0
// => created method slip(long)
// => 把答案写进上面的单元

// %% 答案
var strided = tensor(64, 56, 56).then(own("strided", conv2d(64, 128, 3, stride(2), padding(1))));
check(macs(strided) == 57_802_752);

// %% [markdown]
// ## 带走什么
//
// - FLOPs 是*某种约定*下的数。要问:一次乘加算两次还是一次?偏置呢?归一化呢?每个样本还是整批?
// - 参数与图片大小无关;计算量有关,与面积成正比。
// - `view(-1, k)` 总能放得下。看第一个大小。
