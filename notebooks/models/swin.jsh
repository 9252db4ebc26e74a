// %% [markdown]
// # Swin transformer
//
// Ze Liu, Yutong Lin, Yue Cao, Han Hu, Yixuan Wei, Zheng Zhang, Stephen Lin, Baining Guo: *Swin Transformer: Hierarchical Vision
// Transformer using Shifted Windows*, 2021, [arXiv:2103.14030](https://arxiv.org/abs/2103.14030). Names, sizes and figures are those of
// torchvision's `swin_t`.
//
// **The idea.** A vision transformer compares each patch with every other: four times the patches, sixteen times the work. Let a patch look only
// at the 7 by 7 around it, in a *window*, and the work grows with the picture, no faster. Every second block shifts the windows by half, so that
// neighbours across a border meet. Four patches become one between the stages, as pictures get smaller in a ResNet.

// %% [markdown]
// ## Attention in windows
//
// Cutting into windows moves numbers and computes nothing: the picture is viewed as windows by rows by columns, and the axes put in
// another order. Each window is then an example of its own: 64 of them from a picture of 56 by 56.
//
// To each comparison a learned number is added that depends on where the two patches are to each other: there are 13 · 13 = 169 such
// differences in a window of 7 by 7, and a number for each head. Which row of the table belongs to which pair is kept in a
// *buffer*: part of the network, but not learned.
//
// torchvision does not call its two linear layers: it hands their weights to a function, and so does this. (The mask that keeps apart
// what the shift brought together is left out: it has no weights, and adding it is no multiply-add.)

// %% attention in windows
class ShiftedWindowAttention extends Model {
    Unit qkv, proj;
    Tensor relative_position_bias_table, relative_position_index = buffer(49 * 49, INT64);
    int d, heads, shift;

    ShiftedWindowAttention(int d, int heads, int shift) {
        this.d = d;
        this.heads = heads;
        this.shift = shift;
        qkv = own(linear(d, 3 * d));
        proj = own(linear(d, d));
        relative_position_bias_table = parameter(13 * 13, heads);
    }

    public Tensor forward(Tensor x) {
        int across = x.size(1).intValue() / 7;
        boolean shifted = shift > 0 && across > 1;
        if (shifted) x = x.roll(size(-shift, -shift), 1, 2);

        var windows = x.view(N, across, 7, across, 7, d).permute(0, 1, 3, 2, 4, 5).reshape(N.times(across * across), 49, d);
        var parts = windows.linear(qkv.weight(), qkv.bias()).reshape(N.times(across * across), 49, 3, heads, d / heads).permute(2, 0, 3, 1, 4);
        Tensor q = parts.select(0, 0), k = parts.select(0, 1), v = parts.select(0, 2);
        var near = q.mul(1 / Math.sqrt(d / heads)).matmul(k.transpose(-2, -1)).add(bias());
        var seen = near.softmax(-1).matmul(v).transpose(1, 2).reshape(N.times(across * across), 49, d).linear(proj.weight(), proj.bias());

        x = seen.view(N, across, across, 7, 7, d).permute(0, 1, 3, 2, 4, 5).reshape(N, 7 * across, 7 * across, d);
        return shifted ? x.roll(size(shift, shift), 1, 2) : x;
    }

    Tensor bias() {
        return relative_position_bias_table.indexSelect(0, relative_position_index).view(49, 49, heads).permute(2, 0, 1).unsqueeze(0);
    }
}
var attention = trace(new ShiftedWindowAttention(96, 3, 3), shape(N, 56, 56, 96));
// => created class ShiftedWindowAttention

// %% [markdown]
// With $T$ patches and a width of $d$: $4 T d^2$ multiply-adds in the linear layers, and $2 \cdot 49 \cdot T d$ in the windows, where a vision
// transformer has $2 T^2 d$. In the first stage, with $T = 3136$, that is 64 times less.

