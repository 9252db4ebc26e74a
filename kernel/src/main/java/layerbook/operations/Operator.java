package layerbook.operations;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import layerbook.layer.BuiltIn;
import layerbook.layer.Inputs;
import layerbook.layer.Keeps;
import layerbook.layer.Layer;
import layerbook.layer.Letters;
import layerbook.layer.Option;
import layerbook.layer.Rule;
import layerbook.net.Tensor;
import layerbook.shape.Refusal;

/**
 * A tensor operation of PyTorch's: its name, its arguments, where PyTorch spells it, and the rule that says what it gives.
 * <pre>{@code
 * Operator.of("unsqueeze", "Adds an axis of size 1.").takes("(Tensor input, int dim)").in(METHOD, TORCH, IN_PLACE).rule(Moving::unsqueezed)
 * }</pre>
 * Made once, when the catalogue is; afterwards it does not change.
 */
public final class Operator {
    /** Where PyTorch has an operation. */
    public enum Place {
        /** {@code x.softmax(1)}. */
        METHOD(""),
        /** {@code torch.softmax(x, 1)}. */
        TORCH("torch."),
        /** {@code torch.nn.functional.softmax(x, 1)}. */
        FUNCTIONAL("torch.nn.functional."),
        /** {@code x.relu_()}: writes into the tensor. */
        IN_PLACE(""),
        /** {@code torch.relu_(x)}. */
        TORCH_IN_PLACE("torch."),
        /** {@code torch.nn.functional.relu_(x)}. */
        FUNCTIONAL_IN_PLACE("torch.nn.functional.");

        private final String prefix;

        Place(String prefix) {
            this.prefix = prefix;
        }

        String spelled(String name) {
            String written = name().endsWith("IN_PLACE") ? name + "_" : name;
            return (prefix.isEmpty() ? "torch.Tensor." : prefix) + written;
        }
    }

    /** The rule of an operation for its arguments and inputs. */
    @FunctionalInterface public interface Ruling {
        Rule rule(Bindings arguments, Inputs in);
    }

    /** Something more that a rule says. */
    @FunctionalInterface interface Statement {
        void state(Rule rule, Bindings arguments, Inputs in);
    }

    /** An operation made of others: its arguments and the tensors among them give the result. */
    @FunctionalInterface public interface Composed {
        Object run(Bindings arguments, List<Tensor> tensors);
    }

    private static final Map<String, Set<String>> OTHER_NAMES = Map.of("pad", Set.of("padding"), "sizes", Set.of("size", "sizes"));

    private final String name;
    private final String doc;
    private final List<Schema> schemas = new ArrayList<>();
    private final Set<String> spellings = new LinkedHashSet<>();
    private final Set<Place> places = EnumSet.noneOf(Place.class);
    private final List<String> aliases = new ArrayList<>();
    private List<String> outputNames = List.of();
    private boolean givesList;
    private Ruling ruling;
    private Function<Bindings, Layer> layered;
    private Composed composed;
    private String unknown;
    private Predicate<Bindings> unknownWhen;

    private Operator(String name, String doc) {
        this.name = name;
        this.doc = doc;
    }

    /** An operation with PyTorch's name, such as {@code masked_fill}, and a sentence that says what it does. */
    public static Operator of(String name, String doc) {
        return new Operator(name, doc);
    }

    // ---- declaring

    /** Its arguments; several forms are tried in order. */
    public Operator takes(String... forms) {
        for (String form : forms) {
            schemas.add(Schema.of(form));
        }
        return this;
    }

    /** Where PyTorch has it under its name. */
    public Operator in(Place... where) {
        places.addAll(List.of(where));
        for (Place p : where) {
            spellings.add(p.spelled(name));
        }
        return this;
    }

    /** Other names of it, in the same places. */
    public Operator alias(String... others) {
        for (String other : others) {
            aliases.add(other);
            places.forEach(p -> spellings.add(p.spelled(other)));
        }
        return this;
    }

    /** Further spellings, written out: {@code torch.linalg.norm}. */
    public Operator spelled(String... full) {
        spellings.addAll(List.of(full));
        return this;
    }

    /** PyTorch gives a list of tensors. */
    Operator givesList() {
        givesList = true;
        return this;
    }

    /** PyTorch names its outputs: {@code values, indices}. */
    Operator gives(String... names) {
        outputNames = List.of(names);
        return this;
    }

    /** What it gives follows from a rule of its own. */
    public Operator rule(Ruling how) {
        ruling = how;
        return this;
    }

    /** What the operation keeps, shares or needs in memory, said of the rule that was made; stands behind {@link #rule}. */
    Operator stating(Statement statement) {
        Ruling before = ruling;
        ruling = (a, in) -> {
            Rule rule = before.rule(a, in);
            statement.state(rule, a, in);
            return rule;
        };
        return this;
    }

    /** What is kept for the backward pass. */
    Operator keeps(Consumer<Keeps> kept) {
        return stating((rule, a, in) -> rule.keeps(kept));
    }

    /** Nothing is kept for the backward pass. */
    Operator keepsNothing() {
        return stating((rule, a, in) -> rule.keepsNothing());
    }

    /** What it gives lies in the memory of its input. */
    Operator view() {
        return stating((rule, a, in) -> rule.keepsNothing().viewOf(0));
    }

    /** Some size of what it gives follows from values, which are not known: it is a letter of its own at each use, with this meaning. */
    Operator unknown(String meaning, Predicate<Bindings> when) {
        unknown = meaning;
        unknownWhen = when;
        return this;
    }

    /** It is the functional form of a layer. */
    Operator layer(Function<Bindings, Layer> how) {
        layered = how;
        return this;
    }

    /** It is made of other operations; where that gives null, its rule holds. */
    Operator composed(Composed how) {
        composed = how;
        return this;
    }

