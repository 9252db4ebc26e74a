"""The forms that memory.py measures: Layerbook's words, PyTorch's, and what another version or device keeps instead. <n> <c> .. are drawn sizes."""

D1, D2, D3 = "made(<n>, <c>, <l>)", "made(<n>, <c>, <h>, <w>)", "made(<n>, <c>, <d>, <h>, <w>)"


def layer(x, java, python, more="", note=None):
    form = ("%s.then(%s%s)" % (x, java, more), "M(nn.%s)(%s%s)" % (python, x, more))
    return form + ((note,) if note else ())


GPU = {"gpu": "5 * <n> * <c> * <f>", "why": "a byte for each on a GPU, a number for each on a CPU"}
FORMS = [layer(D2, j, p) for j, p in [
    ("relu()", "ReLU()"), ("relu(inplace(true))", "ReLU(inplace=True)"), ("relu6()", "ReLU6()"), ("elu()", "ELU()"), ("celu()", "CELU()"), ("selu()", "SELU()"), ("gelu()", "GELU()"),
    ("glu(1)", "GLU(1)"), ("silu()", "SiLU()"), ("mish()", "Mish()"), ("hardswish()", "Hardswish()"), ("hardsigmoid()", "Hardsigmoid()"), ("hardtanh()", "Hardtanh()"),
    ("hardshrink()", "Hardshrink()"), ("softshrink()", "Softshrink()"), ("softsign()", "Softsign()"), ("softplus()", "Softplus()"), ("logSigmoid()", "LogSigmoid()"),
    ("tanhshrink()", "Tanhshrink()"), ("tanh()", "Tanh()"), ("sigmoid()", "Sigmoid()"), ("threshold(0.1, 2)", "Threshold(0.1, 2)"), ("leakyRelu()", "LeakyReLU()"),
    ("rrelu()", "RReLU()"), ("prelu()", "PReLU()"), ("prelu(<c>)", "PReLU(<c>)"), ("softmax(1)", "Softmax(1)"), ("logSoftmax(-1)", "LogSoftmax(-1)"), ("softmin(2)", "Softmin(2)"),
    ("softmax2d()", "Softmax2d()"), ("dropout(0.0)", "Dropout(0.0)"), ("dropout2d()", "Dropout2d()"), ("alphaDropout(0.4)", "AlphaDropout(0.4)"), ("featureAlphaDropout()", "FeatureAlphaDropout()"),
    ("dropout3d()", "Dropout3d()"), ("identity()", "Identity()"), ("flatten()", "Flatten()"), ("unflatten(1, size(2, <half>))", "Unflatten(1, (2, <half>))"), ("channelShuffle(2)", "ChannelShuffle(2)"),
    ("upsample(scaleFactor(2))", "Upsample(scale_factor=2)"), ("upsample(scaleFactor(2), mode(\"bilinear\"))", "Upsample(scale_factor=2, mode='bilinear')"),
    ("upsample(scaleFactor(2), mode(\"bicubic\"))", "Upsample(scale_factor=2, mode='bicubic')"), ("upsample(size(9, 9), mode(\"area\"))", "Upsample(size=(9, 9), mode='area')"),
    ("upsamplingNearest2d(scaleFactor(2))", "UpsamplingNearest2d(scale_factor=2)"), ("upsamplingBilinear2d(scaleFactor(2))", "UpsamplingBilinear2d(scale_factor=2)"),
    ("batchNorm2d(<c>)", "BatchNorm2d(<c>)"), ("batchNorm2d(<c>, affine(false))", "BatchNorm2d(<c>, affine=False)"), ("batchNorm2d(<c>, trackRunningStats(false))", "BatchNorm2d(<c>, track_running_stats=False)"),
    ("instanceNorm2d(<c>)", "InstanceNorm2d(<c>)"), ("instanceNorm2d(<c>, affine(true))", "InstanceNorm2d(<c>, affine=True)"),
    ("instanceNorm2d(<c>, trackRunningStats(true))", "InstanceNorm2d(<c>, track_running_stats=True)"), ("instanceNorm2d(<c>, affine(true), trackRunningStats(true))", "InstanceNorm2d(<c>, affine=True, track_running_stats=True)"),
    ("groupNorm(2, <c>)", "GroupNorm(2, <c>)"), ("groupNorm(<half>, <c>, affine(false))", "GroupNorm(<half>, <c>, affine=False)"), ("layerNorm(<w>)", "LayerNorm(<w>)"),
    ("layerNorm(size(<h>, <w>))", "LayerNorm((<h>, <w>))"), ("layerNorm(<w>, elementwiseAffine(false))", "LayerNorm(<w>, elementwise_affine=False)"), ("localResponseNorm(2)", "LocalResponseNorm(2)"),
    ("localResponseNorm(3)", "LocalResponseNorm(3)"), ("crossMapLrn2d(2)", "CrossMapLRN2d(2)"), ("conv2d(<c>, 3, <k>)", "Conv2d(<c>, 3, <k>)"), ("conv2d(<c>, <c>, 3, groups(2), stride(2))", "Conv2d(<c>, <c>, 3, groups=2, stride=2)"),
    ("conv2d(<c>, 3, 3, padding(\"same\"))", "Conv2d(<c>, 3, 3, padding='same')"), ("conv2d(<c>, 3, 2, padding(\"same\"))", "Conv2d(<c>, 3, 2, padding='same')"),
    ("conv2d(<c>, 3, 3, padding(1), paddingMode(\"circular\"))", "Conv2d(<c>, 3, 3, padding=1, padding_mode='circular')"),
    ("conv2d(<c>, 3, 3, padding(1), paddingMode(\"reflect\"))", "Conv2d(<c>, 3, 3, padding=1, padding_mode='reflect')"), ("convTranspose2d(<c>, 3, 3, stride(2))", "ConvTranspose2d(<c>, 3, 3, stride=2)"),
    ("maxPool2d(2)", "MaxPool2d(2)"), ("maxPool2d(2, returnIndices(true))", "MaxPool2d(2, return_indices=True)"), ("avgPool2d(2)", "AvgPool2d(2)"), ("adaptiveAvgPool2d(2)", "AdaptiveAvgPool2d(2)"),
    ("adaptiveAvgPool2d(1)", "AdaptiveAvgPool2d(1)"), ("adaptiveMaxPool2d(3)", "AdaptiveMaxPool2d(3)"), ("lpPool2d(2, 2)", "LPPool2d(2, 2)"), ("fractionalMaxPool2d(2, outputSize(3))", "FractionalMaxPool2d(2, output_size=3)"),
    ("zeroPad2d(1)", "ZeroPad2d(1)"), ("constantPad2d(1, 2.0)", "ConstantPad2d(1, 2.0)"), ("reflectionPad2d(2)", "ReflectionPad2d(2)"), ("replicationPad2d(1)", "ReplicationPad2d(1)"),
    ("unfold(2)", "Unfold(2)"), ("linear(<w>, 3)", "Linear(<w>, 3)"), ("linear(<w>, 3, bias(false))", "Linear(<w>, 3, bias=False)"),
]]
FORMS += [layer(D1, j, p) for j, p in [
    ("conv1d(<c>, 3, <k>)", "Conv1d(<c>, 3, <k>)"), ("conv1d(<c>, 3, 4, padding(\"same\"))", "Conv1d(<c>, 3, 4, padding='same')"), ("convTranspose1d(<c>, 3, 3)", "ConvTranspose1d(<c>, 3, 3)"),
    ("batchNorm1d(<c>)", "BatchNorm1d(<c>)"), ("instanceNorm1d(<c>)", "InstanceNorm1d(<c>)"), ("maxPool1d(2)", "MaxPool1d(2)"), ("avgPool1d(2)", "AvgPool1d(2)"),
    ("adaptiveAvgPool1d(2)", "AdaptiveAvgPool1d(2)"), ("adaptiveMaxPool1d(2)", "AdaptiveMaxPool1d(2)"), ("lpPool1d(2, 2)", "LPPool1d(2, 2)"), ("reflectionPad1d(1)", "ReflectionPad1d(1)"),
    ("replicationPad1d(1)", "ReplicationPad1d(1)"), ("constantPad1d(1, 0.5)", "ConstantPad1d(1, 0.5)"), ("upsample(scaleFactor(2), mode(\"linear\"))", "Upsample(scale_factor=2, mode='linear')"),
    ("dropout1d()", "Dropout1d()"), ("featureAlphaDropout()", "FeatureAlphaDropout()"), ("localResponseNorm(2)", "LocalResponseNorm(2)"), ("groupNorm(2, <c>)", "GroupNorm(2, <c>)"),
]]
FORMS += [layer(D3, j, p) for j, p in [
    ("conv3d(<c>, 3, <k>)", "Conv3d(<c>, 3, <k>)"), ("convTranspose3d(<c>, 3, 2)", "ConvTranspose3d(<c>, 3, 2)"), ("batchNorm3d(<c>)", "BatchNorm3d(<c>)"), ("instanceNorm3d(<c>)", "InstanceNorm3d(<c>)"),
    ("maxPool3d(2)", "MaxPool3d(2)"), ("avgPool3d(2)", "AvgPool3d(2)"), ("adaptiveAvgPool3d(2)", "AdaptiveAvgPool3d(2)"), ("adaptiveMaxPool3d(2)", "AdaptiveMaxPool3d(2)"),
    ("reflectionPad3d(1)", "ReflectionPad3d(1)"), ("replicationPad3d(1)", "ReplicationPad3d(1)"), ("constantPad3d(1, 0.5)", "ConstantPad3d(1, 0.5)"),
    ("upsample(scaleFactor(2), mode(\"trilinear\"))", "Upsample(scale_factor=2, mode='trilinear')"), ("dropout3d()", "Dropout3d()"), ("fractionalMaxPool3d(2, outputSize(2))", "FractionalMaxPool3d(2, output_size=2)"),
    ("localResponseNorm(2)", "LocalResponseNorm(2)"),
]]
FORMS += [layer("made(<n>, 8, <h>, <w>)", "pixelShuffle(2)", "PixelShuffle(2)"), layer("made(<n>, <c>, 6, 8)", "pixelUnshuffle(2)", "PixelUnshuffle(2)"),
          layer("made(<n>, 12, 12)", "fold(size(4, 5), 2)", "Fold((4, 5), 2)"), layer("made(<c>, <l>)", "dropout1d()", "Dropout1d()"), layer("made(<n>, <l>)", "batchNorm1d(<l>)", "BatchNorm1d(<l>)")]
