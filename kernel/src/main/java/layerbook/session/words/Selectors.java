package layerbook.session.words;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import layerbook.count.Convention;
import layerbook.count.Conventions;
import layerbook.count.Cost;
import layerbook.count.Ledger;
import layerbook.count.Network;
import layerbook.count.NetworkView;
import layerbook.count.PerExample;
import layerbook.count.Reasons;
import layerbook.count.Site;
import layerbook.formula.Expr;
import layerbook.io.NearestWord;
import layerbook.layer.Applied;
import layerbook.hardware.Worked;
import layerbook.layer.BuiltIn;
import layerbook.layer.Inputs;
import layerbook.layer.Layer;
import layerbook.layer.Option;
import layerbook.lesson.Explanation;
import layerbook.lesson.FigureExplanation;
import layerbook.lesson.WhatIf;
import layerbook.load.file.Loaded;
import layerbook.net.Call;
import layerbook.net.Graph;
import layerbook.net.Members;
import layerbook.net.Model;
import layerbook.net.NetworkBuilder;
import layerbook.net.Tensor;
import layerbook.net.Unit;
import layerbook.net.WeightRef;
import layerbook.shape.Refusal;
import layerbook.table.BlockTable;
import layerbook.table.Comparison;
import layerbook.table.EchoTable;
import layerbook.table.Grid;
import layerbook.table.Laid;

/** Finds what a user means by a unit, layer, tensor, name or row number, and answers for it. */
public final class Selectors {
    private static final java.util.Map<NetworkBuilder, Convention> CONVENTION = java.util.Collections.synchronizedMap(new java.util.WeakHashMap<>());

    private static final java.util.Map<NetworkBuilder, BigInteger> BATCH = java.util.Collections.synchronizedMap(new java.util.WeakHashMap<>());
    private static final java.util.Map<NetworkBuilder, Shown> SHOWN = java.util.Collections.synchronizedMap(new java.util.WeakHashMap<>());

    private Selectors() {}

    /** The convention in whose numbers tables speak. */
    static Convention convention() {
        Convention c = CONVENTION.get(NetworkBuilder.current());
        return c == null ? Conventions.FLOPS : c;
    }

    public static void convention(NetworkBuilder book, Convention c) {
        CONVENTION.put(book, c);
    }

    /** How many examples the work in tables is that of. */
    static BigInteger batch() {
        return BATCH.getOrDefault(NetworkBuilder.current(), BigInteger.ONE);
    }

    public static void batch(NetworkBuilder book, BigInteger examples) {
        BATCH.put(book, examples);
    }

    // ---- what was shown

    /** A table with the networks as they were when it was shown. */
    private record Shown(Graph graph, layerbook.table.Tabular table) {}

    static void shown(layerbook.table.Tabular table) {
        SHOWN.put(NetworkBuilder.current(), new Shown(NetworkBuilder.current().graph(), table));
    }

    /** What was shown last, if nothing has changed since then; else the network of the last call. */
    static layerbook.table.Tabular lastTable() {
        Shown last = SHOWN.get(NetworkBuilder.current());
        return last != null && last.graph == NetworkBuilder.current().graph() ? last.table : net(null);
    }

    // ---- networks

    public static NetworkView view(Object what) {
        NetworkBuilder book = NetworkBuilder.current();
        if (what instanceof NetworkView v) {
            return v;
        } else if (what instanceof Loaded file) {
            return view(file.network());
        } else if (what instanceof Network n) {
            Graph now = n.book().graph();
            return n.graph().isEmpty() || now.size() >= n.graph().size() && now.has(n.graph().call(n.number())) ? new NetworkView(now, now.networkOf(now.call(n.number()))) : NetworkView.of(n);
        } else if (what instanceof Tensor t && t.call() != null) {
            Graph g = t.book().graph();
            return new NetworkView(g, g.networkOf(t.call()));
        } else if (what instanceof Unit || what instanceof Model || what instanceof Layer) {
            return alone(what);
        } else if (what != null) {
            throw Refusal.of("runtime", "this is no network: " + what).why("give a network, a model, a tensor, or nothing for the network of the last statement");
        }
        NetworkView last = NetworkView.last(book.graph());
        if (last == null) {
            throw Refusal.of("runtime", "there is no network yet").fix("input(3, 32, 32)");
        }
        return last;
    }

