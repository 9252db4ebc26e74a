// %% [markdown]
// # ResNet
//
// Kaiming He, Xiangyu Zhang, Shaoqing Ren, Jian Sun: *Deep Residual Learning for Image Recognition*, 2015,
// [arXiv:1512.03385](https://arxiv.org/abs/1512.03385). Names, sizes and figures are those of torchvision's `resnet18`,
// `resnet50` and `resnet152`.
//
// **The idea.** Stacking more layers made networks *worse*, even on the examples they were trained with. So a block does
// not compute $f(x)$ but $f(x) + x$: a block that has nothing to add only has to learn zero, and 152 layers can be trained.

// %% [markdown]
// ## The basic block
//
// Two windows of 3 by 3. The sum at the end needs both sides in the same shape: where a block halves the picture or
// widens the channels, the shortcut gets a window of 1 by 1. A normalisation follows each convolution and shifts by
// itself, so no convolution has a bias.

// %% a basic block
class BasicBlock extends Model {
    Unit conv1, bn1, relu, conv2, bn2;
    Model downsample;

    BasicBlock(int in, int width, int step) {
        conv1 = own(conv2d(in, width, 3, stride(step), padding(1), bias(false)));
        bn1 = own(batchNorm2d(width));
        relu = own(relu());
        conv2 = own(conv2d(width, width, 3, padding(1), bias(false)));
        bn2 = own(batchNorm2d(width));
        if (step != 1 || in != width) {
            downsample = sequential(conv2d(in, width, 1, stride(step), bias(false)), batchNorm2d(width));
        }
    }

    public Tensor forward(Tensor x) {
        var y = x.then(conv1, bn1, relu, conv2, bn2);
        return y.add(downsample == null ? x : x.then(downsample)).then(relu);
    }
}
var basic = trace(new BasicBlock(64, 64, 1), 64, 56, 56)
// => created class BasicBlock
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
// ## The bottleneck
//
// From 50 layers on a block squeezes the channels to a quarter, works there, and widens again. At 256 channels that is
// $256 \cdot 64 + 9 \cdot 64 \cdot 64 + 64 \cdot 256$ weights, 17 times fewer than two windows of 3 by 3 on all 256.
// (The paper takes the step of a stage in the first window; torchvision takes it in the 3 by 3, which is called
// ResNet v1.5: as many parameters, 6 % more work.)

// %% a bottleneck
class Bottleneck extends Model {
    Unit conv1, bn1, conv2, bn2, conv3, bn3, relu;
    Model downsample;

    Bottleneck(int in, int width, int step) {
        conv1 = own(conv2d(in, width, 1, bias(false)));
        bn1 = own(batchNorm2d(width));
        conv2 = own(conv2d(width, width, 3, stride(step), padding(1), bias(false)));
        bn2 = own(batchNorm2d(width));
        conv3 = own(conv2d(width, 4 * width, 1, bias(false)));
        bn3 = own(batchNorm2d(4 * width));
        relu = own(relu());
        if (step != 1 || in != 4 * width) {
            downsample = sequential(conv2d(in, 4 * width, 1, stride(step), bias(false)), batchNorm2d(4 * width));
        }
    }

    public Tensor forward(Tensor x) {
        var y = x.then(conv1, bn1, relu, conv2, bn2, relu, conv3, bn3);
        return y.add(downsample == null ? x : x.then(downsample)).then(relu);
    }
}
var narrow = trace(new Bottleneck(256, 64, 1), 256, 56, 56);
check(params(narrow) == 256 * 64 + 9 * 64 * 64 + 64 * 256 + 2 * (64 + 64 + 256));
// => created class Bottleneck

// %% [markdown]
// ## The network
//
// A stem that quarters the picture, then four stages; each begins with a step of 2 (except the first) and twice the
// channels. Half the height, half the width, twice the channels on both sides: $\frac12 \cdot \frac12 \cdot 2 \cdot 2 = 1$,
// so **a block costs the same work in every stage, and four times the parameters of the stage before**.

