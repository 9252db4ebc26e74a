// %% [markdown]
// # RegNet
//
// Ilija Radosavovic, Raj Prateek Kosaraju, Ross Girshick, Kaiming He, Piotr Dollár: *Designing Network Design Spaces*, 2020,
// [arXiv:2003.13678](https://arxiv.org/abs/2003.13678). Names, sizes and figures are those of torchvision's `regnet_y_400mf`: 400 million
// multiply-adds are its budget.
//
// **The idea.** Do not search for one network but for a *rule* that gives good ones. The rule they found: the width grows along a straight line
// from block to block. Four numbers say which network it is.

// %% [markdown]
// ## The rule
//
// Block $j$ wants $w_0 + w_a \cdot j$ channels. So that several blocks share one width, the wish is moved to the nearest
// $w_0 \cdot w_m^s$ with a whole $s$, and then to a multiple of 8. Blocks of one width are a stage.

// %% from four numbers to widths
int depth = 16, w0 = 48, groupWidth = 8;
double wa = 27.89, wm = 2.09;
var blocks = new TreeMap<Integer, Integer>();    // width -> how many blocks
for (int j = 0; j < depth; j++) {
    double s = Math.rint(Math.log((w0 + wa * j) / w0) / Math.log(wm));
    int width = (int) Math.rint(w0 * Math.pow(wm, s) / 8) * 8;
    blocks.merge(width / groupWidth * groupWidth, 1, Integer::sum);
}
System.out.println("blocks by width: " + blocks);
check(blocks.equals(Map.of(48, 1, 104, 3, 208, 6, 440, 6)));
// => depth ==> 16
// => w0 ==> 48
// => groupWidth ==> 8
// => wa ==> 27.89
// => wm ==> 2.09
// => blocks ==> {}
// => blocks by width: {48=1, 104=3, 208=6, 440=6}

// %% [markdown]
// ## The block
//
// A bottleneck that is not narrow: 1 by 1, then 3 by 3 in groups of 8 channels, then squeeze and excitation, then 1 by 1. Squeezing leaves a
// quarter of the channels that came *into the block*.

// %% convolution, normalisation, activation
Model normed(int in, int out, int k, int step, int groups, Layer... activation) {
    return sequential(conv2d(in, out, k, stride(step), padding(k / 2), groups(groups), bias(false)), batchNorm2d(out), List.of(activation));
}
// => created method normed(int,int,int,int,int,Layer...)

// %% squeeze and excitation
class SqueezeExcitation extends Model {
    Unit avgpool = own(adaptiveAvgPool2d(1)), fc1, fc2, activation = own(relu()), scale_activation = own(sigmoid());

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
class Transform extends Model {
    Model a, b, se, c;

    Transform(int in, int out, int step) {
        a = normed(in, out, 1, 1, 1, relu());
        b = normed(out, out, 3, step, out / groupWidth, relu());
        se = new SqueezeExcitation(out, (int) Math.rint(0.25 * in));
        c = normed(out, out, 1, 1, 1);
    }

    public Tensor forward(Tensor x) {
        return x.then(a, b, se, c);
    }
}

class Block extends Model {
    Model proj, f;
    Unit activation = own(relu());

    Block(int in, int out, int step) {
        if (in != out || step != 1) proj = normed(in, out, 1, step, 1);
        f = new Transform(in, out, step);
    }

    public Tensor forward(Tensor x) {
        return (proj == null ? x : x.then(proj)).add(x.then(f)).then(activation);
    }
}
var block = trace(new Block(208, 208, 1), 208, 14, 14)
// => created class Transform
// => created class Block
// =>  #  layer              output       params  Σ params       FLOPs     Σ FLOPs
// => ────────────────────────────────────────────────────────────────────────────
// =>  0  input              N×208×14×14                                            ◂
// =>  1  conv2d 208→208 …   N×208×14×14  43,264    43,264  16,959,488  16,959,488  ◂
// =>  2  batchNorm2d 208    N×208×14×14     416    43,680           –  16,959,488  ◂
// =>  3  relu               N×208×14×14       0    43,680           –  16,959,488  ◂
// =>  4  conv2d 208→208 …   N×208×14×14  14,976    58,656   5,870,592  22,830,080  ◂
// =>  5  batchNorm2d 208    N×208×14×14     416    59,072           –  22,830,080  ◂
// =>  6  relu               N×208×14×14       0    59,072           –  22,830,080  ◂
// =>  7  adaptiveAvgPool2d  N×208×1×1         0    59,072           –  22,830,080  ◂
// =>  8  conv2d 208→52 k1   N×52×1×1     10,868    69,940      21,632  22,851,712  ◂
// =>  9  relu               N×52×1×1          0    69,940           –  22,851,712  ◂
// => 10  conv2d 52→208 k1   N×208×1×1    11,024    80,964      21,632  22,873,344  ◂
// => 11  sigmoid            N×208×1×1         0    80,964           –  22,873,344  ◂
// => 12  mul                N×208×14×14       0    80,964           –  22,873,344  ◂
// => 13  conv2d 208→208 …   N×208×14×14  43,264   124,228  16,959,488  39,832,832  ◂
// => 14  batchNorm2d 208    N×208×14×14     416   124,644           –  39,832,832  ◂
// => 15  add                N×208×14×14       0   124,644           –  39,832,832  ◂
// => 16  relu               N×208×14×14       0   124,644           –  39,832,832  ◂
// => FLOPs: 2 per multiply-add, per example

// %% the network
class RegNet extends Model {
    Model stem = normed(3, 32, 3, 2, 1, relu());
    Map<String, Map<String, Model>> trunk_output = new LinkedHashMap<>();
    Unit avgpool = own(adaptiveAvgPool2d(size(1, 1)));
    Unit fc;

