// %% [markdown]
// # 5 · Normalisation, dropout, and what is not learned
//
// **Goal.** You can tell four things apart that are easily thrown together: what is *learned* (parameters), what is
// *kept* but not learned (buffers), what could be learned but is *frozen*, and what is nothing but work.

// %% [markdown]
// ## Two numbers a channel
//
// A normalisation takes numbers, subtracts their mean, divides by their spread, and then lets the network undo as much
// of that as it likes: it multiplies by a learned $\gamma$ and adds a learned $\beta$.
//
// $$y = \gamma \cdot \frac{x - \mu}{\sqrt{\sigma^2 + \epsilon}} + \beta$$
//
// So with $C$ channels it learns $2 \cdot C$ numbers. `affine(false)` leaves $\gamma$ and $\beta$ out, and nothing is
// learned.

// %% batch normalisation
var x = tensor(64, 32, 32);
check(params(x.then(own("bn", batchNorm2d(64)))) == 128);

// %% without gamma and beta
var y = tensor(64, 32, 32);
check(params(y.then(own("plain", batchNorm2d(64, affine(false))))) == 0);

// %% [markdown]
// ## Over what?
//
// The normalisations differ in *which numbers share a mean*, and that decides how many are learned.
//
// | layer | numbers with one mean | learned |
// |---|---|---|
// | `batchNorm2d(C)` | one channel, over the whole batch | $2 C$ |
// | `instanceNorm2d(C)` | one channel of one picture | 0 (unless `affine(true)`) |
// | `groupNorm(g, C)` | a group of channels of one picture | $2 C$ |
// | `layerNorm(F)` | all features of one place | $2 F$ |

// %% the others
check(params(tensor(64, 32, 32).then(own("instance", instanceNorm2d(64)))) == 0);
check(params(tensor(64, 32, 32).then(own("group", groupNorm(8, 64)))) == 128);
check(params(tensor(10, 512).then(own("layer", layerNorm(512)))) == 1024);

// %% [markdown]
// ## Kept, not learned
//
// Batch normalisation needs the mean and the spread of a *batch*, but when the network is used there may be only one
// picture. So in training it keeps running averages: one mean and one variance a channel, and a count of batches seen.
// They are saved with the network, but no gradient changes them. PyTorch calls them **buffers**. A count of parameters
// that includes them is wrong by $2 C + 1$ for each such layer.

// %% explain
explain("bn")
// => 1 bn  batchNorm2d(64)   N×64×32×32 → N×64×32×32
// =>   Brings each channel to mean 0 and variance 1, then scales and shifts it by
// =>   learned numbers.
// =>   with C = 64 channels
// =>
// =>   P = 2·C      parameters: weight 64, bias 64
// =>     = 2·64
// =>     = 128
// =>   FLOPs = –: FLOPs count 2 per multiply-add
// =>   add (subtract the mean): 65,536·N
// =>   multiply (divide by the deviation): 65,536·N
// =>   multiply (scale): 65,536·N
// =>   add (shift): 65,536·N

// %% [markdown]
// ## Dropout
//
// Dropout sets numbers to zero at random while the network is trained, and does nothing when it is used. It learns
// nothing, it keeps nothing, and its probability is no size of anything.

// %% dropout
var z = tensor(512).then(own("fc", linear(512, 512)));
long before = params(z);
z = z.then(dropout(0.5));
check(params(z) == before);
check(z.shape().equals(tensor(512).shape()));
// => before ==> 262656

// %% [markdown]
// ## Frozen
//
// To reuse a network that somebody else trained, one often keeps its first layers as they are and trains only the
// last. Those weights are still there, still loaded, still multiplied: they count as parameters, but not as *trainable*.

// %% a body that is kept, a head that is trained
class Reuse extends Model {
    Unit body = own(linear(2048, 512));
    Unit head = own(linear(512, 10));
    public Tensor forward(Tensor x) { return x.then(body).then(relu()).then(head); }
}
var model = new Reuse();
freeze(model.body);
var reuse = trace(model, 2048)
check(params(reuse) == 2049 * 512 + 513 * 10);
// => created class Reuse
// => model ==> Reuse: body linear(2048, 512), head linear(512, 10)