// %% the network
class ResNet extends Model {
    Unit conv1 = own(conv2d(3, 64, 7, stride(2), padding(3), bias(false)));
    Unit bn1 = own(batchNorm2d(64));
    Unit relu = own(relu());
    Unit maxpool = own(maxPool2d(3, stride(2), padding(1)));
    Model layer1, layer2, layer3, layer4;
    Unit avgpool = own(adaptiveAvgPool2d(size(1, 1)));
    Unit fc;
    boolean bottleneck;
    int channels = 64;

    ResNet(boolean bottleneck, int... blocks) {
        this.bottleneck = bottleneck;
        layer1 = stage(64, blocks[0], 1);
        layer2 = stage(128, blocks[1], 2);
        layer3 = stage(256, blocks[2], 2);
        layer4 = stage(512, blocks[3], 2);
        fc = own(linear(channels, 1000));
    }

    Model stage(int width, int blocks, int step) {
        var stage = new ArrayList<Model>();
        for (int i = 0; i < blocks; i++) {
            int s = i == 0 ? step : 1;
            stage.add(bottleneck ? new Bottleneck(channels, width, s) : new BasicBlock(channels, width, s));
            channels = bottleneck ? 4 * width : width;
        }
        return sequential(stage);
    }

    public Tensor forward(Tensor x) {
        x = x.then(conv1, bn1, relu, maxpool, layer1, layer2, layer3, layer4, avgpool);
        return x.flatten(1).then(fc);
    }
};
// => created class ResNet

// %% [markdown]
// ## Checked
//
// torchvision publishes 11,689,512 parameters and 1.814 "GFLOPS" for ResNet-18: these are thousands of millions of
// *multiply-adds*. In FLOPs, two for each, it is twice that.

// %% resnet18
var resnet18 = trace(new ResNet(false, 2, 2, 2, 2), 3, 224, 224);
check(params(resnet18) == 11_689_512);
check(macs(resnet18) == 1_814_073_344L);    // published as 1.814
System.out.println(flopsFormula(resnet18).text() + " FLOPs");
// => 3,628,146,688·N FLOPs

// %% resnet50
var resnet50 = trace(new ResNet(true, 3, 4, 6, 3), 3, 224, 224);
check(params(resnet50) == 25_557_032);
check(macs(resnet50) == 4_089_184_256L);    // published as 4.089

// %% where they are
tree(resnet50, depth(1))
// => name          output            params        %           MACs
// => ──────────────────────────────────────────────────────────────
// => ResNet        N×1000        25,557,032  100.0 %  4,089,184,256
// => ├─ conv1      N×64×112×112       9,408   <0.1 %    118,013,952
// => ├─ bn1        N×64×112×112         128   <0.1 %              –
// => ├─ relu       N×64×112×112           0      0 %              –
// => ├─ maxpool    N×64×56×56             0      0 %              –
// => ├─ layer1     N×256×56×56      215,808    0.8 %    667,942,912
// => ├─ layer2     N×512×28×28    1,219,584    4.8 %  1,027,604,480
// => ├─ layer3     N×1024×14×14   7,098,368   27.8 %  1,464,336,384
// => ├─ layer4     N×2048×7×7    14,964,736   58.6 %    809,238,528
// => ├─ avgpool    N×2048×1×1             0      0 %              –
// => ├─ flatten_2  N×2048                 0      0 %              0
// => └─ fc         N×1000         2,049,000    8.0 %      2,048,000
// => params 25,557,032   trainable 25,557,032   not trainable 0   buffers 53,173
// => MACs 4,089,184,256   FLOPs 8,178,368,512   per example
// => float32: parameters 102.23 MB   kept in training 86.12 MB   most at once in use
// => 9.63 MB
// => a row with others in it is their sum; FLOPs: 2 per multiply-add

// %% [markdown]
// The third stage does the most work, since it has the most blocks, and the last has most of the parameters.

// %% resnet152
var resnet152 = trace(new ResNet(true, 3, 8, 36, 3), 3, 224, 224);
check(params(resnet152) == 60_192_808);
check(macs(resnet152) == 11_513_626_624L);  // published as 11.514
