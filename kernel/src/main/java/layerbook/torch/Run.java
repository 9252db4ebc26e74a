package layerbook.torch;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import layerbook.count.NetworkView;
import layerbook.formula.Expr;
import layerbook.net.Call;
import layerbook.net.Graph;
import layerbook.net.NetworkBuilder;
import layerbook.net.Scope;
import layerbook.python.Arguments;
import layerbook.python.Calls;
import layerbook.shape.DType;
import layerbook.shape.Refusal;
import layerbook.shape.Shape;
import layerbook.shape.TensorType;

/** Runs a module on inputs that a tool makes: {@code torchsummary}, {@code torchinfo}, {@code thop}. */
final class Run {
    private Run() {}

    /** The network of a module on these inputs, all modules in eval. */
    static NetworkView on(ModuleObject module, Object... inputs) {
        boolean before = module.training;
        module.invoke("eval", Arguments.NONE);
        try {
            Calls.call(module, inputs);
        } finally {
            module.invoke("train", Arguments.of(before));
        }
        return NetworkView.last(NetworkBuilder.current().graph());
    }

    /** The outermost models of the calls from here on. */
    static Set<Object> models(Graph graph, int from) {
        Set<Object> models = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Call call : graph.calls(from, graph.size())) {
            Object outermost = null;
            for (Scope s = call.scope(); s != null; s = s.parent()) {
                outermost = s.model() != null ? s.model() : outermost;
            }
            if (outermost != null) {
                models.add(outermost);
            }
        }
        return models;
    }

    static TensorObject input(List<Expr> sizes) {
        return TensorObject.fresh("randn", new TensorType(new Shape(sizes), DType.FLOAT32), null);
    }

    /** With N in front of the sizes; where the module does not bear a letter, with this many examples. */
    static NetworkView batched(ModuleObject module, List<List<Expr>> sizes, long examples) {
        var book = NetworkBuilder.current();
        var graph = book.graph();
        try {
            return on(module, inputs(sizes, Expr.symbol("N")));
        } catch (Refusal | layerbook.python.Refused | layerbook.python.Raised e) {
            book.go(graph);
            return on(module, inputs(sizes, Expr.of(examples)));
        }
    }

    private static Object[] inputs(List<List<Expr>> sizes, Expr batch) {
        var all = new ArrayList<Object>();
        for (List<Expr> one : sizes) {
            var whole = new ArrayList<Expr>(List.of(batch));
            whole.addAll(one);
            all.add(input(whole));
        }
        return all.toArray();
    }

    /** Work that leaves the graph as it was. */
    static <T> T unseen(Supplier<T> work) {
        var book = NetworkBuilder.current();
        var graph = book.graph();
        try {
            return work.get();
        } finally {
            book.go(graph);
        }
    }
}
