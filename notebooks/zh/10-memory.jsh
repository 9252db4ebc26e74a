// %% [markdown]
// # 10 · 训练的内存
//
// **目标。** 能说出一个网络*使用*时和*训练*时各需要多少内存,为什么相差这么多,以及装不下的时候该改什么:批次、数的大小,
// 还是优化器。

// %% [markdown]
// ## 要保存的四样东西
//
// | 什么 | 多少个数 | 什么时候 |
// |---|---|---|
// | 参数 | $P$ | 一直 |
// | 各层的输出(*激活*) | 每个样本 $A$ | 训练:全部;使用:最近几个 |
// | 梯度 | $P$ | 训练 |
// | 优化器的记忆 | SGD 0,带动量 $P$,Adam $2P$ | 训练 |
//
// 一个数按 `float32` 占 4 个字节,按 `float16` 或 `bfloat16` 占 2 个。所以用 Adam、以 `float32` 训练,批次为 $N$ 时需要
//
// $$4 \cdot (P + P + 2P) + 4 \cdot A \cdot N = 16 P + 4 A N \text{ 字节}$$
//
// (框架自己用的另算)。

// %% 文章的网络
class Net extends Model {
    Unit conv1 = own(conv2d(3, 16, 3, padding(1)));
    Unit bn1 = own(batchNorm2d(16));
    Unit pool1 = own(maxPool2d(2));
    Unit conv2 = own(conv2d(16, 32, 3, padding(1)));
    Unit bn2 = own(batchNorm2d(32));
    Unit pool2 = own(maxPool2d(2));
    Unit fc1 = own(linear(32 * 8 * 8, 64));
    Unit fc2 = own(linear(64, 10));

    public Tensor forward(Tensor x) {
        x = x.then(conv1).then(bn1).then(relu()).then(pool1);
        x = x.then(conv2).then(bn2).then(relu()).then(pool2);
        return x.view(-1, 32 * 8 * 8).then(fc1).then(relu()).then(fc2);
    }
}
var net = trace(new Net(), shape(1, 3, 32, 32));
// => created class Net

// %% [markdown]
// ## 为什么要保存输出
//
// 要知道一个权重该怎么改,就得知道当时*进入*它那一层的是什么。所以训练时每个输出都留在内存里,直到往回走的路经过它。
// 一张 32 乘 32 的图片,手算如下:

// %% 手算激活
long conv1 = 16 * 32 * 32, pool1 = 16 * 16 * 16, conv2 = 32 * 16 * 16, pool2 = 32 * 8 * 8;
long activations = 3 * conv1 + pool1 + 3 * conv2 + pool2 + 64 + 64 + 10;
System.out.println(activations + " 个数为一张图片保存," + params(net) + " 个数要学习");
// => conv1 ==> 16384
// => pool1 ==> 4096
// => conv2 ==> 8192
// => pool2 ==> 2048
// => activations ==> 80010
// => 80010 个数为一张图片保存,136970 个数要学习

// %% [markdown]
// 网络自己也能把各行说出来:表格就是数据,每次调用一行。

// %% 从图里数激活
long kept = net.calls().stream().filter(call -> call.index() > net.calls().get(0).index() && !call.layer().factoryName().equals("view"))
    .mapToLong(call -> call.outputs().get(0).shape().numel().exact().longValue()).sum();
check(kept == activations);
// => kept ==> 80010

// %% [markdown]
// (`view` 什么也不保存:它只是换一种形状看同样的数。)
//
// ## 参数与激活
//
// 对一张图片,这里两者差不多大。但激活要为*批次里的每张图片*各保存一份,参数只有一份。

// %% 批次 tags=["parameters"]
int batch = 128;
int bytes = 4;
// => batch ==> 128
// => bytes ==> 4

// %% 兆字节
long fixed = params(net) * 4L * bytes;
long moving = activations * bytes * batch;
System.out.println("参数、梯度、Adam:" + fixed / 1000 + " kB");
System.out.println(batch + " 张图片的激活:" + moving / 1000 + " kB");
check(batch != 128 || bytes != 4 || moving > 15 * fixed);
// => fixed ==> 2191520
// => moving ==> 40965120
// => 参数、梯度、Adam:2191 kB
// => 128 张图片的激活:40965 kB

// %% [markdown]
// 上面的公式把每个输出都算一次。PyTorch 实际保存的略有不同,各层不一样:ReLU 保存它*给出*的,卷积保存*进来*的,
// 两者是同一个张量时只有一份;池化还要保存最大的数在哪里,每个 8 字节。`memory()` 知道这些规则,
// 并在表格下面说明没有算进去的是什么。

