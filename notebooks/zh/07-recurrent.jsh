// %% [markdown]
// # 7 · 读序列的网络
//
// **目标。** 能从同一个想法出发数 RNN、GRU 和 LSTM,知道为什么一千步的序列并不比十步的多花参数,
// 并看出 PyTorch 的数在哪里比教科书多一个偏置。

// %% [markdown]
// ## 一步
//
// 循环层一步一步地读序列,随身带着 $h$ 个数的*状态*。每一步它看新来的输入,$I$ 个数,和手里原有的状态:
//
// $$h_t = \tanh(W_{ih} \, x_t + b_{ih} + W_{hh} \, h_{t-1} + b_{hh})$$
//
// 两个矩阵,$h \cdot I$ 和 $h \cdot h$,还有**两个**偏置。(一个就够了;PyTorch 保留两个,因为它所依据的库是这样做的。
// 教科书的数少 $h$ 个。)
//
// $$P = h \cdot I + h \cdot h + 2h = h \cdot (I + h + 2)$$

// %% 序列有多长,留给一个字母
var T = symbol("T");
// => T ==> T

// %% rnn
var plain = tensor(shape(N, T, 64)).then(own("rnn", rnn(64, 128, batchFirst(true))));
check(params(plain) == 128 * (64 + 128 + 2));

// %% 解释
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
// 参数不知道 T。每一步用的是同样两个矩阵:这就是第 1 课的循环,只不过沿着时间走。计算每一步都要做,所以随 T 增长。
//
// $$\text{MACs} = T \cdot h \cdot (I + h)$$

// %% 计算量随长度增长
System.out.println("FLOPs = " + flopsFormula(plain).text());
var ten = tensor(10, 64).then(rnn(64, 128, batchFirst(true)));
var thousand = tensor(1000, 64).then(rnn(64, 128, batchFirst(true)));
check(params(ten) == params(thousand));
check(flops(thousand) == 100 * flops(ten));
// => FLOPs = 49,152·N·T

// %% [markdown]
// ## 门
//
// 普通的 RNN 忘得很快。**GRU** 有两个门,决定保留什么、接受什么,所以这样的和它要算三个,而不是一个。
// **LSTM** 有三个门和另一份更长久的记忆:四个和。每个和有自己的矩阵和偏置,所以有 $g$ 个和时
//
// $$P = g \cdot h \cdot (I + h + 2) \qquad g = 1, 3, 4$$

// %% gru 和 lstm
var withGates = tensor(shape(N, T, 64)).then(own("gru", gru(64, 128, batchFirst(true))));
var withMemory = tensor(shape(N, T, 64)).then(own("lstm", lstm(64, 128, batchFirst(true))));
check(params(withGates) == 3 * params(plain));
check(params(withMemory) == 4 * params(plain));

// %% [markdown]
// ## 层和方向
//
// `numLayers(2)` 在上面再加一层:它读下面一层的状态,所以输入是 $h$ 个数。
// `bidirectional(true)` 还要用自己的权重倒着读一遍序列,把两个状态并排交出来:$2h$ 个数,上面一层读到的就是这么多。

// %% 两层
var two = tensor(shape(N, T, 64)).then(own("two", lstm(64, 128, numLayers(2), batchFirst(true))));
check(params(two) == 4 * 128 * (64 + 128 + 2) + 4 * 128 * (128 + 128 + 2));

// %% 两层,双向
var both = tensor(shape(N, T, 64)).then(own("both", lstm(64, 128, numLayers(2), bidirectional(true), batchFirst(true))));
check(params(both) == 2 * 4 * 128 * (64 + 128 + 2) + 2 * 4 * 128 * (256 + 128 + 2));

// %% [markdown]
// ## 哪一维是批次?
//
// 没有 `batchFirst(true)` 时,PyTorch 把*第一*维当作序列,第二维当作批次。形状 $N \times T \times 64$ 的意思就变成:N
// 步,T 个样本。它能运行;它是错的;形状看上去一样。计算量会露馅:*一个*样本的计算量必须随 T 增长。

