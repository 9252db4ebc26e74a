// %% [markdown]
// # AlexNet
//
// Alex Krizhevsky, Ilya Sutskever, Geoffrey Hinton: *ImageNet Classification with Deep Convolutional Neural Networks*, 2012.
// Built here as in Krizhevsky's later *One weird trick for parallelizing convolutional neural networks*, 2014,
// [arXiv:1404.5997](https://arxiv.org/abs/1404.5997), which is torchvision's `alexnet`: one column instead of two, 64 windows first.
//
// **The idea.** Five convolutions, three linear layers, ReLU instead of tanh, dropout: nothing new by itself, but large
// (for 2012), on two graphics cards, with a million pictures. It won ImageNet by ten points.

// %% the network
class AlexNet extends Model {
    Model features = sequential(
        conv2d(3, 64, 11, stride(4), padding(2)), relu(), maxPool2d(3, stride(2)),
        conv2d(64, 192, 5, padding(2)), relu(), maxPool2d(3, stride(2)),
        conv2d(192, 384, 3, padding(1)), relu(),
        conv2d(384, 256, 3, padding(1)), relu(),
        conv2d(256, 256, 3, padding(1)), relu(), maxPool2d(3, stride(2)));
    Unit avgpool = own(adaptiveAvgPool2d(size(6, 6)));
    Model classifier = sequential(
        dropout(), linear(256 * 6 * 6, 4096), relu(),
        dropout(), linear(4096, 4096), relu(),
        linear(4096, 1000));

    public Tensor forward(Tensor x) {
        return x.then(features, avgpool).flatten(1).then(classifier);
    }
};
// => created class AlexNet

// %% alexnet
var alexnet = trace(new AlexNet(), 3, 224, 224);
check(params(alexnet) == 61_100_840);    // torchvision: num_params
check(macs(alexnet) == 714_188_480);     // torchvision: 0.714 "GFLOPS", which are thousands of millions of multiply-adds

// %% its table
net(alexnet)
// =>  #  layer                  output           params    Σ params        FLOPs
// => ───────────────────────────────────────────────────────────────────────────
// =>  0  input                  N×3×224×224
// =>  1  conv2d 3→64 k11 s4 p2  N×64×55×55       23,296      23,296  140,553,600
// =>  2  relu                   N×64×55×55            0      23,296            –
// =>  3  maxPool2d k3 s2        N×64×27×27            0      23,296            –
// =>  4  conv2d 64→192 k5 p2    N×192×27×27     307,392     330,688  447,897,600
// =>  5  relu                   N×192×27×27           0     330,688            –
// =>  6  maxPool2d k3 s2        N×192×13×13           0     330,688            –
// =>  7  conv2d 192→384 k3 p1   N×384×13×13     663,936     994,624  224,280,576
// =>  8  relu                   N×384×13×13           0     994,624            –
// =>  9  conv2d 384→256 k3 p1   N×256×13×13     884,992   1,879,616  299,040,768
// => 10  relu                   N×256×13×13           0   1,879,616            –
// => 11  conv2d 256→256 k3 p1   N×256×13×13     590,080   2,469,696  199,360,512
// => 12  relu                   N×256×13×13           0   2,469,696            –
// => 13  maxPool2d k3 s2        N×256×6×6             0   2,469,696            –
// => 14  adaptiveAvgPool2d 6    N×256×6×6             0   2,469,696            –
// => 15  flatten 1              N×9216                0   2,469,696            0
// => 16  dropout 0.5            N×9216                0   2,469,696            0
// => 17  linear 9216→4096       N×4096       37,752,832  40,222,528   75,497,472
// => 18  relu                   N×4096                0  40,222,528            –
// => 19  dropout 0.5            N×4096                0  40,222,528            0
// => 20  linear 4096→4096       N×4096       16,781,312  57,003,840   33,554,432
// => 21  relu                   N×4096                0  57,003,840            –
// => 22  linear 4096→1000       N×1000        4,097,000  61,100,840    8,192,000
// => FLOPs: 2 per multiply-add, per example

// %% [markdown]
// ## Where the parameters are, and where the work is
//
// Look at `classifier.1`: 9216 numbers come out of the convolutions, and each of 4096 outputs has a weight for each of them.
// Such a weight is used **once** for a picture; a weight of a window is used at every place, 55 · 55 = 3025 times in the
// first layer. So the three linear layers have 96 % of the parameters and do 8 % of the work, and the five
// convolutions have 4 % and do 92 %.

// %% the two halves
long linears = 9216L * 4096 + 4096L * 4096 + 4096L * 1000;
long biases = 4096 + 4096 + 1000;
System.out.printf("%.0f %% of the parameters, %.0f %% of the work%n", 100.0 * (linears + biases) / params(alexnet), 100.0 * linears / macs(alexnet));
// => linears ==> 58621952
// => biases ==> 9192
// => 96 % of the parameters, 8 % of the work