    /** A unit or model with nothing that came in: its parameters are known all the same. */
    private static NetworkView alone(Object what) {
        Graph g = NetworkBuilder.current().graph();
        if (what instanceof Unit u && g.firstUse(u) >= 0) {
            return new NetworkView(g, g.networkOf(g.call(g.firstUse(u))));
        }
        if (what instanceof Model) {
            for (Call c : g.calls()) {
                for (var s = c.scope(); s != null; s = s.parent()) {
                    if (s.model() == what) {
                        return new NetworkView(g, g.networkOf(c));
                    }
                }
            }
        }
        if (what instanceof Model model) {
            String name = Members.heldAs(model);
            throw Refusal.of("runtime", "nothing has gone through it yet").why("numbers follow from an input").fix("trace(" + (name == null ? "model" : name) + ", 3, 32, 32)");
        }
        String name = what instanceof Unit u ? u.givenName() : null;
        String part = name != null ? name : what instanceof Layer layer ? layer.codeText() : ((Unit) what).layer().codeText();
        throw Refusal.of("runtime", "nothing has gone through it yet").why("numbers follow from an input, and a network begins with one").fix("tensor(3, 32, 32).then(" + part + ")");
    }

    static Expr count(Object what, Convention c) {
        return PerExample.count(view(what), c);
    }

    static Expr params(Object what) {
        return PerExample.params(view(what));
    }

    static Grid folded(Object what, Option depth) {
        if (!depth.name().equals("depth") || !(depth.values().get(0) instanceof Integer names) || names < 1) {
            throw Refusal.option("net takes a network and depth(1), depth(2) ...").fix("net(depth(1))");
        }
        return BlockTable.of(view(what), names, convention());
    }

    static Grid net(Object what) {
        NetworkView v = view(what);
        return reasoned(EchoTable.of(v.graph(), v.number(), v.graph().size(), convention(), true, batch()), v, convention());
    }

    /** The table with a word at its foot on why the convention's numbers are not those of its baseline. */
    public static Grid reasoned(Grid grid, NetworkView network, Convention c) {
        var notes = new ArrayList<>(grid.notes());
        Reasons.of(c, network).forEach(r -> notes.add("· " + r));
        return new Grid(grid.name(), grid.columns(), grid.marks(), notes);
    }

    /** One network in every convention, those of the user's own too. */
    public static Comparison all(Object what) {
        return Comparison.of(view(what), Conventions.all(NetworkBuilder.current()));
    }

    // ---- rows

    public static Laid explain(Object what) {
        if (what instanceof Layer layer) {
            return layer(layer);
        }
        if (what instanceof Worked worked) {
            return new FigureExplanation(worked);
        }
        Call call = call(what);
        Cost cost = Ledger.of(NetworkBuilder.current().graph()).cost(call, convention());
        return Explanation.of(call.index() + " " + call.name(), doc(call.layer()), call.applied(), convention(), cost);
    }

    public static WhatIf whatIf(Object what, String argument, Object... values) {
        if (values.length == 0) {
            throw Refusal.option("whatIf wants values to try").fix("whatIf(1, \"kernelSize\", 1, 3, 5, 7)");
        }
        Call call = call(what);
        Graph g = NetworkBuilder.current().graph();
        return WhatIf.of(new NetworkView(g, g.networkOf(call)), call, argument, List.of(values), convention());
    }

    private static String doc(Layer layer) {
        return layer instanceof BuiltIn b ? b.args().signature().firstSentence() : "";
    }

    /** A layer on its own is explained with the current tensor, or if that does not fit, with letters. */
    private static Laid layer(Layer layer) {
        NetworkBuilder book = NetworkBuilder.current();
        book.consume(layer);
        Graph g = book.graph();
        Applied applied = Applied.of(layer, g.lastInput() == null ? Inputs.of() : Inputs.of(g.tip(g.networkOf(g.lastInput())).outputs().get(0)));
        return Explanation.of(layer.factoryName(), doc(layer), applied, convention(), new Site(applied, true, null, null).cost(convention()));
    }

