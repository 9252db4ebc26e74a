// %% [markdown]
// # GoogLeNet
//
// Christian Szegedy and others: *Going Deeper with Convolutions*, 2014, [arXiv:1409.4842](https://arxiv.org/abs/1409.4842). Names, sizes and
// figures are those of torchvision's `googlenet`, which normalises after each convolution (as Inception v2) and, by an old slip that
// the published weights keep, has windows of 3 where the paper has 5.
//
// **The idea.** Which window is best, 1, 3 or 5? Take all of them and put the results side by side, each on few channels: a
// window of 1 by 1 in front makes them few. 22 layers with a ninth of AlexNet's parameters.

// %% a convolution
class BasicConv2d extends Model {
    Unit conv, bn;

    BasicConv2d(int in, int out, int k, int step, int pad) {
        conv = own(conv2d(in, out, k, stride(step), padding(pad), bias(false)));
        bn = own(batchNorm2d(out, eps(0.001)));
    }

    BasicConv2d(int in, int out, int k) {
        this(in, out, k, 1, k / 2);
    }

    public Tensor forward(Tensor x) {
        return x.then(conv, bn).relu();
    }
}
// => created class BasicConv2d

// %% an inception block
class Inception extends Model {
    Model branch1, branch2, branch3, branch4;

    Inception(int in, int one, int reduce3, int three, int reduce5, int five, int pooled) {
        branch1 = new BasicConv2d(in, one, 1);
        branch2 = sequential(new BasicConv2d(in, reduce3, 1), new BasicConv2d(reduce3, three, 3));
        branch3 = sequential(new BasicConv2d(in, reduce5, 1), new BasicConv2d(reduce5, five, 3));
        branch4 = sequential(maxPool2d(3, stride(1), padding(1), ceilMode(true)), new BasicConv2d(in, pooled, 1));
    }

    public Tensor forward(Tensor x) {
        return cat(1, x.then(branch1), x.then(branch2), x.then(branch3), x.then(branch4));
    }
}
var block = trace(new Inception(192, 64, 96, 128, 16, 32, 32), 192, 28, 28)
// => created class Inception
// =>  #  layer            output        params  Σ params        FLOPs      Σ FLOPs
// => ─────────────────────────────────────────────────────────────────────────────
// =>  0  input            N×192×28×28                                               ◂
// =>  1  conv2d 192→64 …  N×64×28×28    12,288    12,288   19,267,584   19,267,584  ◂
// =>  2  batchNorm2d …    N×64×28×28       128    12,416            –   19,267,584  ◂
// =>  3  relu             N×64×28×28         0    12,416            –   19,267,584  ◂
// =>  4  conv2d 192→96 …  N×96×28×28    18,432    30,848   28,901,376   48,168,960  ◂
// =>  5  batchNorm2d …    N×96×28×28       192    31,040            –   48,168,960  ◂
// =>  6  relu             N×96×28×28         0    31,040            –   48,168,960  ◂
// =>  7  conv2d 96→128 …  N×128×28×28  110,592   141,632  173,408,256  221,577,216  ◂
// =>  8  batchNorm2d …    N×128×28×28      256   141,888            –  221,577,216  ◂
// =>  9  relu             N×128×28×28        0   141,888            –  221,577,216  ◂
// => 10  conv2d 192→16 …  N×16×28×28     3,072   144,960    4,816,896  226,394,112  ◂
// => 11  batchNorm2d …    N×16×28×28        32   144,992            –  226,394,112  ◂
// => 12  relu             N×16×28×28         0   144,992            –  226,394,112  ◂
// => 13  conv2d 16→32 …   N×32×28×28     4,608   149,600    7,225,344  233,619,456  ◂
// => 14  batchNorm2d …    N×32×28×28        64   149,664            –  233,619,456  ◂
// => 15  relu             N×32×28×28         0   149,664            –  233,619,456  ◂
// => 16  maxPool2d k3 …   N×192×28×28        0   149,664            –  233,619,456  ◂
// => 17  conv2d 192→32 …  N×32×28×28     6,144   155,808    9,633,792  243,253,248  ◂
// => 18  batchNorm2d …    N×32×28×28        64   155,872            –  243,253,248  ◂
// => 19  relu             N×32×28×28         0   155,872            –  243,253,248  ◂
// => 20  cat 1            N×256×28×28        0   155,872            0  243,253,248  ◂
// => FLOPs: 2 per multiply-add, per example

