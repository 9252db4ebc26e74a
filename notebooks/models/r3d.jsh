// %% [markdown]
// # R3D
//
// Du Tran, Heng Wang, Lorenzo Torresani, Jamie Ray, Yann LeCun, Manohar Paluri: *A Closer Look at Spatiotemporal Convolutions for Action Recognition*,
// 2017, [arXiv:1711.11248](https://arxiv.org/abs/1711.11248). Names, sizes and figures are those of torchvision's `r3d_18`.
//
// **The idea.** A film is a block of pictures. A window that is 3 pictures long, 3 points high and 3 wide sees *movement*. The rest is a ResNet-18
// with one axis more.

// %% [markdown]
// ## One axis more
//
// $$P = C_{out} \cdot C_{in} \cdot k^3 \qquad \text{MACs} = P \cdot D' \cdot H' \cdot W'$$
//
// Three times the weights of a flat window of 3, and the work goes with the number of pictures, too.

// %% flat and deep
var flat = tensor(64, 56, 56).then(conv2d(64, 64, 3, padding(1), bias(false)));
var deep = tensor(64, 16, 56, 56).then(conv3d(64, 64, 3, padding(1), bias(false)));
check(params(deep) == 3 * params(flat) && macs(deep) == 16 * 3 * macs(flat));

// %% the block
class BasicBlock extends Model {
    Model conv1, conv2, downsample;
    Unit relu = own(relu());

    BasicBlock(int in, int out, int step) {
        conv1 = sequential(conv3d(in, out, 3, stride(step), padding(1), bias(false)), batchNorm3d(out), relu());
        conv2 = sequential(conv3d(out, out, 3, padding(1), bias(false)), batchNorm3d(out));
        if (step != 1) downsample = sequential(conv3d(in, out, 1, stride(step), bias(false)), batchNorm3d(out));
    }

    public Tensor forward(Tensor x) {
        return x.then(conv1, conv2).add(downsample == null ? x : x.then(downsample)).then(relu);
    }
}
var block = trace(new BasicBlock(64, 128, 2), 64, 16, 56, 56)
// => created class BasicBlock
// =>  #  layer                     output          params  Σ params          FLOPs
// => ─────────────────────────────────────────────────────────────────────────────
// =>  4  input                     N×64×16×56×56                                    ◂
// =>  5  conv3d 64→128 k3 s2 p1 …  N×128×8×28×28  221,184   221,184  2,774,532,096  ◂
// =>  6  batchNorm3d 128           N×128×8×28×28      256   221,440              –  ◂
// =>  7  relu                      N×128×8×28×28        0   221,440              –  ◂
// =>  8  conv3d 128→128 k3 p1 …    N×128×8×28×28  442,368   663,808  5,549,064,192  ◂
// =>  9  batchNorm3d 128           N×128×8×28×28      256   664,064              –  ◂
// => 10  conv3d 64→128 k1 s2 no …  N×128×8×28×28    8,192   672,256    102,760,448  ◂
// => 11  batchNorm3d 128           N×128×8×28×28      256   672,512              –  ◂
// => 12  add                       N×128×8×28×28        0   672,512              –  ◂
// => 13  relu                      N×128×8×28×28        0   672,512              –  ◂
// => FLOPs: 2 per multiply-add, per example

// %% [markdown]
// A step of 2 halves all three axes: an eighth of the places, four times the weights. So in a film each stage costs *half* of the one before; in
// a picture it costs the same (see `resnet.jsh`).

// %% the network
class VideoResNet extends Model {
    Model stem = sequential(conv3d(3, 64, size(3, 7, 7), stride(1, 2, 2), padding(1, 3, 3), bias(false)), batchNorm3d(64), relu());
    Model layer1 = stage(64, 64, 1), layer2 = stage(64, 128, 2), layer3 = stage(128, 256, 2), layer4 = stage(256, 512, 2);
    Unit avgpool = own(adaptiveAvgPool3d(size(1, 1, 1)));
    Unit fc = own(linear(512, 400));

    Model stage(int in, int out, int step) {
        return sequential(new BasicBlock(in, out, step), new BasicBlock(out, out, 1));
    }

    public Tensor forward(Tensor x) {
        return x.then(stem, layer1, layer2, layer3, layer4, avgpool).flatten(1).then(fc);
    }
};
// => created class VideoResNet

// %% r3d_18
var r3d = trace(new VideoResNet(), 3, 16, 112, 112);
check(params(r3d) == 33_371_472);
check(macs(r3d) == 40_696_553_472L);    // published as 40.697

// %% where they are
tree(r3d, depth(1))
// => name          output             params        %            MACs
// => ────────────────────────────────────────────────────────────────
// => VideoResNet   N×400          33,371,472  100.0 %  40,696,553,472
// => ├─ stem       N×64×16×56×56      28,352    0.1 %   1,416,167,424
// => ├─ layer1     N×64×16×56×56     442,880    1.3 %  22,196,256,768
// => ├─ layer2     N×128×8×28×28   1,557,760    4.7 %   9,762,242,560
// => ├─ layer3     N×256×4×14×14   6,228,480   18.7 %   4,881,121,280
// => ├─ layer4     N×512×2×7×7    24,908,800   74.6 %   2,440,560,640
// => ├─ avgpool    N×512×1×1×1             0      0 %               –
// => ├─ flatten_1  N×512                   0      0 %               0
// => └─ fc         N×400             205,200    0.6 %         204,800
// => params 33,371,472   trainable 33,371,472   not trainable 0   buffers 9,620
// => MACs 40,696,553,472   FLOPs 81,393,106,944   per example
// => float32: parameters 133.49 MB   kept in training 168.83 MB   most at once in use
// => 38.54 MB
// => a row with others in it is their sum; FLOPs: 2 per multiply-add

// %% [markdown]
// ## A tool that does not see it
//
// thop counts by class, and looks it up exactly. torchvision's convolution here is a class of its own, `Conv3DSimple`, *made from* `Conv3d`: thop
// does not know it, says nothing, and reports 1,591,637,504 operations and 415,056 parameters: the convolutions are missing in both. In its
// convention, with nothing missing, it is

// %% thop on the plain class
System.out.println(flops(r3d, THOP));
check(flops(r3d, THOP) == 40_781_903_360L && flops(r3d, THOP) / 1_591_637_504L == 25);
// => 40781903360