// %% its work
long patches = 56 * 56, d = 96;
check(macs(attention) == 4 * patches * d * d + 2 * 49 * patches * d);
// => patches ==> 3136
// => d ==> 96

// %% the network
record StochasticDepth(double p) implements Layer {    // skips the block in training now and then; does nothing otherwise
    public Rule rule() {
        return Rule.of("StochasticDepth").takes(ANY).gives(ANY);
    }
}

class SwinTransformerBlock extends Model {
    Unit norm1, stochastic_depth = own(new StochasticDepth(0.2)), norm2;
    Model attn, mlp;

    SwinTransformerBlock(int d, int heads, int shift) {
        norm1 = own(layerNorm(d));
        attn = new ShiftedWindowAttention(d, heads, shift);
        norm2 = own(layerNorm(d));
        mlp = sequential(linear(d, 4 * d), gelu(), dropout(0.0), linear(4 * d, d), dropout(0.0));
    }

    public Tensor forward(Tensor x) {
        x = x.add(x.then(norm1, attn, stochastic_depth));
        return x.add(x.then(norm2, mlp, stochastic_depth));
    }
}

class PatchMerging extends Model {    // 2 by 2 patches become one: 4·d numbers, brought down to 2·d
    Unit reduction, norm;

    PatchMerging(int d) {
        reduction = own(linear(4 * d, 2 * d, bias(false)));
        norm = own(layerNorm(4 * d));
    }

    public Tensor forward(Tensor x) {
        Expr h = x.size(1), w = x.size(2);
        Tensor even = x.slice(1, 0, h, 2), odd = x.slice(1, 1, h, 2);
        return cat(-1, even.slice(2, 0, w, 2), odd.slice(2, 0, w, 2), even.slice(2, 1, w, 2), odd.slice(2, 1, w, 2)).then(norm, reduction);
    }
}

class SwinTransformer extends Model {
    List<Model> features = new ArrayList<>();
    Unit norm;
    Unit avgpool = own(adaptiveAvgPool2d(1)), flatten = own(flatten(1)), head;

    SwinTransformer(int d, int[] blocks, int[] heads) {
        features.add(sequential(conv2d(3, d, 4, stride(4)), permute(0, 2, 3, 1), layerNorm(d)));
        for (int i = 0; i < blocks.length; i++) {
            if (i > 0) {
                features.add(new PatchMerging(d));
                d = 2 * d;
            }
            var stage = new ArrayList<Model>();
            for (int j = 0; j < blocks[i]; j++) stage.add(new SwinTransformerBlock(d, heads[i], j % 2 == 0 ? 0 : 3));
            features.add(sequential(stage));
        }
        norm = own(layerNorm(d));
        head = own(linear(d, 1000));
    }

    public Tensor forward(Tensor x) {
        for (Model part : features) x = x.then(part);
        return x.then(norm).permute(0, 3, 1, 2).then(avgpool, flatten, head);
    }
};
// => created record StochasticDepth
// => created class SwinTransformerBlock
// => created class PatchMerging
// => created class SwinTransformer

// %% [markdown]
// ## Checked
//
// torchvision publishes 28,288,354 parameters and 4.491 "GFLOPS" (thousands of millions of multiply-adds).

// %% swin_t
var swin = trace(new SwinTransformer(96, new int[] {2, 2, 6, 2}, new int[] {3, 6, 12, 24}), 3, 224, 224);
check(params(swin) == 28_288_354);
check(macs(swin) == 4_490_566_656L);

// %% [markdown]
// ## What counters say
//
// Tools that hang hooks on modules see no function: `thop` misses the attention, its linear layers, and their weights.

// %% counted by others
System.out.printf("thop: %,d of %,d multiply-adds, %,d of %,d parameters%n", profile(swin).get(0), macs(swin), profile(swin).get(1), params(swin));
// => thop: 2,978,099,712 of 4,490,566,656 multiply-adds, 19,621,192 of 28,288,354 parameters
