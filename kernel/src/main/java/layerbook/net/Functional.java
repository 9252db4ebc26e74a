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
            rule.gives(Letters.ANY).work("subtract the mean", Kind.ADD, Letters.ANY).work("divide by the deviation", Kind.MULTIPLY, Letters.ANY);
            return rule.when(weights > 0, r -> r.work("scale", Kind.MULTIPLY, Letters.ANY)).when(weights > 1, r -> r.work("shift", Kind.ADD, Letters.ANY));
        });
    }

    static Operation embedding() {
        return new Operation("embedding", List.of(), in -> Rule.of("embedding").takes(Letters.ANY).integers().takes(Letters.letter("V", "rows of the table"), Letters.E).anything()
            .gives(layerbook.shape.DType.FLOAT32, Letters.ANY, Letters.E).work(Kind.LOOKUP, Letters.ANY, Letters.E));
    }

    /** The rule of the layer, the weights coming in instead of being owned. */
    static Tensor conv2d(Tensor x, Tensor weight, Object... biasAndOptions) {
        var options = new ArrayList<Object>();
        var tensors = new ArrayList<Tensor>(List.of(weight));
        for (Object o : biasAndOptions) {
            if (o instanceof Tensor t) {
                tensors.add(t);
            } else if (o instanceof Option) {
                options.add(o);
            }
        }
        List<Expr> w = weight.shape().dims();
        options.add(Option.of("outChannels", w.get(0)));
        options.add(Option.of("kernelSize", List.of(w.get(2), w.get(3))));
        options.add(Option.of("bias", tensors.size() > 1));
        BuiltIn layer = (BuiltIn) Catalogue.find("conv2d").orElseThrow().read(options.toArray());
        var operation = new Operation("conv2d", List.of(layer.codeText()), in -> {
            Applied a = Applied.of(layer, Inputs.of(in.type(0)));
            Rule rule = Rule.of("conv2d");
            a.letters().forEach(rule::let);
            for (int i = 0; i < in.count(); i++) {
                rule.takes(in.shape(i).dims().toArray(Expr[]::new)).anything();
            }
            rule.gives(a.output());
            a.rule().work().forEach(each -> rule.work(each.label(), each.kind(), each.factors().toArray(Expr[]::new)));
            return rule;
        });
        return x.apply(operation, tensors.toArray(Tensor[]::new));
    }
}
