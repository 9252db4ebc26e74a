package layerbook.operations;

import static layerbook.operations.Operator.Place.TORCH;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import layerbook.formula.Expr;
import layerbook.layer.Inputs;
import layerbook.layer.Kind;
import layerbook.layer.Rule;
import layerbook.shape.Refusal;
import layerbook.shape.Shape;
import layerbook.shape.TensorType;

/**
 * A sum of products in Einstein's notation, {@code einsum("bhid,bhjd->bhij", q, k)}: axes with the same letter go together, letters that are not in the
 * output are summed over. Several tensors are multiplied two by two from the left, as PyTorch does; a product that sums over nothing has no multiply-adds.
 */
final class Einsum {
    static final List<Operator> OPERATORS = List.of(
        Operator.of("einsum", "A sum of products in Einstein's notation: einsum(\"bhid,bhjd->bhij\", q, k).").takes("(str equation, Tensor[] operands)").in(TORCH)
            .rule((a, in) -> new Einsum(a.text("equation")).rule(in)));

    private static final String DOTS = "...";

    private final String equation;
    private final List<String> terms;
    private final String wanted;

    private Einsum(String equation) {
        this.equation = equation;
        String said = equation.replace(" ", "");
        int arrow = said.indexOf("->");
        terms = List.of((arrow < 0 ? said : said.substring(0, arrow)).split(",", -1));
        wanted = arrow < 0 ? null : said.substring(arrow + 2);
    }

    private Rule rule(Inputs in) {
        if (in.count() != terms.size()) {
            throw Refusal.option("einsum names " + terms.size() + " tensors and is given " + in.count()).at("equation", equation).why("each part between commas speaks of one tensor");
        }
        Map<String, Expr> sizes = new LinkedHashMap<>();
        var labels = new ArrayList<List<String>>();
        Rule rule = Rule.of("einsum");
        for (int i = 0; i < in.count(); i++) {
            labels.add(labels(terms.get(i), in.shape(i)));
            bind(labels.get(i), in.shape(i), sizes);
            rule.takes(in.shape(i).dims().toArray(Expr[]::new)).anything();
        }
        List<String> out = out(labels);
        for (String label : out) {
            if (!sizes.containsKey(label)) {
                throw Refusal.option("einsum has no axis " + label + " to give").at("equation", equation).why("the output's letters stand among the inputs'");
            }
        }
        sizes.forEach((label, size) -> rule.let(Expr.symbol(label), size));
        rule.gives(new TensorType(new Shape(out.stream().map(sizes::get).toList()), Numeric.equal("einsum", in)));
        products(rule, labels, out, sizes);
        return rule;
    }

    /** The letters of a tensor's axes; those under dots are counted from the last. */
    private List<String> labels(String term, Shape shape) {
        int dots = term.indexOf(DOTS);
        int named = term.length() - (dots < 0 ? 0 : 3);
        if (dots < 0 ? named != shape.rank() : named > shape.rank()) {
            throw Refusal.shape("einsum names " + named + " axes of " + shape.text()).at("equation", term).why("it has " + shape.rank());
        }
        var out = new ArrayList<String>();
        for (int i = 0; i < term.length(); i++) {
            if (i == dots) {
                for (int k = shape.rank() - named; k > 0; k--) {
                    out.add("." + k);
                }
                i += 2;
            } else {
                out.add(term.substring(i, i + 1));
            }
        }
        return out;
    }

    private void bind(List<String> labels, Shape shape, Map<String, Expr> sizes) {
        for (int i = 0; i < labels.size(); i++) {
            String label = labels.get(i);
            Expr size = shape.dim(i);
            Expr known = sizes.get(label);
            if (known == null || known.isOne()) {
                sizes.put(label, size);
            } else if (!known.equals(size) && !size.isOne()) {
                throw Refusal.shape("einsum has two sizes for " + label).at("equation", equation).why("axis " + label + " is " + known.text() + " in one tensor and " + size.text() + " in another");
            }
        }
    }

    /** What is asked for; without an arrow, the letters that stand once, in their order. */
    private List<String> out(List<List<String>> labels) {
        var all = new ArrayList<String>();
        labels.forEach(all::addAll);
        var dotted = new TreeSet<>(java.util.Comparator.<String>naturalOrder().reversed());
        all.stream().filter(l -> l.startsWith(".")).forEach(dotted::add);
        var out = new ArrayList<String>();
        if (wanted == null) {
            out.addAll(dotted);
            new TreeSet<>(all).stream().filter(l -> !l.startsWith(".") && java.util.Collections.frequency(all, l) == 1).forEach(out::add);
            return out;
        }
        for (int i = 0; i < wanted.length(); i++) {
            if (wanted.startsWith(DOTS, i)) {
                out.addAll(dotted);
                i += 2;
            } else {
                out.add(wanted.substring(i, i + 1));
            }
        }
        return out;
    }

    private void products(Rule rule, List<List<String>> labels, List<String> out, Map<String, Expr> sizes) {
        Set<String> left = new LinkedHashSet<>(labels.get(0));
        for (int i = 1; i < labels.size(); i++) {
            Set<String> right = new LinkedHashSet<>(labels.get(i));
            Set<String> later = new LinkedHashSet<>(out);
            labels.subList(i + 1, labels.size()).forEach(later::addAll);
            left.removeIf(l -> !right.contains(l) && !later.contains(l)); // summed before the product
            Set<String> summed = new LinkedHashSet<>(left);
            summed.removeIf(l -> !right.contains(l) || later.contains(l) || sizes.get(l).isOne());
            var other = new LinkedHashSet<>(right);
            other.removeIf(l -> !left.contains(l) && !later.contains(l));
            left.addAll(other);
            rule.work("product " + i, summed.isEmpty() ? Kind.MULTIPLY : Kind.MULTIPLY_ADD, left.stream().map(l -> (Expr) Expr.symbol(l)).toArray(Expr[]::new));
            left.removeAll(summed);
        }
    }
}
