// %% [markdown]
// # EfficientNet
//
// Mingxing Tan, Quoc Le: *EfficientNet: Rethinking Model Scaling for Convolutional Neural Networks*, 2019,
// [arXiv:1905.11946](https://arxiv.org/abs/1905.11946). Names, sizes and figures are those of torchvision's `efficientnet_b0`.
//
// **The idea.** A network can be made deeper, wider, or given larger pictures. Doing only one of them soon stops to help; doing
// all three in a fixed proportion does not. The smallest one, B0, was found by a search; B1 to B7 follow from it by that rule.
// The block is MobileNetV2's, with squeeze and excitation in every one.

// %% squeeze and excitation
class SqueezeExcitation extends Model {
    Unit avgpool = own(adaptiveAvgPool2d(1)), fc1, fc2, activation = own(silu()), scale_activation = own(sigmoid());

    SqueezeExcitation(int channels, int squeezed) {
        fc1 = own(conv2d(channels, squeezed, 1));
        fc2 = own(conv2d(squeezed, channels, 1));
    }

    public Tensor forward(Tensor x) {
        return x.then(avgpool, fc1, activation, fc2, scale_activation).mul(x);
    }
}
// => created class SqueezeExcitation

// %% the block
Model normed(int in, int out, int k, int step, int groups, Layer... activation) {
    return sequential(conv2d(in, out, k, stride(step), padding(k / 2), groups(groups), bias(false)), batchNorm2d(out), List.of(activation));
}

record StochasticDepth(double p) implements Layer {    // skips the block in training now and then; does nothing otherwise
    public Rule rule() {
        return Rule.of("StochasticDepth").takes(ANY).gives(ANY);
    }
}

class MBConv extends Model {
    Model block;
    Unit stochastic_depth = own(new StochasticDepth(0.2));
    boolean shortcut;

    MBConv(int in, int out, int k, int step, int expand) {
        int wide = in * expand;
        var parts = new ArrayList<Model>();
        if (expand != 1) parts.add(normed(in, wide, 1, 1, 1, silu()));
        parts.add(normed(wide, wide, k, step, wide, silu()));
        parts.add(new SqueezeExcitation(wide, Math.max(1, in / 4)));
        parts.add(normed(wide, out, 1, 1, 1));
        block = sequential(parts);
        shortcut = step == 1 && in == out;
    }

    public Tensor forward(Tensor x) {
        var y = x.then(block);
        return shortcut ? y.then(stochastic_depth).add(x) : y;
    }
}
var block = trace(new MBConv(24, 24, 3, 1, 6), 24, 56, 56)
// => created method normed(int,int,int,int,int,Layer...)
// => created record StochasticDepth
// => created class MBConv
// =>  #  layer               output       params  Σ params       FLOPs     Σ FLOPs
// => ─────────────────────────────────────────────────────────────────────────────
// =>  0  input               N×24×56×56                                             ◂
// =>  1  conv2d 24→144 k1 …  N×144×56×56   3,456     3,456  21,676,032  21,676,032  ◂
// =>  2  batchNorm2d 144     N×144×56×56     288     3,744           –  21,676,032  ◂
// =>  3  silu                N×144×56×56       0     3,744           –  21,676,032  ◂
// =>  4  conv2d 144→144 …    N×144×56×56   1,296     5,040   8,128,512  29,804,544  ◂
// =>  5  batchNorm2d 144     N×144×56×56     288     5,328           –  29,804,544  ◂
// =>  6  silu                N×144×56×56       0     5,328           –  29,804,544  ◂
// =>  7  adaptiveAvgPool2d   N×144×1×1         0     5,328           –  29,804,544  ◂
// =>  8  conv2d 144→6 k1     N×6×1×1         870     6,198       1,728  29,806,272  ◂
// =>  9  silu                N×6×1×1           0     6,198           –  29,806,272  ◂
// => 10  conv2d 6→144 k1     N×144×1×1     1,008     7,206       1,728  29,808,000  ◂
// => 11  sigmoid             N×144×1×1         0     7,206           –  29,808,000  ◂
// => 12  mul                 N×144×56×56       0     7,206           –  29,808,000  ◂
// => 13  conv2d 144→24 k1 …  N×24×56×56    3,456    10,662  21,676,032  51,484,032  ◂
// => 14  batchNorm2d 24      N×24×56×56       48    10,710           –  51,484,032  ◂
// => 15  stochasticDepth …   N×24×56×56        0    10,710           0  51,484,032  ◂
// => 16  add                 N×24×56×56        0    10,710           –  51,484,032  ◂
// => FLOPs: 2 per multiply-add, per example

