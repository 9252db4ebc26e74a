package layerbook.layers;

import java.util.List;
import java.util.Map;
import layerbook.formula.Expr;
import layerbook.formula.Expr.Sym;
import layerbook.layer.Arguments;
import layerbook.layer.Rule;
import layerbook.shape.Refusal;

/** What layers with a sliding window check. */
final class Windows {
    private Windows() {}

    /** These arguments must be 1 or more, on every axis. */
    static void positive(Arguments a, String... names) {
        for (String name : names) {
            check(a, name, 1, "must be 1 or more");
        }
    }

    /** The same for an argument that not every kin has. */
    static void positiveIfThere(Arguments a, String name) {
        if (a.signature().parameter(name).isPresent()) {
            positive(a, name);
        }
    }

    /** These arguments must be 0 or more, on every axis. */
    static void notNegative(Arguments a, String... names) {
        for (String name : names) {
            check(a, name, 0, "must not be negative");
        }
    }

    /** These sizes of the input must not be 0; a batch of nothing is none of them. */
    static void notEmpty(Rule rule, Arguments a, List<? extends Expr> sizes) {
        rule.check(letters -> {
            for (Expr size : sizes) {
                if (size.at(letters).isZero()) {
                    throw Refusal.shape(a.code() + " does not fit its input").at("input", size.text() + " is 0").why("there is nothing in it to look at: only the batch may be of size 0");
                }
            }
        });
    }

    private static void check(Arguments a, String name, long least, String said) {
        if (!a.has(name) || a.isText(name)) {
            return;
        }
        for (Expr e : a.sizes(name)) {
            if (e instanceof Expr.Num n && n.value().compareTo(java.math.BigInteger.valueOf(least)) < 0) {
                throw Refusal.option(a.signature().factory() + " cannot have " + name + " " + n.text()).at(name, said).fix(a.with(name, name.toLowerCase(java.util.Locale.ROOT).contains("padding") ? Expr.of(least) : Expr.of(n.value().abs().max(java.math.BigInteger.valueOf(least)))).code());
            }
        }
    }

    /** The window, spread by its dilation, must not be larger than the padded input. */
    static void checkFits(Rule rule, Arguments a, Sym in, Sym out, Expr padding, Expr dilation, Expr kernel) {
        Expr padded = in.plus(Expr.of(2).times(padding));
        Expr window = dilation.times(kernel.minus(1)).plus(1);
        rule.check(letters -> {
            Expr room = padded.minus(window).at(letters);
            if (room instanceof Expr.Num n && n.value().signum() < 0) {
                throw tooLarge(a, letters, in, padded, window);
            }
        });
    }

    private static Refusal tooLarge(Arguments a, Map<Sym, Expr> letters, Sym in, Expr padded, Expr window) {
        Expr size = padded.at(letters);
        Expr largest = layerbook.formula.Expr.of(size.exact().max(java.math.BigInteger.ONE));
        return Refusal.shape(a.code() + " does not fit its input").at("kernelSize", "the window spans " + window.at(letters).text())
            .why("the padded input is " + size.text() + " along " + in.text() + ", smaller than the window of " + window.at(letters).text())
            .fix(a.with("kernelSize", List.of(largest)).with("dilation", 1).code());
    }
}