// %% trained and not trained
tree(reuse)
// => name       type    output     params        %       MACs      FLOPs
// => ───────────────────────────────────────────────────────────────────
// => Reuse              N×10    1,054,218  100.0 %  1,053,696  2,107,392
// => ├─ body    Linear  N×512   1,049,088   99.5 %  1,048,576  2,097,152
// => ├─ relu_1  ReLU    N×512           0      0 %          –          –
// => └─ head    Linear  N×10        5,130    0.5 %      5,120     10,240
// => params 1,054,218   trainable 5,130   not trainable 1,049,088   buffers 0
// => MACs 1,053,696   FLOPs 2,107,392   per example
// => float32: parameters 4.22 MB   kept in training 2.05 kB   most at once in use
// => 10.24 kB
// => a row with others in it is their sum; FLOPs: 2 per multiply-add

// %% [markdown]
// The foot says how many of them are trained: $513 \cdot 10 = 5130$.
//
// ## Bias before a normalisation
//
// A convolution adds a bias to each channel; a normalisation right behind it subtracts the mean of each channel, and
// the bias with it. So the bias can be left out: `bias(false)`. That is why ResNets have convolutions without.

// %% with and without
var with = tensor(64, 32, 32).then(own("c1", conv2d(64, 64, 3, padding(1))), own("b1", batchNorm2d(64)));
var without = tensor(64, 32, 32).then(own("c2", conv2d(64, 64, 3, padding(1), bias(false))), own("b2", batchNorm2d(64)));
check(params(with) - params(without) == 64);

// %% [markdown]
// ## Exercise
//
// `conv2d(32, 64, 3, bias(false))`, `batchNorm2d(64)`, `relu()`, `dropout(0.2)`, then `batchNorm2d(64, affine(false))`.
// How many parameters, and how many buffers?

// %% your answer tags=["parameters"]
long myParams = -1;
long myBuffers = -1;

String slip(long params, long buffers) {
    if (params == 64 * (32 * 9 + 1) + 128) return "the convolution has no bias here";
    if (params == 64 * 32 * 9 + 256) return "affine(false) learns nothing";
    if (params == 64 * 32 * 9 + 128 + 258) return "buffers are no parameters";
    if (params != 64 * 32 * 9 + 128) return "64·32·3·3 weights, and γ and β of one of the normalisations";
    return buffers == 256 ? "each normalisation also counts its batches" : "both normalisations keep a mean, a variance and a count";
}
if (myParams < 0) System.out.println("your answer goes into the cell above");
else check(myParams == 18_560 && myBuffers == 258, slip(myParams, myBuffers));
// => myParams ==> -1
// => myBuffers ==> -1
// => created method slip(long,long)
// => your answer goes into the cell above

// %% the answer
var block = tensor(32, 32, 32).then(conv2d(32, 64, 3, bias(false)), batchNorm2d(64), relu(), dropout(0.2), batchNorm2d(64, affine(false)));
check(params(block) == 18_560);

// %% [markdown]
// `tree` names the two side by side at its foot.

// %% counted apart
tree(block)
// => name           type         output      params       %        MACs       FLOPs
// => ──────────────────────────────────────────────────────────────────────────────
// => conv2d_1       Conv2d       N×64×30×30  18,432  99.3 %  16,588,800  33,177,600
// => batchNorm2d_1  BatchNorm2d  N×64×30×30     128   0.7 %           –           –
// => relu_2         ReLU         N×64×30×30       0     0 %           –           –
// => dropout_2      Dropout      N×64×30×30       0     0 %           0           0
// => batchNorm2d_2  BatchNorm2d  N×64×30×30       0     0 %           –           –
// => params 18,560   trainable 18,560   not trainable 0   buffers 258
// => MACs 16,588,800   FLOPs 33,177,600   per example
// => float32: parameters 74.24 kB   kept in training 880.90 kB   most at once in use
// => 460.80 kB
// => a row with others in it is their sum; FLOPs: 2 per multiply-add

// %% [markdown]
// ## What to take along
//
// - A normalisation learns two numbers a channel, or none with `affine(false)`.
// - Buffers are kept and saved but not learned: $2 C + 1$ for a batch normalisation.
// - Frozen weights are parameters that are not trainable. Dropout is neither: it learns and keeps nothing.
// - A bias right before a normalisation is subtracted again: leave it out.