    /** The row of a unit, tensor, name or number. */
    public static Call call(Object what) {
        Graph g = NetworkBuilder.current().graph();
        if (what instanceof Call c) {
            return c;
        } else if (what instanceof Tensor t && t.call() != null) {
            return t.call();
        } else if (what instanceof Number n) {
            if (n.intValue() < 0 || n.intValue() >= g.size()) {
                throw Refusal.of("runtime", "there is no row " + n).why(g.isEmpty() ? "the network is empty" : "rows go from 0 to " + (g.size() - 1));
            }
            return g.call(n.intValue());
        } else if (what instanceof Unit u) {
            if (g.firstUse(u) < 0) {
                throw Refusal.of("runtime", "nothing has gone through " + u + " yet").why("its sizes follow from an input");
            }
            return g.call(g.firstUse(u));
        } else if (what instanceof String name) {
            return named(g, name);
        }
        throw Refusal.of("runtime", "this is no row: " + what).why("give a unit, a layer, a tensor, a name or a row number");
    }

    private static final int MOST_NAMES = 12;

    private static Call named(Graph g, String name) {
        for (int i = g.size() - 1; i >= 0; i--) {
            if (g.call(i).name().equals(name)) {
                return g.call(i);
            }
        }
        List<String> names = g.calls().stream().map(Call::name).distinct().toList();
        String near = nearestName(name);
        String first = names.stream().limit(MOST_NAMES).collect(Collectors.joining(", ")) + (names.size() > MOST_NAMES ? ", .." : "");
        throw Refusal.of("runtime", "no row is called " + name)
            .why(names.isEmpty() ? "the network is empty" : "rows are called " + first)
            .fix(near != null ? "explain(\"" + near + "\")" : names.isEmpty() ? "input(3, 32, 32)" : "net()");
    }

    /** The name of a row that somebody who typed this may have meant; null if none is near. */
    public static String nearestName(String typed) {
        return NearestWord.nearest(typed, NetworkBuilder.current().graph().calls().stream().map(Call::name).toList());
    }

    // ---- weights

    static void freeze(Object what, boolean frozen) {
        NetworkBuilder book = NetworkBuilder.current();
        var refs = new LinkedHashSet<WeightRef>();
        if (what instanceof Tensor t && t.ref() != null) {
            refs.add(t.ref());
        } else {
            for (Unit u : units(what)) {
                book.weightsOf(u).forEach(p -> refs.add(u.ref(p.name())));
            }
        }
        book.freeze(refs, frozen);
    }

    private static Set<Unit> units(Object what) {
        var out = new LinkedHashSet<Unit>();
        if (what instanceof Unit u) {
            out.add(u);
        } else if (what instanceof Model m) {
            Members.of(m).forEach(member -> {
                if (member.unitOrModel() instanceof Unit u) {
                    out.add(u);
                }
            });
        } else if (what instanceof Loaded file) {
            return units(file.network());
        } else if (what instanceof Network n) {
            view(n).calls().stream().filter(c -> c.unit() != null).forEach(c -> out.add(c.unit()));
        } else if (what instanceof Iterable<?> several) {
            several.forEach(s -> out.addAll(units(s)));
        } else {
            Call c = call(what);
            if (c.unit() != null) {
                out.add(c.unit());
            }
        }
        return out;
    }

    static Tensor join(String name, int dim, Object... tensors) {
        List<Tensor> all = new ArrayList<>();
        for (Object t : tensors) {
            if (t instanceof Tensor one) {
                all.add(one);
            } else if (t instanceof Iterable<?> several) {
                several.forEach(s -> all.add((Tensor) s));
            } else if (t instanceof Tensor[] array) {
                all.addAll(List.of(array));
            } else {
                throw Refusal.option(name + " takes tensors, not " + t);
            }
        }
        if (all.isEmpty()) {
            throw Refusal.option(name + " needs at least one tensor");
        }
        return layerbook.operations.Operations.find(name).apply(List.of(all, dim), java.util.Map.of()).tensor();
    }
}