// %% PyTorch 保存什么
var open = trace(new Net(), 3, 32, 32);
memory(open, ADAM, FLOAT32)
check(memory(open, batch(128)).activations() == 128 * 282_880 + 384 && memory(open).parameters() == 4 * params(open));
// =>  #  name    parameters  buffers     kept  gradients  optimiser      total
// => ─────────────────────────────────────────────────────────────────────────
// => 14  conv1        1,792        0   12,288      1,792      3,584     19,456
// => 15  bn1            128      136   65,664        128        256     66,312
// => 16  relu_4           0        0   65,536          0          0     65,536
// => 17  pool1            0        0   32,768          0          0     32,768
// => 18  conv2       18,560        0   16,384     18,560     37,120     90,624
// => 19  bn2            256      264   33,024        256        512     34,312
// => 20  relu_5           0        0   32,768          0          0     32,768
// => 21  pool2            0        0   16,384          0          0     16,384
// => 23  fc1        524,544        0    8,192    524,544  1,049,088  2,106,368
// => 24  relu_6           0        0      256          0          0        256
// => 25  fc2          2,600        0        0      2,600      5,200     10,400
// =>     total      547,880      400  283,264    547,880  1,095,760  2,475,184
// => bytes, training with ADAM in float32, per example (N = 1)
// => total  282,880·N + 2,192,304 B = 2,475,184 B = 2.48 MB
// => parameters  4·136,970;  gradients  4·136,970;  optimiser  2·4·136,970
// => kept  282,880·N + 384: what PyTorch keeps for the backward pass, each piece of
// => memory once, where it is kept first
// => assumed: gradients and the optimiser's numbers (running means of the gradient
// => and of its square) are float32 too; masks of dropout take 1 byte and indices of
// => pools 8 a number; attention keeps its weights; no checkpoints, no copy in
// => another precision, no workspace, no overhead of the allocator

// %% [markdown]
// *使用*网络时,只需要参数,以及每个时刻还用得着的东西:

// %% 使用时
memory(open, INFERENCE, batch(128))
// =>  #  name    parameters  buffers        live
// => ───────────────────────────────────────────
// => 14  conv1        1,792        0   9,961,472
// => 15  bn1            128      136  16,777,216  ◂ peak
// => 16  relu_4           0        0  16,777,216
// => 17  pool1            0        0  14,680,064
// => 18  conv2       18,560        0   6,291,456
// => 19  bn2            256      264   8,388,608
// => 20  relu_5           0        0   8,388,608
// => 21  pool2            0        0   7,340,032
// => 22  view_2           0        0   1,048,576
// => 23  fc1        524,544        0   1,081,344
// => 24  relu_6           0        0      65,536
// => 25  fc2          2,600        0      37,888
// =>     total      547,880      400  16,777,216
// => bytes, use in float32, a batch of 128
// => total  131,072·N + 548,280 B = 17,325,496 B = 17.33 MB
// => parameters  4·136,970;  peak  131,072·N at 15 bn1
// => live: what is there while the row is worked out: its inputs, its outputs, and
// => what later rows still need; the last line is the most
// => assumed: memory is given back as soon as nobody needs it, inputs included; views
// => take none; what a layer makes besides its outputs, such as the places of a max
// => pool, counts; no scratch inside kernels, no overhead of the allocator

// %% [markdown]
// 所以网络小的时候,批次说了算,减半就管用。网络大的时候正好相反:七十亿个参数的模型,第一个样本还没来,
// 自己就要 $16 \cdot 7 = 112$ GB。

// %% 七十亿
long large = 7_000_000_000L;
check(16 * large == 112_000_000_000L);
System.out.println("float32 加 Adam:" + 16 * large / 1_000_000_000 + " GB;只使用,16 位:" + 2 * large / 1_000_000_000 + " GB");
// => large ==> 7000000000
// => float32 加 Adam:112 GB;只使用,16 位:14 GB

// %% [markdown]
// ## 计算量呢?
//
// 取一层 $y = x \cdot W$,$x$ 是 $N \times F_{in}$,$W$ 是 $F_{in} \times F_{out}$。往回走时来的是 $dy$,和 $y$ 一样大,
// 由它做两个乘积:
//
// $$dx = dy \cdot W^T \qquad dW = x^T \cdot dy$$
//
// 每个都是 $N \cdot F_{in} \cdot F_{out}$ 次乘加,和往前走一样多。所以往回走是往前走的两倍,训练一步是使用一次的**三倍**。
// (这里又看到了必须保存的那个 $x$。)只有第一层不需要 $dx$:它前面没有要学习的东西。