STEPS = "made(<l>, <n>, <f>)"
for options, keywords in [("", ""), (", numLayers(2)", ", num_layers=2"), (", bidirectional(true)", ", bidirectional=True"), (", numLayers(3), bidirectional(true)", ", num_layers=3, bidirectional=True"),
                          (", batchFirst(true)", ", batch_first=True"), (", bias(false)", ", bias=False")]:
    for word, name in [("lstm", "LSTM"), ("gru", "GRU"), ("rnn", "RNN")]:
        FORMS.append(("%s.then(%s(<f>, 6%s))" % (STEPS, word, options), "M(nn.%s(<f>, 6%s))(%s)" % (name, keywords, STEPS)))
FORMS += [
    (STEPS + ".then(lstm(<f>, 6, projSize(3)))", "M(nn.LSTM(<f>, 6, proj_size=3))(" + STEPS + ")"),
    (STEPS + ".then(rnn(<f>, 6, nonlinearity(\"relu\")))", "M(nn.RNN(<f>, 6, nonlinearity='relu'))(" + STEPS + ")"),
    (STEPS + ".then(gru(<f>, 6), u(1, <n>, 6))", "M(nn.GRU(<f>, 6))(" + STEPS + ", u(1, <n>, 6))"),
    (STEPS + ".then(lstm(<f>, 6, numLayers(2)), u(2, <n>, 6), u(2, <n>, 6))", "M(nn.LSTM(<f>, 6, num_layers=2))(" + STEPS + ", (u(2, <n>, 6), u(2, <n>, 6)))"),
    (STEPS + ".then(rnn(<f>, 6), u(1, <n>, 6))", "M(nn.RNN(<f>, 6))(" + STEPS + ", u(1, <n>, 6))"),
    ("made(<l>, <f>).then(gru(<f>, 6))", "M(nn.GRU(<f>, 6))(made(<l>, <f>))"), ("made(<l>, <f>).then(lstm(<f>, 6))", "M(nn.LSTM(<f>, 6))(made(<l>, <f>))"),
    ("made(<n>, <f>).then(lstmCell(<f>, 6))", "M(nn.LSTMCell(<f>, 6))(made(<n>, <f>))"), ("made(<n>, <f>).then(gruCell(<f>, 6))", "M(nn.GRUCell(<f>, 6))(made(<n>, <f>))"),
    ("made(<n>, <f>).then(rnnCell(<f>, 6))", "M(nn.RNNCell(<f>, 6))(made(<n>, <f>))"),
    ("made(<n>, <f>).then(lstmCell(<f>, 6), u(<n>, 6), u(<n>, 6))", "M(nn.LSTMCell(<f>, 6))(made(<n>, <f>), (u(<n>, 6), u(<n>, 6)))"),
    ("made(<n>, <f>).then(gruCell(<f>, 6), u(<n>, 6))", "M(nn.GRUCell(<f>, 6))(made(<n>, <f>), u(<n>, 6))"),
    ("made(<n>, <f>).then(rnnCell(<f>, 6), u(<n>, 6))", "M(nn.RNNCell(<f>, 6))(made(<n>, <f>), u(<n>, 6))"),
]
for options, keywords in [("", ""), (", batchFirst(true)", ", batch_first=True"), (", addBiasKv(true)", ", add_bias_kv=True"), (", addZeroAttn(true)", ", add_zero_attn=True"), (", bias(false)", ", bias=False")]:
    FORMS.append(("itself(made(<l>, <n>, 8), multiheadAttention(8, 2%s))" % options, "(lambda x: M(nn.MultiheadAttention(8, 2%s))(x, x, x))(made(<l>, <n>, 8))" % keywords))
