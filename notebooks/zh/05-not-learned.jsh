// %% [markdown]
// # 5 · 归一化、Dropout,以及不学习的东西
//
// **目标。** 能分清四样常被混为一谈的东西:*学习*的(参数),*保存*但不学习的(缓冲区),本可以学习但被*冻结*的,
// 以及只是计算的。

// %% [markdown]
// ## 每个通道两个数
//
// 归一化取来一些数,减去它们的均值,除以它们的标准差,然后让网络想撤回多少就撤回多少:乘以一个学习的 $\gamma$,
// 再加上一个学习的 $\beta$。
//
// $$y = \gamma \cdot \frac{x - \mu}{\sqrt{\sigma^2 + \epsilon}} + \beta$$
//
// 所以 $C$ 个通道学习 $2 \cdot C$ 个数。`affine(false)` 不要 $\gamma$ 和 $\beta$,就什么也不学习。

// %% 批归一化
var x = tensor(64, 32, 32);
check(params(x.then(own("bn", batchNorm2d(64)))) == 128);

// %% 不要 γ 和 β
var y = tensor(64, 32, 32);
check(params(y.then(own("plain", batchNorm2d(64, affine(false))))) == 0);

// %% [markdown]
// ## 对谁求均值?
//
// 几种归一化的区别在于*哪些数共用一个均值*,这也决定学习多少个数。
//
// | 层 | 共用一个均值的数 | 学习 |
// |---|---|---|
// | `batchNorm2d(C)` | 一个通道,整个批次 | $2 C$ |
// | `instanceNorm2d(C)` | 一张图片的一个通道 | 0(除非 `affine(true)`) |
// | `groupNorm(g, C)` | 一张图片的一组通道 | $2 C$ |
// | `layerNorm(F)` | 一个位置的所有特征 | $2 F$ |

// %% 其他几种
check(params(tensor(64, 32, 32).then(own("instance", instanceNorm2d(64)))) == 0);
check(params(tensor(64, 32, 32).then(own("group", groupNorm(8, 64)))) == 128);
check(params(tensor(10, 512).then(own("layer", layerNorm(512)))) == 1024);

// %% [markdown]
// ## 保存,但不学习
//
// 批归一化需要一个*批次*的均值和方差,但使用网络的时候可能只有一张图片。所以训练时它保存滑动平均:
// 每个通道一个均值、一个方差,再加一个批次计数。它们随网络一起存盘,但没有梯度去改它们。
// PyTorch 叫它们**缓冲区**(buffers)。把它们也算进参数,每个这样的层就会多出 $2 C + 1$。

// %% 解释
explain("bn")
// => 1 bn  batchNorm2d(64)   N×64×32×32 → N×64×32×32
// =>   Brings each channel to mean 0 and variance 1, then scales and shifts it by
// =>   learned numbers.
// =>   with C = 64 channels
// =>
// =>   P = 2·C      parameters: weight 64, bias 64
// =>     = 2·64
// =>     = 128
// =>   FLOPs = –: FLOPs count 2 per multiply-add
// =>   add (subtract the mean): 65,536·N
// =>   multiply (divide by the deviation): 65,536·N
// =>   multiply (scale): 65,536·N
// =>   add (shift): 65,536·N

// %% [markdown]
// ## Dropout
//
// 训练时 Dropout 随机把一些数变成零,使用时什么也不做。它不学习,不保存,它的概率也不是任何东西的大小。

// %% Dropout
var z = tensor(512).then(own("fc", linear(512, 512)));
long before = params(z);
z = z.then(dropout(0.5));
check(params(z) == before);
check(z.shape().equals(tensor(512).shape()));
// => before ==> 262656

// %% [markdown]
// ## 冻结
//
// 要用别人训练好的网络,常常让前面的层保持原样,只训练最后一层。那些权重还在,还要装进内存,还要做乘法:它们算参数,
// 但不算*可训练*的参数。

// %% 主体保留,头部训练
class Reuse extends Model {
    Unit body = own(linear(2048, 512));
    Unit head = own(linear(512, 10));
    public Tensor forward(Tensor x) { return x.then(body).then(relu()).then(head); }
}
var model = new Reuse();
freeze(model.body);
var reuse = trace(model, 2048)
check(params(reuse) == 2049 * 512 + 513 * 10);
// => created class Reuse
// => model ==> Reuse: body linear(2048, 512), head linear(512, 10)

