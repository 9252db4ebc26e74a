package layerbook.net;

import java.util.List;
import java.util.Map;
import layerbook.shape.Refusal;

/**
 * A network as a class, as in PyTorch: fields hold units and other models, {@code public Tensor forward(Tensor x)} says what happens.
 * Field names become layer names. {@code forward} takes whatever the model wants (tensors, sizes, whole numbers, flags, lists, null) and returns a tensor,
 * or several in a list, array, map or record.
 *
 * <p>A kind of model that keeps its members elsewhere than in fields, such as a class read from Python's text, overrides the protected methods. They begin
 * with {@code declared}, since a method of a model hides every word of that name that a user types inside the class.
 * <pre>{@code
 * class Net extends Model {
 *     Unit fc = own(linear(8, 4));
 *     public Tensor forward(Tensor x) { return x.then(fc).relu(); }
 * }
 * }</pre>
 */
public abstract class Model {
    private String heldAs;

    /**
     * What it holds, by name and in order: units, models, bare weights and buffers, lists and maps of them; one may stand under several names.
     * Anything else is passed over. Without an override these are its fields.
     */
    protected Iterable<Map.Entry<String, Object>> declaredMembers() {
        return Fields.of(this);
    }

    /**
     * The layer that the model itself is, as a class that derives {@code nn.Conv2d}: its weights are the model's own, named {@code weight} and not
     * {@code conv.weight}. Applied inside forward, it is the layer's own forward: a function, not a module inside the model. Null for most models.
     */
    protected Unit declaredUnit() {
        return null;
    }

    /** What it is to tools that print a tree of modules. */
    protected ModelRole declaredRole() {
        return ModelRole.MODULE;
    }

    /** The name of its class in tables. */
    protected String declaredClassName() {
        return getClass().getSimpleName();
    }

    /**
     * Calls its forward. Without an override that is the public method of this name that takes the arguments; a model that is a layer and has no such
     * method applies the layer.
     *
     * @param arguments those by position
     * @param keywords those by name
     * @return what forward returned: a tensor, a structure of tensors and other values, or null
     */
    protected Object declaredForward(List<?> arguments, Map<String, ?> keywords) {
        Forward forward = Forward.of(this);
        Unit layer = declaredUnit();
        if (!forward.exists() && layer != null && !arguments.isEmpty() && arguments.get(0) instanceof Tensor x && keywords.isEmpty()) {
            return x.then(layer, arguments.subList(1, arguments.size()).toArray());
        }
        return forward.call(arguments, keywords);
    }

    // ---- for this package: private names, since the class of a user may have any other

    final void nameIfNameless(String variable) {
        if (heldAs == null) {
            heldAs = variable;
        }
    }

    final String heldAs() {
        return heldAs;
    }

    /** The first tensor in what forward returned, with the others beside it. */
    static Tensor first(Object returned) {
        List<Tensor> all = Structure.outputs(returned);
        Tensor first = all.stream().filter(t -> t != null).findFirst()
            .orElseThrow(() -> Refusal.of("runtime", "forward returned no tensor").why("then(..) gives the first tensor that forward returns"));
        return all.size() == 1 ? first : first.among(all);
    }
}
