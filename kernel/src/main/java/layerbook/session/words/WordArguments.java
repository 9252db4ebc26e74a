package layerbook.session.words;

import java.util.ArrayList;
import java.util.List;
import layerbook.count.Convention;
import layerbook.count.Conventions;
import layerbook.count.NetworkView;
import layerbook.count.Optimizer;
import layerbook.count.PerExample;
import layerbook.formula.Expr;
import layerbook.layer.Option;
import layerbook.lesson.Chart;
import layerbook.net.Numbers;
import layerbook.shape.DType;
import layerbook.shape.Refusal;
import layerbook.table.BackwardTable;
import layerbook.table.Grid;
import layerbook.table.Keras;
import layerbook.table.AdaptersTable;
import layerbook.table.MemoryFigures;
import layerbook.table.MemoryTable;
import layerbook.hardware.Format;
import layerbook.hardware.OpenLetters;
import layerbook.hardware.Precision;
import layerbook.table.Printed;
import layerbook.table.Torchinfo;
import layerbook.table.Torchsummary;
import layerbook.table.Tree;

/** What was asked for in any order: a network, a convention or a tool, a kind of number, an optimiser, options. */
public final class WordArguments {
    private static final int TORCHINFO_DEPTH = 3;

    private Object network;
    private Convention convention;
    private TableWords.Summary summary;
    private TableWords.Use use;
    private DType dtype;
    private Optimizer optimizer;
    private PlanArguments plan;
    private Long context;
    private Integer depth;
    private List<Tree.Column> columns = Tree.USUAL;
    private Expr batch = Expr.ONE;

    public WordArguments(Object... what) {
        for (Object o : what == null ? new Object[0] : what) {
            take(o);
        }
    }

    private void take(Object o) {
        if (o instanceof Convention c) {
            convention = c;
        } else if (o instanceof TableWords.Summary s) {
            summary = s;
        } else if (o instanceof TableWords.Use u) {
            use = u;
        } else if (o instanceof DType d) {
            dtype = d;
        } else if (o instanceof Optimizer x) {
            optimizer = x;
        } else if (o instanceof Precision p) {
            plan().precision(p);
        } else if (o instanceof Format f) {
            plan().weights(f);
        } else if (o instanceof AdaptersTable a) {
            network = a.adapters().network();
            plan().adapters(a.adapters());
        } else if (o instanceof Option option) {
            option(option);
        } else if (o != null) {
            network = o;
        }
    }

    private PlanArguments plan() {
        plan = plan == null ? new PlanArguments() : plan;
        return plan;
    }

    private void option(Option o) {
        switch (o.name()) {
            case "depth" -> depth = ((Number) o.values().get(0)).intValue();
            case "zero", "recompute", "lora" -> plan().option(o);
            case "context" -> context = ((Number) o.values().get(0)).longValue();
            case "batch" -> batch = Numbers.expr(o.values().get(0));
            case "columns" -> {
                var chosen = new ArrayList<Tree.Column>();
                o.values().forEach(name -> chosen.add(Tree.column(String.valueOf(name))));
                columns = chosen;
            }
            default -> throw Refusal.option("a table has no option " + o.name()).why("tables have depth, columns and batch; memory has zero, fsdp, recompute and lora");
        }
    }

    private NetworkView view() {
        return Selectors.view(network);
    }

    private Convention convention() {
        return convention != null ? convention : Selectors.convention();
    }

    public Printed summary() {
        if (summary == TableWords.Summary.KERAS) {
            return Keras.of(view());
        }
        if (convention == Conventions.TORCHINFO) {
            return Torchinfo.of(view(), depth != null ? depth : TORCHINFO_DEPTH, columns == Tree.USUAL ? Torchinfo.USUAL : columns);
        }
        if (convention != null) {
            throw Refusal.option(convention.name() + " has no summary of its own").why("there are torchsummary's, torchinfo's and Keras'").fix("summary(TORCHINFO)");
        }
        return Torchsummary.of(view());
    }

    public Grid tree() {
        return Tree.of(view(), depth != null ? depth : Integer.MAX_VALUE, columns, convention());
    }

    List<Long> profile() {
        NetworkView v = view();
        return List.of(PerExample.fitting(PerExample.count(v, Conventions.THOP), "flops", "flopsFormula(THOP)"), PerExample.fitting(Conventions.THOP.params(v), "params", "paramsFormula()"));
    }

    public MemoryFigures memory() {
        MemoryFigures figures = figures();
        return context == null ? figures : figures.at(OpenLetters.length(view()), context);
    }

    private MemoryFigures figures() {
        if (plan != null) {
            return plan.memory(optimizer, dtype, batch, network);
        }
        DType kind = dtype != null ? dtype : DType.FLOAT32;
        if (use == TableWords.Use.INFERENCE) {
            return MemoryTable.inference(view(), kind, batch);
        }
        return MemoryTable.training(view(), kind, optimizer != null ? optimizer : Optimizer.ADAM, batch);
    }

    public BackwardTable backward() {
        return BackwardTable.of(view(), convention());
    }

    public Chart chart() {
        return Chart.of(view(), convention());
    }
}
