package layerbook.layers;

import java.util.ArrayList;
import java.util.List;
import layerbook.formula.Expr;
import layerbook.formula.Expr.Sym;
import layerbook.layer.Arguments;
import layerbook.layer.Inputs;
import layerbook.layer.Kind;
import layerbook.layer.Letters;
import layerbook.layer.Rule;
import layerbook.shape.DType;
import layerbook.shape.Refusal;

/** The matrices of an adaptive softmax: one for the frequent classes and the clusters, two for each cluster. Source: torch/nn/modules/adaptive.py. */
final class Clusters {
    private static final Sym HEAD = Letters.letter("F_h", "frequent classes and clusters");

    private Clusters() {}

    static Rule rule(Arguments a, Inputs in) {
        Windows.positive(a, "nClasses");
        List<Expr> cuts = cuts(a);
        boolean batched = in == null || in.count() == 0 || in.rank() != 1;
        Expr[] lead = batched ? new Expr[] {Letters.N} : new Expr[0];
        Rule rule = Rule.of(a).let(Letters.F_IN, "inFeatures").let(HEAD, cuts.get(0).plus(cuts.size() - 1))
            .takes(Spatial.all(List.of(lead), Letters.F_IN)).floats().takes(lead).integers().gives(DType.FLOAT32, lead).gives(DType.FLOAT32);
        rule.weight("head.weight", HEAD, Letters.F_IN).work("head", Kind.MULTIPLY_ADD, Spatial.all(List.of(lead), HEAD, Letters.F_IN));
        rule.when(a.flag("headBias"), r -> r.weight("head.bias", HEAD).work("head", Kind.BIAS_ADD, Spatial.all(List.of(lead), HEAD)));
        rule.keeps(k -> k.input(0).input(1)); // the rest depends on the classes, too
        for (int i = 0; i + 1 < cuts.size(); i++) {
            Sym inner = Letters.letter("h_" + (i + 1), "features of cluster " + (i + 1));
            int power = i + 1;
            rule.where(inner, shrunk(a, in, Math.pow(a.real("divValue"), power)));
            rule.weight("tail." + i + ".0.weight", inner, Letters.F_IN).weight("tail." + i + ".1.weight", cuts.get(i + 1).minus(cuts.get(i)).normal(), inner);
        }
        return rule.unknownWork("how many examples fall into the rarer clusters depends on their classes");
    }

    private static Expr shrunk(Arguments a, Inputs in, double by) {
        if (by == Math.rint(by)) {
            return Letters.F_IN.floorOver(Expr.of((long) by));
        }
        return Scaled.size(Letters.F_IN, a.has("inFeatures") ? a.number("inFeatures") : Scaled.known(in, -1), 1 / by);
    }

    /** Where clusters end: the cuts, and the number of classes. */
    private static List<Expr> cuts(Arguments a) {
        var cuts = new ArrayList<>(a.sizes("cutoffs"));
        cuts.add(a.number("nClasses"));
        for (int i = 0; i < cuts.size(); i++) {
            Expr before = i == 0 ? Expr.ZERO : cuts.get(i - 1);
            if (cuts.get(i).minus(before).normal() instanceof Expr.Num n && n.value().signum() <= 0) {
                throw Refusal.option(a.code() + " cannot cut its classes so").at("cutoffs", "must rise, between 1 and " + a.number("nClasses").minus(1).normal().text())
                    .why(cuts.get(i).text() + " does not come after " + before.text()).fix(a.with("cutoffs", List.of(Expr.ONE)).code());
            }
        }
        return cuts;
    }
}
