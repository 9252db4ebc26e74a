// %% [markdown]
// # ShuffleNet V2
//
// Ningning Ma, Xiangyu Zhang, Hai-Tao Zheng, Jian Sun: *ShuffleNet V2: Practical Guidelines for Efficient CNN Architecture Design*, 2018,
// [arXiv:1807.11164](https://arxiv.org/abs/1807.11164). Names, sizes and figures are those of torchvision's `shufflenet_v2_x1_0`.
//
// **The idea.** FLOPs are not time: moving numbers takes time too. So half of the channels simply *pass by*, the other half is worked on, and
// then both are shuffled, so that next time others pass by.

// %% [markdown]
// ## Shuffling
//
// $C$ channels as a table of 2 rows and $C / 2$ columns, turned, and read again row by row: the halves lie between each other like two halves
// of a deck of cards. No parameters, no arithmetic.

// %% shuffle
Tensor shuffled(Tensor x) {
    return x.view(x.size(0), 2, x.size(1).over(Expr.of(2)), x.size(2), x.size(3)).transpose(1, 2).contiguous().view(x.size(0), -1, x.size(2), x.size(3));
}
var cards = shuffled(tensor(116, 28, 28))
check(params(cards) == 0 && macs(cards) == 0);
// => created method shuffled(Tensor)

// %% the block
class InvertedResidual extends Model {
    boolean passes;
    Model branch1, branch2;

    InvertedResidual(int in, int out, int step) {
        int half = out / 2;
        passes = step == 1;
        branch1 = passes ? sequential() : sequential(conv2d(in, in, 3, stride(step), padding(1), groups(in), bias(false)), batchNorm2d(in),
            conv2d(in, half, 1, bias(false)), batchNorm2d(half), relu());
        branch2 = sequential(conv2d(passes ? half : in, half, 1, bias(false)), batchNorm2d(half), relu(),
            conv2d(half, half, 3, stride(step), padding(1), groups(half), bias(false)), batchNorm2d(half),
            conv2d(half, half, 1, bias(false)), batchNorm2d(half), relu());
    }

    public Tensor forward(Tensor x) {
        if (!passes) return shuffled(cat(1, x.then(branch1), x.then(branch2)));
        var halves = x.chunk(2, 1);
        return shuffled(cat(1, halves.get(0), halves.get(1).then(branch2)));
    }
}
var block = trace(new InvertedResidual(116, 116, 1), 116, 28, 28)
check(params(block) == 58 * 58 + 9 * 58 + 58 * 58 + 3 * 2 * 58);
// => created class InvertedResidual

// %% the two ways
diagram(block)
// =>      layer                                      output        params
// => ────────────────────────────────────────────────────────────────────
// => ○    input                                      N×116×28×28
// => ●    chunk 2 1                                  N×58×28×28
// => ├─╮
// => ● │  branch2.0  conv2d 58→58 k1 no bias         N×58×28×28     3,364
// => ● │  branch2.1  batchNorm2d 58                  N×58×28×28       116
// => ● │  branch2.2  relu                            N×58×28×28
// => ● │  branch2.3  conv2d 58→58 k3 p1 g58 no bias  N×58×28×28       522
// => ● │  branch2.4  batchNorm2d 58                  N×58×28×28       116
// => ● │  branch2.5  conv2d 58→58 k1 no bias         N×58×28×28     3,364
// => ● │  branch2.6  batchNorm2d 58                  N×58×28×28       116
// => ● │  branch2.7  relu                            N×58×28×28
// => ●─╯  cat 1                                      N×116×28×28
// => ●    view N 2 58 28 28                          N×2×58×28×28
// => ●    transpose 1 2                              N×58×2×28×28
// => ●    contiguous                                 N×58×2×28×28
// => ●    view N −1 28 28                            N×116×28×28

// %% [markdown]
// Half the channels: a quarter of the weights in each window of 1 by 1. Where a stage begins, nothing passes by: both branches halve the picture,
// each gives half of the new channels, and the shortcut has weights too.

// %% the network
class ShuffleNet extends Model {
    Model conv1 = sequential(conv2d(3, 24, 3, stride(2), padding(1), bias(false)), batchNorm2d(24), relu());
    Unit maxpool = own(maxPool2d(3, stride(2), padding(1)));
    Model stage2 = stage(24, 116, 4), stage3 = stage(116, 232, 8), stage4 = stage(232, 464, 4);
    Model conv5 = sequential(conv2d(464, 1024, 1, bias(false)), batchNorm2d(1024), relu());
    Unit fc = own(linear(1024, 1000));

    Model stage(int in, int out, int blocks) {
        var all = new ArrayList<Model>();
        for (int i = 0; i < blocks; i++) all.add(new InvertedResidual(i == 0 ? in : out, out, i == 0 ? 2 : 1));
        return sequential(all);
    }

    public Tensor forward(Tensor x) {
        return x.then(conv1, maxpool, stage2, stage3, stage4, conv5).mean(2, 3).then(fc);
    }
};
// => created class ShuffleNet

// %% shufflenet_v2_x1_0
var shufflenet = trace(new ShuffleNet(), 3, 224, 224);
check(params(shufflenet) == 2_278_604);
check(macs(shufflenet) == 144_907_992);    // published as 0.145

// %% where they are
tree(shufflenet, depth(1))
// => name        type        output           params        %         MACs
// => ─────────────────────────────────────────────────────────────────────
// => ShuffleNet              N×1000        2,278,604  100.0 %  144,907,992
// => ├─ conv1    Sequential  N×24×112×112        696   <0.1 %    8,128,512
// => ├─ maxpool  MaxPool2d   N×24×56×56            0      0 %            –
// => ├─ stage2   Sequential  N×116×28×28      30,192    1.3 %   25,724,608
// => ├─ stage3   Sequential  N×232×14×14     244,180   10.7 %   54,589,136
// => ├─ stage4   Sequential  N×464×7×7       501,352   22.0 %   32,160,072
// => ├─ conv5    Sequential  N×1024×7×7      477,184   20.9 %   23,281,664
// => ├─ mean_1   mean        N×1024                0      0 %            –
// => └─ fc       Linear      N×1000        1,025,000   45.0 %    1,024,000
// => params 2,278,604   trainable 2,278,604   not trainable 0   buffers 16,236
// => MACs 144,907,992   FLOPs 289,815,984   per example
// => float32: parameters 9.11 MB   kept in training 20.45 MB   most at once in use
// => 2.41 MB
// => a row with others in it is their sum; FLOPs: 2 per multiply-add