    // ---- reading

    /** PyTorch's name, e.g. {@code masked_fill}. */
    public String name() {
        return name;
    }

    /** The name in Java, e.g. {@code maskedFill}; that of a row, too. */
    public String word() {
        return Spelling.camel(name);
    }

    /** What it does, in a sentence. */
    public String doc() {
        return doc;
    }

    /** The forms of its arguments. */
    public List<Schema> schemas() {
        return List.copyOf(schemas);
    }

    /** PyTorch's full spellings: {@code torch.Tensor.relu_}, {@code torch.relu}, {@code torch.nn.functional.relu} ... */
    public Set<String> spellings() {
        return spellings;
    }

    /** Its names besides the first. */
    public List<String> aliases() {
        return List.copyOf(aliases);
    }

    /** Whether PyTorch gives a list of tensors. */
    public boolean isList() {
        return givesList;
    }

    /** Whether PyTorch has it as a method of a tensor, or Java does. */
    public boolean isMethod() {
        return places.contains(Place.METHOD) || schemas.get(0).receiver().types().contains(Schema.Type.TENSOR);
    }

    Ruling ruling() {
        return ruling;
    }

    static Set<String> otherNames(String argument) {
        return OTHER_NAMES.getOrDefault(argument, Set.of());
    }

    // ---- applying

    /**
     * Applies it as PyTorch's function: {@code apply(List.of(x, 1), Map.of("keepdim", true))}. Tensors stand among the arguments.
     *
     * @throws Refusal if the arguments are not its own, or if they do not fit the inputs
     */
    public Outputs apply(List<?> positional, Map<String, ?> keyword) {
        return run(positional, keyword, false);
    }

    /** Applies it as a method of a tensor, as Python reads the arguments. */
    public Outputs applyTo(Tensor self, List<?> positional, Map<String, ?> keyword) {
        return applyTo(self, positional, keyword, false);
    }

    private Outputs applyTo(Tensor self, List<?> positional, Map<String, ?> keyword, boolean loose) {
        Refusal first = null;
        for (Schema schema : schemas) {
            try {
                return run(schema, received(schema, self, positional), keyword, loose);
            } catch (Unbound unbound) {
                first = first == null ? unbound.refusal : first;
            }
        }
        throw first;
    }

    /** Applies it as Java's method: options such as {@code keepdim(true)} are keywords, whole numbers in a row are a list. */
    public Object java(Tensor self, Object... given) {
        var positional = new ArrayList<Object>();
        var keyword = new LinkedHashMap<String, Object>();
        for (Object g : given == null ? new Object[] {null} : given) {
            if (g instanceof Option o) {
                keyword.put(o.name(), o.values().isEmpty() ? (Object) true : o.values().size() == 1 ? o.values().get(0) : o.values());
            } else if (g instanceof BuiltIn layer && schemas.stream().anyMatch(s -> s.argument(Spelling.snake(layer.factoryName())).isPresent())) {
                // a word that is both a layer and an option, such as threshold(20): here it is the option
                keyword.put(layer.factoryName(), layer.args().values().values().iterator().next());
            } else {
                positional.add(g);
            }
        }
        Outputs out = applyTo(self, positional, keyword, true);
        return givesList ? out.tensors() : out.tensor();
    }

    /** The arguments with the tensor in the place of the receiver. */
    private static List<Object> received(Schema schema, Tensor self, List<?> positional) {
        int at = schema.positional().indexOf(schema.receiver());
        var all = new ArrayList<Object>(positional);
        all.add(Math.min(at, all.size()), self);
        return all;
    }

    private Outputs run(List<?> positional, Map<String, ?> keyword, boolean loose) {
        Refusal first = null;
        for (Schema schema : schemas) {
            try {
                return run(schema, positional, keyword, loose);
            } catch (Unbound unbound) {
                first = first == null ? unbound.refusal : first;
            }
        }
        throw first;
    }

    private Outputs run(Schema schema, List<?> positional, Map<String, ?> keyword, boolean loose) {
        Binder.Bound bound;
        try {
            bound = Binder.bind(word(), schema, positional, keyword, loose);
        } catch (Refusal refusal) {
            throw new Unbound(refusal);
        }
        return run(bound);
    }

    private Outputs run(Binder.Bound bound) {
        Object made = composed == null ? null : composed.run(bound.bindings(), bound.tensors());
        if (made != null) {
            return outputs(made, false);
        }
        Bindings arguments = bound.bindings();
        if (unknown != null && unknownWhen.test(arguments)) {
            arguments = arguments.counting(Letters.letter("u" + bound.tensors().get(0).book().graph().size(), unknown));
        }
        Layer what = layered != null ? layered.apply(arguments) : new Operation(this, arguments);
        return outputs(Applying.apply(what, bound.tensors()), true);
    }

    private Outputs outputs(Object gave, boolean own) {
        List<Tensor> all = gave instanceof List<?> list ? list.stream().map(Tensor.class::cast).toList()
            : own || givesList || !outputNames.isEmpty() ? ((Tensor) gave).outputs() : List.of((Tensor) gave);
        return new Outputs(all, all.size() == outputNames.size() ? outputNames : List.of(), givesList);
    }

    /** The operation with arguments that need no tensor, as a step of its own: {@code view(-1, 2048)}. */
    public Operation step(Object... given) {
        Schema schema = schemas.get(0);
        var bound = Binder.bindStep(word(), schema, List.of(given));
        return new Operation(this, bound);
    }

    @Override public String toString() {
        return name + schemas;
    }

    /** Arguments that do not go with this form; another may take them. */
    private static final class Unbound extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final transient Refusal refusal;

        Unbound(Refusal refusal) {
            super(null, null, false, false);
            this.refusal = refusal;
        }
    }
}
