// %% [markdown]
// # 9 · 在预算里设计
//
// **目标。** 别人给一个预算,多少参数、多少 FLOPs,能知道该拧哪个旋钮。旋钮有宽度、深度、分辨率,以及*通道怎样连在一起*。

// %% [markdown]
// ## 三个旋钮,三条规律
//
// 对一叠卷积,把下面的东西加倍
//
// | 旋钮 | 参数 | 计算量 |
// |---|---|---|
// | 层数 | × 2 | × 2 |
// | 通道数 | × 4 | × 4 |
// | 图片的边长 | × 1 | × 4 |
//
// 来看一看。旋钮就是这一课的参数:`--set width=64` 换一个值运行。

// %% 旋钮 tags=["parameters"]
int width = 32;
int depth = 4;
int side = 32;
// => width ==> 32
// => depth ==> 4
// => side ==> 32

// %% 一叠
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

// %% 三条规律
check(params(deeper) == 2 * params(base) && flops(deeper) == 2 * flops(base));
check(params(wider) == 4 * params(base) && flops(wider) == 4 * flops(base));
check(params(larger) == params(base) && flops(larger) == 4 * flops(base));

// %% [markdown]
// ## 花在哪里?
//
// 像多数网络那样,把图片减半、通道加倍:一层的计算量不变,参数变成四倍。所以参数聚在网络的*末尾*;计算聚在*开头*,
// 如果不早一点把图片减小的话。

// %% 开头和末尾
var early = tensor(32, 64, 64).then(conv2d(32, 32, 3, padding(1), bias(false)));
var late = tensor(256, 8, 8).then(conv2d(256, 256, 3, padding(1), bias(false)));
check(flops(early) == flops(late));
check(params(late) == 64 * params(early));

// %% [markdown]
// ## 少连一些
//
// 卷积把每个通道和每个通道相连,而且在 $k^2$ 个点上都连。两样同时做很贵。
//
// *分组*:`groups(g)` 只在 g 个组内部相连:权重和乘积都少到 $g$ 分之一。
//
// *深度可分离*:先让每个通道单独用一个 $k$ 乘 $k$ 的窗口(`groups(C)`),再用 1 乘 1 的窗口把所有通道连起来。
// $k^2 C^2$ 变成 $k^2 C + C^2$,将近 $k^2$ 分之一:
//
// $$\frac{k^2 C + C^2}{k^2 C^2} = \frac{1}{C} + \frac{1}{k^2}$$

// %% 一次连还是两次连
var full = tensor(128, 28, 28).then(conv2d(128, 128, 3, padding(1), bias(false)));
var separable = tensor(128, 28, 28).then(conv2d(128, 128, 3, padding(1), groups(128), bias(false)), conv2d(128, 128, 1, bias(false)));
System.out.println(params(full) + " 个参数对 " + params(separable) + " 个,计算量 " + flops(full) / flops(separable) + " 倍");
check(params(separable) == 9 * 128 + 128 * 128);
check(flops(full) * (9 * 128 + 128 * 128) == flops(separable) * (9L * 128 * 128));
// => 147456 个参数对 17536 个,计算量 8 倍

// %% [markdown]
// 全连和全不连之间还有很多级。`whatIf` 一一试过:分成 $g$ 组,每个窗口看 $C / g$ 个通道,
// 所以 $P = C \cdot (C / g) \cdot k^2$,而 128 组就是上面那一对的前一半。

// %% 分组
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
// 最后一列是*整体*的计算量:它不会低于那个 1 乘 1 的窗口,也就是十分之一。一样东西变便宜之后,剩下的就是其他的一切。
//
// ## 最后一层
//
// 文章的网络里,100 个参数有 96 个在 `fc1`,它把 $32 \cdot 8 \cdot 8$ 个数和 64 个数相连。先对整张图片取*平均*,
// 要连的就只剩 32 个数。而且它适合任何大小的图片,第 3 课的错误就不会发生。

// %% 给文章的网络减肥
var diet = tensor(3, 32, 32).then(conv2d(3, 16, 3, padding(1)), batchNorm2d(16), relu(), maxPool2d(2))
    .then(conv2d(16, 32, 3, padding(1)), batchNorm2d(32), relu(), adaptiveAvgPool2d(1))
    .flatten(1).then(linear(32, 64), relu(), linear(64, 10));
