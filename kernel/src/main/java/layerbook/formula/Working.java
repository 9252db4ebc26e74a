package layerbook.formula;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A formula worked out on paper: the letters, the numbers put in, then one line for each round of innermost operations, down to the result.
 *
 * @param symbolic the formula in letters
 * @param steps with the numbers put in first, the result last
 */
public record Working(Expr symbolic, List<Expr> steps) {
    public static Working of(Expr symbolic, Map<Expr.Sym, Expr> values) {
        var steps = new ArrayList<Expr>();
        Expr now = symbolic.put(values);
        steps.add(now);
        while (!(now instanceof Expr.Num)) {
            Expr next = reduce(now);
            if (next.equals(now)) {
                break;
            }
            steps.add(next);
            now = next;
        }
        Expr result = symbolic.at(values);
        if (!result.equals(now) && !result.text().equals(now.text())) {
            steps.add(result);
        }
        return new Working(symbolic, List.copyOf(steps));
    }

    /** The result. */
    public Expr result() {
        return steps.get(steps.size() - 1);
    }

    /** The steps as text, without the line in letters; equal neighbours are written once. */
    public List<String> lines(Style style) {
        var lines = new ArrayList<String>();
        for (Expr step : steps) {
            String line = step.text(style);
            if (lines.isEmpty() || !lines.get(lines.size() - 1).equals(line)) {
                lines.add(line);
            }
        }
        return lines;
    }

    /** Works out every operation whose parts are all numbers, each once, innermost first. */
    private static Expr reduce(Expr e) {
        List<Expr> parts = Parts.of(e);
        if (parts.isEmpty()) {
            return e;
        }
        if (parts.stream().allMatch(Expr::isNumber)) {
            return e.normal();
        }
        return tidy(Parts.map(e, Working::reduce));
    }

    /** A factor 1 and a term 0 say nothing; they go when they appear beside a symbol. */
    private static Expr tidy(Expr e) {
        if (e instanceof Expr.Product p && p.factors().stream().anyMatch(Expr::isZero)) {
            return Expr.of(BigInteger.ZERO);
        }
        return e;
    }
}