// %% 训练一步
backward(open)
check(flops(open) == 3_507_456 && 3 * 3_507_456 - 884_736 == 9_637_632);
// =>  #  name     forward  for inputs  for weights   backward  training step
// => ───────────────────────────────────────────────────────────────────────
// => 14  conv1    884,736           0      884,736    884,736      1,769,472
// => 18  conv2  2,359,296   2,359,296    2,359,296  4,718,592      7,077,888
// => 23  fc1      262,144     262,144      262,144    524,288        786,432
// => 25  fc2        1,280       1,280        1,280      2,560          3,840
// =>     total  3,507,456   2,622,720    3,507,456  6,130,176      9,637,632
// => FLOPs: two per multiply-add, per example; other operations are not counted
// => y = x·W comes back as two products of the same size: dx = dy·Wᵀ and dW = xᵀ·dy
// => no dx where nothing before is trained (the first layer), no dW where the weights
// => are frozen; a product of two tensors has two dx
// => backward is 1.748 times forward

// %% [markdown]
// 3,507,456 的三倍,减去 `conv1` 的 $dx$,884,736。网络越大,这一项越不要紧。

// %% 从表里取同样的数
var back = backward(open).total();
var step = back.forward().plus(back.backward()).times(2).normal();
System.out.println("训练一步:" + step.text() + " FLOPs");
check(step.text().equals("9,637,632·N"));
// => back ==> Row[call=null, forward=1,753,728·N, inputs=1,311,360·N, weights=1,753,728·N]
// => step ==> 9,637,632·N
// => 训练一步:9,637,632·N FLOPs

// %% [markdown]
// ## 什么办法管用
//
// - **小一点的批次**:激活成比例地减少。把几个小批次的梯度加起来,和一个大批次走的是同一步。
// - **16 位**:激活减半。(*混合精度*时,优化器仍然保留一份 32 位的权重。)
// - **重新计算**(*checkpointing*):每 n 个输出只保存一个,其余的在往回走时再算一遍。用计算换内存:有 $L$ 层,
//   保存其中 $\sqrt{L}$ 个,内存降到大约 $2 \sqrt{L}$ 个输出,而往前的路走了两遍。
// - **冻结**(第 5 课):冻结的权重没有梯度,也不占优化器的记忆。
//
// 注意力呢?每个头都要保存它的 $T \times T$ 个权重。这是 T² 要紧的另一个地方。

// %% 注意力的图
long heads = 12, length = 1024, layers = 12;
System.out.println(heads * length * length * layers * 4 / 1_000_000 + " MB 的注意力图,一篇 " + length + " 个词的文章");
check(heads * length * length * layers * 4 == 603_979_776);
// => heads ==> 12
// => length ==> 1024
// => layers ==> 12
// => 603 MB 的注意力图,一篇 1024 个词的文章

// %% [markdown]
// ## 练习
//
// 一个网络有两千五百万个参数,每张图片保存两千二百万个数。用 Adam、以 `float32` 训练,批次为 64。一共多少字节?

// %% 你的答案 tags=["parameters"]
long mine = 0;

String slip(long answer) {
    long parameters = 25_000_000, each = 22_000_000;
    if (answer == 4 * parameters + 4 * each * 64) return "训练还要保存梯度和 Adam 的两个平均";
    if (answer == 16 * parameters + 4 * each) return "激活要为批次里的每张图片保存";
    if (answer == 12 * parameters + 4 * each * 64) return "Adam 为每个参数保存两个数";
    if (answer == (16 * parameters + 4 * each) * 64) return "参数只有一份,不是每张图片一份";
    return "每个参数 16 字节;每张图片,保存的每个数 4 字节";
}
if (mine == 0) System.out.println("把答案写进上面的单元"); else check(mine == 6_032_000_000L, slip(mine));
// => mine ==> 0
// => created method slip(long)
// => 把答案写进上面的单元

// %% 答案
check(16L * 25_000_000 + 4L * 22_000_000 * 64 == 6_032_000_000L);

// %% [markdown]
// ## 带走什么
//
// - 使用网络需要它的参数;用 Adam 训练需要四倍,再加上批次里每张图片的每个输出。
// - 小网络受批次限制,大网络受参数限制。
// - 往回走的计算量是往前走的两倍:训练一步是使用的三倍。
// - 小批次、16 位、重新计算和冻结,省下的各不相同。
