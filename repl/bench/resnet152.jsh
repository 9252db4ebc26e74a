// %% [markdown]
// # ResNet-152, for the benchmark

// %% blocks
Tensor conv(Tensor x, int out, int k, int s) {
    return x.then(conv2d(out, k, stride(s), padding(k / 2), bias(false)), batchNorm2d());
}

Tensor bottleneck(Tensor x, int width, int s, boolean wider) {
    var y = conv(x, width, 1, 1).relu();
    y = conv(y, width, 3, s).relu();
    y = conv(y, 4 * width, 1, 1);
    return y.add(wider ? conv(x, 4 * width, 1, s) : x).relu();
}

Tensor stage(Tensor x, int width, int blocks, int s) {
    for (int i = 0; i < blocks; i++) {
        x = bottleneck(x, width, i == 0 ? s : 1, i == 0);
    }
    return x;
}

// %% network
var x = tensor(3, 224, 224);
x = conv(x, 64, 7, 2).relu().maxPool2d(3, stride(2), padding(1));
x = stage(x, 64, 3, 1);
x = stage(x, 128, 8, 2);
x = stage(x, 256, 36, 2);
x = stage(x, 512, 3, 2);
x = x.adaptiveAvgPool2d(1).flatten(1).then(linear(1000))

// %% checked
check(params() == 60192808)
