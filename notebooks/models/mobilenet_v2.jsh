// %% [markdown]
// # MobileNetV2
//
// Mark Sandler, Andrew Howard, Menglong Zhu, Andrey Zhmoginov, Liang-Chieh Chen: *MobileNetV2: Inverted Residuals and Linear Bottlenecks*,
// 2018, [arXiv:1801.04381](https://arxiv.org/abs/1801.04381). Names, sizes and figures are those of torchvision's `mobilenet_v2`.
//
// **The idea.** A convolution does two things at once: it looks around, and it mixes channels. Do them one after the other, and
// they are cheap: a *depthwise* window (one for each channel, `groups` = channels) looks around, windows of 1 by 1 mix.

// %% two jobs in one, or one by one
var both = tensor(64, 56, 56).then(conv2d(64, 64, 3, padding(1), bias(false)));
var apart = tensor(64, 56, 56).then(conv2d(64, 64, 3, padding(1), groups(64), bias(false)), conv2d(64, 64, 1, bias(false)));
System.out.println(params(both) + " against " + params(apart) + " weights");
check(params(both) == 9 * 64 * 64 && params(apart) == 9 * 64 + 64 * 64);
// => 36864 against 4672 weights

// %% [markdown]
// ## The inverted residual
//
// A ResNet's bottleneck is wide, narrow, wide. Here it is the other way round: narrow, six times as wide, narrow. The depthwise window is so cheap
// that it can afford the wide part, and the shortcut joins the narrow ends. The last window has no activation: on few channels,
// ReLU would throw away too much.

// %% convolution, normalisation, activation
Model normed(int in, int out, int k, int step, int groups) {
    return sequential(conv2d(in, out, k, stride(step), padding(k / 2), groups(groups), bias(false)), batchNorm2d(out), relu6());
}
// => created method normed(int,int,int,int,int)

// %% an inverted residual
class InvertedResidual extends Model {
    Model conv;
    boolean shortcut;

    InvertedResidual(int in, int out, int step, int expand) {
        int wide = in * expand;
        var layers = new ArrayList<Object>();
        if (expand != 1) layers.add(normed(in, wide, 1, 1, 1));
        layers.add(normed(wide, wide, 3, step, wide));
        layers.add(conv2d(wide, out, 1, bias(false)));
        layers.add(batchNorm2d(out));
        conv = sequential(layers);
        shortcut = step == 1 && in == out;
    }

    public Tensor forward(Tensor x) {
        var y = x.then(conv);
        return shortcut ? x.add(y) : y;
    }
}
var block = trace(new InvertedResidual(24, 24, 1, 6), 24, 56, 56)
// => created class InvertedResidual
// =>  #  layer               output       params  Σ params       FLOPs     Σ FLOPs
// => ─────────────────────────────────────────────────────────────────────────────
// =>  5  input               N×24×56×56                                             ◂
// =>  6  conv2d 24→144 k1 …  N×144×56×56   3,456     3,456  21,676,032  21,676,032  ◂
// =>  7  batchNorm2d 144     N×144×56×56     288     3,744           –  21,676,032  ◂
// =>  8  relu6               N×144×56×56       0     3,744           –  21,676,032  ◂
// =>  9  conv2d 144→144 …    N×144×56×56   1,296     5,040   8,128,512  29,804,544  ◂
// => 10  batchNorm2d 144     N×144×56×56     288     5,328           –  29,804,544  ◂
// => 11  relu6               N×144×56×56       0     5,328           –  29,804,544  ◂
// => 12  conv2d 144→24 k1 …  N×24×56×56    3,456     8,784  21,676,032  51,480,576  ◂
// => 13  batchNorm2d 24      N×24×56×56       48     8,832           –  51,480,576  ◂
// => 14  add                 N×24×56×56        0     8,832           –  51,480,576  ◂
// => FLOPs: 2 per multiply-add, per example

// %% the network
class MobileNetV2 extends Model {
    List<Model> features = new ArrayList<>();
    Model classifier = sequential(dropout(0.2), linear(1280, 1000));