FORMS += [
    ("made(<l>, <n>, 8).then(multiheadAttention(8, 2), u(<f>, <n>, 8), u(<f>, <n>, 8))", "M(nn.MultiheadAttention(8, 2))(made(<l>, <n>, 8), u(<f>, <n>, 8), u(<f>, <n>, 8))"),
    ("made(<l>, <n>, 8).then(multiheadAttention(8, 4, kdim(5), vdim(3)), u(<f>, <n>, 5), u(<f>, <n>, 3))", "M(nn.MultiheadAttention(8, 4, kdim=5, vdim=3))(made(<l>, <n>, 8), u(<f>, <n>, 5), u(<f>, <n>, 3))"),
    layer("made(<l>, <n>, 8)", "transformerEncoderLayer(8, 2, dimFeedforward(16), dropout(0.0))", "TransformerEncoderLayer(8, 2, 16, dropout=0.0)"),
    layer("made(<l>, <n>, 8)", "transformerEncoderLayer(8, 2, dimFeedforward(16), dropout(0.0), batchFirst(true), normFirst(true), activation(\"gelu\"))",
          "TransformerEncoderLayer(8, 2, 16, dropout=0.0, batch_first=True, norm_first=True, activation='gelu')"),
    ("made(<n>, <f>).then(bilinear(<f>, 5, 4), u(<n>, 5))", "M(nn.Bilinear(<f>, 5, 4))(made(<n>, <f>), u(<n>, 5))"),
    ("made(<n>, 1).then(linear(1, 1)).mul(ints(9, <n>, <l>).then(embedding(9, 4)).sum())", "M(nn.Linear(1, 1))(made(<n>, 1)) * M(nn.Embedding(9, 4))(ints(9, <n>, <l>)).sum()"),
    ("ints(9, <n>, <l>).then(embedding(9, 4))", "M(nn.Embedding(9, 4))(ints(9, <n>, <l>))"),
]
for mode in "sum", "mean", "max":
    FORMS.append(("ints(9, <n>, <l>).then(embeddingBag(9, 4, mode(\"%s\")))" % mode, "M(nn.EmbeddingBag(9, 4, mode='%s'))(ints(9, <n>, <l>))" % mode))
