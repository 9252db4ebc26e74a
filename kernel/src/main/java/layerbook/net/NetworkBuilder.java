package layerbook.net;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
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

    private Graph graph = Graph.empty();
    private Scope scope;
    private final Names names = new Names();
    private final Containers containers = new Containers();
    private final UnusedLayers unused = new UnusedLayers();
    private final Warnings warnings = new Warnings();
    private final Repeats repeats = new Repeats();

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
        return graph;
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
        Call input = graph().lastInput();
        if (input == null) {
            throw Refusal.shape("there is no input to add " + describe(layerOrUnit) + " to").fix("input(3, 32, 32)")
                .why("a layer on its own is added to the network that the last input(..) began");
        }
        Call tip = graph().tip(input.network());
        return new Tensor(this, tip, 0).then(layerOrUnit);
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
            graph = graph.plus(name, numbered, what, unit, a, inputs, scope, false);
            BatchAxis.warn(this, a);
            return new Tensor(this, graph.last(), 0);
        } catch (Refusal refusal) {
            graph = before;
            throw Misfit.told(refusal, layer, given);
        }
    }

    /** A bare weight gets its row when it is first used. */
    private Tensor placed(Tensor t) {
        if (!t.isLoose()) {
            if (!graph.has(t.call())) {
                throw Refusal.of("runtime", "this tensor is not in the network any more").why("the statement that made it was undone or replaced");
            }
            return t;
        }
        int at = graph.weightRow(t.ref().unit());
        Call row = at >= 0 ? graph.call(at) : placeWeights(t.ref().unit());
        return new Tensor(this, row, row.layer() instanceof Weights o ? o.place(t.ref().tensor()) : 0);
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
        return scoped(prefixed(name), null, null, List.of(), inside);
    }

    /** Runs a model's forward; names in it were given by {@link #name}. */
    Tensor running(Object model, String className, List<Tensor> inputs, Supplier<Tensor> forward) {
        return scoped(names.ofRunning(model, scope), className, model, inputs.stream().map(Tensor::type).toList(), forward);
    }

    private <T> T scoped(String path, String className, Object model, List<TensorType> inputs, Supplier<T> inside) {
        Scope before;
        Scope mine;
        synchronized (this) {
            before = scope;
            mine = new Scope(before, path, className, model, inputs);
            scope = mine;
        }
        try {
            T given = inside.get();
            if (model != null && given instanceof Tensor t) {
                mine.gave(t.given().stream().map(Tensor::type).toList());
            }
            return given;
        } finally {
            synchronized (this) {
                scope = before;
            }
        }
    }

    /** Gives everything in a model that is about to run its dotted name, if it has none yet. */
    synchronized void name(Model model, List<Tensor> inputs) {
        names.name(model, inputs, scope, graph);
    }

    /** Whether something runs inside a model or block now. */
    public synchronized boolean isInside() {
        return scope != null;
    }

    // ---- what is held

    /** A variable holds this: units get its name and count even if nobody uses them. */
    public synchronized void hold(String variable, Object value) {
        if (value instanceof Unit unit) {
            hold(variable, unit);
        } else if (value instanceof Tensor t && t.bareUnit() != null) {
            hold(variable, t.bareUnit());
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

    private void hold(String variable, Unit unit) {
        unit.nameIfNameless(variable);
        if (!graph.isDeclared(unit) && graph.firstUse(unit) < 0 && !names.isNamed(unit)) {
            graph = graph.declaring(unit, graph.size());
        }
    }

    /** The unit belongs to the network of this call, used or not. */
    synchronized void declare(Unit unit, Call member) {
        if (graph.firstUse(unit) < 0) {
            graph = graph.declaring(unit, member.index());
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
        if (scope != null && scope.model() != null && !(scope.model() instanceof Sequential) && !Unused.weights(layer).isEmpty()) {
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
