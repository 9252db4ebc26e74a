package layerbook.net;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import layerbook.formula.Expr;
import layerbook.formula.Expr.Sym;
import layerbook.layer.Layer;
import layerbook.layer.Param;
import layerbook.layer.Part;
import layerbook.layer.Rule;
import layerbook.layer.Weight;

/** The weights of a layer that nobody has used: what its arguments alone say. A size that only an input could tell stays a letter. */
public final class Unused {
    private Unused() {}

    public static List<Param> weights(Layer layer) {
        return params(layer.rule(), true);
    }

    public static List<Param> buffers(Layer layer) {
        return params(layer.rule(), false);
    }

    /** The letters in its weights that only an input could tell: those of arguments that were left out. */
    public static Set<Sym> open(Layer layer) {
        Rule rule = layer.rule();
        var out = new LinkedHashSet<Sym>();
        Stream.concat(rule.weights().stream(), rule.buffers().stream()).forEach(w -> w.dims().forEach(d -> out.addAll(d.symbols())));
        out.removeAll(rule.lets().keySet());
        return out;
    }

    private static List<Param> params(Rule rule, boolean learned) {
        Map<Sym, Expr> letters = rule.lets();
        var out = new ArrayList<Param>();
        for (Weight w : learned ? rule.weights() : rule.buffers()) {
            out.add(new Param(w.name(), w.dims().stream().map(d -> d.at(letters)).toList()));
        }
        for (Part p : rule.parts()) {
            for (Param inner : learned ? p.applied().weights() : p.applied().buffers()) {
                out.add(new Param(p.name() + "." + inner.name(), inner.dims()));
            }
        }
        return out;
    }
}