PAIR = [("mseLoss()", "MSELoss()"), ("mseLoss(reduction(\"none\"))", "MSELoss(reduction='none')"), ("l1Loss()", "L1Loss()"), ("smoothL1Loss()", "SmoothL1Loss()"), ("huberLoss()", "HuberLoss()"),
        ("bceWithLogitsLoss()", "BCEWithLogitsLoss()"), ("klDivLoss()", "KLDivLoss()"), ("klDivLoss(logTarget(true))", "KLDivLoss(log_target=True)"), ("poissonNllLoss()", "PoissonNLLLoss()"),
        ("poissonNllLoss(logInput(false))", "PoissonNLLLoss(log_input=False)"), ("softMarginLoss()", "SoftMarginLoss()"), ("hingeEmbeddingLoss()", "HingeEmbeddingLoss()"),
        ("multiLabelSoftMarginLoss()", "MultiLabelSoftMarginLoss()"), ("cosineSimilarity()", "CosineSimilarity()"), ("cosineSimilarity(dim(0))", "CosineSimilarity(dim=0)"), ("pairwiseDistance()", "PairwiseDistance()"),
        ("crossEntropyLoss()", "CrossEntropyLoss()")]
FORMS += [("made(<n>, <f>).then(%s, u(<n>, <f>))" % j, "M(nn.%s)(made(<n>, <f>), u(<n>, <f>))" % p) for j, p in PAIR]
FORMS += [("made(<n>, <f>).then(%s, ints(<f>, <n>))" % j, "M(nn.%s)(made(<n>, <f>), ints(<f>, <n>))" % p) for j, p in
          [("crossEntropyLoss()", "CrossEntropyLoss()"), ("crossEntropyLoss(labelSmoothing(0.1))", "CrossEntropyLoss(label_smoothing=0.1)"), ("nllLoss()", "NLLLoss()"), ("multiMarginLoss()", "MultiMarginLoss()")]]
