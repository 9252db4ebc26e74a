// %% [markdown]
// # DenseNet
//
// Gao Huang, Zhuang Liu, Laurens van der Maaten, Kilian Weinberger: *Densely Connected Convolutional Networks*, 2016,
// [arXiv:1608.06993](https://arxiv.org/abs/1608.06993). Names, sizes and figures are those of torchvision's `densenet121`.
//
// **The idea.** A ResNet adds what a block found to what came in. A DenseNet keeps both, side by side: each layer reads *all*
// that the layers before it found, and adds only 32 channels of its own (the *growth rate*). What was found once need not be
// found again, so the layers can be narrow.

// %% a dense layer
class DenseLayer extends Model {
    Unit norm1, relu1 = own(relu()), conv1, norm2, relu2 = own(relu()), conv2;

    DenseLayer(int in, int growth) {
        norm1 = own(batchNorm2d(in));
        conv1 = own(conv2d(in, 4 * growth, 1, bias(false)));
        norm2 = own(batchNorm2d(4 * growth));
        conv2 = own(conv2d(4 * growth, growth, 3, padding(1), bias(false)));
    }

    public Tensor forward(List<Tensor> before) {
        return cat(1, before).then(norm1, relu1, conv1, norm2, relu2, conv2);
    }
}
// => created class DenseLayer

// %% the first layer of the first block
var layer = trace(new DenseLayer(64, 32), 64, 56, 56)
// => #  layer            output       params  Σ params        FLOPs      Σ FLOPs
// => ───────────────────────────────────────────────────────────────────────────
// => 0  input            N×64×56×56                                               ◂
// => 1  cat 1            N×64×56×56        0         0            0            0  ◂
// => 2  batchNorm2d 64   N×64×56×56      128       128            –            0  ◂
// => 3  relu             N×64×56×56        0       128            –            0  ◂
// => 4  conv2d 64→128 …  N×128×56×56   8,192     8,320   51,380,224   51,380,224  ◂
// => 5  batchNorm2d 128  N×128×56×56     256     8,576            –   51,380,224  ◂
// => 6  relu             N×128×56×56       0     8,576            –   51,380,224  ◂
// => 7  conv2d 128→32 …  N×32×56×56   36,864    45,440  231,211,008  282,591,232  ◂
// => FLOPs: 2 per multiply-add, per example

// %% [markdown]
// The layer that stands $i$-th in a block reads $C + 32 i$ channels. Its window of 1 by 1 grows with that, its window of 3 by 3 does
// not: $128 \cdot (C + 32 i) + 9 \cdot 128 \cdot 32$ weights.
//
// Between the blocks a *transition* halves the channels and the picture.

// %% a transition
class Transition extends Model {
    Unit norm, relu = own(relu()), conv, pool = own(avgPool2d(2, stride(2)));

    Transition(int in, int out) {
        norm = own(batchNorm2d(in));
        conv = own(conv2d(in, out, 1, bias(false)));
    }

    public Tensor forward(Tensor x) {
        return x.then(norm, relu, conv, pool);
    }
}
// => created class Transition

// %% the network
class DenseNet extends Model {
    Map<String, Object> features = new LinkedHashMap<>();
    Unit classifier;

    DenseNet(int growth, int... plan) {
        int channels = 64;
        features.put("conv0", own(conv2d(3, channels, 7, stride(2), padding(3), bias(false))));
        features.put("norm0", own(batchNorm2d(channels)));
        features.put("relu0", own(relu()));
        features.put("pool0", own(maxPool2d(3, stride(2), padding(1))));
        for (int i = 1; i <= plan.length; i++) {
            var layers = new LinkedHashMap<String, DenseLayer>();
            for (int j = 1; j <= plan[i - 1]; j++) {
                layers.put("denselayer" + j, new DenseLayer(channels, growth));
                channels += growth;
            }
            features.put("denseblock" + i, layers);
            if (i < plan.length) {
                features.put("transition" + i, new Transition(channels, channels / 2));
                channels /= 2;
            }
        }
        features.put("norm5", own(batchNorm2d(channels)));
        classifier = own(linear(channels, 1000));
    }

    public Tensor forward(Tensor x) {
        for (Object part : features.values()) {
            x = part instanceof Map<?, ?> layers ? dense(x, layers.values()) : x.then(part);
        }
        return x.relu().adaptiveAvgPool2d(size(1, 1)).flatten(1).then(classifier);
    }

    Tensor dense(Tensor x, Collection<?> layers) {
        var found = new ArrayList<Tensor>(List.of(x));
        for (Object layer : layers) found.add(x.then(layer, found.subList(1, found.size())));
        return cat(1, found);
    }
};
// => created class DenseNet

// %% [markdown]
// ## Checked
//
// torchvision publishes 7,978,856 parameters and 2.834 "GFLOPS" (thousands of millions of multiply-adds): a third of ResNet-50's
// parameters for two thirds of its work. Counting does not show the price: all those tensors side by side must be held in memory.

// %% densenet121
var densenet = trace(new DenseNet(32, 6, 12, 24, 16), 3, 224, 224);
check(params(densenet) == 7_978_856);
check(macs(densenet) == 2_834_161_664L);
