// %% [markdown]
// # Vision transformer
//
// Alexey Dosovitskiy and others: *An Image is Worth 16x16 Words: Transformers for Image Recognition at Scale*, 2020,
// [arXiv:2010.11929](https://arxiv.org/abs/2010.11929). Names, sizes and figures are those of torchvision's `vit_b_16`, `vit_l_16`, `vit_l_32` and `vit_h_14`.
//
// **The idea.** Cut a picture of 224 by 224 into 14 · 14 = 196 patches of 16 by 16, make each patch a vector, and read them as a
// transformer reads the words of a sentence. Nothing in it knows that it is a picture, but a table of places that it learns.

// %% sizes tags=["parameters"]
int image = 224;
int patch = 16;
int layers = 12;
int heads = 12;
int hidden = 768;
int intermediate = 3072;
int classes = 1000;
// => image ==> 224
// => patch ==> 16
// => layers ==> 12
// => heads ==> 12
// => hidden ==> 768
// => intermediate ==> 3072
// => classes ==> 1000

// %% letters
record Config(int image, int patch, int layers, int heads, int hidden, int intermediate, int classes) {}
// => created record Config

// %% [markdown]
// ## A block of the encoder
//
// Attention, and two linear layers with four times the width in between; each with a normalisation in front and a shortcut
// around. With a width of $d$:
//
// $$P = \underbrace{4 d^2 + 4 d}_{\text{attention}} + \underbrace{8 d^2 + 5 d}_{\text{linear layers}} + \underbrace{4 d}_{\text{norms}} = 12 d^2 + 13 d$$

// %% a block of the encoder
class EncoderBlock extends Model {
    Unit ln_1, self_attention, dropout = own(dropout(0.0)), ln_2;
    Model mlp;

    EncoderBlock(int d, int heads, int f) {
        ln_1 = own(layerNorm(d, eps(1e-6)));
        self_attention = own(multiheadAttention(d, heads, batchFirst(true)));
        ln_2 = own(layerNorm(d, eps(1e-6)));
        mlp = sequential(linear(d, f), gelu(), dropout(0.0), linear(f, d), dropout(0.0));
    }

    public Tensor forward(Tensor input) {
        var x = input.then(ln_1);
        x = x.then(self_attention, x, x).then(dropout).add(input);
        return x.add(x.then(ln_2, mlp));
    }
}
int d = 768;
var block = trace(new EncoderBlock(d, 12, 4 * d), shape(N, symbol("T"), d));
check(params(block) == 12 * d * d + 13 * d);
System.out.println(flopsFormula(block).text() + " FLOPs for T patches");
// => created class EncoderBlock
// => d ==> 768
// => 3,072·N·T² + 14,155,776·N·T FLOPs for T patches

// %% [markdown]
// $24 T d^2 + 4 T^2 d$: the linear layers at each patch, and every patch with every other. For 197 patches the second part
// is only 4 % of the first; at twice the resolution there are four times the patches, and it is sixteen times as much.

// %% the network
class Encoder extends Model {
    Tensor pos_embedding;
    Unit dropout = own(dropout(0.0)), ln;
    Map<String, Model> layers = new LinkedHashMap<>();

    Encoder(int places, Config c) {
        pos_embedding = parameter(1, places, c.hidden());
        for (int i = 0; i < c.layers(); i++) layers.put("encoder_layer_" + i, new EncoderBlock(c.hidden(), c.heads(), c.intermediate()));
        ln = own(layerNorm(c.hidden(), eps(1e-6)));
    }

    public Tensor forward(Tensor x) {
        x = x.add(pos_embedding).then(dropout);
        for (Model block : layers.values()) x = x.then(block);
        return x.then(ln);
    }
}

class VisionTransformer extends Model {
    Tensor class_token;
    Unit conv_proj;
    Model encoder;
    Map<String, Unit> heads;

    VisionTransformer(Config c) {
        int across = c.image() / c.patch();
        class_token = parameter(1, 1, c.hidden());
        conv_proj = own(conv2d(3, c.hidden(), c.patch(), stride(c.patch())));
        encoder = new Encoder(across * across + 1, c);
        heads = Map.of("head", own(linear(c.hidden(), c.classes())));
    }

    public Tensor forward(Tensor x) {
        var patches = x.then(conv_proj).flatten(2).permute(0, 2, 1);
        var token = class_token.expand(x.size(0), -1, -1);    // one more vector, which in the end stands for the picture
        return cat(1, token, patches).then(encoder).select(1, 0).then(heads.get("head"));
    }
}

Network vit(Config c) {
    return trace(new VisionTransformer(c), 3, c.image(), c.image());
}
// => created class Encoder
// => created class VisionTransformer
// => created method vit(Config)

// %% [markdown]
// ## Checked
//
// Published by torchvision, the "GFLOPS" in thousands of millions of multiply-adds.

