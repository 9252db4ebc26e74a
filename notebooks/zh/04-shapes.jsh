// %% [markdown]
// # 4 · 放得下吗,出来多大
//
// **目标。** 卷积和池化的每个输出大小都由一条规则给出:填充、步长、空洞、向下或向上取整。能正着用(出来多大?),
// 也能反着用(需要多少填充?),还能说出网络中间的一个数看到了图片的多大一块。

// %% [markdown]
// ## 规则
//
// 想着窗口的左边缘。填充后的图片宽 $H + 2p$ 个点。窗口占 $k$ 个点;有*空洞* $d$ 时,它自己的点之间空出 $d - 1$ 个,
// 从头到尾跨过 $d \cdot (k - 1) + 1$ 个点。剩下的是可以移动的余地;每次移动 $s$ 个点;起点本身也算一个位置:
//
// $$H' = \left\lfloor \frac{H + 2p - d \cdot (k - 1) - 1}{s} \right\rfloor + 1$$
//
// 下面是同一条规则的一行 Java,用来和各层说的比较。

// %% 用 Java 写的规则
int outputSize(int size, int k, int s, int p, int d) {
    return Math.floorDiv(size + 2 * p - d * (k - 1) - 1, s) + 1;
}
// => created method outputSize(int,int,int,int,int)

// %% 各层都照它算
for (int k = 1; k <= 5; k++) for (int s = 1; s <= 3; s++) for (int p = 0; p <= k / 2; p++) for (int d = 1; d <= 2; d++) {
    var y = tensor(3, 32, 32).then(conv2d(8, k, stride(s), padding(p), dilation(d)));
    check(y.size(2).exact().intValue() == outputSize(32, k, s, p, d));
};

// %% [markdown]
// 从上面看更容易。`windows` 画出 7 乘 7 个点的图片和它的填充,窗口的第一个位置,以及下一个。

// %% 画出来
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
// 用手把窗口往前推:填充后有 9 个点,左边缘可以停在 0、2、4、6,停在 8 就悬到外面去了。所以一行有 4 个位置。
// 没有填充时只有 7 个点,边缘可以停在 0、2、4:3 个位置。有空洞的窗口中间是漏的:

// %% 画出空洞
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
// 有四种情况值得记住。
//
// | 想要 | 就写 | 因为 |
// |---|---|---|
// | 大小不变,奇数窗口 | `padding((k - 1) / 2)` | $H + (k-1) - k + 1 = H$ |
// | 减半 | `conv2d(c, 3, stride(2), padding(1))` | $\lfloor (H + 2 - 3) / 2 \rfloor + 1 = \lceil H / 2 \rceil$ |
// | 减半,用池化 | `maxPool2d(2)` | $\lfloor (H - 2) / 2 \rfloor + 1 = \lfloor H / 2 \rfloor$ |
// | 大小不变,不管 k 是多少 | `padding("same")` | 必要时 PyTorch 在右边多填一些 |

// %% 四种情况
var picture = tensor(3, 33, 33);
check(picture.then(conv2d(8, 5, padding(2))).size(2).exact().intValue() == 33);
check(picture.then(conv2d(8, 3, stride(2), padding(1))).size(2).exact().intValue() == 17);
check(picture.then(maxPool2d(2)).size(2).exact().intValue() == 16);
check(picture.then(conv2d(8, 4, padding("same"))).size(2).exact().intValue() == 33);

// %% [markdown]
// 第二行和第三行再读一遍:遇到奇数,一个向上取整,一个向下取整。用前者搭的捷径,和用后者搭的主路对不上。
//
// ## 用字母
//
// 图片的大小可以一直是字母。这时出来的就是规则本身,写成最简单的样子。

// %% 字母
var H = symbol("H");
var W = symbol("W");
var half = tensor(3, H, W).then(conv2d(8, 3, stride(2), padding(1)));
System.out.println(half.shape().text());
// => H ==> H
// => W ==> W
// => N×8×⌊(H + 1) / 2⌋×⌊(W + 1) / 2⌋

// %% 解释
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
// ## 向上取整
//
// 池化也可以向上取整:`ceilMode(true)`。这时最后一个窗口可以悬出边缘,但必须从图片里面或左边的填充开始,
// 否则 PyTorch 还是把它去掉。

// %% 向下和向上取整
var down = tensor(3, 8, 8).then(maxPool2d(3, stride(2)));
var up = tensor(3, 8, 8).then(maxPool2d(3, stride(2), ceilMode(true)));
check(down.size(2).exact().intValue() == 3);
check(up.size(2).exact().intValue() == 4);

// %% [markdown]
// ## 空洞
//
// 窗口为 3、空洞为 2 时跨过 5 个点,权重仍然是 3 乘 3:同样的价钱,看得更远。

// %% 空洞
var plain = tensor(16, 32, 32).then(own("plain", conv2d(16, 16, 3)));
var dilated = tensor(16, 32, 32).then(own("dilated", conv2d(16, 16, 3, dilation(2))));
check(params(plain) == params(dilated));
check(plain.size(2).exact().intValue() == 30 && dilated.size(2).exact().intValue() == 28);

// %% [markdown]
// ## 如果换一个值?
//
// `whatIf` 换几个值把一层重新搭一遍,它后面的一切也跟着重搭。网络本身不变。取两个卷积和一个池化,把第一个窗口变大。

// %% 一个小网络
var first = own(conv2d(3, 16, 3, padding(1)));
var second = own(conv2d(16, 32, 3, padding(1)));
var chain = tensor(3, 32, 32).then(first, relu(), second, maxPool2d(2));
// => first ==> conv2d(3, 16, 3, padding(1))
// => second ==> conv2d(16, 32, 3, padding(1))

