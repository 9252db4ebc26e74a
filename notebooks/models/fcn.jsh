// %% [markdown]
// # FCN
//
// Jonathan Long, Evan Shelhamer, Trevor Darrell: *Fully Convolutional Networks for Semantic Segmentation*, 2014,
// [arXiv:1411.4038](https://arxiv.org/abs/1411.4038). Names, sizes and figures are those of torchvision's `fcn_resnet50`.
//
// **The idea.** Say for *each point* what it belongs to. A network without a linear layer fits pictures of any size and gives a small picture of
// answers, which is drawn large again. So that it does not become too small, the last stages do not step: they widen their windows instead.

// %% [markdown]
// ## Wider instead of smaller
//
// A window of 3 with *dilation* 2 reaches over 5 points and has 9 weights all the same (lesson 4). In place of a step of 2 it sees as far, and
// the picture keeps its size: nothing is lost, but the work is done at four times as many places.

// %% step or dilation
var steps = tensor(256, 65, 65).then(conv2d(256, 256, 3, stride(2), padding(1), bias(false)));
var wider = tensor(256, 65, 65).then(conv2d(256, 256, 3, padding(2), dilation(2), bias(false)));
System.out.println(steps.shape().text() + " or " + wider.shape().text());
check(params(steps) == params(wider) && macs(wider) == 65 * 65 * (macs(steps) / (33 * 33)));
// => N×256×33×33 or N×256×65×65

// %% a bottleneck
class Bottleneck extends Model {
    Unit conv1, bn1, conv2, bn2, conv3, bn3, relu = own(relu());
    Model downsample;

    Bottleneck(int in, int width, int step, int wide) {
        conv1 = own(conv2d(in, width, 1, bias(false)));
        bn1 = own(batchNorm2d(width));
        conv2 = own(conv2d(width, width, 3, stride(step), padding(wide), dilation(wide), bias(false)));
        bn2 = own(batchNorm2d(width));
        conv3 = own(conv2d(width, 4 * width, 1, bias(false)));
        bn3 = own(batchNorm2d(4 * width));
        if (in != 4 * width) downsample = sequential(conv2d(in, 4 * width, 1, stride(step), bias(false)), batchNorm2d(4 * width));
    }

    public Tensor forward(Tensor x) {
        var y = x.then(conv1, bn1, relu, conv2, bn2, relu, conv3, bn3);
        return y.add(downsample == null ? x : x.then(downsample)).then(relu);
    }
};
// => created class Bottleneck

// %% the body: a ResNet-50 that stops stepping
class Backbone extends Model {
    Unit conv1 = own(conv2d(3, 64, 7, stride(2), padding(3), bias(false)));
    Unit bn1 = own(batchNorm2d(64));
    Unit relu = own(relu());
    Unit maxpool = own(maxPool2d(3, stride(2), padding(1)));
    Model layer1 = stage(64, 64, 3, 1, 1, 1), layer2 = stage(256, 128, 4, 2, 1, 1);
    Model layer3 = stage(512, 256, 6, 1, 1, 2), layer4 = stage(1024, 512, 3, 1, 2, 4);    // no step: windows twice, four times as wide

    Model stage(int in, int width, int blocks, int step, int first, int rest) {
        var all = new ArrayList<Model>();
        for (int i = 0; i < blocks; i++) all.add(new Bottleneck(i == 0 ? in : 4 * width, width, i == 0 ? step : 1, i == 0 ? first : rest));
        return sequential(all);
    }

    public Tensor forward(Tensor x) {
        return x.then(conv1, bn1, relu, maxpool, layer1, layer2, layer3, layer4);
    }
}
// => created class Backbone

// %% the network
class Fcn extends Model {
    Model backbone = new Backbone();
    Model classifier = sequential(conv2d(2048, 512, 3, padding(1), bias(false)), batchNorm2d(512), relu(), dropout(0.1), conv2d(512, 21, 1));

    public Tensor forward(Tensor x) {
        return x.then(backbone, classifier).interpolate(size(x.size(2), x.size(3)), mode("bilinear"), alignCorners(false));
    }
};
// => created class Fcn

// %% fcn_resnet50
var fcn = trace(new Fcn(), 3, 520, 520);
check(params(fcn) == 32_957_013);
check(macs(fcn) == 142_725_772_800L);

// %% where they are
tree(fcn, depth(2))
// => name           type         output             params        %             MACs
// => ───────────────────────────────────────────────────────────────────────────────
// => Fcn                         N×21×520×520   32,957,013  100.0 %  142,725,772,800
// => ├─ backbone    Backbone     N×2048×65×65   23,508,032   71.3 %  102,808,243,200
// => │  ├─ conv1    Conv2d       N×64×260×260        9,408   <0.1 %      635,980,800
// => │  ├─ bn1      BatchNorm2d  N×64×260×260          128   <0.1 %                –
// => │  ├─ relu     ReLU         N×64×260×260            0      0 %                –
// => │  ├─ maxpool  MaxPool2d    N×64×130×130            0      0 %                –
// => │  ├─ layer1   Sequential   N×256×130×130     215,808    0.7 %    3,599,564,800
// => │  ├─ layer2   Sequential   N×512×65×65     1,219,584    3.7 %    5,537,792,000
// => │  ├─ layer3   Sequential   N×1024×65×65    7,098,368   21.5 %   29,904,076,800
// => │  └─ layer4   Sequential   N×2048×65×65   14,964,736   45.4 %   63,130,828,800
// => ├─ classifier  Sequential   N×21×65×65      9,448,981   28.7 %   39,917,529,600
// => │  ├─ 0        Conv2d       N×512×65×65     9,437,184   28.6 %   39,872,102,400
// => │  ├─ 1        BatchNorm2d  N×512×65×65         1,024   <0.1 %                –
// => │  ├─ 2        ReLU         N×512×65×65             0      0 %                –
// => │  ├─ 3        Dropout      N×512×65×65             0      0 %                0
// => │  └─ 4        Conv2d       N×21×65×65         10,773   <0.1 %       45,427,200
// => └─ upsample_1  Upsample     N×21×520×520            0      0 %                –
// => params 32,957,013   trainable 32,957,013   not trainable 0   buffers 54,198
// => MACs 142,725,772,800   FLOPs 285,451,545,600   per example
// => float32: parameters 131.83 MB   kept in training 1.05 GB   most at once in use
// => 103.83 MB
// => a row with others in it is their sum; FLOPs: 2 per multiply-add

// %% [markdown]
// ## Two figures that do not agree
//
// torchvision publishes 35,322,218 parameters and 152.717 thousand million multiply-adds. Those are of the network as it is *trained*: with a
// second head on the third stage that helps on the way back and is dropped afterwards. Here it is, and the sums are right again.

// %% the second head
var helper = tensor(1024, 65, 65).then(conv2d(1024, 256, 3, padding(1), bias(false)), batchNorm2d(256), relu(), dropout(0.1), conv2d(256, 21, 1));
check(params(fcn) + params(helper) == 35_322_218);
check(Math.round((macs(fcn) + macs(helper)) / 1e6) == 152_717);

// %% [markdown]
// One picture of 520 by 520 costs 35 times what ResNet-50 does for 224 by 224: 5.4 times the area, and stages that no longer halve it.

// %% compared with the ResNet
check(macs(fcn) / 4_089_184_256L == 34 && 520 * 520 / (224 * 224.0) > 5.3);
