// %% [markdown]
// # MobileNetV3
//
// Andrew Howard and others: *Searching for MobileNetV3*, 2019, [arXiv:1905.02244](https://arxiv.org/abs/1905.02244). Names, sizes and figures
// are those of torchvision's `mobilenet_v3_small` and `mobilenet_v3_large`.
//
// **The idea.** Take MobileNetV2's block, let a search program choose the sizes for a real telephone, and add two things: hard
// swish ($x \cdot \min(\max(x + 3, 0), 6) / 6$, cheap on a telephone), and *squeeze and excitation*
// (Jie Hu, Li Shen, Gang Sun, 2017, [arXiv:1709.01507](https://arxiv.org/abs/1709.01507)).

// %% [markdown]
// ## Squeeze and excitation
//
// Take the mean of each channel over the picture, look at these few numbers with two small layers, and say for each channel how
// much it matters: a number from 0 to 1 by which the whole channel is multiplied. $C \times 1 \times 1$ times $C \times H \times W$ is
// *broadcast*. The two layers have weights, but do their work once for a picture, not at each place.

// %% squeeze and excitation
class SqueezeExcitation extends Model {
    Unit avgpool = own(adaptiveAvgPool2d(1)), fc1, activation = own(relu()), fc2, scale_activation = own(hardsigmoid());

    SqueezeExcitation(int channels, int squeezed) {
        fc1 = own(conv2d(channels, squeezed, 1));
        fc2 = own(conv2d(squeezed, channels, 1));
    }

    public Tensor forward(Tensor x) {
        return x.then(avgpool, fc1, activation, fc2, scale_activation).mul(x);
    }
}
var se = trace(new SqueezeExcitation(120, 32), 120, 28, 28)
// => created class SqueezeExcitation
// => #  name          layer          output       params  Σ params  FLOPs  Σ FLOPs
// => ─────────────────────────────────────────────────────────────────────────────
// => 0                input          N×120×28×28                                    ◂
// => 1  avgpool       adaptiveAvgP…  N×120×1×1         0         0      –        0  ◂
// => 2  fc1           conv2d …       N×32×1×1      3,872     3,872  7,680    7,680  ◂
// => 3  activation    relu           N×32×1×1          0     3,872      –    7,680  ◂
// => 4  fc2           conv2d …       N×120×1×1     3,960     7,832  7,680   15,360  ◂
// => 5  scale_activ…  hardsigmoid    N×120×1×1         0     7,832      –   15,360  ◂
// => 6                mul            N×120×28×28       0     7,832      –   15,360  ◂
// => FLOPs: 2 per multiply-add, per example

// %% the block
int divisibleBy8(int channels) {
    int rounded = (channels + 4) / 8 * 8;
    return rounded < 0.9 * channels ? rounded + 8 : Math.max(8, rounded);
}

Model normed(int in, int out, int k, int step, int groups, Layer... activation) {
    return sequential(conv2d(in, out, k, stride(step), padding(k / 2), groups(groups), bias(false)), batchNorm2d(out, eps(0.001)), List.of(activation));
}

class InvertedResidual extends Model {
    Model block;
    boolean shortcut;

    InvertedResidual(int in, int k, int wide, int out, boolean squeeze, boolean hard, int step) {
        var parts = new ArrayList<Model>();
        if (wide != in) parts.add(normed(in, wide, 1, 1, 1, hard ? hardswish() : relu()));
        parts.add(normed(wide, wide, k, step, wide, hard ? hardswish() : relu()));
        if (squeeze) parts.add(new SqueezeExcitation(wide, divisibleBy8(wide / 4)));
        parts.add(normed(wide, out, 1, 1, 1));
        block = sequential(parts);
        shortcut = step == 1 && in == out;
    }

    public Tensor forward(Tensor x) {
        var y = x.then(block);
        return shortcut ? y.add(x) : y;
    }
}
// => created method divisibleBy8(int)
// => created method normed(int,int,int,int,int,Layer...)
// => created class InvertedResidual

// %% the network
class MobileNetV3 extends Model {
    List<Model> features = new ArrayList<>();
    Unit avgpool = own(adaptiveAvgPool2d(1));
    Model classifier;

