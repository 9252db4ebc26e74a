package layerbook.net;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.WeakHashMap;
import java.util.function.Supplier;
import layerbook.formula.Expr;
import layerbook.layer.Applied;
import layerbook.layer.Inputs;
import layerbook.layer.Layer;
import layerbook.layer.Param;
import layerbook.shape.DType;
import layerbook.shape.Refusal;
import layerbook.shape.Shape;
import layerbook.shape.TensorType;

/**
 * Holds the graph of a session: the one place where it changes. Words that users type find their book by the thread they run on.
 */
public final class NetworkBuilder {
    private static final InheritableThreadLocal<NetworkBuilder> CURRENT = new InheritableThreadLocal<>();
    private static final NetworkBuilder SHARED = new NetworkBuilder();

    private final NetworkBuilder beside;
    private Graph graph = Graph.empty();
    private Scope scope;
    private Names names = new Names();
    private final Containers containers = new Containers();
    private final UnusedLayers unused = new UnusedLayers();
    /** The rows of what was made aside. */
    private final Map<Call, Call> rows = Collections.synchronizedMap(new WeakHashMap<>());
    private final Warnings warnings = new Warnings();
    private final Repeats repeats = new Repeats();

    public NetworkBuilder() {
        this(null);
    }

    private NetworkBuilder(NetworkBuilder beside) {
        this.beside = beside;
    }

    /** A builder for tries: what is asked of the current network is asked of this one's, until something is added there; what is added there leaves this one as it is. */
    public NetworkBuilder beside() {
        return new NetworkBuilder(this);
    }

    /** The book of this thread (of the thread that started it, if it has none); one for all outside of sessions. */
    public static NetworkBuilder current() {
        NetworkBuilder mine = CURRENT.get();
        return mine == null ? SHARED : mine;
    }

    /** Makes this the book of the calling thread and of threads that it starts. */
    public void bind() {
        CURRENT.set(this);
    }

    /** Runs something with this as the book, then puts the thread's own book back. */
    public <T> T within(Supplier<T> something) {
        NetworkBuilder before = CURRENT.get();
        CURRENT.set(this);
        try {
            return something.get();
        } finally {
            CURRENT.set(before);
        }
    }

    public synchronized Graph graph() {
        return graph.isEmpty() && beside != null ? beside.graph() : graph;
    }

    /** Goes to another graph: undo, redo, replay. Models that were being run are left. */
    public synchronized void go(Graph other) {
        graph = other;
        scope = null;
        names.shrinkTo(other.size());
    }

    // ---- beginning

    /** A tensor from outside; it starts a network, and bare layers are added to it. */
    public Tensor input(TensorType type) {
        return given("input", type, true);
    }

    /** A tensor from outside; it starts a network of its own. */
    public Tensor tensor(TensorType type) {
        return given("input", type, false);
    }

    private synchronized Tensor given(String name, TensorType type, boolean current) {
        for (Expr d : type.shape().dims()) {
            if (Numbers.isNegative(d)) {
                throw Refusal.shape("a size cannot be negative: " + type.shape().text());
            }
        }
        Applied a = Applied.of(new Given(type), Inputs.of());
        graph = graph.plus(name, false, Call.What.INPUT, null, a, List.of(), scope, current);
        return new Tensor(this, graph.last(), 0);
    }

    /** A bare weight; it appears in a network when it is used, or when a variable or model holds it. */
    public Tensor parameter(List<Expr> dims) {
        return bare(FreeTensor.PARAMETER, new TensorType(new Shape(dims), DType.FLOAT32));
    }

    /** A weight of a unit as a tensor; its row appears when it is used. */
    public Tensor weight(WeightRef ref) {
        List<String> known = weightsOf(ref.unit()).stream().map(Param::name).toList();
        if (!known.contains(ref.tensor())) {
            throw Refusal.of("runtime", ref.unit().layer().codeText() + " has no weight called " + ref.tensor())
                .why(known.isEmpty() ? "it has none" : "it has " + String.join(", ", known));
        }
        return new Tensor(this, ref);
    }

    /** The sizes of a weight. */
    synchronized List<Expr> dims(WeightRef ref) {
        return FirstUse.dims(graph, ref);
    }

    /** Numbers that belong to no layer, by the word for them: {@code buffer}, {@code arange}, {@code zeros} ... */
    public Tensor bare(String word, TensorType type) {
        return new Tensor(this, new WeightRef(Unit.of(new FreeTensor(word, type.shape().dims(), type.dtype())), "weight"));
    }

    // ---- calling

    /** Adds a layer to the network of the last {@code input(..)}, behind its last call. */
    public Tensor add(Object layerOrUnit) {
        Call input = lastInput();
        if (input == null) {
            throw Refusal.shape("there is no input to add " + describe(layerOrUnit) + " to").fix("input(3, 32, 32)")
                .why("a layer on its own is added to the network that the last input(..) began");
        }
        Call tip = graph().tip(input.network());
        return new Tensor(this, tip, 0).then(layerOrUnit);
    }