// %% the network
class EfficientNet extends Model {
    List<Object> features = new ArrayList<>();
    Unit avgpool = own(adaptiveAvgPool2d(1));
    Model classifier = sequential(dropout(0.2), linear(1280, 1000));

    EfficientNet() {
        int[][] plan = {  // expansion, window, step, channels, blocks
            {1, 3, 1, 16, 1}, {6, 3, 2, 24, 2}, {6, 5, 2, 40, 2}, {6, 3, 2, 80, 3}, {6, 5, 1, 112, 3}, {6, 5, 2, 192, 4}, {6, 3, 1, 320, 1}};
        features.add(normed(3, 32, 3, 2, 1, silu()));
        int in = 32;
        for (int[] stage : plan) {
            var blocks = new ArrayList<Model>();
            for (int i = 0; i < stage[4]; i++) {
                blocks.add(new MBConv(in, stage[3], stage[1], i == 0 ? stage[2] : 1, stage[0]));
                in = stage[3];
            }
            features.add(sequential(blocks));
        }
        features.add(normed(in, 1280, 1, 1, 1, silu()));
    }

    public Tensor forward(Tensor x) {
        for (Object stage : features) x = x.then(stage);
        return x.then(avgpool).flatten(1).then(classifier);
    }
};
// => created class EfficientNet

// %% [markdown]
// ## Checked
//
// torchvision publishes 5,288,548 parameters and 0.386 "GFLOPS" (thousands of millions of multiply-adds): better than ResNet-50 with a
// fifth of the parameters and a tenth of the work.

// %% efficientnet_b0
var efficientnet = trace(new EfficientNet(), 3, 224, 224);
check(params(efficientnet) == 5_288_548);
check(macs(efficientnet) == 385_814_752);

// %% where they are
tree(efficientnet, depth(1))
// => name           type               output           params        %         MACs
// => ───────────────────────────────────────────────────────────────────────────────
// => EfficientNet                      N×1000        5,288,548  100.0 %  385,814,752
// => ├─ features.0  Sequential         N×32×112×112        928   <0.1 %   10,838,016
// => ├─ features.1  Sequential         N×16×112×112      1,448   <0.1 %   10,035,712
// => ├─ features.2  Sequential         N×24×56×56       16,714    0.3 %   54,945,216
// => ├─ features.3  Sequential         N×40×28×28       46,640    0.9 %   37,939,584
// => ├─ features.4  Sequential         N×80×14×14      242,930    4.6 %   43,555,200
// => ├─ features.5  Sequential         N×112×14×14     543,148   10.3 %   86,102,400
// => ├─ features.6  Sequential         N×192×7×7     2,026,348   38.3 %   91,528,224
// => ├─ features.7  Sequential         N×320×7×7       717,232   13.6 %   29,520,000
// => ├─ features.8  Sequential         N×1280×7×7      412,160    7.8 %   20,070,400
// => ├─ avgpool     AdaptiveAvgPool2d  N×1280×1×1            0      0 %            –
// => ├─ flatten_1   flatten            N×1280                0      0 %            0
// => └─ classifier  Sequential         N×1000        1,281,000   24.2 %    1,280,000
// => params 5,288,548   trainable 5,288,548   not trainable 0   buffers 42,065
// => MACs 385,814,752   FLOPs 771,629,504   per example
// => float32: parameters 21.15 MB   kept in training 88.61 MB   most at once in use
// => 9.63 MB
// => not used: new StochasticDepth(0.2)
// => not used: new StochasticDepth(0.2)
// => not used: new StochasticDepth(0.2)
// => not used: new StochasticDepth(0.2)
// => not used: new StochasticDepth(0.2)
// => not used: new StochasticDepth(0.2)
// => not used: new StochasticDepth(0.2)
// => a row with others in it is their sum; FLOPs: 2 per multiply-add
