// %% [markdown]
// # 8 · 注意力,以及 T² 为什么要紧
//
// **目标。** 能用手数出一个 Transformer 块,$12 d^2$ 个参数多一点,并能说出文章长到多少时,注意力比其余的全部还贵。

// %% [markdown]
// ## 人人看人人
//
// 一个序列有 T 个位置,每个位置 $d$ 个数。用三个矩阵从每个位置做出三个向量:*查询*(query)、*键*(key)、*值*(value)。
// 每个查询和每个键比较:T 乘 T 次比较,每次是 $d$ 个乘积的和。比较的结果变成权重(softmax),
// 每个位置按这些权重得到所有值的平均:又是 T 乘 T 乘 $d$。第四个矩阵把结果混合起来。
//
// | 步骤 | 参数 | MACs |
// |---|---|---|
// | 查询、键、值 | $3 d^2 + 3 d$ | $3 T d^2$ |
// | 比较 | – | $T^2 d$ |
// | 加权平均 | – | $T^2 d$ |
// | 混合 | $d^2 + d$ | $T d^2$ |

// %% 字母
var T = symbol("T");
// => T ==> T

// %% 注意力
var x = tensor(shape(N, T, 512));
x = x.then(own("attention", multiheadAttention(512, 8, batchFirst(true))), x, x);
check(params(x) == 4 * 512 * 512 + 4 * 512);
System.out.println("FLOPs = " + flopsFormula(x).text());
// => FLOPs = 2,048·N·T² + 2,097,152·N·T

// %% 解释
explain("attention")
// => 1 attention  multiheadAttention(512, 8, batchFirst(true))   N×T×512, N×T×512, N×T×512 → N×T×512, N×T×T
// =>   Lets every position look at every other: each head compares queries with keys
// =>   and mixes the values.
// =>   with E = 512 embedding size, S = T length of keys and values
// =>
// =>   P = E·(3·E + 3 + E + 1)      parameters: in_proj_weight 1,536×512, in_proj_bias 1,536, out_proj.weight 512×512, out_proj.bias 512
// =>     = 512·(3·512 + 3 + 512 + 1)
// =>     = 512·(1,536 + 3 + 512 + 1)
// =>     = 512·2,052
// =>     = 1,050,624
// =>
// =>   FLOPs = 2·N·E·(2·T·E + 2·S·E + 2·T·S)      2 per multiply-add
// =>         = 2·N·512·(2·T·512 + 2·T·512 + 2·T·T)
// =>         = 2,048·N·T² + 2,097,152·N·T

// %% [markdown]
// 八个*头*把 $d$ 个数切成八份,每份各自比较。$8 \cdot T^2 \cdot d/8$ 就是 $T^2 \cdot d$:头的个数既不改变参数,
// 也不改变乘加。

// %% 头不花钱
var one = tensor(shape(N, T, 512));
one = one.then(multiheadAttention(512, 1, batchFirst(true)), one, one);
check(params(one) == params(x));
check(flopsFormula(one).equals(flopsFormula(x)));

// %% [markdown]
// 用张量手工做一遍也一样。每个头分到 512 个数里的 64 个。

// %% 手工做
var q = tensor(shape(N, 8, T, 64));
var k = tensor(shape(N, 8, T, 64));
var v = tensor(shape(N, 8, T, 64));
var mixed = q.matmul(k.transpose(-2, -1)).softmax(-1).matmul(v);
System.out.println("FLOPs = " + flopsFormula(mixed).text());
// => FLOPs = 2,048·N·T²

// %% [markdown]
// ## 一个块
//
// Transformer 块先是注意力,然后是两个线性层,它们在每个位置上单独工作:先展开到 $4 d$ 个数,再收回来。
// 两半各有一个 $2 d$ 个数的归一化。合起来
//
// $$P = \underbrace{4 d^2 + 4 d}_{\text{注意力}} + \underbrace{8 d^2 + 5 d}_{\text{两个线性层}} + \underbrace{4 d}_{\text{归一化}} = 12 d^2 + 13 d$$
//
// 计算量从上面的表得来,每次乘加算两次运算。注意力做 $4 T d^2 + 2 T^2 d$ 次乘加。
// 两个线性层在 T 个位置上各做 $d \cdot 4d + 4d \cdot d = 8 d^2$ 次:
//
// $$\text{FLOPs} = \underbrace{8 \, T d^2 + 4 \, T^2 d}_{\text{注意力}} + \underbrace{16 \, T d^2}_{\text{两个线性层}} = 24 \, T d^2 + 4 \, T^2 d$$

