package layerbook.count;

import java.util.List;
import layerbook.formula.Expr;
import layerbook.layer.Applied;
import layerbook.layer.Kind;
import layerbook.layer.LibraryLayer;
import layerbook.layer.Param;
import layerbook.layer.Part;
import layerbook.net.Call;
import layerbook.shape.Shape;

/**
 * Where work is done: a call, or a part inside the composite layer of a call.
 *
 * @param applied the layer with its inputs
 * @param module whether it is a module in PyTorch's sense, not a function
 * @param call the call that it belongs to, or null outside of a network
 * @param inside the site of the composite around it, or null
 */
public record Site(Applied applied, boolean module, Call call, Site inside) {
    public static Site of(Call call) {
        return new Site(call.applied(), call.what() == Call.What.MODULE, call, null);
    }

    /** The site of a part of this composite. */
    public Site part(Part p) {
        return new Site(p.applied(), p.module(), call, this);
    }

    /** The shape of what goes in first; that of a single number if nothing does. */
    public Shape input() {
        return applied.inputs().count() == 0 ? new Shape(List.of()) : applied.inputs().shape(0);
    }

    /** The shape of what comes out first. */
    public Shape output() {
        return applied.output().shape();
    }

    /** How many learned numbers the layer has. */
    public Expr params() {
        return Expr.sum(applied.weights().stream().map(Param::size).toList()).normal();
    }

    /** Its multiply-adds, parts included. */
    public Expr macs() {
        return applied.amount(Kind.MULTIPLY_ADD);
    }

    /** What a convention says of this; where it fails, nobody knows. */
    public Cost cost(Convention convention) {
        try {
            Cost cost = convention.cost(this);
            return cost == null ? new Cost.Unknown(convention.name() + " says nothing of " + rule()) : cost;
        } catch (RuntimeException | StackOverflowError e) {
            return new Cost.Unknown(convention.name() + " fails on " + rule() + ": " + e.getMessage());
        }
    }

    /** How often a walk over the tree of modules comes by the module that this is (for a function: by the model that calls it). */
    public int visits() {
        return call == null || call.scope() == null ? 1 : call.scope().visits(call.unit() != null ? call.unit() : call.scope().innermost());
    }

    /** Whether it is the layer or operation of the library whose rule has this name, not a user's layer that is called so. */
    public boolean is(String name) {
        return applied.layer() instanceof LibraryLayer && rule().equals(name);
    }

    /** The name of the layer's rule, e.g. {@code Conv2d} or {@code view}. */
    public String rule() {
        return applied.rule().name();
    }
}
