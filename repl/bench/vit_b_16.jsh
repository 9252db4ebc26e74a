// %% [markdown]
// # ViT-B/16, for the benchmark

// %% blocks
Tensor encoder(Tensor x) {
    var y = x.then(layerNorm(768, eps(1e-6)));
    x = y.then(multiheadAttention(768, 12, batchFirst(true)), y, y).add(x);
    y = x.then(layerNorm(768, eps(1e-6)), linear(3072), gelu(), linear(768));
    return x.add(y);
}

// %% network
var image = tensor(3, 224, 224)
var patches = image.then(conv2d(768, 16, stride(16))).flatten(2).transpose(1, 2)
var x = cat(1, parameter(1, 1, 768).expand(N, 1, 768), patches).add(parameter(1, 197, 768));
for (int i = 0; i < 12; i++) {
    x = encoder(x);
}
x = x.then(layerNorm(768, eps(1e-6))).select(1, 0).then(linear(1000))

// %% checked
check(params() == 86567656)