    private synchronized Call lastInput() {
        return graph.lastInput();
    }

    private static String describe(Object o) {
        return o instanceof Layer l ? l.codeText() : String.valueOf(o);
    }

    /** One use of a unit as a module. */
    synchronized Tensor call(Unit unit, List<Tensor> inputs) {
        consume(unit.layer());
        if (unit.givenName() == null) {
            adopt();
        }
        String given = names.of(unit, scope);
        return use(given != null ? given : prefixed(unit.layer().factoryName()), given == null, Call.What.MODULE, unit, unit.layer(), inputs);
    }

    /** One use of a function. */
    synchronized Tensor function(Layer operation, List<Tensor> inputs) {
        return use(prefixed(operation.factoryName()), true, Call.What.FUNCTION, null, operation, inputs);
    }

    private Tensor use(String name, boolean numbered, Call.What what, Unit unit, Layer layer, List<Tensor> given) {
        Graph before = graph;
        boolean own = unit != null && scope != null && unit == Members.layer(scope.innermost());
        try {
            var inputs = new ArrayList<Tensor>(given.size());
            for (Tensor t : given) {
                inputs.add(placed(t));
            }
            Applied a = repeats.apply(unit == null ? layer : FirstUse.layer(graph, unit), inputs);
            if (what == Call.What.FUNCTION && !a.weights().isEmpty()) {
                throw Refusal.option(layer.codeText() + " as a function has no weights of its own").why("weights belong to a unit; as a module it has " + a.weights().get(0).name())
                    .fix("then(" + layer.codeText() + ")");
            }
            graph = graph.plus(name, numbered, own ? Call.What.FUNCTION : what, unit, a, inputs, scope, false);
            BatchAxis.warn(this, a);
            return new Tensor(this, graph.last(), 0);
        } catch (Refusal refusal) {
            graph = before;
            throw Misfit.told(refusal, layer, given);
        }
    }

    /** A bare weight, and what was made while a model was constructed, gets its row when it is first used. */
    private Tensor placed(Tensor t) {
        if (t.isLoose()) {
            int at = graph.weightRow(t.ref().unit());
            Call row = at >= 0 ? graph.call(at) : placeWeights(t.ref().unit());
            return new Tensor(this, row, row.layer() instanceof Weights o ? o.place(t.ref().tensor()) : 0);
        } else if (graph.has(t.call())) {
            return t;
        } else if (t.isAside()) {
            return new Tensor(this, again(t.call()), t.outputIndex());
        }
        throw Refusal.of("runtime", "this tensor is not in the network any more").why("the statement that made it was undone or replaced");
    }

    /** A call that was made aside, now as a row; made again only once. */
    private Call again(Call old) {
        Call known = rows.get(old);
        if (known != null && graph.has(known)) {
            return known;
        }
        var inputs = new ArrayList<Tensor>();
        old.inputs().forEach(t -> inputs.add(placed(t)));
        String given = old.unit() == null ? null : names.of(old.unit(), scope);
        graph = graph.plus(given != null ? given : prefixed(old.layer().factoryName()), given == null, old.what(), old.unit(), old.applied(), inputs, scope, false);
        rows.put(old, graph.last());
        return graph.last();
    }

    private Call placeWeights(Unit unit) {
        Layer weights = FirstUse.row(graph, unit);
        String given = names.of(unit, scope);
        Applied a = Applied.of(weights, Inputs.of());
        graph = graph.plus(given != null ? given : prefixed(weights.factoryName()), given == null, Call.What.PARAMETER, unit, a, List.of(), scope, false);
        return graph.last();
    }

    private String prefixed(String name) {
        return Names.within(scope, name);
    }

    // ---- models and blocks

    /** Runs something inside a named block; calls in it have the block's name in front. */
    public <T> T block(String name, Supplier<T> inside) {
        return scoped(Scope.block(scope(), prefixed(name)), inside);
    }

    /**
     * Runs a model: its forward, in a scope of its own.
     *
     * @param arguments those by position: tensors, numbers, flags, lists, null, whatever its forward takes
     * @param keywords those by name
     * @return what forward returned, as it is
     */
    public Object run(Model model, List<?> arguments, Map<String, ?> keywords) {
        List<Tensor> inputs = Structure.tensors(Arrays.asList(arguments, keywords));
        Scope mine;
        synchronized (this) {
            names.name(model, inputs, scope, graph);
            mine = Scope.run(scope, names.ofRunning(model, scope), model, inputs);
        }
        return scoped(mine, () -> {
            Object returned = model.declaredForward(arguments, keywords);
            mine.gave(Structure.tensors(returned).stream().map(Tensor::type).toList());
            if (mine.outermost() == mine) {
                ended(mine, model, Structure.outputs(returned));
            }
            return returned;
        });
    }

