package layerbook.net;

import java.util.ArrayList;
import java.util.List;
import layerbook.formula.Expr;
import layerbook.layer.Kind;
import layerbook.layer.Letters;
import layerbook.layer.Option;
import layerbook.layer.Rule;
import layerbook.layers.Catalogue;
import layerbook.layer.Applied;
import layerbook.layer.BuiltIn;
import layerbook.layer.Inputs;
import layerbook.shape.Refusal;
import layerbook.shape.Shape;

/** Functional forms of layers whose weights are given as tensors. */
final class Functional {
    private Functional() {}

    static Operation layerNorm(List<Expr> sizes, int weights) {
        return new Operation("layerNorm", sizes, in -> {
            List<Expr> dims = in.shape(0).dims();
            if (dims.size() < sizes.size() || !dims.subList(dims.size() - sizes.size(), dims.size()).equals(sizes)) {
                throw Refusal.shape("layerNorm does not fit its input").why("the last sizes of " + in.shape(0).text() + " are not those that are normalised");
            }
            Rule rule = Rule.of("layerNorm").takes(Letters.ANY).floats();
            for (int i = 0; i < weights; i++) {
                rule.takes(sizes.toArray(Expr[]::new)).floats();
            }
            rule.gives(Letters.ANY).work("sum for the mean", Kind.ADD, Letters.ANY).work("squared distances", Kind.MULTIPLY, Letters.ANY).work("their sum", Kind.ADD, Letters.ANY)
                .work("subtract the mean", Kind.ADD, Letters.ANY).work("divide by the deviation", Kind.MULTIPLY, Letters.ANY);
            return rule.when(weights > 0, r -> r.work("scale", Kind.MULTIPLY, Letters.ANY)).when(weights > 1, r -> r.work("shift", Kind.ADD, Letters.ANY));
        });
    }

    static Operation embedding() {
        return new Operation("embedding", List.of(), in -> Rule.of("embedding").takes(Letters.ANY).integers().takes(Letters.letter("V", "rows of the table"), Letters.E).anything()
            .gives(layerbook.shape.DType.FLOAT32, Letters.ANY, Letters.E).work(Kind.LOOKUP, Letters.ANY, Letters.E));
    }

    /** The rule of the layer, the weights coming in instead of being owned: their sizes are its channels and its kernel. */
    static Tensor convolution(String word, Tensor x, Tensor weight, Object... biasAndOptions) {
        var options = new ArrayList<Object>();
        var tensors = new ArrayList<Tensor>(List.of(weight));
        Expr groups = Expr.ONE;
        for (Object o : biasAndOptions) {
            if (o instanceof Tensor t) {
                tensors.add(t);
            } else if (o instanceof Option option) {
                options.add(o);
                groups = option.name().equals("groups") ? Numbers.expr(option.values().get(0)) : groups;
            } else if (o != null) {
                throw Refusal.option(word + " takes a weight, a bias and options by name, not " + o).at("stride", "by name").fix(word + "(weight, bias, stride(" + o + "))");
            }
        }
        List<Expr> w = weight.shape().dims();
        int axes = word.charAt(word.length() - 2) - '0';
        if (w.size() != axes + 2) {
            throw Refusal.shape(word + " wants a weight of " + (axes + 2) + " axes, not " + weight.shape().text()).at("weight", "has " + w.size() + " axes").why("it holds a window for each pair of channels");
        }
        boolean transposed = word.startsWith("convTranspose");
        options.add(Option.of("inChannels", transposed ? w.get(0) : w.get(1).times(groups)));
        options.add(Option.of("outChannels", transposed ? w.get(1).times(groups) : w.get(0)));
        options.add(Option.of("kernelSize", w.subList(2, w.size())));
        options.add(Option.of("bias", tensors.size() > 1));
        return x.apply(borrowing(word, (BuiltIn) Catalogue.find(word).orElseThrow().read(options.toArray())), tensors.toArray(Tensor[]::new));
    }

    private static Operation borrowing(String word, BuiltIn layer) {
        return new Operation(word, List.of(layer.codeText()), in -> {
            Applied a = Applied.of(layer, Inputs.of(in.type(0)));
            if (in.count() > 2 && !in.shape(2).dims().equals(a.weights().get(1).dims())) {
                throw Refusal.shape(word + " wants a bias for each output channel").at("bias", in.shape(2).text()).why("the weight gives " + new Shape(a.weights().get(1).dims()).text() + " channels");
            }
            Rule rule = Rule.of(word);
            a.letters().forEach(rule::let);
            for (int i = 0; i < in.count(); i++) {
                rule.takes(in.shape(i).dims().toArray(Expr[]::new)).anything();
            }
            rule.gives(a.output());
            a.rule().work().forEach(each -> rule.work(each.label(), each.kind(), each.factors().toArray(Expr[]::new)));
            return rule;
        });
    }

    /** A normalisation whose scale and shift (and mean and variance) come in, one for each channel. */
    static Operation normalised(String name, String what, int groups, int weights) {
        boolean grouped = name.equals("groupNorm");
        return new Operation(name, grouped ? List.of(groups) : List.of(), in -> {
            if (grouped && groups < 1) {
                throw Refusal.option(name + " cannot make " + groups + " groups").at("numGroups", "must be 1 or more").fix(name + "(1)");
            }
            Expr channels = in.rank() > 1 ? in.shape(0).dim(1) : Expr.ONE;
            if (in.rank() < 2) {
                throw Refusal.shape(name + " wants a batch and channels, not " + in.shape(0).text()).at("input", in.rank() + " axes").why("axis 1 holds the channels");
            }
            if (groups > 0 && channels instanceof Expr.Num n && n.value().mod(java.math.BigInteger.valueOf(groups)).signum() != 0) {
                throw Refusal.option(name + " cannot split " + channels.text() + " channels into " + groups + " groups").at("numGroups", channels.text() + " is not a multiple of " + groups)
                    .fix(name + "(" + n.value().gcd(java.math.BigInteger.valueOf(groups)) + ")");
            }
            Rule rule = Rule.of(name).takes(Letters.N, Letters.C, Letters.ANY).floats();
            for (int i = 0; i < weights; i++) {
                rule.takes(Letters.C).floats();
            }
            int learned = name.equals("batchNorm") ? weights - 2 : weights;
            rule.gives(Letters.N, Letters.C, Letters.ANY).work("subtract the mean", Kind.ADD, Letters.N, Letters.C, Letters.ANY).work("divide by the deviation", Kind.MULTIPLY, Letters.N, Letters.C, Letters.ANY);
            return rule.when(learned > 0, r -> r.work("scale", Kind.MULTIPLY, Letters.N, Letters.C, Letters.ANY)).when(learned > 1, r -> r.work("shift", Kind.ADD, Letters.N, Letters.C, Letters.ANY));
        });
    }

    static Operation prelu() {
        return new Operation("prelu", List.of(), in -> {
            Expr slopes = in.shape(1).numel();
            if (!slopes.isOne() && (in.rank() < 2 || !in.shape(0).dim(1).equals(slopes))) {
                throw Refusal.shape("prelu wants one slope, or one for each channel").at("weight", slopes.text() + " slopes").why("the input is " + in.shape(0).text());
            }
            return Rule.of("prelu").takes(Letters.ANY).floats().takes(in.shape(1).dims().toArray(Expr[]::new)).floats().gives(in.type(0)).work(Kind.COMPARE, Letters.ANY).work(Kind.MULTIPLY, Letters.ANY);
        });
    }
}
