// %% [markdown]
// # 1 · Counting a fully connected network
//
// **Goal.** You can say, for any stack of linear layers, how many numbers it learns, and why the same layer used twice
// costs its weights once and its work twice. On the way we check the first half of a widely read article, *Building
// neural networks with PyTorch, and counting their parameters*, whose formula for such a network is not quite right.

// %% [markdown]
// ## One layer
//
// A linear layer turns $F_{in}$ numbers into $F_{out}$ numbers. Each of the $F_{out}$ outputs has a weight for every
// input, and one number more that is added at the end, the *bias*. So it learns
//
// $$P = F_{out} \cdot F_{in} + F_{out} = F_{out} \cdot (F_{in} + 1)$$
//
// numbers. For 20 inputs and 64 outputs that is $64 \cdot 21 = 1344$.

// %% one layer
input(20)
linear(20, 64)
check(params() == 64 * (20 + 1))
// => #  layer         output  params  Σ params  FLOPs  Σ FLOPs
// => ─────────────────────────────────────────────────────────
// => 0  input         N×20                                      ◂ new
// => 1  linear 20→64  N×64     1,344     1,344  2,560    2,560  ◂ new
// => FLOPs: 2 per multiply-add, per example

// %% [markdown]
// Every number in the table can be asked how it came about: letters first, then the sizes put in, then the steps.

// %% explain one layer
explain("linear_1")
// => 1 linear_1  linear(20, 64)   N×20 → N×64
// =>   Multiplies by a matrix and adds a bias: every output feature sees every input
// =>   feature.
// =>   with Fₒᵤₜ = 64 output features, Fᵢₙ = 20 input features, ∗ = N all other axes
// =>
// =>   P = Fₒᵤₜ·(Fᵢₙ + 1)      parameters: weight 64×20, bias 64
// =>     = 64·(20 + 1)
// =>     = 64·21
// =>     = 1,344
// =>
// =>   FLOPs = 2·∗·Fₒᵤₜ·Fᵢₙ      2 per multiply-add
// =>         = 2·N·64·20
// =>         = 2,560·N

// %% [markdown]
// ## The article's network
//
// The article takes $d_{in}$ numbers in, gives $d_{out}$ numbers out, and has hidden layers of $h$ neurons. In its code
// `linear1` goes in, `linear3` goes out, and `linear2` is called in a loop, `n` times. Here it is in Java, line for line.
// (The article writes `clamp(min=0)`; that is what `relu()` does.)

// %% the article's class
class Net extends Model {
    Unit linear1, linear2, linear3;
    int n;

    Net(int dIn, int h, int dOut, int n) {
        linear1 = own(linear(dIn, h));
        linear2 = own(linear(h, h));
        linear3 = own(linear(h, dOut));
        this.n = n;
    }

    public Tensor forward(Tensor x) {
        x = x.then(linear1).then(relu());
        for (int i = 0; i < n; i++) {
            x = x.then(linear2).then(relu());
        }
        return x.then(linear3);
    }
}
// => created class Net

// %% [markdown]
// The sizes stand in a cell of their own, so that you can run this lesson with others:
// `layerbook run notebooks/01-linear.jsh --set h=128`.

// %% sizes tags=["parameters"]
int dIn = 20;
int h = 64;
int dOut = 5;
// => dIn ==> 20
// => h ==> 64
// => dOut ==> 5

// %% twice through the loop
var twice = trace(new Net(dIn, h, dOut, 2), dIn);

// %% its table
net(twice)
// => #  name     layer         output  params  Σ params  FLOPs  Σ FLOPs
// => ──────────────────────────────────────────────────────────────────
// => 2           input         N×20
// => 3  linear1  linear 20→64  N×64     1,344     1,344  2,560    2,560
// => 4           relu          N×64         0     1,344      –    2,560
// => 5  linear2  linear 64→64  N×64     4,160     5,504  8,192   10,752
// => 6           relu          N×64         0     5,504      –   10,752
// => 7  linear2  linear 64→64  N×64     again     5,504  8,192   18,944
// => 8           relu          N×64         0     5,504      –   18,944
// => 9  linear3  linear 64→5   N×5        325     5,829    640   19,584
// => FLOPs: 2 per multiply-add, per example

// %% [markdown]
// Look at the second row named `linear2`. It is the same layer, so it learns nothing new: its parameters were counted
// above. But its work is done again, so its FLOPs are counted again.
//
// ## What the article says
//
// The article's formula for this network is
//
// $$d_{in} \cdot h + h \cdot h \cdot (n-1) + h \cdot d_{out} + h + d_{out}$$
//
// and it says that the last two terms are the biases. Let us put the sizes in, with $n = 2$.

// %% the article's number
int n = 2;
long article = dIn * h + h * h * (n - 1) + h * dOut + h + dOut;
System.out.println("the article's formula gives " + article + ", the network has " + params(twice));
check(params(twice) - article == h);
// => n ==> 2
// => article ==> 5765
// => the article's formula gives 5765, the network has 5829