// %% 一个块
int d = 512;
var block = tensor(shape(N, T, d)).then(own("block", transformerEncoderLayer(d, 8, dimFeedforward(4 * d), batchFirst(true))));
check(params(block) == 12L * d * d + 13L * d);
System.out.println("FLOPs = " + flopsFormula(block).text());
// => d ==> 512
// => FLOPs = 2,048·N·T² + 6,291,456·N·T

// %% [markdown]
// ## T² 为什么要紧
//
// T 还是一个字母。把块的两半带着它写出来:一个式子里有平方,另一个没有。

// %% 两半
int d2 = d * d;
var layers = tensor(shape(N, T, d)).then(linear(d, 4 * d), relu(), linear(4 * d, d));
System.out.println("注意力      " + flopsFormula(x).text());
System.out.println("两个线性层  " + flopsFormula(layers).text());
check(params(layers) == 8L * d2 + 5 * d);
// => d2 ==> 262144
// => 注意力      2,048·N·T² + 2,097,152·N·T
// => 两个线性层  4,194,304·N·T

// %% [markdown]
// 文章长一倍,两个线性层的计算量就是两倍。注意力在两倍和四倍之间,文章越长越接近四倍。代入三种长度:
// 一条消息、一篇文章、一章书。

// %% 三种长度
for (int length : new int[] {128, 1024, 8192}) {
    var text = tensor(length, d);
    var looked = text.then(multiheadAttention(d, 8, batchFirst(true)), text, text);
    var worked = tensor(length, d).then(linear(d, 4 * d), relu(), linear(4 * d, d));
    long ratio = 100 * flops(looked) / flops(worked);
    System.out.println("T = " + length + ":注意力 " + flops(looked) / 1_000_000 + " 百万,两个线性层 " + flops(worked) / 1_000_000 + " 百万 FLOPs:" + ratio + " 比 100");
    check(flops(looked) == 8L * length * d2 + 4L * length * length * d);
    check(flops(worked) == 16L * length * d2);
};
// => T = 128:注意力 301 百万,两个线性层 536 百万 FLOPs:56 比 100
// => T = 1024:注意力 4294 百万,两个线性层 4294 百万 FLOPs:100 比 100
// => T = 8192:注意力 154618 百万,两个线性层 34359 百万 FLOPs:450 比 100

// %% [markdown]
// 从 128 到 8192,文章是原来的 64 倍。两个线性层的计算量是 64 倍,注意力是 512 倍。在 $8 T d^2 + 4 T^2 d = 16 T d^2$
// 的地方,也就是 $T = 2d$,注意力追上它们:$d = 512$ 时正好是 1024。

// %% 注意力在哪里追上两个线性层
check(8L * 1024 * d2 + 4L * 1024 * 1024 * d == 16L * 1024 * d2);

// %% [markdown]
// 不过注意力里也有矩阵。只取互相看的那一部分,$4 T^2 d$,和块里所有的矩阵 $24 T d^2$ 相比。它在计算量里占
//
// $$\frac{4 T^2 d}{24 T d^2 + 4 T^2 d} = \frac{T}{T + 6d}$$
//
// 两项在 $4 T^2 d = 24 T d^2$ 时相等,也就是 $T = 6 d$。比它短,矩阵更贵;比它长,互相看更贵。$d = 512$ 时,
// 那是 3072 个词的文章;再长一倍,比较就是四倍。

// %% 互相看占多少计算量
for (int length : new int[] {128, 1024, 3072, 8192, 32768}) {
    var at = tensor(length, d).then(transformerEncoderLayer(d, 8, dimFeedforward(4 * d), batchFirst(true)));
    long looking = 4L * length * length * d;
    System.out.println(length + " 个词:" + flops(at) / 1_000_000 + " 百万 FLOPs,其中互相看占 " + 100 * looking / flops(at) + " %");
    check(flops(at) == 24L * length * d * d + looking);
    check(100 * looking / flops(at) == 100 * length / (length + 6 * d));
};
// => 128 个词:838 百万 FLOPs,其中互相看占 4 %
// => 1024 个词:8589 百万 FLOPs,其中互相看占 25 %
// => 3072 个词:38654 百万 FLOPs,其中互相看占 50 %
// => 8192 个词:188978 百万 FLOPs,其中互相看占 72 %
// => 32768 个词:2405181 百万 FLOPs,其中互相看占 91 %

