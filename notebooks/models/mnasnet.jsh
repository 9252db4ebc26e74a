// %% [markdown]
// # MnasNet
//
// Mingxing Tan, Bo Chen, Ruoming Pang, Vijay Vasudevan, Mark Sandler, Andrew Howard, Quoc Le: *MnasNet: Platform-Aware Neural Architecture
// Search for Mobile*, 2018, [arXiv:1807.11626](https://arxiv.org/abs/1807.11626). Names, sizes and figures are those of torchvision's `mnasnet0_5`.
//
// **The idea.** Let a search choose: which window, how many blocks, how wide, for each stage by itself. And let it measure not FLOPs but
// the time on a real phone. What it found are MobileNetV2's blocks, with windows of 3 in some stages and of 5 in others.

// %% [markdown]
// ## Width as a knob
//
// The network comes in several widths: all channels times $\alpha$, rounded to a multiple of 8 (up, if rounding down would lose more
// than a tenth). Here $\alpha = 0.5$.

// %% widths tags=["parameters"]
double alpha = 0.5;
// => alpha ==> 0.5

// %% rounded to a multiple of 8
int scaled(int channels) {
    double wanted = channels * alpha;
    int near = Math.max(8, (int) (wanted + 4) / 8 * 8);
    return near >= 0.9 * wanted ? near : near + 8;
}
for (int channels : new int[] {32, 16, 24, 40, 80, 96, 192, 320}) System.out.print(scaled(channels) + " ");
// => created method scaled(int)
// => 16 8 16 24 40 48 96 160

// %% the block
class InvertedResidual extends Model {
    Model layers;
    boolean shortcut;

    InvertedResidual(int in, int out, int k, int step, int expand) {
        int wide = in * expand;
        layers = sequential(conv2d(in, wide, 1, bias(false)), batchNorm2d(wide), relu(),
            conv2d(wide, wide, k, stride(step), padding(k / 2), groups(wide), bias(false)), batchNorm2d(wide), relu(),
            conv2d(wide, out, 1, bias(false)), batchNorm2d(out));
        shortcut = in == out && step == 1;
    }

    public Tensor forward(Tensor x) {
        var y = x.then(layers);
        return shortcut ? y.add(x) : y;
    }
}
var block = trace(new InvertedResidual(24, 24, 5, 1, 6), 24, 28, 28)
check(params(block) == 24 * 144 + 25 * 144 + 144 * 24 + 2 * (144 + 144 + 24));
// => created class InvertedResidual

// %% [markdown]
// Look where the weights are: the window of 5 by 5 has as many as each of the two that mix, as it is there once for each channel. Here is what
// another window would cost.

// %% another window
for (int k : new int[] {3, 5, 7}) {
    var other = trace(new InvertedResidual(24, 24, k, 1, 6), 24, 28, 28);
    System.out.println(k + " by " + k + ": " + params(other) + " parameters, " + macs(other) + " multiply-adds");
};
// => 3 by 3: 8832 parameters, 6435072 multiply-adds
// => 5 by 5: 11136 parameters, 8241408 multiply-adds
// => 7 by 7: 14592 parameters, 10950912 multiply-adds

// %% the network
class MnasNet extends Model {
    Model layers;
    Model classifier = sequential(dropout(0.2), linear(1280, 1000));

    MnasNet() {
        int stem = scaled(32), in = scaled(16);
        var all = new ArrayList<Object>(List.of(conv2d(3, stem, 3, stride(2), padding(1), bias(false)), batchNorm2d(stem), relu(),
            conv2d(stem, stem, 3, padding(1), groups(stem), bias(false)), batchNorm2d(stem), relu(),
            conv2d(stem, in, 1, bias(false)), batchNorm2d(in)));
        int[][] plan = {  // channels, window, step, expansion, blocks
            {24, 3, 2, 3, 3}, {40, 5, 2, 3, 3}, {80, 5, 2, 6, 3}, {96, 3, 1, 6, 2}, {192, 5, 2, 6, 4}, {320, 3, 1, 6, 1}};
        for (int[] stage : plan) {
            var blocks = new ArrayList<Model>();
            for (int i = 0; i < stage[4]; i++) {
                blocks.add(new InvertedResidual(in, scaled(stage[0]), stage[1], i == 0 ? stage[2] : 1, stage[3]));
                in = scaled(stage[0]);
            }
            all.add(sequential(blocks));
        }
        all.addAll(List.of(conv2d(in, 1280, 1, bias(false)), batchNorm2d(1280), relu()));
        layers = sequential(all);
    }

