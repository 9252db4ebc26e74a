package layerbook.net;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import layerbook.formula.Expr;
import layerbook.layer.Kind;
import layerbook.layer.Letters;
import layerbook.layer.Option;
import layerbook.layer.Rule;
import layerbook.shape.DType;
import layerbook.shape.Shape;
import layerbook.shape.TensorType;

/** One number of many along axes: mean, sum, max ... */
final class Reducing {
    private Reducing() {}

    static Operation of(String name, Kind kind, Object... given) {
        var dims = new ArrayList<Object>();
        boolean keep = false;
        for (Object g : given) {
            if (g instanceof Option o) {
                keep |= o.name().equals("keepdim") && Boolean.TRUE.equals(o.values().get(0));
                if (o.name().equals("dim")) {
                    dims.addAll(o.values());
                }
            } else if (g instanceof Boolean b) {
                keep = b;
            } else {
                dims.add(g);
            }
        }
        List<Expr> axes = Numbers.exprs(dims.toArray());
        boolean kept = keep;
        return new Operation(name, kept ? List.of(axes, "keepdim") : List.of(axes), in -> {
            Shape from = in.shape(0);
            var reduced = new TreeSet<Integer>();
            axes.forEach(a -> reduced.add(Axes.index(a.exact().intValueExact(), from.rank(), name)));
            var out = new ArrayList<Expr>();
            for (int i = 0; i < from.rank(); i++) {
                if (!axes.isEmpty() && !reduced.contains(i)) {
                    out.add(from.dim(i));
                } else if (kept) {
                    out.add(Expr.ONE);
                }
            }
            var type = new TensorType(new Shape(out), name.equals("argmax") ? DType.INT64 : in.type(0).dtype());
            Rule rule = Rule.of(name).takes(Letters.ANY).anything().gives(type).work(kind, Letters.ANY);
            boolean pairs = (name.equals("max") || name.equals("min")) && !axes.isEmpty();
            return rule.when(pairs, r -> r.gives(new TensorType(new Shape(out), DType.INT64)));
        });
    }
}
