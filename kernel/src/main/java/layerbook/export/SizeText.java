package layerbook.export;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import layerbook.formula.Expr;
import layerbook.shape.Shape;

/** Sizes with letters, written with the sizes of the tensors that went in: {@code n = x.shape[0]}. */
final class SizeText {
    private final Map<Expr.Sym, String> variables = new LinkedHashMap<>();
    private final Map<Expr.Sym, String> sources = new LinkedHashMap<>();

    /** Makes the letters of an input's sizes known. */
    void knows(String variable, Shape shape, Set<String> taken) {
        for (int i = 0; i < shape.rank(); i++) {
            if (shape.dim(i) instanceof Expr.Sym letter && !sources.containsKey(letter)) {
                String name = letter.name().toLowerCase(java.util.Locale.ROOT).replaceAll("\\W", "_");
                while (!PythonText.isName(name) || !taken.add(name)) {
                    name = name + "_";
                }
                variables.put(letter, name);
                sources.put(letter, variable + ".shape[" + i + "]");
            }
        }
    }

    /** The statements that read the letters which a text uses, one a line. */
    List<String> readings(Set<Expr.Sym> used) {
        return sources.entrySet().stream().filter(e -> used.contains(e.getKey())).map(e -> variables.get(e.getKey()) + " = " + e.getValue()).toList();
    }

    /** Whether all letters of a formula are known. */
    boolean knows(Expr e) {
        return variables.keySet().containsAll(e.symbols());
    }

    /** The formula in Python; all divisions are of whole numbers. */
    String text(Expr e) {
        if (e instanceof Expr.Num n) {
            return n.value().toString();
        } else if (e instanceof Expr.Sym s) {
            return variables.get(s);
        } else if (e instanceof Expr.Sum sum) {
            return sum.terms().stream().map(this::text).collect(Collectors.joining(" + ")).replace("+ -", "- ");
        } else if (e instanceof Expr.Product p) {
            return p.factors().stream().map(this::factor).collect(Collectors.joining(" * "));
        } else if (e instanceof Expr.Power p) {
            return factor(p.base()) + " ** " + p.exponent();
        } else if (e instanceof Expr.Floor f) {
            return factor(f.numerator()) + " // " + factor(f.denominator());
        } else if (e instanceof Expr.Over o) {
            return factor(o.numerator()) + " // " + factor(o.denominator());
        } else if (e instanceof Expr.Ceil c) {
            return "-(-" + factor(c.numerator()) + " // " + factor(c.denominator()) + ")";
        } else if (e instanceof Expr.Max m) {
            return m.of().stream().map(this::text).collect(Collectors.joining(", ", "max(", ")"));
        }
        return ((Expr.Min) e).of().stream().map(this::text).collect(Collectors.joining(", ", "min(", ")"));
    }

    private String factor(Expr e) {
        boolean simple = e instanceof Expr.Num n && n.value().signum() >= 0 || e instanceof Expr.Sym || e instanceof Expr.Max || e instanceof Expr.Min;
        return simple ? text(e) : "(" + text(e) + ")";
    }
}
