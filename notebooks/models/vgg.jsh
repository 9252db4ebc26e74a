// %% [markdown]
// # VGG
//
// Karen Simonyan, Andrew Zisserman: *Very Deep Convolutional Networks for Large-Scale Image Recognition*, 2014,
// [arXiv:1409.1556](https://arxiv.org/abs/1409.1556). Names, sizes and figures are those of torchvision's `vgg11`, `vgg16` and `vgg16_bn`.
//
// **The idea.** Only windows of 3 by 3, many of them. Two in a row see 5 by 5, three see 7 by 7, and three small ones have
// $3 \cdot 9\,C^2 = 27\,C^2$ weights where one large one has $49\,C^2$.

// %% three small windows instead of a large one
var small = tensor(64, 56, 56).then(conv2d(64, 64, 3, padding(1)), conv2d(64, 64, 3, padding(1)), conv2d(64, 64, 3, padding(1)));
var large = tensor(64, 56, 56).then(conv2d(64, 64, 7, padding(3)));
System.out.println(params(small) + " against " + params(large));
// => 110784 against 200768

// %% [markdown]
// ## The network
//
// A list says it all: a number is a convolution to so many channels, and a ReLU; 0 stands for a pooling that halves the picture.

// %% the network
class VGG extends Model {
    Model features;
    Unit avgpool = own(adaptiveAvgPool2d(size(7, 7)));
    Model classifier = sequential(
        linear(512 * 7 * 7, 4096), relu(), dropout(),
        linear(4096, 4096), relu(), dropout(),
        linear(4096, 1000));

    VGG(boolean batchNorm, int... plan) {
        var layers = new ArrayList<Layer>();
        int in = 3;
        for (int out : plan) {
            if (out == 0) {
                layers.add(maxPool2d(2, stride(2)));
                continue;
            }
            layers.add(conv2d(in, out, 3, padding(1)));
            if (batchNorm) layers.add(batchNorm2d(out));
            layers.add(relu());
            in = out;
        }
        features = sequential(layers);
    }

    public Tensor forward(Tensor x) {
        return x.then(features, avgpool).flatten(1).then(classifier);
    }
}
int[] a = {64, 0, 128, 0, 256, 256, 0, 512, 512, 0, 512, 512, 0};
int[] d = {64, 64, 0, 128, 128, 0, 256, 256, 256, 0, 512, 512, 512, 0, 512, 512, 512, 0};
// => created class VGG
// => a ==> int[13] { 64, 0, 128, 0, 256, 256, 0, 512, 512, 0, 512, 512, 0 }
// => d ==> int[18] { 64, 64, 0, 128, 128, 0, 256, 256, 256, 0, 512, 512, 512, 0, 512, 512, 512, 0 }

// %% [markdown]
// ## Checked
//
// torchvision's "GFLOPS" are thousands of millions of multiply-adds. Normalising costs no multiply-add in that count.

// %% vgg11
var vgg11 = trace(new VGG(false, a), 3, 224, 224);
check(params(vgg11) == 132_863_336);
check(macs(vgg11) == 7_609_090_048L);     // published as 7.609

// %% vgg16
var vgg16 = trace(new VGG(false, d), 3, 224, 224);
check(params(vgg16) == 138_357_544);
check(macs(vgg16) == 15_470_264_320L);    // published as 15.47

// %% vgg16_bn
var vgg16Bn = trace(new VGG(true, d), 3, 224, 224);
check(params(vgg16Bn) == 138_365_992);
check(macs(vgg16Bn) == macs(vgg16));      // published as 15.47

// %% [markdown]
// ## Where the parameters are
//
// From 25,088 numbers to 4096: `classifier.0` alone has 102,764,544 parameters, three quarters of the network, for less
// than 1 % of the work. Later networks take the mean over the picture instead, and have one linear layer.

// %% one layer
long first = 25_088L * 4096;
System.out.println(100 * (first + 4096) / params(vgg16) + " % of the parameters, " + 1000 * first / macs(vgg16) + " ‰ of the work");
// => first ==> 102760448
// => 74 % of the parameters, 6 ‰ of the work
