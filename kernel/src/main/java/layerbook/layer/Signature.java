package layerbook.layer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import layerbook.formula.Expr;
import layerbook.layer.Parameter.Need;
import layerbook.layer.Parameter.Type;

/**
 * The arguments of a layer, declared once: reading what a user wrote, help, completion, hints and the text of a layer all follow from it.
 * <pre>{@code
 * Signature.of("Linear", "linear", "Multiplies by a matrix and adds a bias.", Linear::new)
 *     .inferred("inFeatures", "input features").required("outFeatures", Type.INT, "output features").option("bias", true, "whether a bias is added");
 * }</pre>
 */
public final class Signature {
    private final String className;
    private final String factory;
    private final String doc;
    private final Function<Arguments, Layer> maker;
    private final List<Parameter> parameters;
    private Function<Arguments, String> brief;

    private Signature(String className, String factory, String doc, Function<Arguments, Layer> maker) {
        this.className = className;
        this.factory = factory;
        this.doc = doc;
        this.maker = maker;
        this.parameters = new ArrayList<>();
        this.brief = Arguments::standardBrief;
    }

    /** A layer of this class name, made by this word; the doc's first sentence is for a student. */
    public static Signature of(String className, String factory, String doc, Function<Arguments, Layer> maker) {
        return new Signature(className, factory, doc, maker);
    }

    /** An argument that is taken from the input if it is left out; declare these first. */
    public Signature inferred(String name, String meaning) {
        return add(new Parameter(name, Type.INT, Need.INFERRED, null, meaning));
    }

    public Signature required(String name, Type type, String meaning) {
        return add(new Parameter(name, type, Need.REQUIRED, null, meaning));
    }

    /** An option; its type follows from the standard value: a long, boolean, double or text. */
    public Signature option(String name, Object standard, String meaning) {
        Type type = standard instanceof Boolean ? Type.BOOL : standard instanceof Double ? Type.REAL : standard instanceof String ? Type.TEXT : Type.INT;
        Object kept = standard instanceof Integer i ? Expr.of(i) : standard;
        return add(new Parameter(name, type, Need.OPTIONAL, kept, meaning));
    }

    /** An option of a type that the standard value does not tell; null means that it is not given. */
    public Signature option(String name, Type type, Object standard, String meaning) {
        Object kept = standard instanceof Integer i ? (type == Type.REAL ? (Object) (double) i : Expr.of(i)) : standard;
        return add(new Parameter(name, type, Need.OPTIONAL, kept, meaning));
    }

    /** How the arguments are said in a table, if not by the standard. */
    public Signature brief(Function<Arguments, String> how) {
        brief = how;
        return this;
    }

    private Signature add(Parameter p) {
        parameters.add(p);
        return this;
    }

    public String className() {
        return className;
    }

    public String factory() {
        return factory;
    }

    /** The documentation; its first sentence says what the layer does. */
    public String doc() {
        return doc;
    }

    public String firstSentence() {
        int end = doc.indexOf(". ");
        return end < 0 ? doc : doc.substring(0, end + 1);
    }

    public List<Parameter> parameters() {
        return List.copyOf(parameters);
    }

    public Optional<Parameter> parameter(String name) {
        return parameters.stream().filter(p -> p.name().equals(name)).findFirst();
    }

    /** The names of the arguments that need not be given. */
    public List<String> options() {
        return parameters.stream().filter(p -> p.need() == Need.OPTIONAL).map(Parameter::name).toList();
    }

    /** Reads what a user wrote in the brackets and makes the layer; arguments that no input could fit are refused here, as PyTorch's constructors do. */
    public Layer read(Object... given) {
        Arguments arguments = Reader.read(this, given);
        Layer layer = make(arguments);
        if (Sound.isNew(arguments)) {
            layer.rule();
            Sound.keep(arguments);
        }
        return layer;
    }

    /** The arguments of a kin that has the same ones. */
    public Arguments with(java.util.Map<String, Object> values) {
        return new Arguments(this, values);
    }

    /** Makes the layer from arguments already read. */
    public Layer make(Arguments arguments) {
        return maker.apply(arguments);
    }

    String briefOf(Arguments a) {
        return brief.apply(a);
    }

    /** As shown while typing: {@code conv2d(in?, out, kernel, [stride=1], ...)}. */
    public String usage() {
        return factory + parameters.stream().map(Signature::usage).collect(Collectors.joining(", ", "(", ")"));
    }

    private static String usage(Parameter p) {
        return switch (p.need()) {
            case INFERRED -> p.name() + "?";
            case REQUIRED -> p.name();
            case OPTIONAL -> p.name() + "(" + Arguments.text(p.standard()) + ")";
        };
    }

    @Override public String toString() {
        return usage();
    }
}