// %% [markdown]
// It is short by exactly $h$. Nothing mysterious: *each* layer has a bias, as long as its output. `linear1` brings
// $h$ of them, `linear2` another $h$, `linear3` brings $d_{out}$. The article counts $h + d_{out}$ where the three
// layers have $2h + d_{out}$. An easy slip: `linear2` stands in a loop, and its bias gets lost there.

// %% the biases, one by one
long weights = dIn * h + h * h + h * dOut;
long biases = h + h + dOut;
check(params(twice) == weights + biases);
// => weights ==> 5696
// => biases ==> 133

// %% [markdown]
// ## Does n matter?
//
// In the formula, $n$ multiplies $h \cdot h$: more turns of the loop, more parameters. In the *code* it is always the
// same `linear2`. Let us go round five times.

// %% five times through the loop
var five = trace(new Net(dIn, h, dOut, 5), dIn);

// %% same weights, more work
System.out.println("n = 2: " + params(twice) + " parameters, " + flops(twice) + " FLOPs");
System.out.println("n = 5: " + params(five) + " parameters, " + flops(five) + " FLOPs");
check(params(five) == params(twice));
check(flops(five) - flops(twice) == 3L * 2 * h * h);
// => n = 2: 5829 parameters, 19584 FLOPs
// => n = 5: 5829 parameters, 44160 FLOPs

// %% [markdown]
// The parameters stay, the work grows by $2 \cdot h^2$ for each turn. (And $n$ turns give $n + 1$ hidden results, since
// `linear1` makes one too; "two hidden layers" is `n = 1`.) So for the code as it stands
//
// $$P = d_{in} \cdot h + h^2 + h \cdot d_{out} + 2h + d_{out} \qquad \text{for every } n \ge 1$$
//
// ## What is right for n hidden layers
//
// The article *means* $n$ hidden layers, each with weights of its own. Then there is one layer in, $n - 1$ layers
// between hidden ones, and one layer out, each with its bias:
//
// $$P = (d_{in} + 1) \cdot h + (n-1) \cdot (h + 1) \cdot h + (h + 1) \cdot d_{out}$$
//
// A list of layers instead of one layer in a loop makes it so.

// %% a list of layers
class Deep extends Model {
    List<Unit> layers = new ArrayList<>();

    Deep(int dIn, int h, int dOut, int n) {
        layers.add(own(linear(dIn, h)));
        for (int i = 1; i < n; i++) {
            layers.add(own(linear(h, h)));
        }
        layers.add(own(linear(h, dOut)));
    }

    public Tensor forward(Tensor x) {
        for (Unit layer : layers.subList(0, layers.size() - 1)) {
            x = x.then(layer).then(relu());
        }
        return x.then(layers.get(layers.size() - 1));
    }
}
// => created class Deep

// %% the formula holds for every n
long expected(long n) {
    return (dIn + 1) * h + (n - 1) * (h + 1) * h + (h + 1) * dOut;
}
for (int k = 1; k <= 6; k++) {
    var deep = trace(new Deep(dIn, h, dOut, k), dIn);
    System.out.println(k + " hidden: " + params(deep));
    check(params(deep) == expected(k));
};
// => created method expected(long)
// => 1 hidden: 1669
// => 2 hidden: 5829
// => 3 hidden: 9989
// => 4 hidden: 14149
// => 5 hidden: 18309
// => 6 hidden: 22469

// %% [markdown]
// ## With letters instead of numbers
//
// Sizes may stay letters. Then the total is the formula itself, and nobody can have lost a bias in it.

// %% a letter for the hidden size
var H = symbol("h");
tensor(20).then(linear(20, H)).then(relu()).then(linear(H, H)).then(relu()).then(linear(H, 5));
System.out.println("P = " + paramsFormula().text());
// => H ==> h
// => P = h² + 27·h + 5

// %% [markdown]
// ## Exercise
//
// A network takes 784 numbers (a picture of 28 by 28), has **two** hidden layers of 100 neurons with weights of their
// own, and gives 10 numbers. How many parameters? Work it out, put your number in place of the 0, and run the cell.

// %% your answer tags=["parameters"]
long mine = 0;

String slip(long answer) {
    if (answer == 88_400 + 1_000) return "those are the weights; each layer has biases too";
    if (answer == 89_400 + 110) return "the article's formula: one hidden layer has lost its 100 biases";
    if (answer == 784 * 100 + 100 + 100 * 10 + 10) return "that has only one hidden layer";
    if (answer == 89_610 + 10_100) return "that has three hidden layers: n hidden layers have n - 1 between them";
    return "not yet: count (inputs + 1) times outputs for each of the three layers";
}
if (mine == 0) System.out.println("your answer goes into the cell above"); else check(mine == 89_610, slip(mine));
// => mine ==> 0
// => created method slip(long)
// => your answer goes into the cell above

// %% the answer
var picture = trace(new Deep(784, 100, 10, 2), 784);
check(params(picture) == 785 * 100 + 101 * 100 + 101 * 10);

// %% [markdown]
// ## What to take along
//
// - A linear layer learns $(F_{in} + 1) \cdot F_{out}$ numbers, bias included.
// - Parameters belong to a *layer*, work to each *use*. A layer in a loop is counted once and worked many times.
// - A formula for "n layers" is right for a list of layers, not for one layer that is called n times.
