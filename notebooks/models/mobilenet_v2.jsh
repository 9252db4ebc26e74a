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
