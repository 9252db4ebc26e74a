package layerbook.session.errors;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import layerbook.formula.Expr;
import layerbook.layer.Applied;
import layerbook.layer.BuiltIn;
import layerbook.layer.Inputs;
import layerbook.layer.Parameter;
import layerbook.layer.Signature;
import layerbook.layers.Catalogue;
import layerbook.net.Call;
import layerbook.net.Graph;
import layerbook.session.output.Hint;
import layerbook.session.text.CursorContext;
import layerbook.shape.Refusal;

/** Says the arguments of a layer as they are here: what the tensor at the end of the network decides is filled in. */
public final class ArgumentHints {
    private final Supplier<Graph> network;

    public ArgumentHints(Supplier<Graph> network) {
        this.network = network;
    }

    /** The layer that the cursor is in the brackets of; an option's own brackets belong to their layer. */
    public static Optional<Signature> layer(CursorContext place) {
        for (int i = 0; i < place.calls().size(); i++) {
            Optional<Signature> found = Catalogue.find(place.calls().get(i).word());
            boolean option = found.isPresent() && i + 1 < place.calls().size()
                && Catalogue.find(place.calls().get(i + 1).word()).flatMap(outer -> outer.parameter(found.get().factory())).isPresent();
            if (found.isPresent() && !option) {
                return found;
            }
        }
        return Optional.empty();
    }

    public Optional<Hint> at(CursorContext place) {
        return layer(place).map(signature -> {
            CursorContext.Call inner = place.calls().get(0);
            boolean direct = inner.word().equals(signature.factory());
            int here = direct ? positional(signature, inner) : signature.parameters().stream().map(Parameter::name).toList().indexOf(inner.word());
            String meaning = here < 0 ? "" : signature.parameters().get(here).meaning();
            return new Hint(signature.factory(), arguments(signature), here, meaning);
        });
    }

    /** The index of the required argument that stands at this comma, if everything before it was given by position. */
    private static int positional(Signature signature, CursorContext.Call call) {
        int required = 0;
        for (int i = 0; i < signature.parameters().size(); i++) {
            if (signature.parameters().get(i).need() == Parameter.Need.REQUIRED && required++ == call.argument()) {
                return i;
            }
        }
        return -1;
    }

    /** What has to be given, e.g. {@code conv2d([inChannels=16], outChannels, kernelSize, ...)}. */
    public String brief(Signature signature) {
        List<String> all = arguments(signature);
        long needed = signature.parameters().stream().filter(p -> p.need() != Parameter.Need.OPTIONAL).count();
        var said = new ArrayList<>(all.subList(0, (int) needed));
        if (needed < all.size()) {
            said.add("...");
        }
        return signature.factory() + "(" + String.join(", ", said) + ")";
    }

    private List<String> arguments(Signature signature) {
        BuiltIn filled = filled(signature);
        var said = new ArrayList<String>();
        for (Parameter p : signature.parameters()) {
            said.add(switch (p.need()) {
                case INFERRED -> "[" + p.name() + (filled != null && filled.args().has(p.name()) ? "=" + standard(filled.args().get(p.name())) : "") + "]";
                case REQUIRED -> p.name();
                case OPTIONAL -> p.name() + "(" + standard(p.standard()) + ")";
            });
        }
        return said;
    }

    public static String standard(Object value) {
        return value == null ? "" : value instanceof String word ? '"' + word + '"' : value instanceof Expr size ? size.text() : value.toString();
    }

    /** The layer as the current tensor would fill it in, with ones for what has to be given; null if there is no tensor or it does not fit. */
    private BuiltIn filled(Signature signature) {
        Graph graph = network.get();
        if (graph.lastInput() == null || signature.parameters().stream().noneMatch(p -> p.need() == Parameter.Need.INFERRED)) {
            return null;
        }
        try {
            Call tip = graph.tip(graph.networkOf(graph.lastInput()));
            long required = signature.parameters().stream().filter(p -> p.need() == Parameter.Need.REQUIRED).count();
            Object[] ones = java.util.Collections.nCopies((int) required, 1).toArray();
            return Applied.of(signature.read(ones), Inputs.of(tip.outputs().get(0))).layer() instanceof BuiltIn built ? built : null;
        } catch (Refusal doesNotFit) {
            return null;
        }
    }
}
