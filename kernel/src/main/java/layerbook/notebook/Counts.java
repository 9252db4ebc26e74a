package layerbook.notebook;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import layerbook.count.Convention;
import layerbook.count.Conventions;
import layerbook.count.Cost;
import layerbook.count.Ledger;
import layerbook.count.NetworkView;
import layerbook.count.ParamsAs;
import layerbook.count.Site;
import layerbook.count.Sum;
import layerbook.count.Totals;
import layerbook.formula.Expr;
import layerbook.layer.Applied;
import layerbook.layer.Param;
import layerbook.layer.Part;
import layerbook.net.Call;
import layerbook.net.Graph;
import layerbook.net.Tensor;
import layerbook.shape.TensorType;

/**
 * Rows and totals as JSON values: exact whole numbers for a batch, text where another symbol stays, null where nobody knows.
 */
final class Counts {
    private final Map<Expr.Sym, Expr> batch;

    Counts(long examples) {
        this.batch = Map.of(Expr.symbol("N"), Expr.of(examples));
    }

    // ---- rows

    List<Object> rows(Graph graph, int from, int until) {
        return rows(graph, graph.calls(from, until));
    }

    List<Object> rows(Graph graph, List<Call> calls) {
        Ledger ledger = Ledger.of(graph);
        List<Object> rows = new ArrayList<>();
        for (Call call : calls) {
            rows.add(row(ledger, call));
        }
        return rows;
    }

    private Map<String, Object> row(Ledger ledger, Call call) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("index", call.index());
        row.put("name", call.name());
        describe(row, call.applied());
        row.put("inputs", call.inputs().stream().map(Tensor::call).map(Call::index).toList());
        row.put("outputs", shapes(call.outputs()));
        Totals added = ledger.added(call);
        learned(row, added);
        row.put("weights", weights(call.applied().weights()));
        row.put("counts", counts(convention -> ledger.cost(call, convention)));
        row.put("children", children(Site.of(call)));
        return row;
    }

    private static void describe(Map<String, Object> row, Applied applied) {
        row.put("layer", applied.layer().factoryName());
        row.put("args", applied.layer().briefArguments());
    }

    private void learned(Map<String, Object> row, Totals totals) {
        row.put("params", totals.unknown() ? null : number(totals.params()));
        row.put("trainable", totals.unknown() ? null : number(totals.trainable()));
        row.put("buffers", number(totals.buffers()));
    }

    /** The parts of a composite layer, each like a row; their weights are counted in the row itself. */
    private List<Object> children(Site site) {
        List<Object> children = new ArrayList<>();
        for (Part part : site.applied().parts()) {
            Site inside = site.part(part);
            Map<String, Object> child = new LinkedHashMap<>();
            child.put("name", part.name());
            describe(child, part.applied());
            child.put("outputs", shapes(part.applied().outputs()));
            child.put("params", number(Expr.sum(part.applied().weights().stream().map(Param::size).toList()).normal()));
            child.put("weights", weights(part.applied().weights()));
            child.put("counts", counts(inside::cost));
            child.put("children", children(inside));
            children.add(child);
        }
        return children;
    }

    private Map<String, Object> counts(Function<Convention, Cost> cost) {
        Map<String, Object> counts = new LinkedHashMap<>();
        for (Convention convention : Conventions.all()) {
            counts.put(convention.name(), number(cost.apply(convention).amount()));
        }
        return counts;
    }

    private Map<String, Object> weights(List<Param> weights) {
        Map<String, Object> sizes = new LinkedHashMap<>();
        weights.forEach(weight -> sizes.put(weight.name(), weight.dims().stream().map(Counts::size).toList()));
        return sizes;
    }

    // ---- totals

    /** Totals of the network of the last call; null while there is none. */
    Map<String, Object> totals(Graph graph) {
        NetworkView network = NetworkView.last(graph);
        if (network == null) {
            return null;
        }
        Ledger ledger = Ledger.of(graph);
        Map<String, Object> totals = new LinkedHashMap<>();
        learned(totals, ledger.totals(network.number()));
        totals.put("outputs", network.outputs().stream().map(type -> type == null ? null : shape(type)).toList());
        Map<String, Object> counts = new LinkedHashMap<>();
        Map<String, Object> formulas = new LinkedHashMap<>();
        Map<String, Object> paramsAs = new LinkedHashMap<>();
        for (Convention convention : Conventions.all()) {
            Sum sum = ledger.count(network.number(), convention);
            counts.put(convention.name(), sum.atLeast() ? null : number(sum.known()));
            formulas.put(convention.name(), sum.atLeast() ? null : sum.known().text());
        }
        ParamsAs.of(network).forEach((name, params) -> paramsAs.put(name, number(params)));
        totals.put("counts", counts);
        totals.put("formulas", formulas);
        totals.put("paramsAs", paramsAs);
        return totals;
    }

    // ---- values

    /** The shapes of outputs in order; null where a model returned none. */
    List<Object> outputs(List<Tensor> outputs) {
        var out = new ArrayList<Object>();
        outputs.forEach(t -> out.add(t == null ? null : shape(t.type())));
        return out;
    }

    private static List<Object> shapes(List<TensorType> types) {
        return types.stream().map(Counts::shape).toList();
    }

    static Object shape(TensorType type) {
        return type.shape().dims().stream().map(Counts::size).toList();
    }

    private static Object size(Expr size) {
        return size.isNumber() ? size.exact() : size.text();
    }

    private Object number(Expr amount) {
        if (amount == null) {
            return null;
        }
        Expr at = amount.at(batch);
        return at.isNumber() ? at.exact() : at.text();
    }
}