// %% [markdown]
// ## 一个完整的模型
//
// 十二个 $d = 768$ 的块,一张 50,257 个词的表,一张 1024 个位置的表,最后一个归一化:这是 GPT-2 的大小。
// 出去的那一层*再用一次词表*(权重是*绑定*的),所以它没有自己的参数。

// %% 手算 GPT-2
long wide = 768;
long blocks = 12 * (12 * wide * wide + 13 * wide);
long tables = 50_257 * wide + 1024 * wide;
System.out.println(blocks + tables + 2 * wide + " 个参数");
check(blocks + tables + 2 * wide == 124_439_808);
// => wide ==> 768
// => blocks ==> 85054464
// => tables ==> 39383808
// => 124439808 个参数

// %% 写成类的 GPT-2
class Small extends Model {
    Unit words = own(embedding(50_257, 768));
    Unit places = own(embedding(1024, 768));
    List<Unit> blocks = new ArrayList<>();
    Unit norm = own(layerNorm(768));
    Unit out = own(linear(768, 50_257, bias(false)));

    Small() {
        for (int i = 0; i < 12; i++) blocks.add(own(transformerEncoderLayer(768, 12, dimFeedforward(3072), batchFirst(true))));
        tie(words.weight(), out.weight());
    }

    public Tensor forward(Tensor x, Tensor place) {
        x = x.then(words).add(place.then(places));
        for (Unit block : blocks) x = x.then(block);
        return x.then(norm).then(out);
    }
}
var small = trace(new Small(), tensor(shape(N, T), INT64), tensor(shape(N, T), INT64));
check(params(small) == 124_439_808);
System.out.println("FLOPs = " + flopsFormula(small).text());
// => created class Small
// => FLOPs = 36,864·N·T² + 247,064,064·N·T

// %% [markdown]
// 现在读得懂了:$36864 = 12 \cdot 4 d$,而 $247064064 = 12 \cdot 24 d^2 + 2 \cdot 50257 \cdot d$;最后一项是出去找词的路。
// 在它最长的 1024 个位置上,互相看占各块计算量的 $1024 / (1024 + 6 \cdot 768)$,百分之 18。到 8192 就会是百分之 64。

// %% 读懂它
check(12 * 4 * wide == 36_864 && 12 * 24 * wide * wide + 2 * 50_257 * wide == 247_064_064);
check(100 * 1024 / (1024 + 6 * wide) == 18 && 100 * 8192 / (8192 + 6 * wide) == 64);

// %% [markdown]
// ## 练习
//
// 一个 $d = 1024$ 的块。它有多少个参数?从多长开始,互相看比矩阵更贵?

// %% 你的答案 tags=["parameters"]
long myParams = 0;
long myLength = 0;

String slip(long params, long length) {
    if (params == 12L * 1024 * 1024) return "还有偏置和归一化:再加 13·d";
    if (params == 4L * 1024 * 1024 + 4 * 1024) return "那是注意力;两个线性层是它的两倍";
    if (params != 12L * 1024 * 1024 + 13 * 1024) return "12·d² + 13·d";
    if (length == 2048) return "到 2·d,注意力追上两个线性层;但注意力里也有矩阵";
    if (length == 4096) return "那是互相看和两个线性层比;注意力的四个矩阵也要算";
    if (length == 1024) return "T = d 时一次比较和一个矩阵一样贵;一个块里有十二个 d²";
    return "4·T²·d 和 24·T·d² 相比";
}
if (myParams == 0) System.out.println("把答案写进上面的单元");
else check(myParams == 12L * 1024 * 1024 + 13 * 1024 && myLength == 6 * 1024, slip(myParams, myLength));
// => myParams ==> 0
// => myLength ==> 0
// => created method slip(long,long)
// => 把答案写进上面的单元

// %% 答案
var big = tensor(6144, 1024).then(transformerEncoderLayer(1024, 16, dimFeedforward(4096), batchFirst(true)));
check(params(big) == 12_596_224);
check(flops(big) == 2 * 24L * 6144 * 1024 * 1024);

// %% [markdown]
// ## 带走什么
//
// - 一个块有 $12 d^2 + 13 d$ 个参数,不管文章多长。
// - 它的计算量是 $24 T d^2 + 4 T^2 d$。注意力在 $T = 2d$ 追上两个线性层,互相看在 $T = 6d$ 追上其余的全部。
// - 文章短,贵的是矩阵;文章长,贵的是 T²。
