// %% [markdown]
// # 1 · 数一数全连接网络
//
// **目标。** 对任意一串线性层,能说出它要学习多少个数;也能说清楚为什么同一层用两次,权重只算一次,计算量要算两次。
// 顺便检查一篇流传很广的文章《使用PyTorch构建神经网络,并计算参数Params》的前半部分:它给这种网络的公式并不完全对。

// %% [markdown]
// ## 一层
//
// 线性层把 $F_{in}$ 个数变成 $F_{out}$ 个数。每个输出对每个输入各有一个权重,最后再加一个数,叫做*偏置*。所以它学习
//
// $$P = F_{out} \cdot F_{in} + F_{out} = F_{out} \cdot (F_{in} + 1)$$
//
// 个数。20 个输入、64 个输出时是 $64 \cdot 21 = 1344$。

// %% 一层
input(20)
linear(20, 64)
check(params() == 64 * (20 + 1))
// => #  layer         output  params  Σ params  FLOPs  Σ FLOPs
// => ─────────────────────────────────────────────────────────
// => 0  input         N×20                                      ◂ new
// => 1  linear 20→64  N×64     1,344     1,344  2,560    2,560  ◂ new
// => FLOPs: 2 per multiply-add, per example

// %% [markdown]
// 表里的每个数都可以追问它是怎么来的:先是字母,再代入大小,然后一步一步算。

// %% 解释一层
explain("linear_1")
// => 1 linear_1  linear(20, 64)   N×20 → N×64
// =>   Multiplies by a matrix and adds a bias: every output feature sees every input
// =>   feature.
// =>   with Fₒᵤₜ = 64 output features, Fᵢₙ = 20 input features, ∗ = N all other axes
// =>
// =>   P = Fₒᵤₜ·(Fᵢₙ + 1)      parameters: weight 64×20, bias 64
// =>     = 64·(20 + 1)
// =>     = 64·21
// =>     = 1,344
// =>
// =>   FLOPs = 2·∗·Fₒᵤₜ·Fᵢₙ      2 per multiply-add
// =>         = 2·N·64·20
// =>         = 2,560·N

// %% [markdown]
// ## 文章里的网络
//
// 文章的网络读入 $d_{in}$ 个数,给出 $d_{out}$ 个数,隐藏层有 $h$ 个神经元。代码里 `linear1` 负责进,`linear3` 负责出,
// `linear2` 在循环里被调用 `n` 次。下面逐行写成 Java。(文章写的是 `clamp(min=0)`,那正是 `relu()` 做的事。)

// %% 文章的类
class Net extends Model {
    Unit linear1, linear2, linear3;
    int n;

    Net(int dIn, int h, int dOut, int n) {
        linear1 = own(linear(dIn, h));
        linear2 = own(linear(h, h));
        linear3 = own(linear(h, dOut));
        this.n = n;
    }

    public Tensor forward(Tensor x) {
        x = x.then(linear1).then(relu());
        for (int i = 0; i < n; i++) {
            x = x.then(linear2).then(relu());
        }
        return x.then(linear3);
    }
}
// => created class Net

// %% [markdown]
// 各个大小单独放在一个单元里,这样可以换一组再跑这一课:`layerbook run notebooks/zh/01-linear.jsh --set h=128`。

// %% 大小 tags=["parameters"]
int dIn = 20;
int h = 64;
int dOut = 5;
// => dIn ==> 20
// => h ==> 64
// => dOut ==> 5

// %% 转两圈
var twice = trace(new Net(dIn, h, dOut, 2), dIn);

// %% 它的表
net(twice)
// => #  name     layer         output  params  Σ params  FLOPs  Σ FLOPs
// => ──────────────────────────────────────────────────────────────────
// => 2           input         N×20
// => 3  linear1  linear 20→64  N×64     1,344     1,344  2,560    2,560
// => 4           relu          N×64         0     1,344      –    2,560
// => 5  linear2  linear 64→64  N×64     4,160     5,504  8,192   10,752
// => 6           relu          N×64         0     5,504      –   10,752
// => 7  linear2  linear 64→64  N×64     again     5,504  8,192   18,944
// => 8           relu          N×64         0     5,504      –   18,944
// => 9  linear3  linear 64→5   N×5        325     5,829    640   19,584
// => FLOPs: 2 per multiply-add, per example

// %% [markdown]
// 看第二个名为 `linear2` 的行。它是同一层,没有学习任何新的数:它的参数上面已经算过。但它的工作又做了一遍,所以
// FLOPs 又算一遍。
//
// ## 文章怎么说
//
// 文章给这个网络的公式是
//
// $$d_{in} \cdot h + h \cdot h \cdot (n-1) + h \cdot d_{out} + h + d_{out}$$
//
// 并说最后两项是偏置。取 $n = 2$,把大小代进去。

// %% 文章的数
int n = 2;
long article = dIn * h + h * h * (n - 1) + h * dOut + h + dOut;
System.out.println("文章的公式给出 " + article + ",网络实际有 " + params(twice));
check(params(twice) - article == h);
// => n ==> 2
// => article ==> 5765
// => 文章的公式给出 5765,网络实际有 5829

// %% [markdown]
// 正好少了 $h$。并不神秘:*每一层*都有偏置,长度等于它的输出。`linear1` 带来 $h$ 个,`linear2` 又带来 $h$ 个,
// `linear3` 带来 $d_{out}$ 个。文章算的是 $h + d_{out}$,三层其实有 $2h + d_{out}$。这个疏忽很容易发生:`linear2`
// 写在循环里,它的偏置就在那里丢了。

