package layerbook.torch;

import java.util.List;
import layerbook.formula.Expr;
import layerbook.python.Arguments;
import layerbook.python.PyTuple;
import layerbook.python.PyType;
import layerbook.python.Texts;
import layerbook.python.Types;
import layerbook.shape.Shape;

/** {@code torch.Size([1, 3])}: a tuple of sizes. */
final class SizeTuple {
    static final PyType TYPE = new PyType("Size", List.of(Types.TUPLE)).in("torch");

    private SizeTuple() {}

    static {
        TYPE.define("numel", (self, a) -> SymbolicSize.of(Expr.product(Converted.sizes(self))));
        TYPE.define("__repr__", (self, a) -> text((PyTuple) self));
        TYPE.define("__str__", (self, a) -> text((PyTuple) self));
    }

    static PyTuple of(Shape shape) {
        return new PyTuple(TYPE, shape.dims().stream().map(SymbolicSize::of).toArray());
    }

    private static String text(PyTuple sizes) {
        return "torch.Size([" + String.join(", ", sizes.elements().stream().map(Texts::repr).toList()) + "])";
    }

    /** What an operation on the tuple gives stays one: a slice of sizes. */
    static PyTuple of(Arguments a) {
        return new PyTuple(TYPE, layerbook.python.Iteration.list(a.at(0)).toArray());
    }
}
