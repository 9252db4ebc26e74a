// %% [markdown]
// # SqueezeNet
//
// Forrest Iandola, Song Han, Matthew Moskewicz, Khalid Ashraf, William Dally, Kurt Keutzer: *SqueezeNet: AlexNet-level accuracy with
// 50x fewer parameters and <0.5MB model size*, 2016, [arXiv:1602.07360](https://arxiv.org/abs/1602.07360). Names, sizes and figures are
// those of torchvision's `squeezenet1_0`.
//
// **The idea.** A window of 3 by 3 has nine weights where one of 1 by 1 has one. So: squeeze the channels with 1 by 1 first, then
// expand, half of it with windows of 1 and half with windows of 3; and no linear layer at the end, but a mean over the picture.

// %% a fire module
class Fire extends Model {
    Unit squeeze, squeeze_activation = own(relu());
    Unit expand1x1, expand1x1_activation = own(relu());
    Unit expand3x3, expand3x3_activation = own(relu());

    Fire(int in, int squeezed, int expanded) {
        squeeze = own(conv2d(in, squeezed, 1));
        expand1x1 = own(conv2d(squeezed, expanded, 1));
        expand3x3 = own(conv2d(squeezed, expanded, 3, padding(1)));
    }

    public Tensor forward(Tensor x) {
        x = x.then(squeeze, squeeze_activation);
        return cat(1, x.then(expand1x1, expand1x1_activation), x.then(expand3x3, expand3x3_activation));
    }
}
var fire = trace(new Fire(96, 16, 64), 96, 54, 54)
// => created class Fire
// => #  layer               output       params  Σ params       FLOPs     Σ FLOPs
// => ────────────────────────────────────────────────────────────────────────────
// => 0  input               N×96×54×54                                             ◂
// => 1  conv2d 96→16 k1     N×16×54×54    1,552     1,552   8,957,952   8,957,952  ◂
// => 2  relu                N×16×54×54        0     1,552           –   8,957,952  ◂
// => 3  conv2d 16→64 k1     N×64×54×54    1,088     2,640   5,971,968  14,929,920  ◂
// => 4  relu                N×64×54×54        0     2,640           –  14,929,920  ◂
// => 5  conv2d 16→64 k3 p1  N×64×54×54    9,280    11,920  53,747,712  68,677,632  ◂
// => 6  relu                N×64×54×54        0    11,920           –  68,677,632  ◂
// => 7  cat 1               N×128×54×54       0    11,920           0  68,677,632  ◂
// => FLOPs: 2 per multiply-add, per example

// %% [markdown]
// 96 channels in, 128 out, 11,920 parameters. One window of 3 by 3 from 96 to 128 would have ten times as many:

// %% without squeezing
System.out.println(params(tensor(96, 54, 54).then(conv2d(96, 128, 3, padding(1)))) + " against " + params(fire));
// => 110720 against 11920

// %% the network
class SqueezeNet extends Model {
    Model features = sequential(
        conv2d(3, 96, 7, stride(2)), relu(), maxPool2d(3, stride(2), ceilMode(true)),
        new Fire(96, 16, 64), new Fire(128, 16, 64), new Fire(128, 32, 128), maxPool2d(3, stride(2), ceilMode(true)),
        new Fire(256, 32, 128), new Fire(256, 48, 192), new Fire(384, 48, 192), new Fire(384, 64, 256), maxPool2d(3, stride(2), ceilMode(true)),
        new Fire(512, 64, 256));
    Model classifier = sequential(dropout(), conv2d(512, 1000, 1), relu(), adaptiveAvgPool2d(size(1, 1)));

    public Tensor forward(Tensor x) {
        return x.then(features, classifier).flatten(1);
    }
};
// => created class SqueezeNet

// %% [markdown]
// ## Checked
//
// The published 0.819 "GFLOPS" are thousands of millions of multiply-adds. A fiftieth of AlexNet's 61,100,840
// parameters, and yet **more** work than AlexNet's 0.714: few parameters are not little work.

// %% squeezenet1_0
var squeezenet = trace(new SqueezeNet(), 3, 224, 224);
check(params(squeezenet) == 1_248_424);
check(macs(squeezenet) == 818_924_576);
System.out.println("AlexNet has " + 61_100_840 / params(squeezenet) + " times the parameters");
// => AlexNet has 48 times the parameters
