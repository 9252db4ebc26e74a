package layerbook.torch;

import java.util.ArrayList;
import java.util.List;
import layerbook.count.NetworkView;
import layerbook.formula.Expr;
import layerbook.python.Arguments;
import layerbook.python.Interpreter;
import layerbook.python.Iteration;
import layerbook.python.PyInstance;
import layerbook.python.PyList;
import layerbook.python.PyObject;
import layerbook.python.PyTuple;
import layerbook.python.PyType;
import layerbook.python.Refused;
import layerbook.python.Special;
import layerbook.python.Types;
import layerbook.shape.Refusal;
import layerbook.table.Printed;
import layerbook.table.Torchinfo;
import layerbook.table.Torchsummary;

/** {@code torchsummary.summary} and {@code torchinfo.summary}: both print their table. */
final class Summaries {
    private static final PyType STATISTICS = new PyType("ModelStatistics", List.of(Types.OBJECT)).in("torchinfo.model_statistics");

    private Summaries() {}

    private static List<Expr> sizes(Object size) {
        return Converted.sizes(size);
    }

    private static boolean isNested(Object sizes) {
        return sizes instanceof PyObject o && !(sizes instanceof TensorObject) && o.length() > 0 && (o.item(0L) instanceof PyTuple || o.item(0L) instanceof PyList);
    }

    private static List<List<Expr>> all(Object given) {
        var all = new ArrayList<List<Expr>>();
        if (isNested(given)) {
            Iteration.of(given).forEachRemaining(s -> all.add(sizes(s)));
        } else {
            all.add(sizes(given));
        }
        return all;
    }

    static Object torchsummary(Interpreter python, Arguments a) {
        var module = (ModuleObject) a.get(0, "model");
        Object size = a.get(1, "input_size");
        if (size == null) {
            throw layerbook.python.Errors.type("summary() missing 1 required positional argument: 'input_size'");
        }
        NetworkView view = Run.batched(module, all(size), 2);
        python.write(Torchsummary.of(view).text() + "\n\n");
        return Special.NONE;
    }

    static Object torchinfo(Interpreter python, Arguments a) {
        var module = (ModuleObject) a.get(0, "model");
        Object size = a.get(1, "input_size", Special.NONE);
        Object data = a.get(2, "input_data", Special.NONE);
        if (size == Special.NONE && data == Special.NONE) {
            throw new Refused(Refusal.option("torchinfo's summary needs an input size").fix("summary(model, input_size=(1, 3, 224, 224))"));
        }
        Object batch = a.named("batch_dim");
        var inputs = new ArrayList<Object>();
        if (data != Special.NONE) {
            inputs.addAll(data instanceof TensorObject ? List.of(data) : Iteration.list(data).elements());
        } else {
            for (List<Expr> one : all(size)) {
                var whole = new ArrayList<>(one);
                if (batch != null && batch != Special.NONE) {
                    whole.add((int) layerbook.python.Numbers.toLong(batch), Expr.ONE);
                }
                inputs.add(Run.input(whole));
            }
        }
        NetworkView view = Run.on(module, inputs.toArray());
        Object depth = a.named("depth");
        Printed printed = Torchinfo.of(view, depth == null ? 3 : (int) layerbook.python.Numbers.toLong(depth));
        Object verbose = a.named("verbose");
        if (verbose == null || !verbose.equals(0L)) {
            python.write(printed.text() + "\n");
        }
        return statistics(printed, view);
    }

    private static Object statistics(Printed printed, NetworkView view) {
        return new PyInstance(STATISTICS) {
            @Override public Object rawAttribute(String name) {
                return name.equals("total_params") || name.equals("trainable_params") ? SymbolicSize.of(view.params()) : null;
            }

            @Override protected String rawRepr() {
                return printed.text();
            }
        };
    }
}