// %% 换一个窗口
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
// 填充仍然是 1,所以只有窗口为 3 时保持 32 个点:1 使图片变大,5 和 7 使它变小。参数随 $k^2$ 增长,这一层的计算量也一样。
// 但第二个卷积的计算量是它的十倍,而且随图片变小:合起来几乎没变。再看步长:

// %% 换一个步长
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
// 参数不知道步长。两个卷积的计算量都降到大约 $1 / s^2$:在网络前面走一大步,后面的一切都便宜了。
//
// ## 看得多远?
//
// 第一层的一个数看到 $k$ 个点。第二层的一个数看到第一层的 $k$ 个数,其中每个又看到 $k$ 个点,而且互相重叠。一般来说,
// 一层增加的是它的跨度 $d \cdot (k - 1)$,乘以它的两个相邻输入在*图片*上相距多远;这个距离是前面所有步长的乘积:
//
// $$r = 1 + \sum_i d_i \, (k_i - 1) \prod_{j < i} s_j$$
//
// 这就是**感受野**。

// %% 用 Java 算感受野
int sees(int[]... layers) {        // 每一层:k, s, d
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

// %% 两个小窗口看得和一个大窗口一样远
check(sees(conv, conv) == 5);
check(sees(conv, conv, conv) == 7);

// %% [markdown]
// 而且更便宜:三个 3 乘 3 的窗口有 $27 \cdot C^2$ 个权重,一个 7 乘 7 的有 $49 \cdot C^2$。现代网络用小窗口搭成,
// 原因就在这里。第 2 课的网络,在 `view` 之前看到

// %% 文章的网络
System.out.println(sees(conv, pool, conv, pool) + " 个点");
check(sees(conv, pool, conv, pool) == 10);
// => 10 个点

// %% [markdown]
// `receptiveField` 一行一行地说,并且画出来。*jump* 是到此为止的步长的乘积。

// %% 文章的网络,一行一行看
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
// 32 个点里的 10 个:那里没有一个数看到过整张图片。要等到 `fc1`,它把所有位置连在一起。

// %% [markdown]
// ## 什么都放不下的时候
//
// 比填充后的图片还大的窗口,没有地方可放。PyTorch 拒绝,我们也一样。

// %% 太小了 tags=["raises-exception"]
tensor(3, 4, 4).then(conv2d(8, 7))
// =>   ✗ conv2d(8, 7) does not fit its input
// =>      tensor(3, 4, 4).then(conv2d(8, 7))
// =>                                     ▔ the window spans 7
// =>      it gets N×3×4×4  from  159 input
// =>      why    the padded input is 4 along H, smaller than the window of 7
// =>      try    tensor(3, 4, 4).then(conv2d(8, size(4)))
// =>   Nothing was added: the network still ends at 158 maxPool2d, 5,088 params.

// %% [markdown]
// ## 练习
//
// ResNet 的第一层是 `conv2d(3, 64, 7, stride(2), padding(3))`,接着是 `maxPool2d(3, stride(2), padding(1))`。
// 224 个点还剩多少,后面的一个数看到多少个点?

// %% 你的答案 tags=["parameters"]
int mySize = 0;
int mySight = 0;

String slip(int size, int sight) {
    if (size == 112) return "那是卷积之后;池化再减半一次";
    if (size == 55) return "少了一个填充:卷积是 3,池化是 1";
    if (size == 54) return "两层的填充都忘了";
    if (size != 56) return "⌊(224 + 6 - 7) / 2⌋ + 1,池化照样再算一次";
    if (sight == 7) return "那是卷积之后;池化看得更远";
    if (sight == 13) return "窗口为 3 时多跨 3 - 1 个点,不是 3 个";
    if (sight == 15) return "池化自己的步长只对它后面的层起作用";
    if (sight == 9) return "池化多看的两个数,在图片上相距 2 个点";
    return "7 个点,池化再增加 (3 - 1) 乘以到此为止的步长";
}
if (mySize == 0) System.out.println("把答案写进上面的单元");
else check(mySize == 56 && mySight == 11, slip(mySize, mySight));
// => mySize ==> 0
// => mySight ==> 0
// => created method slip(int,int)
// => 把答案写进上面的单元

// %% 答案
var stem = tensor(3, 224, 224).then(conv2d(3, 64, 7, stride(2), padding(3)), maxPool2d(3, stride(2), padding(1)));
check(stem.size(2).exact().intValue() == 56);
check(sees(new int[] {7, 2, 1}, new int[] {3, 2, 1}) == 11);

// %% 画出来
receptiveField(stem)
// =>   #  layer           output        jump  sees  of the input
// => ───────────────────────────────────────────────────────────────────────────────
// => 159  input           N×3×224×224      1     1  ░░░░░░░░░░░░░░░█░░░░░░░░░░░░░░░░
// => 160  conv2d 3→64 …   N×64×112×112     2     7  ░░░░░░░░░░░░░░░█░░░░░░░░░░░░░░░░
// => 161  maxPool2d k3 …  N×64×56×56       4    11  ░░░░░░░░░░░░░░░█░░░░░░░░░░░░░░░░
// => sees: points of the input, along the height (or length), behind one number;
// => jump: points of the input from one number to the next

// %% [markdown]
// ## 带走什么
//
// - $\lfloor (H + 2p - d(k-1) - 1) / s \rfloor + 1$:可以移动的余地,按步长数,再加起点那个位置。
// - 填充保持大小,步长缩小它,空洞用同样的权重看得更远。
// - 一层给感受野增加的,是它的跨度乘以它*之前*所有步长的乘积。
