package layerbook.layer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import layerbook.formula.Expr;
import layerbook.formula.Expr.Sym;
import layerbook.shape.DType;
import layerbook.shape.Refusal;
import layerbook.shape.TensorType;

/**
 * What a layer says about itself, in letters: what it takes and gives, how each output size follows, its weights, its work.
 * Built from top to bottom; {@link #apply} puts an input in and says what comes of it.
 * <pre>{@code
 * Rule.of("Linear").let(F_OUT, 10).takes(ANY, F_IN).gives(ANY, F_OUT).weight("weight", F_OUT, F_IN).work(MULTIPLY_ADD, ANY, F_OUT, F_IN)
 * }</pre>
 */
public final class Rule {
    /** Which kinds of number an input may hold. */
    enum Accepts { FLOATING, INTEGER, REAL, ANYTHING }

    record Take(List<Expr> pattern, Accepts accepts) {}

    /** What an output is: a pattern of sizes, or a type already known; the kind of number is the first input's if null. */
    record Give(List<Expr> pattern, TensorType type, DType dtype, boolean fraction) {}

    private final String name;
    private final Arguments arguments;
    private final Map<Sym, Expr> lets = new LinkedHashMap<>();
    private final Map<Sym, String> argumentOf = new LinkedHashMap<>();
    private final List<Take> takes = new ArrayList<>();
    private final List<Give> gives = new ArrayList<>();
    private final Map<Sym, Expr> where = new LinkedHashMap<>();
    private final List<Weight> weights = new ArrayList<>();
    private final List<Weight> buffers = new ArrayList<>();
    private final List<Work> work = new ArrayList<>();
    private final List<Consumer<Map<Sym, Expr>>> checks = new ArrayList<>();
    private final List<Part> parts = new ArrayList<>();
    private final List<Space> workspace = new ArrayList<>();
    private Keeps keeps;
    private Attends attends;
    private Shares shares;
    private boolean stopsGradient;
    private String unknown;

    private Rule(String name, Arguments arguments) {
        this.name = name;
        this.arguments = arguments;
    }

    /** A rule of a user's layer; the name is what conventions know it by. */
    public static Rule of(String name) {
        return new Rule(name, null);
    }

    /** A rule of a layer with a signature: it is named after the class, and its refusals can show what to write instead. */
    public static Rule of(Arguments arguments) {
        return new Rule(arguments.signature().className(), arguments);
    }

    // ---- what it takes and gives

    /** A letter that stands for this value. */
    public Rule let(Sym letter, Expr value) {
        lets.put(letter, value.normal());
        return this;
    }

    public Rule let(Sym letter, long value) {
        return let(letter, Expr.of(value));
    }

    /** A letter that stands for an argument; an inferred argument that was not given is taken from the input. */
    public Rule let(Sym letter, String argument) {
        argumentOf.put(letter, argument);
        if (arguments.has(argument)) {
            lets.put(letter, arguments.number(argument).normal());
        }
        return this;
    }

    /** The next input: its sizes as letters that bind or check, or numbers that check; {@link Letters#ANY} stands for any number of axes. */
    public Rule takes(Expr... pattern) {
        takes.add(new Take(List.of(pattern), null));
        return this;
    }

    /** The input just named holds whole numbers. */
    public Rule integers() {
        return accepting(Accepts.INTEGER);
    }

    /** The input just named holds whole numbers or numbers with a fraction, but no truth values. */
    public Rule reals() {
        return accepting(Accepts.REAL);
    }

    /** The input just named may hold any kind of number. */
    public Rule anything() {
        return accepting(Accepts.ANYTHING);
    }

    /** The input just named holds numbers with a fraction; so it is anyway where the layer has weights. */
    public Rule floats() {
        return accepting(Accepts.FLOATING);
    }

    private Rule accepting(Accepts accepts) {
        Take last = takes.remove(takes.size() - 1);
        takes.add(new Take(last.pattern(), accepts));
        return this;
    }