FORMS += [
    ("made(<n>, <f>).then(sigmoid()).then(bceLoss(), u(<n>, <f>))", "M(nn.BCELoss())(made(<n>, <f>).sigmoid(), u(<n>, <f>))"),
    ("made(<n>, <f>).then(multiLabelMarginLoss(), ints(1, <n>, <f>))", "M(nn.MultiLabelMarginLoss())(made(<n>, <f>), ints(1, <n>, <f>))"),
    ("made(<n>, <f>).then(gaussianNllLoss(), u(<n>, <f>), u(<n>, <f>))", "M(nn.GaussianNLLLoss())(made(<n>, <f>), u(<n>, <f>), u(<n>, <f>))"),
    ("made(<n>, <f>).then(tripletMarginLoss(), u(<n>, <f>), u(<n>, <f>))", "M(nn.TripletMarginLoss())(made(<n>, <f>), u(<n>, <f>), u(<n>, <f>))"),
    ("made(<n>, <f>).then(tripletMarginWithDistanceLoss(), u(<n>, <f>), u(<n>, <f>))", "M(nn.TripletMarginWithDistanceLoss())(made(<n>, <f>), u(<n>, <f>), u(<n>, <f>))"),
    ("made(<n>, <f>).then(marginRankingLoss(), u(<n>, <f>), u(<n>, <f>))", "M(nn.MarginRankingLoss())(made(<n>, <f>), u(<n>, <f>), u(<n>, <f>))"),
    ("made(<n>, <f>).then(cosineEmbeddingLoss(), u(<n>, <f>), u(<n>))", "M(nn.CosineEmbeddingLoss())(made(<n>, <f>), u(<n>, <f>), u(<n>))"),
    ("made(<n>, <f>).then(cosineSimilarity(), made(<n>, <f>))", "M(nn.CosineSimilarity())(made(<n>, <f>), made(<n>, <f>))"),
    ("made(<n>, <c>, <h>, <w>).then(crossEntropyLoss(), ints(<c>, <n>, <h>, <w>))", "M(nn.CrossEntropyLoss())(made(<n>, <c>, <h>, <w>), ints(<c>, <n>, <h>, <w>))"),
    ("made(<n>, <c>, <h>, <w>).transpose(1, 3).then(linear(<c>, 5))", "M(nn.Linear(<c>, 5))(made(<n>, <c>, <h>, <w>).transpose(1, 3))"),
    ("made(<n>, <c>, <h>, <w>).transpose(2, 3).then(groupNorm(2, <c>))", "M(nn.GroupNorm(2, <c>))(made(<n>, <c>, <h>, <w>).transpose(2, 3))"),
    ("made(<n>, <c>, <h>, <w>).transpose(2, 3).then(instanceNorm2d(<c>))", "M(nn.InstanceNorm2d(<c>))(made(<n>, <c>, <h>, <w>).transpose(2, 3))"),
    ("made(<n>, <f>).transpose(0, 1).then(linear(<n>, 5))", "M(nn.Linear(<n>, 5))(made(<n>, <f>).transpose(0, 1))"),
]

# ---- operations: x is behind a linear layer, u comes from outside
X, U = "made(<n>, <c>, <f>)", "u(<n>, <c>, <f>)"


def method(call, python=None, x=X):
    return (x + "." + call, x + "." + (python or call))