    MobileNetV3(int last, List<InvertedResidual> blocks, int in, int out) {
        features.add(normed(3, in, 3, 2, 1, hardswish()));
        features.addAll(blocks);
        features.add(normed(out, 6 * out, 1, 1, 1, hardswish()));
        classifier = sequential(linear(6 * out, last), hardswish(), dropout(0.2), linear(last, 1000));
    }

    public Tensor forward(Tensor x) {
        for (Model part : features) x = x.then(part);
        return x.then(avgpool).flatten(1).then(classifier);
    }
};
// => created class MobileNetV3

// %% [markdown]
// ## Two sizes
//
// Input channels, window, width in the middle, output channels, squeeze and excitation or not, hard swish or ReLU, step: no rule
// stands behind these numbers, a search found them.

// %% mobilenet_v3_small
boolean SE = true, HS = true, RE = false, no = false;
var small = trace(new MobileNetV3(1024, List.of(
    new InvertedResidual(16, 3, 16, 16, SE, RE, 2),
    new InvertedResidual(16, 3, 72, 24, no, RE, 2),
    new InvertedResidual(24, 3, 88, 24, no, RE, 1),
    new InvertedResidual(24, 5, 96, 40, SE, HS, 2),
    new InvertedResidual(40, 5, 240, 40, SE, HS, 1),
    new InvertedResidual(40, 5, 240, 40, SE, HS, 1),
    new InvertedResidual(40, 5, 120, 48, SE, HS, 1),
    new InvertedResidual(48, 5, 144, 48, SE, HS, 1),
    new InvertedResidual(48, 5, 288, 96, SE, HS, 2),
    new InvertedResidual(96, 5, 576, 96, SE, HS, 1),
    new InvertedResidual(96, 5, 576, 96, SE, HS, 1)), 16, 96), 3, 224, 224);
check(params(small) == 2_542_856);
check(macs(small) == 56_510_400);     // published as 0.057 "GFLOPS", thousands of millions of multiply-adds
// => SE ==> true
// => HS ==> true
// => RE ==> false
// => no ==> false

// %% mobilenet_v3_large
var large = trace(new MobileNetV3(1280, List.of(
    new InvertedResidual(16, 3, 16, 16, no, RE, 1),
    new InvertedResidual(16, 3, 64, 24, no, RE, 2),
    new InvertedResidual(24, 3, 72, 24, no, RE, 1),
    new InvertedResidual(24, 5, 72, 40, SE, RE, 2),
    new InvertedResidual(40, 5, 120, 40, SE, RE, 1),
    new InvertedResidual(40, 5, 120, 40, SE, RE, 1),
    new InvertedResidual(40, 3, 240, 80, no, HS, 2),
    new InvertedResidual(80, 3, 200, 80, no, HS, 1),
    new InvertedResidual(80, 3, 184, 80, no, HS, 1),
    new InvertedResidual(80, 3, 184, 80, no, HS, 1),
    new InvertedResidual(80, 3, 480, 112, SE, HS, 1),
    new InvertedResidual(112, 3, 672, 112, SE, HS, 1),
    new InvertedResidual(112, 5, 672, 160, SE, HS, 2),
    new InvertedResidual(160, 5, 960, 160, SE, HS, 1),
    new InvertedResidual(160, 5, 960, 160, SE, HS, 1)), 16, 160), 3, 224, 224);
check(params(large) == 5_483_032);
check(macs(large) == 216_589_760);    // published as 0.217

// %% [markdown]
// ## Where they are
//
// Of the small one's parameters 64 % are in the two layers of the classifier, which do 3 % of the work: the search was for time,
// not for size.

// %% the classifier
long classifier = 576L * 1024 + 1024 * 1000, withBiases = classifier + 1024 + 1000;
System.out.printf("%.0f %% of the parameters, %.0f %% of the work%n", 100.0 * withBiases / params(small), 100.0 * classifier / macs(small));
// => classifier ==> 1613824
// => withBiases ==> 1615848
// => 64 % of the parameters, 3 % of the work