    /** The outermost model has run: what it returned and what it holds belong to its network. */
    private synchronized void ended(Scope run, Model model, List<Tensor> returned) {
        var outputs = new ArrayList<Tensor>();
        returned.forEach(t -> outputs.add(t == null ? null : placed(t)));
        var networks = new TreeSet<Integer>();
        outputs.stream().filter(Objects::nonNull).forEach(t -> networks.add(graph.networkOf(t.call())));
        run.networks(graph.size()).stream().filter(n -> n < graph.size()).forEach(n -> networks.add(graph.networkOf(graph.call(n))));
        if (networks.isEmpty()) {
            return;
        }
        if (networks.size() > 1 && run.returnedFrom(networks, graph)) {
            graph = graph.relogged();
        }
        int network = graph.networkOf(graph.call(networks.first()));
        graph = graph.returning(network, outputs);
        for (Members.Member m : Members.of(model)) {
            if (m.unitOrModel() instanceof Unit unit) {
                declare(unit, network);
            }
        }
    }

    /**
     * Runs something aside, such as the constructor of a model: what it computes stands in no network until a call uses it. What it ties and freezes holds.
     */
    public <T> T aside(Supplier<T> inside) {
        Graph before;
        Names named;
        synchronized (this) {
            before = graph;
            named = names;
            names = new Names();
        }
        try {
            return scoped(Scope.aside(), inside);
        } finally {
            synchronized (this) {
                graph = before.with(graph.facts());
                names = named;
            }
        }
    }

    private synchronized Scope scope() {
        return scope;
    }

    private <T> T scoped(Scope mine, Supplier<T> inside) {
        Scope before;
        synchronized (this) {
            before = scope;
            scope = mine;
        }
        try {
            return inside.get();
        } finally {
            synchronized (this) {
                scope = before;
            }
        }
    }

    /** Whether something runs inside a model or block now. */
    public synchronized boolean isInside() {
        return scope != null;
    }

    // ---- what is held

    /** A variable holds this: units and models get its name. They count in the networks that use them. */
    public synchronized void hold(String variable, Object value) {
        if (value instanceof Unit unit) {
            unit.nameIfNameless(variable);
        } else if (value instanceof Tensor t && t.bareUnit() != null) {
            t.bareUnit().nameIfNameless(variable);
        } else if (containers.hold(variable, value)) {
            adopt();
        } else if (value instanceof Model model && !names.isNamed(model)) {
            model.nameIfNameless(variable);
        }
    }

    /** What was put into lists, arrays and maps since they were last looked at gets its name: {@code layers.0}, {@code heads.cls}. */
    public synchronized void adopt() {
        containers.adopt(this::hold);
    }

    /** The unit belongs to the network of this number, used or not, as what a model holds belongs to the network that the model runs in. */
    public synchronized void declare(Unit unit, int network) {
        if (graph.firstUse(unit, network) < 0) {
            graph = graph.declaring(unit, network);
        }
    }

    /** Makes two weights one and the same; they have the same sizes. */
    public synchronized void tie(Tensor a, Tensor b) {
        if (a.weight().shape().isConcrete() && b.weight().shape().isConcrete() && !a.shape().equals(b.shape())) {
            throw Refusal.shape("weights of different sizes cannot be tied: " + a.shape().text() + " and " + b.shape().text());
        }
        graph = graph.tying(a.ref(), b.ref());
    }

    /** Marks weights as not trained. */
    public synchronized void freeze(Set<WeightRef> weights, boolean frozen) {
        graph = graph.freezing(weights, frozen);
    }

    /** The weights of a unit as far as they are known: from its first use, or from its arguments. */
    public synchronized List<Param> weightsOf(Unit unit) {
        return FirstUse.weights(graph, unit);
    }

    /** A layer with weights that is made while a model runs has new ones at each run. */
    public synchronized void warnIfNew(Layer layer) {
        if (scope != null && scope.model() != null && Members.role(scope.model()) == ModelRole.MODULE && !Unused.weights(layer).isEmpty()) {
            warn(layer.codeText() + " inside forward makes new weights at each call; a field own(" + layer.codeText() + ") has one set");
        }
    }

    // ---- layers made and not used

    /** A layer was made by a word; it is unused until a tensor, unit or network takes it. */
    public synchronized <L extends Layer> L made(L layer) {
        unused.add(layer);
        return layer;
    }

    /** A tensor, unit or network takes the layer. */
    public synchronized void consume(Layer layer) {
        unused.remove(layer);
    }

    /** The layers made since the last call of this method that were never used. */
    public synchronized List<Layer> takeUnusedLayers() {
        return unused.take();
    }

    /** Something the user should know, though the statement is carried out. */
    public synchronized void warn(String text) {
        warnings.add(text);
    }

    /** The warnings since this was last asked. */
    public synchronized List<String> takeWarnings() {
        return warnings.take();
    }
}
