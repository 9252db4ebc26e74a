// %% [markdown]
// # ConvNeXt
//
// Zhuang Liu, Hanzi Mao, Chao-Yuan Wu, Christoph Feichtenhofer, Trevor Darrell, Saining Xie: *A ConvNet for the 2020s*, 2022,
// [arXiv:2201.03545](https://arxiv.org/abs/2201.03545). Names, sizes and figures are those of torchvision's `convnext_tiny`.
//
// **The idea.** Take a ResNet-50 and change it step by step into what a Swin transformer looks like, but keep the convolutions: cut the
// picture into patches first, a depthwise window of 7 by 7 instead of attention, two linear layers with four times the width in
// between, LayerNorm instead of BatchNorm, GELU instead of ReLU. It ends where the transformer is, without attention.

// %% [markdown]
// ## The block
//
// The window looks around, the two linear layers mix the channels. They work on the *last* axis, so the channels are moved there and
// back. What comes out is multiplied by one learned number for each channel, which begins near zero.
//
// $$P = \underbrace{49 C + C}_{\text{window}} + \underbrace{2 C}_{\text{norm}} + \underbrace{4 C^2 + 4 C}_{\text{out}} + \underbrace{4 C^2 + C}_{\text{back}} + \underbrace{C}_{\text{scale}} = 8 C^2 + 58 C$$

// %% the block
record StochasticDepth(double p) implements Layer {    // skips the block in training now and then; does nothing otherwise
    public Rule rule() {
        return Rule.of("StochasticDepth").takes(ANY).gives(ANY);
    }
}

class CNBlock extends Model {
    Tensor layer_scale;
    Model block;
    Unit stochastic_depth = own(new StochasticDepth(0.1));

    CNBlock(int c) {
        layer_scale = parameter(c, 1, 1);
        block = sequential(
            conv2d(c, c, 7, padding(3), groups(c)),
            permute(0, 2, 3, 1), layerNorm(c, eps(1e-6)), linear(c, 4 * c), gelu(), linear(4 * c, c), permute(0, 3, 1, 2));
    }

    public Tensor forward(Tensor x) {
        return layer_scale.mul(x.then(block)).then(stochastic_depth).add(x);
    }
}
var block = trace(new CNBlock(96), 96, 56, 56)
// => created record StochasticDepth
// => created class CNBlock
// =>  #  layer             output       params  Σ params        FLOPs      Σ FLOPs
// => ─────────────────────────────────────────────────────────────────────────────
// =>  0  input             N×96×56×56                                               ◂
// =>  1  conv2d 96→96 …    N×96×56×56    4,800     4,800   29,503,488   29,503,488  ◂
// =>  2  permute 0 2 3 1   N×56×56×96        0     4,800            0   29,503,488  ◂
// =>  3  layerNorm 96 …    N×56×56×96      192     4,992            –   29,503,488  ◂
// =>  4  linear 96→384     N×56×56×384  37,248    42,240  231,211,008  260,714,496  ◂
// =>  5  gelu              N×56×56×384       0    42,240            –  260,714,496  ◂
// =>  6  linear 384→96     N×56×56×96   36,960    79,200  231,211,008  491,925,504  ◂
// =>  7  permute 0 3 1 2   N×96×56×56        0    79,200            0  491,925,504  ◂
// =>  8  parameter 96×1×1  96×1×1           96    79,296            0  491,925,504  ◂
// =>  9  mul               N×96×56×56        0    79,296            –  491,925,504  ◂
// => 10  stochasticDepth   N×96×56×56        0    79,296            0  491,925,504  ◂
// => 11  add               N×96×56×56        0    79,296            –  491,925,504  ◂
// => FLOPs: 2 per multiply-add, per example

// %% its parameters
check(params(block) == 8 * 96 * 96 + 58 * 96);

// %% [markdown]
// ## The network
//
// Between the stages a window of 2 by 2 with a step of 2 halves the picture. A normalisation over the channels of a picture is
// torchvision's `LayerNorm2d`: a LayerNorm that moves the axes itself.

// %% the network
class LayerNorm2d extends Model {
    Tensor weight, bias;
    int channels;

    LayerNorm2d(int channels) {
        this.channels = channels;
        weight = parameter(channels);
        bias = parameter(channels);
    }

    public Tensor forward(Tensor x) {
        return x.permute(0, 2, 3, 1).layerNorm(size(channels), weight, bias).permute(0, 3, 1, 2);
    }
}

class ConvNeXt extends Model {
    List<Model> features = new ArrayList<>();
    Unit avgpool = own(adaptiveAvgPool2d(1));
    Model classifier;

    ConvNeXt(int[] channels, int[] blocks) {
        features.add(sequential(conv2d(3, channels[0], 4, stride(4)), new LayerNorm2d(channels[0])));
        for (int i = 0; i < 4; i++) {
            if (i > 0) features.add(sequential(new LayerNorm2d(channels[i - 1]), conv2d(channels[i - 1], channels[i], 2, stride(2))));
            var stage = new ArrayList<Model>();
            for (int j = 0; j < blocks[i]; j++) stage.add(new CNBlock(channels[i]));
            features.add(sequential(stage));
        }
        classifier = sequential(new LayerNorm2d(channels[3]), flatten(1), linear(channels[3], 1000));
    }

    public Tensor forward(Tensor x) {
        for (Model part : features) x = x.then(part);
        return x.then(avgpool, classifier);
    }
};
// => created class LayerNorm2d
// => created class ConvNeXt

// %% [markdown]
// ## Checked
//
// torchvision publishes 28,589,128 parameters and 4.456 "GFLOPS" (thousands of millions of multiply-adds).

// %% convnext_tiny
var convnext = trace(new ConvNeXt(new int[] {96, 192, 384, 768}, new int[] {3, 3, 9, 3}), 3, 224, 224);
check(params(convnext) == 28_589_128);
check(macs(convnext) == 4_455_531_264L);

// %% [markdown]
// ## Where the work is
//
// Nearly all of it is in the linear layers: $8 C^2$ multiply-adds at each place, against $49 C$ for the window. A window of 7 by 7 is
// almost free when each channel has its own.

// %% window against linear layers
for (int c : new int[] {96, 192, 384, 768}) {
    System.out.println(c + " channels: the window does " + Math.round(100.0 * 49 / (49 + 8 * c)) + " % of a block's work");
};
// => 96 channels: the window does 6 % of a block's work
// => 192 channels: the window does 3 % of a block's work
// => 384 channels: the window does 2 % of a block's work
// => 768 channels: the window does 1 % of a block's work