    /** The next output, of the first input's kind of number. */
    public Rule gives(Expr... pattern) {
        gives.add(new Give(List.of(pattern), null, null, false));
        return this;
    }

    /** The next output, of the first input's kind of number, and float32 for whole numbers, as a root or a sigmoid gives. */
    public Rule givesFraction(Expr... pattern) {
        gives.add(new Give(List.of(pattern), null, null, true));
        return this;
    }

    /** The next output with its kind of number. */
    public Rule gives(DType dtype, Expr... pattern) {
        gives.add(new Give(List.of(pattern), null, dtype, false));
        return this;
    }

    /** The next output, whose type is already known. */
    public Rule gives(TensorType type) {
        gives.add(new Give(null, type, null, false));
        return this;
    }

    /** How a size follows from the letters before it. */
    public Rule where(Sym letter, Expr formula) {
        where.put(letter, formula);
        return this;
    }

    /** Something that must hold once the letters have values; throws a {@link Refusal} if it does not. */
    public Rule check(Consumer<Map<Sym, Expr>> check) {
        checks.add(check);
        return this;
    }

    // ---- what it owns and does

    /** A learned tensor. */
    public Rule weight(String tensor, Expr... dims) {
        weights.add(new Weight(tensor, List.of(dims)));
        return this;
    }

    /** A tensor that is kept but not learned, such as a running mean. */
    public Rule buffer(String tensor, Expr... dims) {
        buffers.add(new Weight(tensor, List.of(dims)));
        return this;
    }

    /** A learned tensor is given up for others, as a reparametrised weight is; the caller states those. Fails if the layer has no such tensor. */
    public Weight withoutWeight(String tensor) {
        Weight gone = weights.stream().filter(w -> w.name().equals(tensor)).findFirst().orElseThrow(() -> Refusal.option(name + " has no weight called " + tensor)
            .at("name", weights.isEmpty() ? "it has no weights" : "it has " + String.join(", ", weights.stream().map(Weight::name).toList())));
        weights.remove(gone);
        return gone;
    }

    /** So many operations of a kind: the product of the factors. */
    public Rule work(Kind kind, Expr... factors) {
        return work("", kind, factors);
    }

    /** The same, with a word on what for. */
    public Rule work(String label, Kind kind, Expr... factors) {
        work.add(new Work(kind, List.of(factors), label, null));
        return this;
    }

    /** What the work stated last multiplies; the backward pass follows from it. */
    public Rule multiplies(Work.Product product) {
        Work last = work.remove(work.size() - 1);
        work.add(new Work(last.kind(), last.factors(), last.label(), product));
        return this;
    }

    /** Part of the work follows from values, which are not known here; the reason is shown beside the question mark. */
    public Rule unknownWork(String why) {
        unknown = why;
        return this;
    }

    /** More, if the condition holds. */
    public Rule when(boolean condition, Consumer<Rule> more) {
        if (condition) {
            more.accept(this);
        }
        return this;
    }

    // ---- what it holds in memory

    /** What is kept for the backward pass. A rule that says nothing keeps what follows from its work (see {@link #saved}). */
    public Rule keeps(Consumer<Keeps> statement) {
        keeps = keeps == null ? new Keeps() : keeps;
        statement.accept(keeps);
        return this;
    }

    /** Nothing is kept for the backward pass, as for a sum. */
    public Rule keepsNothing() {
        keeps = new Keeps();
        return this;
    }

    /** The outputs lie in the memory of that input: they are views of it, or the layer works in place. */
    public Rule viewOf(int input) {
        shares = new Shares(input, Shares.When.ALWAYS);
        return this;
    }

    /** The outputs are views of that input if it lies in row-major order, else copies. */
    public Rule viewIfContiguous(int input) {
        shares = new Shares(input, Shares.When.IF_CONTIGUOUS);
        return this;
    }