System.out.println(params(diet) + " 个参数,而不是 136970 个");
check(params(diet) == 448 + 32 + 4640 + 64 + 33 * 64 + 65 * 10);
check(flops(diet) > 0.9 * (3_507_456 - 2 * 131_072));
// => 7946 个参数,而不是 136970 个

// %% [markdown]
// 136,970 变成 7,946,计算量却还有十分之九:*参数的预算不是计算的预算*。
//
// 任何大小的图片呢?问一问别的输入大小。参数不变,计算量随面积走。

// %% 别的图片
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
// ## 搜索
//
// 在边长为 `side` 的图片上,`depth` 层的一叠卷积,最宽能到多少而不超过五百万 FLOPs?手算:
// 每一层在 $\text{side}^2$ 个位置上各做 $2 \cdot 9 \cdot w^2$ 次运算,所以
//
// $$w = \left\lfloor \sqrt{\frac{5000000}{18 \cdot \text{depth} \cdot \text{side}^2}} \right\rfloor$$

// %% 手算
int byHand = (int) Math.sqrt(5_000_000.0 / (18L * depth * side * side));
// => byHand ==> 8

// %% [markdown]
// 各层自己也知道。一个宽度一个宽度地试:

// %% 搜索
int widest = 0;
for (int w = 1; flops(stack(w, depth, side)) <= 5_000_000; w++) widest = w;
System.out.println("宽度 " + widest + ":" + flops(stack(widest, depth, side)) + " FLOPs");
check(flops(stack(widest, depth, side)) <= 5_000_000 && flops(stack(widest + 1, depth, side)) > 5_000_000);
// => widest ==> 0
// => 宽度 8:4718592 FLOPs

// %% [markdown]
// `solve` 用对半的办法做同样的事:把宽度加倍直到太大,然后在剩下的范围里取中间,并把相邻的值也给出来。

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
// 凡是随大小增长的数都可以:参数,或者训练的内存(第 10 课)。下面是参数不超过 100,000 的最宽的一叠,
// 和一次训练 64 张图片、内存不超过 100 MB 的最宽的一叠。

// %% 另外两个预算
int learned = solve(w -> params(stack(w, depth, side)), 100_000);
int trained = solve(w -> memory(stack(w, depth, side), batch(64)).total(), 100_000_000);
System.out.println("按参数:宽度 " + learned + ",按训练内存:宽度 " + trained);
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
// => 按参数:宽度 52,按训练内存:宽度 73

// %% [markdown]
// 三个预算,三个宽度。能造出来的是其中最小的。
//
// ## 练习
//
// 28 乘 28 的特征图上有 `conv2d(64, 64, 5, padding(2), bias(false))`。用窗口相同的一对深度可分离卷积代替它。
// 这一对有多少个参数(没有偏置)?

// %% 你的答案 tags=["parameters"]
long mine = 0;

String slip(long answer) {
    if (answer == 25 * 64 * 64) return "那是完整的卷积";
    if (answer == 9 * 64 + 64 * 64) return "窗口是 5 乘 5";
    if (answer == 25 * 64) return "通道还要连起来:一个 1 乘 1 的窗口";
    if (answer == 64 * 64) return "先要每个通道一个自己的窗口";
    return "64 个通道各 25 个,再加 64 乘 64";
}
if (mine == 0) System.out.println("把答案写进上面的单元"); else check(mine == 25 * 64 + 64 * 64, slip(mine));
// => mine ==> 0
// => created method slip(long)
// => 把答案写进上面的单元

// %% 答案
var pair = tensor(64, 28, 28).then(conv2d(64, 64, 5, padding(2), groups(64), bias(false)), conv2d(64, 64, 1, bias(false)));
check(params(pair) == 5696);

// %% [markdown]
// ## 带走什么
//
// - 深度的代价成正比,宽度的代价是平方,分辨率在计算量上是平方,在参数上为零。
// - 参数在通道多的地方,计算在图片大的地方。
// - 通道和点先后相连,比同时相连便宜大约 $k^2$ 倍。
// - 先弄清楚是哪个预算卡住了,再拧旋钮。