// %% 同样的形状,两种意思
var meant = tensor(shape(N, T, 64)).then(lstm(64, 128, batchFirst(true)));
var mistaken = tensor(shape(N, T, 64)).then(lstm(64, 128));
check(meant.shape().equals(mistaken.shape()));
check(flops(tensor(shape(1, 1000, 64)).then(lstm(64, 128, batchFirst(true)))) == 1000 * flops(tensor(shape(1, 1, 64)).then(lstm(64, 128, batchFirst(true)))));
// =>   ⚠ N lands on the length: lstm(64, 128) takes N×T×64 as length×batch×features;
// =>     batchFirst(true) takes the batch first

// %% [markdown]
// 出现警告,是因为字母 N 落在了不是批次的那一维上。如果全是数字而不是字母,谁也看不出来。
//
// ## 词
//
// 读文章的网络从一张表开始:每个词一行数。查表不是算术,但表是要学习的,而且很大。

// %% 一个小语言模型
class Reader extends Model {
    Unit words = own(embedding(10_000, 256));
    Unit memory = own(lstm(256, 512, batchFirst(true)));
    Unit next = own(linear(512, 10_000));
    public Tensor forward(Tensor x) { return x.then(words).then(memory).then(next); }
}
var reader = trace(new Reader(), tensor(shape(N, T), INT64));
// => created class Reader

// %% 它的表
net(reader)
// =>  #  layer           output        params   Σ params         FLOPs       Σ FLOPs
// => ───────────────────────────────────────────────────────────────────────────────
// => 22  input           N×T int64
// => 23  embedding …     N×T×256    2,560,000  2,560,000             0             0
// => 24  lstm 256 512 …  N×T×512    1,576,960  4,136,960   3,145,728·T   3,145,728·T
// => 25  linear …        N×T×10000  5,130,000  9,266,960  10,240,000·T  13,385,728·T
// => FLOPs: 2 per multiply-add, per example

// %% [markdown]
// 九百万个参数里,真正在*读*的 LSTM 只有一百六十万。进去的表和出来的层占了其余:它们随词汇量增长。
//
// ## 练习
//
// 一个两层、双向的 GRU 每步读 40 个数,状态是 100 个数。多少个参数?

// %% 你的答案 tags=["parameters"]
long mine = 0;

String slip(long answer) {
    long below = 3 * 100 * (40 + 100 + 2), above = 3 * 100 * (200 + 100 + 2);
    if (answer == below + above) return "每个方向有自己的权重";
    if (answer == 2 * (below + 3 * 100 * (100 + 100 + 2))) return "第二层读两个方向:200 个数";
    if (answer == 2 * (below + above) - 4 * 300) return "PyTorch 的每个和有两个偏置";
    if (answer == 2 * (below + above) / 3 * 4) return "四个和是 LSTM;GRU 有三个";
    return "每一层、每个方向:3·h·(I + h + 2),第二层读 2·h 个数";
}
if (mine == 0) System.out.println("把答案写进上面的单元");
else check(mine == 2 * 3 * 100 * (142 + 302), slip(mine));
// => mine ==> 0
// => created method slip(long)
// => 把答案写进上面的单元

// %% 答案
var answer = tensor(shape(N, T, 40)).then(gru(40, 100, numLayers(2), bidirectional(true), batchFirst(true)));
check(params(answer) == 266_400);

// %% [markdown]
// ## 带走什么
//
// - 循环层的一个和有 $h \cdot (I + h + 2)$ 个参数;RNN、GRU、LSTM 分别有 1、3、4 个和。
// - 序列的长度花的是计算,不是参数:它是同一份权重上的循环。
// - 两个方向就加倍,上面一层读 $2h$ 个数。
// - 小语言模型里,词表占的最多。
