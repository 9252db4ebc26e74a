package layerbook.net;

import java.util.ArrayList;
import java.util.List;
import layerbook.formula.Expr;
import layerbook.layer.Inputs;
import layerbook.layer.Letters;
import layerbook.layer.Rule;
import layerbook.shape.Refusal;
import layerbook.shape.Shape;
import layerbook.shape.TensorType;

/** The same numbers under other sizes: view, reshape, flatten. */
final class Reshaping {
    private static final List<String> REFOLDING = List.of("view", "reshape");

    private Reshaping() {}

    static Operation view(Object... sizes) {
        List<Expr> wanted = Numbers.exprs(sizes);
        return new Operation("view", wanted, in -> rule("view", in, sized("view", in.shape(0), wanted), true));
    }

    static Operation reshape(Object... sizes) {
        List<Expr> wanted = Numbers.exprs(sizes);
        return new Operation("reshape", wanted, in -> rule("reshape", in, sized("reshape", in.shape(0), wanted), false));
    }

    static Operation flatten(int start, int end) {
        return new Operation("flatten", List.of(start, end), in -> rule("flatten", in, flattened(in.shape(0), start, end), false));
    }

    static Operation unflatten(int dim, List<Expr> sizes) {
        return new Operation("unflatten", List.of(dim, sizes), in -> {
            Shape from = in.shape(0);
            int axis = Axes.index(dim, from.rank(), "unflatten");
            var out = new ArrayList<>(from.slice(0, axis));
            out.addAll(sized("unflatten", Shape.of(from.dim(axis)), sizes).dims());
            out.addAll(from.slice(axis + 1, from.rank()));
            return rule("unflatten", in, new Shape(out), false);
        });
    }

    /** A batch that became another number of rows because -1 was worked out so is allowed, and said; who writes the rows out means them. */
    static Tensor warned(Tensor from, Tensor to, Operation by) {
        String name = by.factoryName();
        boolean workedOut = REFOLDING.contains(name) && !by.arguments().isEmpty() && by.arguments().get(0).equals(Expr.of(-1));
        if (workedOut && from.rank() > 0 && to.rank() > 0 && from.shape().dim(0).equals(Letters.N) && !to.shape().dim(0).equals(Letters.N)) {
            Expr rows = to.shape().dim(0).at(java.util.Map.of(Letters.N, Expr.ONE));
            String even = isSuffix(from.shape(), to.shape()) ? "" : ", so the sizes behind the batch do not make up a row of " + to.shape().dim(-1).text();
            from.book().warn(name + " turns 1 example into " + rows.text() + " rows: " + from.shape().text() + " became " + to.shape().text() + even);
        }
        return to;
    }

    /** Whether a new row is what stands behind some axis: then the axes before it were folded, and nothing was torn. */
    private static boolean isSuffix(Shape from, Shape to) {
        Expr row = Expr.product(to.dims().subList(1, to.rank())).normal();
        for (int i = 1; i < from.rank(); i++) {
            if (Expr.product(from.dims().subList(i, from.rank())).normal().equals(row)) {
                return true;
            }
        }
        return false;
    }

    static Shape flattened(Shape from, int start, int end) {
        int first = Axes.index(start, from.rank(), "flatten");
        int last = Axes.index(end, from.rank(), "flatten");
        if (first > last) {
            throw Refusal.shape("flatten cannot begin behind its end").at("startDim", "axis " + first + " comes after axis " + last)
                .fix("flatten(" + last + ", " + first + ")");
        }
        if (from.rank() == 0) {
            return Shape.of(Expr.ONE);
        }
        var out = new ArrayList<>(from.slice(0, first));
        out.add(Expr.product(from.slice(first, last + 1)).normal());
        out.addAll(from.slice(last + 1, from.rank()));
        return new Shape(out);
    }

    private static Rule rule(String name, Inputs in, Shape out, boolean mustView) {
        TensorType from = in.type(0);
        List<Expr> strides = Strides.viewed(from, out);
        if (strides == null && mustView) {
            throw Refusal.shape("view cannot give " + from.shape().text() + " the sizes " + out.text())
                .why("the axes were permuted, so the numbers do not lie in that order; reshape copies them").fix("reshape(" + out.text().replace("×", ", ") + ")");
        }
        boolean contiguous = strides == null || strides.equals(TensorType.contiguous(out));
        return Rule.of(name).takes(from.shape().dims().toArray(Expr[]::new)).anything()
            .gives(new TensorType(out, from.dtype(), contiguous ? null : strides));
    }

    /** The sizes wanted, with -1 worked out. */
    static Shape sized(String name, Shape from, List<Expr> wanted) {
        int open = -1;
        var known = new ArrayList<Expr>();
        for (int i = 0; i < wanted.size(); i++) {
            if (wanted.get(i).equals(Expr.of(-1))) {
                if (open >= 0) {
                    throw Refusal.shape(name + " can work out one size only").why("-1 stands twice in it");
                }
                open = i;
            } else {
                known.add(wanted.get(i));
            }
        }
        Expr all = from.numel();
        Expr given = Expr.product(known).normal();
        if (open < 0) {
            if (!given.equals(all)) {
                throw wrong(name, from, wanted, all, given);
            }
            return new Shape(wanted);
        }
        Expr rest;
        try {
            rest = all.over(given).normal();
            rest.at(java.util.Map.of(Letters.N, Expr.ONE)).normal(); // for one example it must come out even, as in PyTorch
        } catch (ArithmeticException e) {
            throw wrong(name, from, wanted, all, given);
        }
        var out = new ArrayList<>(wanted);
        out.set(open, rest);
        return new Shape(out);
    }

    private static Refusal wrong(String name, Shape from, List<Expr> wanted, Expr all, Expr given) {
        String open = all.isNumber() && given.isNumber() ? "" : "; the two cannot be shown to be equal";
        String fix = name + "(" + (from.rank() > 1 ? Numbers.java(from.dim(0)) + ", " : "") + "-1)";
        return Refusal.shape(name + " cannot give " + from.text() + " the sizes " + new Shape(wanted).text())
            .why(from.text() + " holds " + all.text() + " numbers, the new sizes " + given.text() + open).fix(fix);
    }
}
