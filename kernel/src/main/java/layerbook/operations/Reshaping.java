package layerbook.operations;

import static layerbook.operations.Operator.Place.METHOD;
import static layerbook.operations.Operator.Place.TORCH;

import java.util.ArrayList;
import java.util.List;
import layerbook.formula.Expr;
import layerbook.layer.Inputs;
import layerbook.layer.Letters;
import layerbook.layer.Rule;
import layerbook.net.Numbers;
import layerbook.shape.Refusal;
import layerbook.shape.Shape;
import layerbook.shape.TensorType;

/** The same numbers under other sizes: view, reshape, flatten. */
final class Reshaping {
    static final List<Operator> OPERATORS = List.of(
        Operator.of("view", "The same numbers under other sizes; one size may be -1. Refused where the axes were permuted, as PyTorch does; "
                + "a view that changes the batch is warned of.")
            .takes("(Tensor input, int[] shape)", "(Tensor input, dtype dtype)").in(METHOD).rule((a, in) -> viewed("view", a, in, true)).view(),
        Operator.of("reshape", "The same numbers under other sizes, copied where a view is impossible.")
            .takes("(Tensor input, int[] shape)").in(METHOD, TORCH).rule((a, in) -> viewed("reshape", a, in, false)),
        Operator.of("view_as", "The same numbers under the sizes of another tensor.")
            .takes("(Tensor input, Tensor other)").in(METHOD).composed((a, t) -> Applying.call(t.get(0), "view", t.get(1).shape())),
        Operator.of("reshape_as", "The same numbers under the sizes of another tensor, copied where a view is impossible.")
            .takes("(Tensor input, Tensor other)").in(METHOD).composed((a, t) -> Applying.call(t.get(0), "reshape", t.get(1).shape())),
        Operator.of("flatten", "The axes from startDim to endDim (inclusive) as one; all of them if none is named.")
            .takes("(Tensor input, int start_dim=0, int end_dim=-1)").in(METHOD, TORCH)
            .rule((a, in) -> rule("flatten", in, flattened(in.shape(0), a.integer("start_dim"), a.integer("end_dim")), false)),
        Operator.of("ravel", "All numbers as one axis.").takes("(Tensor input)").in(METHOD, TORCH).composed((a, t) -> Applying.call(t.get(0), "reshape", -1)),
        Operator.of("unflatten", "One axis as several; one size may be -1.")
            .takes("(Tensor input, int dim, int[] sizes)").in(METHOD, TORCH).rule(Reshaping::unflattened).view());

    private Reshaping() {}

    private static Rule viewed(String name, Bindings a, Inputs in, boolean mustView) {
        if (a.schema().argument("dtype").isPresent()) {
            return Operation.taking(name, in, new TensorType(in.shape(0), a.dtype("dtype"), in.type(0).strides()));
        }
        return rule(name, in, sized(name, in.shape(0), a.sizes("shape")), mustView);
    }

    private static Rule unflattened(Bindings a, Inputs in) {
        Shape from = in.shape(0);
        int axis = Axes.index(a.integer("dim"), from.rank(), "unflatten");
        var out = new ArrayList<>(from.slice(0, axis));
        out.addAll(sized("unflatten", Shape.of(from.dim(axis)), a.sizes("sizes")).dims());
        out.addAll(from.slice(axis + 1, from.rank()));
        return rule("unflatten", in, new Shape(out), false);
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
            .gives(new TensorType(out, from.dtype(), contiguous ? null : strides)).keepsNothing().when(strides != null, r -> r.viewOf(0));
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