FORMS += [method(m) for m in ["neg()", "abs()", "sign()", "square()", "sqrt()", "rsqrt()", "reciprocal()", "exp()", "exp2()", "expm1()", "log()", "log2()", "log10()", "log1p()", "sin()", "cos()",
                              "tan()", "asin()", "acos()", "atan()", "sinh()", "cosh()", "erf()", "floor()", "ceil()", "trunc()", "round()", "logit()", "clone()", "contiguous()",
                              "relu()", "sigmoid()", "tanh()", "softmax(1)", "cumsum(1)", "cumprod(2)", "mean()", "sum(2)", "sum()", "max(1)", "max()", "min(2)", "min()", "median(1)", "median()",
                              "amax(1)", "amin(2)", "prod(1)", "prod()", "var(1)", "std(2)", "std()", "logsumexp(2)", "sort(1)", "topk(2, 1)", "tril()", "triu()", "flip(1)", "roll(1, 1)", "permute(2, 0, 1)",
                              "transpose(0, 2)", "squeeze()", "unsqueeze(1)", "chunk(2, 1)", "split(2, 1)", "unbind(0)", "select(1, 0)", "narrow(1, 0, 2)", "diagonal(0, 1, 2)", "unfold(1, 2, 1)",
                              "repeat(1, 2, 1)", "flatten(1)", "reshape(<n>, -1)", "view(<n>, -1)", "pow(2)", "pow(3)", "mul(3)", "div(2)", "add(1)", "sub(4)", "clamp(0, 1)"]
          if m.split("(")[0] not in ("chunk", "split", "unbind")]