// %% [markdown]
// 64 + 128 + 32 + 32 = 256 channels come out. Without the narrow windows in front the block would have 294,912 weights
// in its convolutions instead of 155,136.

// %% without the narrow windows
long wide = 192 * 64 + 9 * 192 * 128 + 9 * 192 * 32 + 192 * 32;
long narrow = 192 * 64 + (192 * 96 + 9 * 96 * 128) + (192 * 16 + 9 * 16 * 32) + 192 * 32;
check(params(block) == narrow + 2 * (64 + 96 + 128 + 16 + 32 + 32));
// => wide ==> 294912
// => narrow ==> 155136

// %% [markdown]
// ## The network, and its two other heads
//
// To train something this deep in 2014, two more classifiers were hung into the middle of it. They only help in training: when
// the network is used they do not run, but their weights are still there until somebody takes them out.

// %% a head in the middle
class InceptionAux extends Model {
    Model conv;
    Unit fc1 = own(linear(2048, 1024)), fc2 = own(linear(1024, 1000)), dropout = own(dropout(0.7));

    InceptionAux(int in) {
        conv = new BasicConv2d(in, 128, 1);
    }

    public Tensor forward(Tensor x) {
        return x.adaptiveAvgPool2d(size(4, 4)).then(conv).flatten(1).then(fc1).relu().then(dropout, fc2);
    }
}
// => created class InceptionAux

// %% the network
class GoogLeNet extends Model {
    Model conv1 = new BasicConv2d(3, 64, 7, 2, 3);
    Unit maxpool1 = own(maxPool2d(3, stride(2), ceilMode(true)));
    Model conv2 = new BasicConv2d(64, 64, 1), conv3 = new BasicConv2d(64, 192, 3);
    Unit maxpool2 = own(maxPool2d(3, stride(2), ceilMode(true)));
    Model inception3a = new Inception(192, 64, 96, 128, 16, 32, 32);
    Model inception3b = new Inception(256, 128, 128, 192, 32, 96, 64);
    Unit maxpool3 = own(maxPool2d(3, stride(2), ceilMode(true)));
    Model inception4a = new Inception(480, 192, 96, 208, 16, 48, 64);
    Model inception4b = new Inception(512, 160, 112, 224, 24, 64, 64);
    Model inception4c = new Inception(512, 128, 128, 256, 24, 64, 64);
    Model inception4d = new Inception(512, 112, 144, 288, 32, 64, 64);
    Model inception4e = new Inception(528, 256, 160, 320, 32, 128, 128);
    Unit maxpool4 = own(maxPool2d(2, stride(2), ceilMode(true)));
    Model inception5a = new Inception(832, 256, 160, 320, 32, 128, 128);
    Model inception5b = new Inception(832, 384, 192, 384, 48, 128, 128);
    Model aux1, aux2;
    Unit avgpool = own(adaptiveAvgPool2d(size(1, 1))), dropout = own(dropout(0.2)), fc = own(linear(1024, 1000));

    GoogLeNet(boolean aux) {
        if (aux) {
            aux1 = new InceptionAux(512);
            aux2 = new InceptionAux(528);
        }
    }

    public Tensor forward(Tensor x) {
        x = x.then(conv1, maxpool1, conv2, conv3, maxpool2);
        x = x.then(inception3a, inception3b, maxpool3);
        x = x.then(inception4a, inception4b, inception4c, inception4d, inception4e, maxpool4);
        return x.then(inception5a, inception5b, avgpool).flatten(1).then(dropout, fc);
    }
};
// => created class GoogLeNet