    public Tensor forward(Tensor x) {
        return x.then(layers).mean(2, 3).then(classifier);
    }
};
// => created class MnasNet

// %% mnasnet0_5
var mnasnet = trace(new MnasNet(), 3, 224, 224);
System.out.println(params(mnasnet) + " parameters, " + macs(mnasnet) + " multiply-adds");
check(alpha != 0.5 || params(mnasnet) == 2_218_512);
check(alpha != 0.5 || macs(mnasnet) == 104_455_968);    // published as 0.104
// => 2218512 parameters, 104455968 multiply-adds

// %% where they are
tree(mnasnet, depth(2))
// => name           type         output           params        %         MACs
// => ─────────────────────────────────────────────────────────────────────────
// => MnasNet                     N×1000        2,218,512  100.0 %  104,455,968
// => ├─ layers      Sequential   N×1280×7×7      937,512   42.3 %  103,175,968
// => │  ├─ 0        Conv2d       N×16×112×112        432   <0.1 %    5,419,008
// => │  ├─ 1        BatchNorm2d  N×16×112×112         32   <0.1 %            –
// => │  ├─ 2        ReLU         N×16×112×112          0      0 %            –
// => │  ├─ 3        Conv2d       N×16×112×112        144   <0.1 %    1,806,336
// => │  ├─ 4        BatchNorm2d  N×16×112×112         32   <0.1 %            –
// => │  ├─ 5        ReLU         N×16×112×112          0      0 %            –
// => │  ├─ 6        Conv2d       N×8×112×112         128   <0.1 %    1,605,632
// => │  ├─ 7        BatchNorm2d  N×8×112×112          16   <0.1 %            –
// => │  ├─ 8        Sequential   N×16×56×56        5,304    0.2 %   16,633,344
// => │  ├─ 9        Sequential   N×24×28×28       14,544    0.7 %   12,493,824
// => │  ├─ 10       Sequential   N×40×14×14       65,952    3.0 %   14,422,464
// => │  ├─ 11       Sequential   N×48×14×14       55,824    2.5 %   10,489,920
// => │  ├─ 12       Sequential   N×96×7×7        432,480   19.5 %   22,790,880
// => │  ├─ 13       Sequential   N×160×7×7       155,264    7.0 %    7,479,360
// => │  ├─ 14       Conv2d       N×1280×7×7      204,800    9.2 %   10,035,200
// => │  ├─ 15       BatchNorm2d  N×1280×7×7        2,560    0.1 %            –
// => │  └─ 16       ReLU         N×1280×7×7            0      0 %            –
// => ├─ mean_1      mean         N×1280                0      0 %            –
// => └─ classifier  Sequential   N×1000        1,281,000   57.7 %    1,280,000
// =>    ├─ 0        Dropout      N×1280                0      0 %            0
// =>    └─ 1        Linear       N×1000        1,281,000   57.7 %    1,280,000
// => params 2,218,512   trainable 2,218,512   not trainable 0   buffers 20,676
// => MACs 104,455,968   FLOPs 208,911,936   per example
// => float32: parameters 8.87 MB   kept in training 25.21 MB   most at once in use
// => 2.41 MB
// => a row with others in it is their sum; FLOPs: 2 per multiply-add

// %% [markdown]
// More than half of the parameters sit in the last layer, which no width makes narrower. `--set alpha=1` runs the notebook with the whole
// width: three times the work, but not twice the parameters.