    RegNet() {
        int in = 32, stage = 1;
        for (var width : blocks.entrySet()) {
            var all = new LinkedHashMap<String, Model>();
            for (int i = 0; i < width.getValue(); i++) {
                all.put("block" + stage + "-" + i, new Block(in, width.getKey(), i == 0 ? 2 : 1));
                in = width.getKey();
            }
            trunk_output.put("block" + stage++, all);
        }
        fc = own(linear(in, 1000));
    }

    public Tensor forward(Tensor x) {
        x = x.then(stem);
        for (var stage : trunk_output.values()) {
            for (var block : stage.values()) x = x.then(block);
        }
        return x.then(avgpool).flatten(1).then(fc);
    }
};
// => created class RegNet

// %% regnet_y_400mf
var regnet = trace(new RegNet(), 3, 224, 224);
check(params(regnet) == 4_344_144);
check(macs(regnet) == 401_842_848);    // published as 0.402

// %% where they are
tree(regnet, depth(2))
// => name                             output           params        %         MACs
// => ──────────────────────────────────────────────────────────────────────────────
// => RegNet                           N×1000        4,344,144  100.0 %  401,842,848
// => ├─ stem                          N×32×112×112        928   <0.1 %   10,838,016
// => │  ├─ 0                          N×32×112×112        864   <0.1 %   10,838,016
// => │  ├─ 1                          N×32×112×112         64   <0.1 %            –
// => │  └─ 2                          N×32×112×112          0      0 %            –
// => ├─ trunk_output.block1.block1-0  N×48×56×56       10,040    0.2 %   42,148,608
// => │  ├─ proj                       N×48×56×56        1,632   <0.1 %    4,816,896
// => │  ├─ f                          N×48×56×56        8,408    0.2 %   37,331,712
// => │  ├─ add_1                      N×48×56×56            0      0 %            –
// => │  └─ activation                 N×48×56×56            0      0 %            –
// => ├─ trunk_output.block2.block2-0  N×104×28×28      31,732    0.7 %   33,921,472
// => │  ├─ proj                       N×104×28×28       5,200    0.1 %    3,913,728
// => │  ├─ f                          N×104×28×28      26,532    0.6 %   30,007,744
// => │  ├─ add_1                      N×104×28×28           0      0 %            –
// => │  └─ activation                 N×104×28×28           0      0 %            –
// => ├─ trunk_output.block2.block2-1  N×104×28×28      35,282    0.8 %   22,835,488
// => │  ├─ f                          N×104×28×28      35,282    0.8 %   22,835,488
// => │  ├─ add_1                      N×104×28×28           0      0 %            –
// => │  └─ activation                 N×104×28×28           0      0 %            –
// => ├─ trunk_output.block2.block2-2  N×104×28×28      35,282    0.8 %   22,835,488
// => │  ├─ f                          N×104×28×28      35,282    0.8 %   22,835,488
// => │  ├─ add_1                      N×104×28×28           0      0 %            –
// => │  └─ activation                 N×104×28×28           0      0 %            –
// => ├─ trunk_output.block3.block3-0  N×208×14×14     114,218    2.6 %   32,625,216
// => │  ├─ proj                       N×208×14×14      22,048    0.5 %    4,239,872
// => │  ├─ f                          N×208×14×14      92,170    2.1 %   28,385,344
// => │  ├─ add_1                      N×208×14×14           0      0 %            –
// => │  └─ activation                 N×208×14×14           0      0 %            –
// => ├─ trunk_output.block3.block3-1  N×208×14×14     124,644    2.9 %   19,916,416
// => │  ├─ f                          N×208×14×14     124,644    2.9 %   19,916,416
// => │  ├─ add_1                      N×208×14×14           0      0 %            –
// => │  └─ activation                 N×208×14×14           0      0 %            –
// => ├─ trunk_output.block3.block3-2  N×208×14×14     124,644    2.9 %   19,916,416
// => │  ├─ f                          N×208×14×14     124,644    2.9 %   19,916,416
// => │  ├─ add_1                      N×208×14×14           0      0 %            –
// => │  └─ activation                 N×208×14×14           0      0 %            –
// => ├─ trunk_output.block3.block3-3  N×208×14×14     124,644    2.9 %   19,916,416
// => │  ├─ f                          N×208×14×14     124,644    2.9 %   19,916,416
// => │  ├─ add_1                      N×208×14×14           0      0 %            –
// => │  └─ activation                 N×208×14×14           0      0 %            –
// => ├─ trunk_output.block3.block3-4  N×208×14×14     124,644    2.9 %   19,916,416
// => │  ├─ f                          N×208×14×14     124,644    2.9 %   19,916,416
// => │  ├─ add_1                      N×208×14×14           0      0 %            –
// => │  └─ activation                 N×208×14×14           0      0 %            –
// => ├─ trunk_output.block3.block3-5  N×208×14×14     124,644    2.9 %   19,916,416
// => │  ├─ f                          N×208×14×14     124,644    2.9 %   19,916,416
// => │  ├─ add_1                      N×208×14×14           0      0 %            –
// => │  └─ activation                 N×208×14×14           0      0 %            –
// => ├─ trunk_output.block4.block4-0  N×440×7×7       458,092   10.5 %   33,506,880
// => │  ├─ proj                       N×440×7×7        92,400    2.1 %    4,484,480
// => │  ├─ f                          N×440×7×7       365,692    8.4 %   29,022,400
// => │  ├─ add_1                      N×440×7×7             0      0 %            –
// => │  └─ activation                 N×440×7×7             0      0 %            –
// => ├─ trunk_output.block4.block4-1  N×440×7×7       518,870   11.9 %   20,621,920
// => │  ├─ f                          N×440×7×7       518,870   11.9 %   20,621,920
// => │  ├─ add_1                      N×440×7×7             0      0 %            –
// => │  └─ activation                 N×440×7×7             0      0 %            –
// => ├─ trunk_output.block4.block4-2  N×440×7×7       518,870   11.9 %   20,621,920
// => │  ├─ f                          N×440×7×7       518,870   11.9 %   20,621,920
// => │  ├─ add_1                      N×440×7×7             0      0 %            –
// => │  └─ activation                 N×440×7×7             0      0 %            –
// => ├─ trunk_output.block4.block4-3  N×440×7×7       518,870   11.9 %   20,621,920
// => │  ├─ f                          N×440×7×7       518,870   11.9 %   20,621,920
// => │  ├─ add_1                      N×440×7×7             0      0 %            –
// => │  └─ activation                 N×440×7×7             0      0 %            –
// => ├─ trunk_output.block4.block4-4  N×440×7×7       518,870   11.9 %   20,621,920
// => │  ├─ f                          N×440×7×7       518,870   11.9 %   20,621,920
// => │  ├─ add_1                      N×440×7×7             0      0 %            –
// => │  └─ activation                 N×440×7×7             0      0 %            –
// => ├─ trunk_output.block4.block4-5  N×440×7×7       518,870   11.9 %   20,621,920
// => │  ├─ f                          N×440×7×7       518,870   11.9 %   20,621,920
// => │  ├─ add_1                      N×440×7×7             0      0 %            –
// => │  └─ activation                 N×440×7×7             0      0 %            –
// => ├─ avgpool                       N×440×1×1             0      0 %            –
// => ├─ flatten_1                     N×440                 0      0 %            0
// => └─ fc                            N×1000          441,000   10.2 %      440,000
// => params 4,344,144   trainable 4,344,144   not trainable 0   buffers 27,205
// => MACs 401,842,848   FLOPs 803,685,696   per example
// => float32: parameters 17.38 MB   kept in training 33.74 MB   most at once in use
// => 5.42 MB
// => a row with others in it is their sum; FLOPs: 2 per multiply-add

// %% [markdown]
// Four hundred million, as the name promises; the rule was asked for that budget.
