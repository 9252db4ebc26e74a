package layerbook.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import layerbook.formula.Expr;
import layerbook.io.NearestWord;
import layerbook.layer.Arguments;
import layerbook.layer.BuiltIn;
import layerbook.layer.Layer;
import layerbook.layer.Parameter;
import layerbook.layer.Signature;
import layerbook.layer.SizeList;
import layerbook.net.Call;
import layerbook.shape.Refusal;
import layerbook.shape.TensorType;

/** One argument of one call's layer (or one size of an input) that may be given other values. */
record Change(Call call, String argument) {
    private static final Map<String, List<String>> SHORT = Map.of("kernel", List.of("kernelSize"), "in", List.of("inChannels", "inFeatures", "inputSize"),
        "out", List.of("outChannels", "outFeatures", "hiddenSize"), "channels", List.of("outChannels", "numChannels"), "features", List.of("outFeatures", "numFeatures"),
        "hidden", List.of("hiddenSize"), "heads", List.of("numHeads", "nhead"));
    private static final List<String> SIZES = List.of("size", "height", "width", "length", "channels");

    /**
     * Finds the argument by its name or a short form of it.
     *
     * @throws Refusal if the layer has no such argument, naming those it has
     */
    static Change of(Call call, String name) {
        if (call.what() == Call.What.INPUT) {
            if (!SIZES.contains(name)) {
                throw Refusal.option("an input has no " + name).why("it has " + String.join(", ", SIZES)).fix("whatIf(" + call.index() + ", \"size\", 32, 64)");
            }
            return new Change(call, name);
        }
        Signature s = signature(call);
        for (String candidate : candidates(name)) {
            if (s.parameter(candidate).isPresent()) {
                return new Change(call, candidate);
            }
        }
        List<String> known = s.parameters().stream().map(Parameter::name).toList();
        String near = NearestWord.nearest(name, known);
        Refusal refusal = Refusal.option(s.factory() + " has no argument " + name).why("it has " + String.join(", ", known));
        throw near == null ? refusal : refusal.fix("whatIf(" + call.index() + ", \"" + near + "\", 1, 2)");
    }

    private static List<String> candidates(String name) {
        var out = new ArrayList<>(List.of(name));
        out.addAll(SHORT.getOrDefault(name, List.of()));
        return out;
    }

    private static Signature signature(Call call) {
        if (!(call.layer() instanceof BuiltIn b)) {
            throw Refusal.option(call.layer().codeText() + " has no arguments that could be other ones").why("only layers of torch.nn are tried with other arguments");
        }
        return b.args().signature();
    }

    private Arguments args() {
        Layer made = call.unit() != null ? call.unit().layer() : call.layer();
        return ((BuiltIn) made).args();
    }

    private Parameter.Type type() {
        return signature(call).parameter(argument).map(Parameter::type).orElse(Parameter.Type.OBJECT);
    }

    /** The value that the network has, as text. */
    String present() {
        if (call.what() != Call.What.INPUT) {
            Object v = ((BuiltIn) call.layer()).args().get(argument);
            return v == null ? "not given" : Arguments.briefValue(v);
        }
        int[] axes = axes(call.outputs().get(0));
        List<Expr> dims = call.outputs().get(0).shape().dims().subList(axes[0], axes[1]);
        return dims.stream().distinct().count() == 1 ? dims.get(0).text() : String.join("×", dims.stream().map(Expr::text).toList());
    }

    /** A value as text. */
    String text(Object value) {
        return call.what() == Call.What.INPUT ? number(value).text() : Arguments.briefValue(kept(value));
    }

    /** The layer with this value. */
    Layer layer(Object value) {
        Arguments changed = args().with(argument, kept(value));
        return changed.signature().make(changed);
    }

    /** The input's type with this value. */
    TensorType input(Call input, Object value) {
        int[] axes = axes(input.outputs().get(0));
        return WhatIf.resized(input.outputs().get(0), axes[0], axes[1], number(value));
    }

    private int[] axes(TensorType type) {
        int rank = type.rank();
        int from = switch (argument) {
            case "channels" -> 1;
            case "height" -> rank - 2;
            case "width", "length" -> rank - 1;
            default -> rank > 2 ? 2 : 1;
        };
        int to = argument.equals("size") ? rank : from + 1;
        if (from < 0 || from >= rank) {
            throw Refusal.option("an input of " + type.shape().text() + " has no " + argument);
        }
        return new int[] {from, Math.max(to, from + 1)};
    }

    private Object kept(Object value) {
        boolean fits = switch (type()) {
            case INT, SIZE -> isWhole(value) || value instanceof SizeList && type() == Parameter.Type.SIZE;
            case PADDING -> isWhole(value) || value instanceof SizeList || value instanceof String;
            case REAL -> value instanceof Number;
            case BOOL -> value instanceof Boolean;
            case TEXT -> value instanceof String;
            case OBJECT -> true;
        };
        if (!fits) {
            throw Refusal.option(argument + " cannot be " + value).why("it is " + present() + " now");
        }
        return value instanceof SizeList list ? list.values() : isWhole(value) && type() != Parameter.Type.REAL ? number(value)
            : type() == Parameter.Type.REAL ? (Object) ((Number) value).doubleValue() : value;
    }

    private static boolean isWhole(Object value) {
        return value instanceof Integer || value instanceof Long || value instanceof Expr;
    }

    private static Expr number(Object value) {
        if (!isWhole(value)) {
            throw Refusal.option("a size is a whole number, not " + value);
        }
        return value instanceof Expr e ? e : Expr.of(((Number) value).longValue());
    }
}
