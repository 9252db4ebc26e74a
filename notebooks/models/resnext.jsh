// %% [markdown]
// # ResNeXt
//
// Saining Xie, Ross Girshick, Piotr Dollár, Zhuowen Tu, Kaiming He: *Aggregated Residual Transformations for Deep Neural Networks*, 2016,
// [arXiv:1611.05431](https://arxiv.org/abs/1611.05431). Names, sizes and figures are those of torchvision's `resnext50_32x4d`.
//
// **The idea.** A bottleneck works on few channels. ResNeXt cuts its window of 3 by 3 into 32 *groups*: each sees only the 4 channels
// of its own. A window costs 32 times less that way, so the bottleneck may be twice as wide, for the same budget.

// %% [markdown]
// ## What groups cost
//
// With $g$ groups, each output channel reads $C / g$ input channels instead of all of them:
//
// $$P = C \cdot \frac{C}{g} \cdot 9$$

// %% one window, 32 groups
var one = tensor(128, 56, 56).then(conv2d(128, 128, 3, padding(1), bias(false)));
var grouped = tensor(128, 56, 56).then(conv2d(128, 128, 3, padding(1), groups(32), bias(false)));
System.out.println(params(one) + " against " + params(grouped) + " weights");
check(params(grouped) == 128 * (128 / 32) * 9 && params(one) == 32 * params(grouped));
// => 147456 against 4608 weights

// %% a bottleneck with groups
class Bottleneck extends Model {
    Unit conv1, bn1, conv2, bn2, conv3, bn3, relu = own(relu());
    Model downsample;

    Bottleneck(int in, int width, int step) {
        int out = 2 * width;
        conv1 = own(conv2d(in, width, 1, bias(false)));
        bn1 = own(batchNorm2d(width));
        conv2 = own(conv2d(width, width, 3, stride(step), padding(1), groups(32), bias(false)));
        bn2 = own(batchNorm2d(width));
        conv3 = own(conv2d(width, out, 1, bias(false)));
        bn3 = own(batchNorm2d(out));
        if (step != 1 || in != out) {
            downsample = sequential(conv2d(in, out, 1, stride(step), bias(false)), batchNorm2d(out));
        }
    }

    public Tensor forward(Tensor x) {
        var y = x.then(conv1, bn1, relu, conv2, bn2, relu, conv3, bn3);
        return y.add(downsample == null ? x : x.then(downsample)).then(relu);
    }
}
var block = trace(new Bottleneck(256, 128, 1), 256, 56, 56)
// => created class Bottleneck
// =>  #  layer             output       params  Σ params        FLOPs      Σ FLOPs
// => ─────────────────────────────────────────────────────────────────────────────
// =>  4  input             N×256×56×56                                              ◂
// =>  5  conv2d 256→128 …  N×128×56×56  32,768    32,768  205,520,896  205,520,896  ◂
// =>  6  batchNorm2d 128   N×128×56×56     256    33,024            –  205,520,896  ◂
// =>  7  relu              N×128×56×56       0    33,024            –  205,520,896  ◂
// =>  8  conv2d 128→128 …  N×128×56×56   4,608    37,632   28,901,376  234,422,272  ◂
// =>  9  batchNorm2d 128   N×128×56×56     256    37,888            –  234,422,272  ◂
// => 10  relu              N×128×56×56       0    37,888            –  234,422,272  ◂
// => 11  conv2d 128→256 …  N×256×56×56  32,768    70,656  205,520,896  439,943,168  ◂
// => 12  batchNorm2d 256   N×256×56×56     512    71,168            –  439,943,168  ◂
// => 13  add               N×256×56×56       0    71,168            –  439,943,168  ◂
// => 14  relu              N×256×56×56       0    71,168            –  439,943,168  ◂
// => FLOPs: 2 per multiply-add, per example

// %% [markdown]
// A ResNet's bottleneck of 256 channels squeezes to 64 and has $256 \cdot 64 + 9 \cdot 64^2 + 64 \cdot 256 = 69632$ weights. This one squeezes to
// 128 only, and its window takes $9 \cdot 128 \cdot 4$. The two are nearly as large.

// %% as large as a ResNet's
long resnets = 256 * 64 + 9 * 64 * 64 + 64 * 256;
long resnexts = 256 * 128 + 9 * 128 * 4 + 128 * 256;
System.out.println(resnets + " and " + resnexts + " weights");
check(params(block) == resnexts + 2 * (128 + 128 + 256));
// => resnets ==> 69632
// => resnexts ==> 70144
// => 69632 and 70144 weights

// %% the network
class ResNeXt extends Model {
    Unit conv1 = own(conv2d(3, 64, 7, stride(2), padding(3), bias(false)));
    Unit bn1 = own(batchNorm2d(64));
    Unit relu = own(relu());
    Unit maxpool = own(maxPool2d(3, stride(2), padding(1)));
    Model layer1 = stage(64, 128, 3, 1), layer2 = stage(256, 256, 4, 2), layer3 = stage(512, 512, 6, 2), layer4 = stage(1024, 1024, 3, 2);
    Unit avgpool = own(adaptiveAvgPool2d(size(1, 1)));
    Unit fc = own(linear(2048, 1000));

    Model stage(int in, int width, int blocks, int step) {
        var all = new ArrayList<Model>();
        for (int i = 0; i < blocks; i++) all.add(new Bottleneck(i == 0 ? in : 2 * width, width, i == 0 ? step : 1));
        return sequential(all);
    }

    public Tensor forward(Tensor x) {
        return x.then(conv1, bn1, relu, maxpool, layer1, layer2, layer3, layer4, avgpool).flatten(1).then(fc);
    }
};
// => created class ResNeXt

// %% resnext50_32x4d
var resnext50 = trace(new ResNeXt(), 3, 224, 224);
check(params(resnext50) == 25_028_904);
check(macs(resnext50) == 4_230_479_872L);    // published as 4.23

// %% where they are
tree(resnext50, depth(1))
// => name          output            params        %           MACs
// => ──────────────────────────────────────────────────────────────
// => ResNeXt       N×1000        25,028,904  100.0 %  4,230,479,872
// => ├─ conv1      N×64×112×112       9,408   <0.1 %    118,013,952
// => ├─ bn1        N×64×112×112         128   <0.1 %              –
// => ├─ relu       N×64×112×112           0      0 %              –
// => ├─ maxpool    N×64×56×56             0      0 %              –
// => ├─ layer1     N×256×56×56      205,824    0.8 %    634,224,640
// => ├─ layer2     N×512×28×28    1,197,056    4.8 %  1,085,407,232
// => ├─ layer3     N×1024×14×14   7,022,592   28.1 %  1,525,350,400
// => ├─ layer4     N×2048×7×7    14,544,896   58.1 %    865,435,648
// => ├─ avgpool    N×2048×1×1             0      0 %              –
// => ├─ flatten_1  N×2048                 0      0 %              0
// => └─ fc         N×1000         2,049,000    8.2 %      2,048,000
// => params 25,028,904   trainable 25,028,904   not trainable 0   buffers 68,277
// => MACs 4,230,479,872   FLOPs 8,460,959,744   per example
// => float32: parameters 100.12 MB   kept in training 112.47 MB   most at once in use
// => 9.63 MB
// => a row with others in it is their sum; FLOPs: 2 per multiply-add

// %% [markdown]
// ResNet-50 has 25,557,032 parameters and 4,089,184,256 multiply-adds: the same budget, spent on width.
