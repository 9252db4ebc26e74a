// %% [markdown]
// # 6 · 捷径与共享
//
// **目标。** 能数一个残差块,知道它的捷径什么时候需要自己的层,并能分清什么是*再用一次*(一份权重,每次使用都有计算),
// 什么是*再造一个*(权重和计算都要)。

// %% [markdown]
// ## 带捷径的块
//
// 残差块算的不是 $y = f(x)$,而是 $y = f(x) + x$:它学习的是要改变什么。相加要求两边形状相同,不花参数。

// %% 基本块
class Basic extends Model {
    Unit conv1, bn1, conv2, bn2;

    Basic(int channels) {
        conv1 = own(conv2d(channels, channels, 3, padding(1), bias(false)));
        bn1 = own(batchNorm2d(channels));
        conv2 = own(conv2d(channels, channels, 3, padding(1), bias(false)));
        bn2 = own(batchNorm2d(channels));
    }

    public Tensor forward(Tensor x) {
        var y = x.then(conv1).then(bn1).then(relu());
        y = y.then(conv2).then(bn2);
        return y.add(x).then(relu());
    }
}
var basic = trace(new Basic(64), 64, 56, 56)
// => created class Basic
// => #  layer              output      params  Σ params        FLOPs      Σ FLOPs
// => ────────────────────────────────────────────────────────────────────────────
// => 0  input              N×64×56×56                                              ◂
// => 1  conv2d 64→64 k3 …  N×64×56×56  36,864    36,864  231,211,008  231,211,008  ◂
// => 2  batchNorm2d 64     N×64×56×56     128    36,992            –  231,211,008  ◂
// => 3  relu               N×64×56×56       0    36,992            –  231,211,008  ◂
// => 4  conv2d 64→64 k3 …  N×64×56×56  36,864    73,856  231,211,008  462,422,016  ◂
// => 5  batchNorm2d 64     N×64×56×56     128    73,984            –  462,422,016  ◂
// => 6  add                N×64×56×56       0    73,984            –  462,422,016  ◂
// => 7  relu               N×64×56×56       0    73,984            –  462,422,016  ◂
// => FLOPs: 2 per multiply-add, per example

// %% [markdown]
// 表格里两条路上下排着。`diagram` 画出它们怎样分开又会合:右边的线就是捷径,上面什么也没有。

// %% 两条路
diagram(basic)
// =>      layer                              output      params
// => ──────────────────────────────────────────────────────────
// => ○    input                              N×64×56×56
// => ├─╮
// => ● │  conv1  conv2d 64→64 k3 p1 no bias  N×64×56×56  36,864
// => ● │  bn1  batchNorm2d 64                N×64×56×56     128
// => ● │  relu                               N×64×56×56
// => ● │  conv2  conv2d 64→64 k3 p1 no bias  N×64×56×56  36,864
// => ● │  bn2  batchNorm2d 64                N×64×56×56     128
// => ●─╯  add                                N×64×56×56
// => ●    relu                               N×64×56×56

// %% [markdown]
// 两个卷积各有 $64 \cdot 64 \cdot 9$ 个权重,没有偏置(后面跟着归一化,见第 5 课),还有两个 $2 \cdot 64$ 的归一化:
//
// $$P = 2 \cdot (9 C^2 + 2 C) = 18 C^2 + 4 C$$

// %% 公式
check(params(basic) == 18 * 64 * 64 + 4 * 64);

// %% [markdown]
// ## 形状不同的时候
//
// 两个卷积都保持大小,否则两条路无法会合。如果 `conv1` 换一个窗口,填充仍然是 1,会怎样?`whatIf` 把整个块连同捷径重搭一遍。

// %% 换一个窗口
whatIf("conv1", "kernelSize", 1, 3, 5)
// => value  output       params        FLOPs  Σ params      Σ FLOPs     ×
// => ────────────────────────────────────────────────────────────────────
// =>     1  N×64×58×58    4,096   27,557,888                               ✗
// =>     3  N×64×56×56   36,864  231,211,008    73,984  462,422,016  1.00  ◂
// =>     5  N×64×54×54  102,400  597,196,800                               ✗
// => with 1, 6 add() would get N×64×58×58, N×64×56×56
// => with 5, 6 add() would get N×64×54×54, N×64×56×56
// => 1 conv1: kernelSize; × is the work of the whole network to that of now; FLOPS: 2
// => per multiply-add, per example