// %% vit_b_16
var base = vit(new Config(224, 16, 12, 12, 768, 3072, 1000));
check(params(base) == 86_567_656);
check(macs(base) == 17_563_828_224L);     // published as 17.564

// %% where they are
tree(base, depth(2))
// => name                           output           params        %            MACs
// => ───────────────────────────────────────────────────────────────────────────────
// => VisionTransformer              N×1000       86,567,656  100.0 %  17,563,828,224
// => ├─ conv_proj                   N×768×14×14     590,592    0.7 %     115,605,504
// => ├─ flatten_1                   N×768×196             0      0 %               0
// => ├─ permute_1                   N×196×768             0      0 %               0
// => ├─ expand_1                    N×1×768               0      0 %               0
// => ├─ cat_1                       N×197×768             0      0 %               0
// => ├─ encoder                     N×197×768    85,207,296   98.4 %  17,447,454,720
// => │  ├─ add_1                    N×197×768             0      0 %               –
// => │  ├─ dropout                  N×197×768             0      0 %               0
// => │  ├─ layers.encoder_layer_0   N×197×768     7,087,872    8.2 %   1,453,954,560
// => │  ├─ layers.encoder_layer_1   N×197×768     7,087,872    8.2 %   1,453,954,560
// => │  ├─ layers.encoder_layer_2   N×197×768     7,087,872    8.2 %   1,453,954,560
// => │  ├─ layers.encoder_layer_3   N×197×768     7,087,872    8.2 %   1,453,954,560
// => │  ├─ layers.encoder_layer_4   N×197×768     7,087,872    8.2 %   1,453,954,560
// => │  ├─ layers.encoder_layer_5   N×197×768     7,087,872    8.2 %   1,453,954,560
// => │  ├─ layers.encoder_layer_6   N×197×768     7,087,872    8.2 %   1,453,954,560
// => │  ├─ layers.encoder_layer_7   N×197×768     7,087,872    8.2 %   1,453,954,560
// => │  ├─ layers.encoder_layer_8   N×197×768     7,087,872    8.2 %   1,453,954,560
// => │  ├─ layers.encoder_layer_9   N×197×768     7,087,872    8.2 %   1,453,954,560
// => │  ├─ layers.encoder_layer_10  N×197×768     7,087,872    8.2 %   1,453,954,560
// => │  ├─ layers.encoder_layer_11  N×197×768     7,087,872    8.2 %   1,453,954,560
// => │  └─ ln                       N×197×768         1,536   <0.1 %               –
// => ├─ select_1                    N×768                 0      0 %               0
// => └─ heads.head                  N×1000          769,000    0.9 %         768,000
// => params 86,567,656   trainable 86,567,656   not trainable 0   buffers 0
// => MACs 17,563,828,224   FLOPs 35,127,656,448   per example
// => float32: parameters 346.27 MB   kept in training 140.40 MB   most at once in use
// => 6.25 MB
// => a row with others in it is their sum; FLOPs: 2 per multiply-add

// %% vit_b_16 at 384 by 384
var fine = vit(new Config(384, 16, 12, 12, 768, 3072, 1000));
check(params(fine) == 86_859_496);        // more places in the table
check(flops(fine) == 110_968_700_928L);   // published as 55.484

// %% vit_b_32
var rough = vit(new Config(224, 32, 12, 12, 768, 3072, 1000));
check(params(rough) == 88_224_232);

// %% vit_l_16
var large = vit(new Config(224, 16, 24, 16, 1024, 4096, 1000));
check(params(large) == 304_326_632);
check(flops(large) == 123_109_425_152L);  // published as 61.555

// %% vit_l_32
var coarse = vit(new Config(224, 32, 24, 16, 1024, 4096, 1000));
check(params(coarse) == 306_535_400);
check(flops(coarse) == 30_755_078_144L);  // published as 15.378

// %% vit_h_14
var huge = vit(new Config(224, 14, 32, 16, 1280, 5120, 1000));
check(params(huge) == 632_045_800);
check(flops(huge) == 334_590_218_240L);   // published as 167.295

// %% [markdown]
// Patches of 32 instead of 16: a quarter of the work, and *more* parameters, since the window that cuts the patches grows.
//
// ## What counters say
//
// Tools that look at modules do not see into attention: `thop` counts none of its work, and none of its weights, nor the bare
// parameters.

// %% counted by others
System.out.printf("thop: %,d of %,d multiply-adds, %,d of %,d parameters%n", profile(base).get(0), macs(base), profile(base).get(1), params(base));
// => thop: 11,286,254,592 of 17,563,828,224 multiply-adds, 58,067,176 of 86,567,656 parameters

// %% at your sizes
var mine = vit(new Config(image, patch, layers, heads, hidden, intermediate, classes));
System.out.println(paramsFormula(mine).text() + " parameters, " + flopsFormula(mine).text() + " FLOPs");
// => 86,567,656 parameters, 35,127,656,448·N FLOPs