// %% 逐个数偏置
long weights = dIn * h + h * h + h * dOut;
long biases = h + h + dOut;
check(params(twice) == weights + biases);
// => weights ==> 5696
// => biases ==> 133

// %% [markdown]
// ## n 有关系吗?
//
// 公式里 $n$ 乘在 $h \cdot h$ 上:循环越多,参数越多。而*代码*里始终是同一个 `linear2`。让它转五圈看看。

// %% 转五圈
var five = trace(new Net(dIn, h, dOut, 5), dIn);

// %% 权重一样,工作更多
System.out.println("n = 2: " + params(twice) + " 个参数, " + flops(twice) + " FLOPs");
System.out.println("n = 5: " + params(five) + " 个参数, " + flops(five) + " FLOPs");
check(params(five) == params(twice));
check(flops(five) - flops(twice) == 3L * 2 * h * h);
// => n = 2: 5829 个参数, 19584 FLOPs
// => n = 5: 5829 个参数, 44160 FLOPs

// %% [markdown]
// 参数不变,每多转一圈,计算量增加 $2 \cdot h^2$。(转 $n$ 圈会有 $n + 1$ 个隐藏结果,因为 `linear1` 也给出一个;
// "两个隐藏层"对应 `n = 1`。)所以对这段代码来说
//
// $$P = d_{in} \cdot h + h^2 + h \cdot d_{out} + 2h + d_{out} \qquad \text{对每个 } n \ge 1$$
//
// ## n 个隐藏层的正确公式
//
// 文章*想说*的是 $n$ 个隐藏层,每层有自己的权重。那么有一层进来,隐藏层之间有 $n - 1$ 层,一层出去,各带自己的偏置:
//
// $$P = (d_{in} + 1) \cdot h + (n-1) \cdot (h + 1) \cdot h + (h + 1) \cdot d_{out}$$
//
// 用一个层的列表代替循环里的一层,就是这样。

// %% 层的列表
class Deep extends Model {
    List<Unit> layers = new ArrayList<>();

    Deep(int dIn, int h, int dOut, int n) {
        layers.add(own(linear(dIn, h)));
        for (int i = 1; i < n; i++) {
            layers.add(own(linear(h, h)));
        }
        layers.add(own(linear(h, dOut)));
    }

    public Tensor forward(Tensor x) {
        for (Unit layer : layers.subList(0, layers.size() - 1)) {
            x = x.then(layer).then(relu());
        }
        return x.then(layers.get(layers.size() - 1));
    }
}
// => created class Deep

// %% 公式对每个 n 成立
long expected(long n) {
    return (dIn + 1) * h + (n - 1) * (h + 1) * h + (h + 1) * dOut;
}
for (int k = 1; k <= 6; k++) {
    var deep = trace(new Deep(dIn, h, dOut, k), dIn);
    System.out.println(k + " 个隐藏层: " + params(deep));
    check(params(deep) == expected(k));
};
// => created method expected(long)
// => 1 个隐藏层: 1669
// => 2 个隐藏层: 5829
// => 3 个隐藏层: 9989
// => 4 个隐藏层: 14149
// => 5 个隐藏层: 18309
// => 6 个隐藏层: 22469

// %% [markdown]
// ## 用字母代替数
//
// 大小可以一直是字母。那么总数就是公式本身,里面不会丢掉任何偏置。

// %% 隐藏层大小用字母
var H = symbol("h");
tensor(20).then(linear(20, H)).then(relu()).then(linear(H, H)).then(relu()).then(linear(H, 5));
System.out.println("P = " + paramsFormula().text());
// => H ==> h
// => P = h² + 27·h + 5

// %% [markdown]
// ## 练习
//
// 一个网络读入 784 个数(28 乘 28 的图),有**两个**各带自己权重、每层 100 个神经元的隐藏层,给出 10 个数。共有多少
// 参数?算出来,把 0 换成你的数,再运行这个单元。

// %% 你的答案 tags=["parameters"]
long mine = 0;

String slip(long answer) {
    if (answer == 88_400 + 1_000) return "这是权重;每层还有偏置";
    if (answer == 89_400 + 110) return "这是文章的公式:一个隐藏层的 100 个偏置丢了";
    if (answer == 784 * 100 + 100 + 100 * 10 + 10) return "这只有一个隐藏层";
    if (answer == 89_610 + 10_100) return "这是三个隐藏层:n 个隐藏层之间有 n - 1 层";
    return "还不对:三层各算 (输入 + 1) 乘输出";
}
if (mine == 0) System.out.println("把答案写进上面的单元"); else check(mine == 89_610, slip(mine));
// => mine ==> 0
// => created method slip(long)
// => 把答案写进上面的单元

// %% 答案
var picture = trace(new Deep(784, 100, 10, 2), 784);
check(params(picture) == 785 * 100 + 101 * 100 + 101 * 10);

// %% [markdown]
// ## 带走什么
//
// - 线性层学习 $(F_{in} + 1) \cdot F_{out}$ 个数,偏置在内。
// - 参数属于*层*,计算量属于每次*使用*。循环里的一层算一次参数,算多次工作。
// - "n 层"的公式适用于层的列表,不适用于被调用 n 次的一层。
