package layerbook.net;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import layerbook.formula.Expr;
import layerbook.layer.Layer;
import layerbook.shape.DType;
import layerbook.shape.Refusal;
import layerbook.shape.Shape;
import layerbook.shape.Shaped;
import layerbook.shape.Sizes;
import layerbook.shape.TensorType;

/**
 * An output of a call: what is known of a tensor without its values. Its methods have PyTorch's names and argument order;
 * each adds a row to the tensor's network and gives the new tensor.
 * <pre>{@code
 * var x = tensor(3, 32, 32)
 * x = x.then(conv2d(3, 16, 3, padding(1))).relu().flatten(1)
 * }</pre>
 */
public final class Tensor implements TensorMethods, Shaped {
    private final NetworkBuilder book;
    private final Call call;
    private final int output;
    private final WeightRef bare;
    private final List<Tensor> siblings;

    Tensor(NetworkBuilder book, Call call, int output) {
        this(book, call, output, null, null);
    }

    Tensor(NetworkBuilder book, WeightRef bare) {
        this(book, null, 0, bare, null);
    }

    private Tensor(NetworkBuilder book, Call call, int output, WeightRef bare, List<Tensor> siblings) {
        this.book = book;
        this.call = call;
        this.output = output;
        this.bare = bare;
        this.siblings = siblings;
    }

    /** The output of a call, for faces that find it by its row. */
    public static Tensor of(NetworkBuilder book, Call call, int output) {
        return new Tensor(book, call, output);
    }

    /** This tensor with others that a model returned with it; null stands for what it left out. */
    Tensor among(List<Tensor> all) {
        return new Tensor(book, call, output, bare, Collections.unmodifiableList(new ArrayList<>(all)));
    }

    /** The call that gave it; null for a bare weight that nobody has used. */
    public Call call() {
        return call;
    }

    /** Which output of the call it is, from 0. */
    public int outputIndex() {
        return output;
    }

    /** The owner if this is a bare weight that was not put in a network yet, else null. */
    public Unit bareUnit() {
        return bare != null && bare.unit().layer() instanceof FreeTensor ? bare.unit() : null;
    }

    /** The weight that this is, of a unit or bare; null if it was computed or came from outside. */
    public WeightRef ref() {
        if (bare != null || call.what() != Call.What.PARAMETER) {
            return bare;
        }
        return call.applied().weights().isEmpty() ? null : new WeightRef(call.unit(), call.applied().weights().get(output).name());
    }

    boolean isLoose() {
        return bare != null;
    }

    /** Whether it was made while a model was constructed: it has no row until it is used. */
    boolean isAside() {
        return call != null && call.scope() != null && call.scope().isAside();
    }

    public NetworkBuilder book() {
        return book;
    }

    /** Shape and kind of number. */
    public TensorType type() {
        return bare == null ? call.outputs().get(output) : new TensorType(new Shape(book.dims(bare)), bare.unit().layer() instanceof FreeTensor b ? b.dtype() : DType.FLOAT32);
    }

    @Override public Shape shape() {
        return type().shape();
    }

    /** The size of an axis, as PyTorch's {@code x.size(1)}: a formula, usually a number. Negative axes count from the end. */
    public Expr size(int axis) {
        return shape().dim(Sizes.axis(axis, shape().rank(), "size"));
    }

    /** All sizes, as PyTorch's {@code x.size()}. */
    public Shape size() {
        return shape();
    }

    /** How many axes there are. */
    public int rank() {
        return shape().rank();
    }

    /** The same as {@link #rank}, by PyTorch's name. */
    public int dim() {
        return rank();
    }

    /** How many numbers it holds. */
    public Expr numel() {
        return shape().numel();
    }

    /** A copy. */
    @Override public Tensor clone() {
        return (Tensor) call("clone");
    }

    /** Itself, if it is a weight, so that bare ones tie as those of units do. */
    public Tensor weight() {
        if (ref() == null) {
            throw Refusal.of("runtime", "only a parameter(..) or a unit has a weight");
        }
        return this;
    }

    /** Every output of the call or model that gave this one, e.g. of an LSTM: outputs, hidden and cell state; null where a model returned none. */
    public List<Tensor> outputs() {
        if (siblings != null) {
            return siblings;
        }
        var out = new ArrayList<Tensor>();
        for (int i = 0; i < call.outputs().size(); i++) {
            out.add(new Tensor(book, call, i));
        }
        return out;
    }

    /** The same as {@link #output}: PyTorch's {@code x.max(1)[0]} is {@code x.max(1).get(0)}. */
    public Tensor get(int i) {
        return output(i);
    }

    /** The output of that number, from 0. */
    public Tensor output(int i) {
        List<Tensor> all = outputs();
        if (i < 0 || i >= all.size()) {
            throw Refusal.shape("there is no output " + i + ": " + call.layer().factoryName() + " has " + all.size());
        }
        return all.get(i);
    }

    /**
     * Applies a layer, unit or model to this tensor (and more inputs, for layers that take several); gives its first output.
     * One {@code then} is one row. Several layers in a row are applied one after the other. A model gets whatever its forward takes behind the tensor:
     * {@code x.then(block, 7, 7)}, {@code x.then(attention, null)}.
     */
    public Tensor then(Object layer, Object... more) {
        return Application.of(this, layer, more);
    }

    /** Applies the operation of that name, with arguments as Java writes them; gives a tensor or a list of tensors. */
    @Override public Object call(String operation, Object... arguments) {
        return OperationSource.loaded().apply(operation, this, arguments);
    }

    /** Applies the functional form of a layer: the same work, but conventions tell functions from modules. */
    public Tensor apply(Layer operation, Tensor... more) {
        var inputs = new ArrayList<Tensor>(List.of(this));
        inputs.addAll(List.of(more));
        return book.function(operation, inputs);
    }

    @Override public String toString() {
        return shape().text();
    }
}