FORMS += [(X + ".%s" % j, X + ".%s" % p) for j, p in [
    ("chunk(2, 1).get(1)", "chunk(2, 1)[1]"), ("split(2, 1).get(0)", "split(2, 1)[0]"), ("unbind(0).get(1)", "unbind(0)[1]"), ("norm(2, dim(1))", "norm(2, dim=1)"), ("norm()", "norm()"),
    ("repeatInterleave(2, dim(1))", "repeat_interleave(2, dim=1)"), ("slice(1, 0, 2).exp()", "narrow(1, 0, 2).exp()"), ("clampMin(0.2)", "clamp_min(0.2)"),
    ("transpose(1, 2).reshape(<n>, -1).exp()", "transpose(1, 2).reshape(<n>, -1).exp()"), ("transpose(1, 2).contiguous().exp()", "transpose(1, 2).contiguous().exp()"),
    ("expand(3, <n>, <c>, <f>).exp()", "expand(3, <n>, <c>, <f>).exp()"), ("logSoftmax(1)", "log_softmax(1)"), ("detach().exp()", "detach().exp()"),
    ("indexSelect(1, ints(2, 3))", "index_select(1, ints(2, 3))"), ("gather(1, ints(2, <n>, 3, <f>))", "gather(1, ints(2, <n>, 3, <f>))"),
    ("maskedFill(bools(<c>, <f>), 0)", "masked_fill(bools(<c>, <f>), 0)"), ("mul(" + U + ")", "mul(" + U + ")"), ("mul(u(<f>))", "mul(u(<f>))"), ("div(" + U + ")", "div(" + U + ")"),
    ("add(" + U + ")", "add(" + U + ")"), ("sub(u(<c>, 1))", "sub(u(<c>, 1))"), ("atan2(" + U + ")", "atan2(" + U + ")"), ("maximum(" + U + ")", "maximum(" + U + ")"),
    ("minimum(u(<f>))", "minimum(u(<f>))"), ("pow(" + U + ")", "pow(" + U + ")"), ("lerp(" + U + ", 0.5)", "lerp(" + U + ", 0.5)"), ("lerp(" + U + ", " + U + ")", "lerp(" + U + ", " + U + ")"),
    ("addcmul(" + U + ", " + U + ")", "addcmul(" + U + ", " + U + ")"), ("addcdiv(" + U + ", " + U + ")", "addcdiv(" + U + ", " + U + ")"), ("remainder(2)", "remainder(2)"),
    ("matmul(u(<n>, <f>, 5))", "matmul(u(<n>, <f>, 5))"), ("matmul(u(<f>, 5))", "matmul(u(<f>, 5))"), ("matmul(u(<f>))", "matmul(u(<f>))"), ("bmm(u(<n>, <f>, 3))", "bmm(u(<n>, <f>, 3))"),
    ("transpose(0, 1).matmul(u(<c>, <f>, 5))", "transpose(0, 1).matmul(u(<c>, <f>, 5))"), ("to(FLOAT32).exp()", "to(torch.float32).exp()"),
]]
FORMS.append((X + ".then(dropout(0.3))", "M(nn.Dropout(0.3))(" + X + ")", GPU))
FORMS.append(method("mean(1)") + ({"torch2": "4 * <n> * <c> * <f>", "why": "torch 2 keeps the sizes alone, 1.13 the input"},))
BOTH = [("mul", "mul"), ("div", "div"), ("add", "add"), ("sub", "sub"), ("maximum", "maximum"), ("atan2", "atan2"), ("pow", "pow")]
FORMS += [("made(<n>, <f>).exp().%s(made(<n>, <f>))" % j, "made(<n>, <f>).exp().%s(made(<n>, <f>))" % p) for j, p in BOTH]
FORMS += [
    ("made(<n>, <f>).mm(u(<f>, 5))", "made(<n>, <f>).mm(u(<f>, 5))"), ("made(<n>, <f>).mv(u(<f>))", "made(<n>, <f>).mv(u(<f>))"), ("made(<f>, <f>).select(0, 1).dot(u(<f>))", "made(<f>, <f>).select(0, 1).dot(u(<f>))"),
    ("u(<n>, 3).addmm(made(<n>, <f>), u(<f>, 3))", "u(<n>, 3).addmm(made(<n>, <f>), u(<f>, 3))"), ("u(<n>, <c>, 3).baddbmm(" + X + ", u(<n>, <f>, 3))", "u(<n>, <c>, 3).baddbmm(" + X + ", u(<n>, <f>, 3))"),
    ("made(<n>, <f>).exp().matmul(made(<n>, <f>).transpose(0, 1))", "made(<n>, <f>).exp().matmul(made(<n>, <f>).transpose(0, 1))"),
    ("cat(1, " + X + ", " + U + ")", "torch.cat([" + X + ", " + U + "], 1)"), ("stack(1, " + X + ", " + U + ")", "torch.stack([" + X + ", " + U + "], 1)"),
    ("where(bools(<c>, <f>), " + X + ", " + U + ")", "torch.where(bools(<c>, <f>), " + X + ", " + U + ")"),
    (X + ".linear(P(5, <f>), P(5))", "F.linear(" + X + ", P(5, <f>), P(5))"), (X + ".linear(u(5, <f>))", "F.linear(" + X + ", u(5, <f>))"), (X + ".transpose(0, 1).linear(P(5, <f>))", "F.linear(" + X + ".transpose(0, 1), P(5, <f>))"),
    (D2 + ".conv2d(P(5, <c>, 3, 3))", "F.conv2d(" + D2 + ", P(5, <c>, 3, 3))"), (D1 + ".conv1d(u(5, <c>, 3))", "F.conv1d(" + D1 + ", u(5, <c>, 3))"), (D2 + ".convTranspose2d(P(<c>, 5, 3, 3))", "F.conv_transpose2d(" + D2 + ", P(<c>, 5, 3, 3))"),
    (X + ".layerNorm(size(<f>))", "F.layer_norm(" + X + ", [<f>])"), (X + ".layerNorm(size(<f>), P(<f>), P(<f>))", "F.layer_norm(" + X + ", [<f>], P(<f>), P(<f>))"),
    (X + ".groupNorm(2)", "F.group_norm(" + X + ", 2)"), (D2 + ".groupNorm(2, P(<c>), P(<c>))", "F.group_norm(" + D2 + ", 2, P(<c>), P(<c>))"), (D2 + ".instanceNorm2d()", "F.instance_norm(" + D2 + ")"),
    (X + ".normalize(dim(1))", "F.normalize(" + X + ", dim=1)"), (X + ".normalize(dim(2))", "F.normalize(" + X + ", dim=2)"), ("ints(9, <n>, <l>).embedding(P(9, 4))", "F.embedding(ints(9, <n>, <l>), P(9, 4))"),
    (D2 + ".pad(1, 1)", "F.pad(" + D2 + ", (1, 1))"), (D2 + ".pad(1, 1, 1, 1, mode(\"reflect\"))", "F.pad(" + D2 + ", (1, 1, 1, 1), mode='reflect')"), (D2 + ".maxPool2d(2)", "F.max_pool2d(" + D2 + ", 2)"),
    (D2 + ".avgPool2d(2)", "F.avg_pool2d(" + D2 + ", 2)"), (D2 + ".prelu(P(<c>))", "F.prelu(" + D2 + ", P(<c>))"), ("einsum(\"ncf,fk->nck\", " + X + ", u(<f>, 5))", "torch.einsum('ncf,fk->nck', " + X + ", u(<f>, 5))"),
    ("made(<n>, <l>, 8).view(<n>, <l>, 2, 4).transpose(1, 2).matmul(made(<n>, <l>, 8).view(<n>, <l>, 2, 4).transpose(1, 2).transpose(-1, -2))",
     "made(<n>, <l>, 8).view(<n>, <l>, 2, 4).transpose(1, 2).matmul(made(<n>, <l>, 8).view(<n>, <l>, 2, 4).transpose(1, 2).transpose(-1, -2))"),
    ("made(<n>, 2, <l>, 4).matmul(u(1, 2, 4, <l>))", "made(<n>, 2, <l>, 4).matmul(u(1, 2, 4, <l>))"), ("made(<n>, 2, <l>, 4).matmul(u(4, <l>))", "made(<n>, 2, <l>, 4).matmul(u(4, <l>))"),
]