// %% [markdown]
// ## Checked
//
// torchvision publishes 6,624,904 parameters (without the two heads) and 1.498 "GFLOPS", which are thousands of millions of
// multiply-adds. Built as it is trained, it has 13,004,888: **the two heads have nearly as many as all the rest**, because each
// has a linear layer from 2048 to 1024.

// %% without the heads
var plain = trace(new GoogLeNet(false), 3, 224, 224);
check(params(plain) == 6_624_904);

// %% googlenet
var googlenet = trace(new GoogLeNet(true), 3, 224, 224);
check(params(googlenet) == 13_004_888);
check(macs(googlenet) == 1_498_376_192L && macs(plain) == macs(googlenet));

// %% where they are
tree(plain, depth(1))
// => name            output           params        %           MACs
// => ───────────────────────────────────────────────────────────────
// => GoogLeNet       N×1000        6,624,904  100.0 %  1,498,376,192
// => ├─ conv1        N×64×112×112      9,536    0.1 %    118,013,952
// => ├─ maxpool1     N×64×56×56            0      0 %              –
// => ├─ conv2        N×64×56×56        4,224    0.1 %     12,845,056
// => ├─ conv3        N×192×56×56     110,976    1.7 %    346,816,512
// => ├─ maxpool2     N×192×28×28           0      0 %              –
// => ├─ inception3a  N×256×28×28     155,872    2.4 %    121,626,624
// => ├─ inception3b  N×480×28×28     340,224    5.1 %    265,732,096
// => ├─ maxpool3     N×480×14×14           0      0 %              –
// => ├─ inception4a  N×512×14×14     364,512    5.5 %     71,199,744
// => ├─ inception4b  N×512×14×14     425,232    6.4 %     83,091,456
// => ├─ inception4c  N×512×14×14     486,192    7.3 %     95,033,344
// => ├─ inception4d  N×528×14×14     573,312    8.7 %    112,093,184
// => ├─ inception4e  N×832×14×14     803,840   12.1 %    157,151,232
// => ├─ maxpool4     N×832×7×7             0      0 %              –
// => ├─ inception5a  N×832×7×7       978,944   14.8 %     47,867,904
// => ├─ inception5b  N×1024×7×7    1,347,040   20.3 %     65,881,088
// => ├─ avgpool      N×1024×1×1            0      0 %              –
// => ├─ flatten_1    N×1024                0      0 %              0
// => ├─ dropout      N×1024                0      0 %              0
// => └─ fc           N×1000        1,025,000   15.5 %      1,024,000
// => params 6,624,904   trainable 6,624,904   not trainable 0   buffers 14,617
// => MACs 1,498,376,192   FLOPs 2,996,752,384   per example
// => float32: parameters 26.50 MB   kept in training 48.43 MB   most at once in use
// => 6.42 MB
// => a row with others in it is their sum; FLOPs: 2 per multiply-add

// %% one head
var head = trace(new InceptionAux(512), 512, 14, 14)
// =>   #  layer            output          params   Σ params      FLOPs    Σ FLOPs
// => ─────────────────────────────────────────────────────────────────────────────
// => 417  input            N×512×14×14                                              ◂
// => 418  adaptiveAvgPoo…  N×512×4×4            0          0          –          0  ◂
// => 419  conv2d …         N×128×4×4       65,536     65,536  2,097,152  2,097,152  ◂
// => 420  batchNorm2d …    N×128×4×4          256     65,792          –  2,097,152  ◂
// => 421  relu             N×128×4×4            0     65,792          –  2,097,152  ◂
// => 422  flatten 1        N×2048               0     65,792          0  2,097,152  ◂
// => 423  linear …         N×1024       2,098,176  2,163,968  4,194,304  6,291,456  ◂
// => 424  relu             N×1024               0  2,163,968          –  6,291,456  ◂
// => 425  dropout 0.7      N×1024               0  2,163,968          0  6,291,456  ◂
// => 426  linear …         N×1000       1,025,000  3,188,968  2,048,000  8,339,456  ◂
// => FLOPs: 2 per multiply-add, per example