    /** After training the layer hands that input on as it is. */
    public Rule handsOnInUse(int input) {
        shares = new Shares(input, Shares.When.IN_USE);
        return this;
    }

    /** Queries, keys and values are these inputs, and each query attends to the keys; see {@link Attends}. */
    public Rule attends(Attends attention) {
        attends = attention;
        return this;
    }

    /** So many numbers of the network's element type are there only while the layer runs. */
    public Rule workspace(Expr... factors) {
        workspace.add(new Space(List.of(factors), 0));
        return this;
    }

    /** So many places of 8 bytes are there only while the layer runs. */
    public Rule workspaceIndices(Expr... factors) {
        workspace.add(new Space(List.of(factors), 8));
        return this;
    }

    /** No gradient goes back through it. */
    public Rule stopsGradient() {
        stopsGradient = true;
        return this;
    }

    // ---- what it is made of

    /** A layer inside this one, as PyTorch's module of that name: applied to the inputs now; its weights and work count as ours. */
    public Applied part(String partName, Layer layer, TensorType... inputs) {
        return use(partName, layer, true, inputs);
    }

    /** An operation inside this one that is no module, such as a residual addition. */
    public Applied step(String partName, Layer layer, TensorType... inputs) {
        return use(partName, layer, false, inputs);
    }

    private Applied use(String partName, Layer layer, boolean module, TensorType... inputs) {
        Applied applied = Applied.of(layer, Inputs.of(inputs));
        parts.add(new Part(partName, module, applied));
        return applied;
    }

    // ---- reading

    public String name() {
        return name;
    }

    /** The arguments it was made from, or null. */
    public Arguments arguments() {
        return arguments;
    }

    public Map<Sym, Expr> lets() {
        return lets;
    }

    /** What a letter means in this rule; empty if the rule does not say. The same letter may mean something else in another rule. */
    public String meaning(Sym letter) {
        return letter.meaning().isEmpty() ? lets.keySet().stream().filter(letter::equals).map(Sym::meaning).findFirst().orElse("") : letter.meaning();
    }

    /** The argument that a letter stands for, or null. */
    public String argumentOf(Sym letter) {
        return argumentOf.get(letter);
    }

    List<Take> takes() {
        return takes;
    }

    List<Give> gives() {
        return gives;
    }

    List<Consumer<Map<Sym, Expr>>> checks() {
        return checks;
    }

    /** How sizes follow, in order. */
    public Map<Sym, Expr> where() {
        return where;
    }

    public List<Weight> weights() {
        return weights;
    }

    public List<Weight> buffers() {
        return buffers;
    }

    public List<Work> work() {
        return work;
    }

    /** What is kept for the backward pass: as stated, else as {@link DefaultSaved} says. */
    public List<Saved> saved() {
        return keeps != null ? keeps.all() : DefaultSaved.of(this);
    }

    /** In whose memory the outputs lie, or null for memory of their own. */
    public Shares shares() {
        return shares;
    }

    /** What is there only while it runs. */
    /** What attends to what, or null if the layer is not attention. */
    public Attends attends() {
        return attends;
    }

    public List<Space> workspace() {
        return workspace;
    }

    /** Whether gradients go back through it. */
    public boolean passesGradient() {
        return !stopsGradient;
    }

    /** Why the amount of work is not known, or null if it is. */
    public String unknownWork() {
        return unknown;
    }

    public List<Part> parts() {
        return parts;
    }

    /** What each input must look like, in letters. */
    public List<List<Expr>> inputPatterns() {
        return takes.stream().map(Take::pattern).toList();
    }

    /** What each output looks like, in letters; empty for one that is known only with an input. */
    public List<List<Expr>> outputPatterns() {
        return gives.stream().map(g -> g.pattern() == null ? List.<Expr>of() : g.pattern()).toList();
    }

    boolean acceptsOnlyFloats(Take take) {
        return take.accepts() == Accepts.FLOATING || take.accepts() == null && !weights.isEmpty();
    }
}