    MobileNetV2() {
        int[][] plan = {  // expansion, channels, blocks, step
            {1, 16, 1, 1}, {6, 24, 2, 2}, {6, 32, 3, 2}, {6, 64, 4, 2}, {6, 96, 3, 1}, {6, 160, 3, 2}, {6, 320, 1, 1}};
        features.add(normed(3, 32, 3, 2, 1));
        int in = 32;
        for (int[] stage : plan) {
            for (int i = 0; i < stage[2]; i++) {
                features.add(new InvertedResidual(in, stage[1], i == 0 ? stage[3] : 1, stage[0]));
                in = stage[1];
            }
        }
        features.add(normed(in, 1280, 1, 1, 1));
    }

    public Tensor forward(Tensor x) {
        for (Model part : features) x = x.then(part);
        return x.adaptiveAvgPool2d(size(1, 1)).flatten(1).then(classifier);
    }
};
// => created class MobileNetV2

// %% [markdown]
// ## Checked
//
// torchvision publishes 3,504,872 parameters and 0.301 "GFLOPS" (thousands of millions of multiply-adds): a sixth of
// ResNet-18's work. More than a third of the parameters are in the last linear layer.

// %% mobilenet_v2
var mobilenet = trace(new MobileNetV2(), 3, 224, 224);
check(params(mobilenet) == 3_504_872);
check(macs(mobilenet) == 300_774_272);
System.out.println("the last layer: " + 100 * (1280 * 1000 + 1000) / params(mobilenet) + " % of the parameters");
// => the last layer: 36 % of the parameters

// %% where they are
tree(mobilenet, depth(1))
// => name                    output           params        %         MACs
// => ─────────────────────────────────────────────────────────────────────
// => MobileNetV2             N×1000        3,504,872  100.0 %  300,774,272
// => ├─ features.0           N×32×112×112        928   <0.1 %   10,838,016
// => ├─ features.1           N×16×112×112        896   <0.1 %   10,035,200
// => ├─ features.2           N×24×56×56        5,136    0.1 %   29,202,432
// => ├─ features.3           N×24×56×56        8,832    0.3 %   25,740,288
// => ├─ features.4           N×32×28×28       10,000    0.3 %   15,466,752
// => ├─ features.5           N×32×28×28       14,848    0.4 %   10,988,544
// => ├─ features.6           N×32×28×28       14,848    0.4 %   10,988,544
// => ├─ features.7           N×64×14×14       21,056    0.6 %    7,564,032
// => ├─ features.8           N×64×14×14       54,272    1.5 %   10,311,168
// => ├─ features.9           N×64×14×14       54,272    1.5 %   10,311,168
// => ├─ features.10          N×64×14×14       54,272    1.5 %   10,311,168
// => ├─ features.11          N×96×14×14       66,624    1.9 %   12,719,616
// => ├─ features.12          N×96×14×14      118,272    3.4 %   22,692,096
// => ├─ features.13          N×96×14×14      118,272    3.4 %   22,692,096
// => ├─ features.14          N×160×7×7       155,264    4.4 %   15,607,872
// => ├─ features.15          N×160×7×7       320,000    9.1 %   15,476,160
// => ├─ features.16          N×160×7×7       320,000    9.1 %   15,476,160
// => ├─ features.17          N×320×7×7       473,920   13.5 %   23,002,560
// => ├─ features.18          N×1280×7×7      412,160   11.8 %   20,070,400
// => ├─ adaptiveAvgPool2d_1  N×1280×1×1            0      0 %            –
// => ├─ flatten_1            N×1280                0      0 %            0
// => └─ classifier           N×1000        1,281,000   36.5 %    1,280,000
// => params 3,504,872   trainable 3,504,872   not trainable 0   buffers 34,164
// => MACs 300,774,272   FLOPs 601,548,544   per example
// => float32: parameters 14.02 MB   kept in training 78.59 MB   most at once in use
// => 9.63 MB
// => a row with others in it is their sum; FLOPs: 2 per multiply-add
