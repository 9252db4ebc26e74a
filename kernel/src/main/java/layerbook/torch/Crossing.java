package layerbook.torch;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import layerbook.formula.Expr;
import layerbook.layer.Layer;
import layerbook.net.Model;
import layerbook.net.Tensor;
import layerbook.net.Unit;
import layerbook.python.Arguments;
import layerbook.python.Calls;
import layerbook.python.Iteration;
import layerbook.python.Numbers;
import layerbook.python.PyDict;
import layerbook.python.PyList;
import layerbook.python.PyObject;
import layerbook.python.PyTuple;
import layerbook.python.PyType;
import layerbook.python.Texts;
import layerbook.python.Types;

/** Values on their way between Java and Python: numbers, texts, lists, tensors, models. */
public final class Crossing {
    private Crossing() {}

    /** The value as Java has it, or null where Java has nothing like it: a function, a class, None. */
    public static Object toJava(Object value) {
        if (value instanceof Long n && n == n.intValue()) {
            return n.intValue();
        }
        if (Numbers.isNumber(value) && !(value instanceof PyObject) || value instanceof String || value instanceof Boolean) {
            return value;
        }
        if (value instanceof ModuleObject m) {
            return m.model();
        }
        if (value instanceof TensorObject t) {
            return t.isFresh() ? null : t.tensor();
        }
        if (value instanceof PyList || value instanceof PyTuple) {
            return Converted.structure(value);
        }
        return value instanceof JavaPart p ? p.part : null;
    }

    /** The value as Python has it, or null where Python has nothing like it. */
    public static Object toPython(Object value) {
        if (value instanceof PythonModel m) {
            return m.object();
        }
        if (value instanceof Model || value instanceof Unit || value instanceof Layer) {
            return new JavaPart(value);
        }
        boolean known = value instanceof Number || value instanceof String || value instanceof Boolean || value instanceof Tensor || value instanceof Expr
            || value instanceof List || value instanceof Map;
        return known ? Converted.python(value) : null;
    }

    /** Whether it is a module. */
    public static boolean isModule(Object value) {
        return value instanceof ModuleObject;
    }

    /** The number of its parameters, shared ones once. */
    public static Object parameters(Object module) {
        Object total = 0L;
        for (Iterator<Object> all = Iteration.of(Calls.invoke(module, "parameters", Arguments.NONE)); all.hasNext();) {
            total = layerbook.python.Operators.binary(layerbook.syntax.BinaryOperator.ADD, total, Calls.invoke(all.next(), "numel", Arguments.NONE));
        }
        return total;
    }

    /** A model, unit or layer of Java in Python: it can be called on tensors. */
    private static final class JavaPart extends PyObject {
        private static final PyType TYPE = new PyType("Model", List.of(Types.OBJECT)).in("layerbook");
        private final Object part;

        JavaPart(Object part) {
            this.part = part;
        }

        @Override public PyType type() {
            return TYPE;
        }

        @Override public boolean guarded() {
            return true;
        }

        @Override public boolean callable() {
            return true;
        }

        @Override public Object call(Arguments arguments) {
            List<Object> inputs = Converted.positional(arguments);
            if (!(inputs.get(0) instanceof Tensor first)) {
                throw layerbook.python.Errors.type("a layer is called on tensors, not on " + Texts.repr(arguments.at(0)));
            }
            return Converted.python(first.then(part, inputs.subList(1, inputs.size()).toArray()));
        }

        @Override public String repr() {
            return part.toString();
        }
    }
}