// %% [markdown]
// 窗口为 1 时图片变大,为 5 时变小,相加的时候都对不上 56 乘 56。
//
// 网络把图片减半、把通道加倍的地方,$x$ 就不再和 $f(x)$ 相配。它会说出来:

// %% 对不上的相加 tags=["raises-exception"]
var wide = tensor(64, 56, 56);
wide.then(conv2d(64, 128, 3, stride(2), padding(1), bias(false))).add(wide)
// => #  layer  output
// => ────────────────────
// => 8  input  N×64×56×56  ◂ new
// => FLOPs: 2 per multiply-add, per example
// =>   ✗ add cannot match N×128×28×28 with N×64×56×56
// =>      wide.then(conv2d(64, 128, 3, stride(2), padding(1), bias(false))).add(wide)
// =>                                                                        ▔▔▔▔▔▔▔▔▔
// =>      axis -3 is 64, not 128
// =>      it gets N×128×28×28  from  9 conv2d  N×64×56×56 → N×128×28×28
// =>      why    sizes are compared from the last axis; they must be equal, or one of
// =>             them 1
// =>   Nothing was added: the network still ends at 8 input, 0 params.

// %% [markdown]
// 所以捷径上要放一个 1 乘 1 的卷积,步长相同,再加一个归一化。它有 $64 \cdot 128$ 个权重:代价不大。
// 第一个卷积读 $C_{in}$ 个通道,第二个读 $C_{out}$ 个,归一化有三个,各 $2 \cdot C_{out}$:
//
// $$P = 9 \, C_{in} C_{out} + 9 \, C_{out}^2 + C_{in} C_{out} + 6 \, C_{out}$$

// %% 往下走的块
class Down extends Model {
    Unit conv1, bn1, conv2, bn2, shortcut, bnShortcut;

    Down(int in, int out) {
        conv1 = own(conv2d(in, out, 3, stride(2), padding(1), bias(false)));
        bn1 = own(batchNorm2d(out));
        conv2 = own(conv2d(out, out, 3, padding(1), bias(false)));
        bn2 = own(batchNorm2d(out));
        shortcut = own(conv2d(in, out, 1, stride(2), bias(false)));
        bnShortcut = own(batchNorm2d(out));
    }

    public Tensor forward(Tensor x) {
        var y = x.then(conv1).then(bn1).then(relu()).then(conv2).then(bn2);
        return y.add(x.then(shortcut).then(bnShortcut)).then(relu());
    }
}
var downwards = trace(new Down(64, 128), 64, 56, 56)
check(params(downwards) == 9 * 64 * 128 + 9 * 128 * 128 + 64 * 128 + 3 * 2 * 128);
// => created class Down

// %% 现在捷径上有东西了
diagram(downwards)
// =>        layer                                  output        params
// => ──────────────────────────────────────────────────────────────────
// => ○      input                                  N×64×56×56
// => ├─╮
// => ● │    conv1  conv2d 64→128 k3 s2 p1 no bias  N×128×28×28   73,728
// => ● │    bn1  batchNorm2d 128                   N×128×28×28      256
// => ● │    relu                                   N×128×28×28
// => ● │    conv2  conv2d 128→128 k3 p1 no bias    N×128×28×28  147,456
// => ● │    bn2  batchNorm2d 128                   N×128×28×28      256
// => ╰─┼─╮
// => ●─╯ │  shortcut  conv2d 64→128 k1 s2 no bias  N×128×28×28    8,192
// => ●   │  bnShortcut  batchNorm2d 128            N×128×28×28      256
// => ●───╯  add                                    N×128×28×28
// => ●      relu                                   N×128×28×28

// %% [markdown]
// 注意大小:窗口为 3、填充为 1,和窗口为 1、没有填充,步长为 2 时都给出 $\lceil H / 2 \rceil$(第 4 课),
// 所以遇到奇数两条路也能会合。

// %% 奇数也能会合
var odd = trace(new Down(64, 128), 64, 57, 57);
check(odd.output().size(2).exact().intValue() == 29);

// %% [markdown]
// ## 窄路
//
// *瓶颈*先用 1 乘 1 的窗口把通道压少,在少数通道上做事,再变宽。比较一下:256 个通道上两个 3 乘 3 的窗口,和把 256 压到 64:

// %% 要不要瓶颈
long broad = 2L * 256 * 256 * 9;
long narrow = 256L * 64 + 64L * 64 * 9 + 64L * 256;
System.out.println(broad + " 个权重对 " + narrow + " 个:" + broad / narrow + " 倍");
var squeezed = tensor(256, 56, 56).then(conv2d(256, 64, 1, bias(false)), conv2d(64, 64, 3, padding(1), bias(false)), conv2d(64, 256, 1, bias(false)));
check(params(squeezed) == narrow);
// => broad ==> 1179648
// => narrow ==> 69632
// => 1179648 个权重对 69632 个:16 倍

// %% [markdown]
// ## 再用一次,再造一个
//
// 一个单元用三次,是一份权重。三个单元,是三份。计算量一样。

// %% 共享
var fc = own(linear(64, 64));
var shared = tensor(64).then(fc).then(fc).then(fc);
var separate = tensor(64).then(linear(64, 64), linear(64, 64), linear(64, 64));
check(params(shared) == 65 * 64);
check(params(separate) == 3 * 65 * 64);
check(flops(shared) == flops(separate));
// => fc ==> linear(64, 64)

// %% 它的表
net(shared)
// =>  #  name  layer         output  params  Σ params  FLOPs  Σ FLOPs
// => ────────────────────────────────────────────────────────────────
// => 33        input         N×64
// => 34  fc    linear 64→64  N×64     4,160     4,160  8,192    8,192
// => 35  fc    linear 64→64  N×64     again     4,160  8,192   16,384
// => 36  fc    linear 64→64  N×64     again     4,160  8,192   24,576
// => FLOPs: 2 per multiply-add, per example

// %% [markdown]
// ## 练习
//
// 一段网络有一个 `Down(64, 128)`,接着是三个 `Basic(128)`。多少个参数?如果三个基本块其实是**一个**块用三次,又是多少?

// %% 你的答案 tags=["parameters"]
long built = 0;
long used = 0;

String slip(long built, long used) {
    long down = 9 * 64 * 128 + 9 * 128 * 128 + 64 * 128 + 6 * 128, block = 18 * 128 * 128 + 4 * 128;
    if (built == down - 64 * 128 - 256 + 3 * block) return "第一个块的捷径也有权重";
    if (built == down - 256 + 3 * block) return "第一个块的捷径也有归一化";
    if (built == down + 2 * block) return "第一个块后面有三个基本块";
    if (built == down - 768 + 3 * 18 * 128 * 128) return "每个卷积后面都跟着一个 2·C 的归一化";
    if (built == down + 3 * block + 9 * 128) return "没有偏置:每个卷积后面都有归一化";
    if (built == 4 * block) return "第一个块读 64 个通道,而且有捷径";
    if (built != down + 3 * block) return "每个基本块 18·C² + 4·C,第一个块照上面的算";
    if (used == block) return "第一个块还在";
    return used == built ? "再用一次的权重不再算一次" : "一个块的参数,不管用多少次";
}
if (built == 0) System.out.println("把答案写进上面的单元");
else check(used == 525_568 && built == 1_116_416, slip(built, used));
// => built ==> 0
// => used ==> 0
// => created method slip(long,long)
// => 把答案写进上面的单元

// %% 答案
class Stage extends Model {
    List<Basic> blocks = new ArrayList<>();
    Down down = own(new Down(64, 128));

    Stage(boolean again) {
        var one = own(new Basic(128));
        for (int i = 0; i < 3; i++) blocks.add(again ? one : own(new Basic(128)));
    }

    public Tensor forward(Tensor x) {
        x = x.then(down);
        for (Basic block : blocks) x = x.then(block);
        return x;
    }
}
check(params(trace(new Stage(false), 64, 56, 56)) == 1_116_416);
check(params(trace(new Stage(true), 64, 56, 56)) == 525_568);
// => created class Stage

// %% [markdown]
// ## 带走什么
//
// - 形状相同时捷径不花参数;否则要一个 1 乘 1 的卷积和它的归一化。
// - 瓶颈让昂贵的窗口只在少数通道上工作。
// - 再用一次:权重算一次,计算每次都算。再造一个:两样每次都算。