// %% 训练的和不训练的
tree(reuse)
// => name       type    output     params        %       MACs      FLOPs
// => ───────────────────────────────────────────────────────────────────
// => Reuse              N×10    1,054,218  100.0 %  1,053,696  2,107,392
// => ├─ body    Linear  N×512   1,049,088   99.5 %  1,048,576  2,097,152
// => ├─ relu_1  ReLU    N×512           0      0 %          –          –
// => └─ head    Linear  N×10        5,130    0.5 %      5,120     10,240
// => params 1,054,218   trainable 5,130   not trainable 1,049,088   buffers 0
// => MACs 1,053,696   FLOPs 2,107,392   per example
// => float32: parameters 4.22 MB   kept in training 2.05 kB   most at once in use
// => 10.24 kB
// => a row with others in it is their sum; FLOPs: 2 per multiply-add

// %% [markdown]
// 表格下面写着其中有多少是训练的:$513 \cdot 10 = 5130$。
//
// ## 归一化前面的偏置
//
// 卷积给每个通道加一个偏置;紧跟着的归一化减去每个通道的均值,偏置也就跟着没了。所以可以不要偏置:`bias(false)`。
// ResNet 的卷积没有偏置,就是因为这个。

// %% 有偏置和没有偏置
var with = tensor(64, 32, 32).then(own("c1", conv2d(64, 64, 3, padding(1))), own("b1", batchNorm2d(64)));
var without = tensor(64, 32, 32).then(own("c2", conv2d(64, 64, 3, padding(1), bias(false))), own("b2", batchNorm2d(64)));
check(params(with) - params(without) == 64);

// %% [markdown]
// ## 练习
//
// `conv2d(32, 64, 3, bias(false))`、`batchNorm2d(64)`、`relu()`、`dropout(0.2)`,
// 然后是 `batchNorm2d(64, affine(false))`。多少个参数,多少个缓冲区里的数?

// %% 你的答案 tags=["parameters"]
long myParams = -1;
long myBuffers = -1;

String slip(long params, long buffers) {
    if (params == 64 * (32 * 9 + 1) + 128) return "这里的卷积没有偏置";
    if (params == 64 * 32 * 9 + 256) return "affine(false) 什么也不学习";
    if (params == 64 * 32 * 9 + 128 + 258) return "缓冲区不是参数";
    if (params != 64 * 32 * 9 + 128) return "64·32·3·3 个权重,再加上其中一个归一化的 γ 和 β";
    return buffers == 256 ? "每个归一化还有一个批次计数" : "两个归一化都保存均值、方差和计数";
}
if (myParams < 0) System.out.println("把答案写进上面的单元");
else check(myParams == 18_560 && myBuffers == 258, slip(myParams, myBuffers));
// => myParams ==> -1
// => myBuffers ==> -1
// => created method slip(long,long)
// => 把答案写进上面的单元

// %% 答案
var block = tensor(32, 32, 32).then(conv2d(32, 64, 3, bias(false)), batchNorm2d(64), relu(), dropout(0.2), batchNorm2d(64, affine(false)));
check(params(block) == 18_560);

// %% [markdown]
// `tree` 在最下面把两者并排写出来。

// %% 分开数
tree(block)
// => name           type         output      params       %        MACs       FLOPs
// => ──────────────────────────────────────────────────────────────────────────────
// => conv2d_1       Conv2d       N×64×30×30  18,432  99.3 %  16,588,800  33,177,600
// => batchNorm2d_1  BatchNorm2d  N×64×30×30     128   0.7 %           –           –
// => relu_2         ReLU         N×64×30×30       0     0 %           –           –
// => dropout_2      Dropout      N×64×30×30       0     0 %           0           0
// => batchNorm2d_2  BatchNorm2d  N×64×30×30       0     0 %           –           –
// => params 18,560   trainable 18,560   not trainable 0   buffers 258
// => MACs 16,588,800   FLOPs 33,177,600   per example
// => float32: parameters 74.24 kB   kept in training 880.90 kB   most at once in use
// => 460.80 kB
// => a row with others in it is their sum; FLOPs: 2 per multiply-add

// %% [markdown]
// ## 带走什么
//
// - 归一化每个通道学习两个数,有 `affine(false)` 时一个也不学。
// - 缓冲区随网络保存,但不学习:一个批归一化有 $2 C + 1$ 个数。
// - 冻结的权重是不训练的参数。Dropout 两样都不是:不学习,也不保存。
// - 紧挨在归一化前面的偏置会被减掉:不要它。