# ---- the most at once in use: chains, in which each tensor is freed as soon as nobody needs it
ONES = "ones(<n>, <c>, <f>)"
PEAKS = [(j, p) for j, p in [
    ("u(<n>, <f>).then(linear(<f>, 20)).then(relu()).then(linear(20, 3))", "M(nn.Linear(20, 3))(M(nn.ReLU())(M(nn.Linear(<f>, 20))(u(<n>, <f>))))"),
    ("u(<n>, <c>, <h>, <w>).then(conv2d(<c>, 16, 3)).then(batchNorm2d(16)).then(relu())", "M(nn.ReLU())(M(nn.BatchNorm2d(16))(M(nn.Conv2d(<c>, 16, 3))(u(<n>, <c>, <h>, <w>))))"),
    ("u(<n>, <c>, <h>, <w>).then(conv2d(<c>, 16, 3)).then(relu(inplace(true))).then(maxPool2d(2))", "M(nn.MaxPool2d(2))(M(nn.ReLU(inplace=True))(M(nn.Conv2d(<c>, 16, 3))(u(<n>, <c>, <h>, <w>))))"),
    ("u(<n>, <c>, <h>, <w>).maxPool2d(2)", "F.max_pool2d(u(<n>, <c>, <h>, <w>), 2)"), ("u(<n>, <c>, <h>, <w>).avgPool2d(2)", "F.avg_pool2d(u(<n>, <c>, <h>, <w>), 2)"),
    ("u(<n>, <c>, <f>).then(layerNorm(<f>))", "M(nn.LayerNorm(<f>))(u(<n>, <c>, <f>))"), ("u(<n>, <c>, <f>).then(groupNorm(2, <c>))", "M(nn.GroupNorm(2, <c>))(u(<n>, <c>, <f>))"),
    ("u(<n>, <c>, <f>).exp().softmax(1)", "u(<n>, <c>, <f>).exp().softmax(1)"), ("u(<n>, <c>, <f>).exp().then(dropout(0.5)).exp()", "M(nn.Dropout(0.5))(u(<n>, <c>, <f>).exp()).exp()"),
    ("u(<n>, <c>, <f>).exp().transpose(1, 2).exp()", "u(<n>, <c>, <f>).exp().transpose(1, 2).exp()"), ("u(<n>, <c>, <f>).transpose(1, 2).reshape(<n>, -1).exp()", "u(<n>, <c>, <f>).transpose(1, 2).reshape(<n>, -1).exp()"),
    ("u(<n>, <c>, <f>).add(" + ONES + ").add(" + ONES + ").add(" + ONES + ")", "u(<n>, <c>, <f>).add(torch." + ONES + ").add(torch." + ONES + ").add(torch." + ONES + ")"),
    ("u(<n>, <c>, <f>).mul(ones(<f>)).exp().mul(arange(<f>).to(FLOAT32)).exp()", "u(<n>, <c>, <f>).mul(torch.ones(<f>)).exp().mul(torch.arange(<f>).to(torch.float32)).exp()"),
    ("u(<n>, 2, <l>, 4).matmul(u(<n>, 2, 4, <l>)).softmax(-1)", "u(<n>, 2, <l>, 4).matmul(u(<n>, 2, 4, <l>)).softmax(-1)"),
    ("u(<n>, <l>, 2, 4).transpose(1, 2).matmul(u(<n>, 2, 4, <l>))", "u(<n>, <l>, 2, 4).transpose(1, 2).matmul(u(<n>, 2, 4, <l>))"),
    ("cat(1, u(<n>, <c>, <f>), u(<n>, <c>, <f>)).sum(1)", "torch.cat([u(<n>, <c>, <f>), u(<n>, <c>, <f>)], 1).sum(1)"), ("u(<n>, <c>, <f>).pow(2).mean(2).rsqrt()", "u(<n>, <c>, <f>).pow(2).mean(2).rsqrt()"),
    ("u(<n>, <c>, <f>).chunk(2, 1).get(0).exp().exp()", "u(<n>, <c>, <f>).chunk(2, 1)[0].exp().exp()"), ("ints(9, <n>, <l>).then(embedding(9, 6)).exp()", "M(nn.Embedding(9, 6))(ints(9, <n>, <l>)).exp()"),
]]
