package layerbook.torch;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import layerbook.formula.Expr;
import layerbook.net.NetworkBuilder;
import layerbook.net.Tensor;
import layerbook.operations.Operations;
import layerbook.operations.Operator;
import layerbook.python.Arguments;
import layerbook.python.Errors;
import layerbook.python.PyBuiltin;
import layerbook.python.PyInstance;
import layerbook.python.PyType;
import layerbook.python.Refused;
import layerbook.python.Special;
import layerbook.python.Types;
import layerbook.shape.DType;
import layerbook.shape.Refusal;
import layerbook.shape.Shape;
import layerbook.shape.TensorType;
import layerbook.syntax.BinaryOperator;
import layerbook.syntax.Comparison;
import layerbook.syntax.UnaryOperator;

/**
 * A tensor of Python: a name for a tensor of the network, to which an operation in place gives another one. Its numbers are known only where
 * the script itself says them ({@link Values}). What {@code torch.zeros} makes has no row until it is used.
 */
final class TensorObject extends PyInstance {
    static final PyType TYPE = new PyType("Tensor", List.of(Types.OBJECT)).in("torch");
    static final PyType PARAMETER = new PyType("Parameter", List.of(TYPE)).in("torch.nn.parameter").allocatedBy((type, a) -> Creation.parameter(a));

    private Tensor tensor;
    /** How it is made when it is first used: the word of its row and its type; null once it is made. */
    private String word;
    private TensorType type;
    private Values values;
    /** Changes with every write into the numbers that this tensor shares with its views. */
    private Numbers numbers;
    private int seen;
    private boolean requiresGrad;

    /** The numbers that views share. */
    private static final class Numbers {
        private int writes;
    }

    TensorObject(Tensor tensor) {
        this(TYPE, tensor, null, null, null);
    }

    private TensorObject(PyType pythonType, Tensor tensor, String word, TensorType type, TensorObject shares) {
        super(pythonType);
        this.tensor = tensor;
        this.word = word;
        this.type = type;
        numbers = shares == null ? new Numbers() : shares.numbers;
        seen = numbers.writes;
    }

    static {
        PARAMETER.define("__init__", (self, a) -> Special.NONE);
        TYPE.define("__deepcopy__", (self, a) -> ((TensorObject) self).copy());
        for (PyType t : List.of(TYPE, PARAMETER)) {
            t.set("__doc__", Special.NONE);
        }
    }

    /** A tensor that is made when it is first used: {@code zeros}, {@code arange} .. */
    static TensorObject fresh(String word, TensorType type, Values values) {
        var made = new TensorObject(TYPE, null, word, type, null);
        made.values = values;
        return made;
    }

    static TensorObject parameter(Tensor bare, boolean requiresGrad) {
        var made = new TensorObject(PARAMETER, bare, null, null, null);
        made.requiresGrad = requiresGrad;
        return made;
    }

    /** The same tensor under another name: {@code x.data}, {@code x.detach()}. Writing through it writes the same numbers. */
    TensorObject alias() {
        var made = new TensorObject(TYPE, tensor, word, type, this);
        made.values = knownValues();
        return made;
    }

    /** The copy of {@code copy.deepcopy}: a weight is another weight of the same sizes. */
    TensorObject copy() {
        if (isParameter()) {
            return parameter(NetworkBuilder.current().parameter(shape().dims()), requiresGrad);
        }
        TensorObject made = word != null ? fresh(word, type, knownValues()) : isBuffer() ? fresh("zeros", tensor.type(), knownValues()).asBuffer() : alias();
        return made;
    }

    boolean isParameter() {
        return type() == PARAMETER || type().derives(PARAMETER);
    }

    boolean isBuffer() {
        return tensor != null && tensor.bareUnit() != null && tensor.bareUnit().layer().factoryName().equals("buffer");
    }

    boolean requiresGrad() {
        return requiresGrad;
    }

    void requiresGrad(boolean wanted) {
        requiresGrad = wanted;
        if (isParameter() && tensor != null && tensor.ref() != null) {
            NetworkBuilder.current().freeze(java.util.Set.of(tensor.ref()), !wanted);
        }
    }

    /** From here on it is a buffer: kept by its module, not learned. */
    TensorObject asBuffer() {
        if (!isBuffer()) {
            TensorType kind = tensorType();
            tensor = NetworkBuilder.current().bare("buffer", new TensorType(kind.shape(), kind.dtype()));
            word = null;
        }
        return this;
    }

    /** Whether it was only described so far. */
    boolean isFresh() {
        return tensor == null;
    }

    String word() {
        return word;
    }

    /** The tensor of the network; what was only described so far is made. */
    Tensor tensor() {
        if (tensor == null) {
            NetworkBuilder book = NetworkBuilder.current();
            tensor = book.isInside() ? book.bare(word, type) : book.tensor(type);
            word = null;
        }
        return tensor;
    }

    /** The tensor as something that is used in a computation, also at top level: it begins no network of its own. */
    Tensor tensorInside() {
        if (tensor == null) {
            tensor = NetworkBuilder.current().bare(word, type);
            word = null;
        }
        return tensor;
    }

    /** Takes the place of another tensor: {@code x.data = y}, operations in place. */
    void become(Tensor other) {
        tensor = other;
        word = null;
        type = null;
    }

    TensorType tensorType() {
        return tensor == null ? type : tensor.type();
    }

    Shape shape() {
        return tensorType().shape();
    }

    DType dtype() {
        return tensorType().dtype();
    }

    @Override public boolean guarded() {
        return true;
    }

    // ---- values

    /** The numbers, or null where they are not known. */
    Values knownValues() {
        return seen == numbers.writes ? values : null;
    }

    Values.TensorLike like() {
        return new Values.TensorLike(shape(), dtype(), knownValues());
    }

    TensorObject with(Values known) {
        values = known;
        return this;
    }

    /** Its numbers are those of the other tensor, seen in another shape: a write into one is a write into both. */
    TensorObject sharing(TensorObject other) {
        numbers = other.numbers;
        seen = numbers.writes;
        return this;
    }

    /** Numbers were written into it, or into what shares its numbers; what they are now is known or null. */
    void written(Values now) {
        numbers.writes++;
        seen = numbers.writes;
        values = now;
    }

    /** The one number in it. */
    Object item() {
        Values known = knownValues();
        Expr n = shape().numel();
        if (!n.isOne()) {
            throw Errors.runtime("a Tensor with " + n.text() + " elements cannot be converted to Scalar");
        }
        if (known == null) {
            throw unknown("its value is asked for");
        }
        return known.python(dtype(), 0);
    }

    Refused unknown(String what) {
        return new Refused(Refusal.of("runtime", "the numbers in a tensor are not known, and " + what)
            .why("sizes are computed without numbers, except for small tensors that the script itself fills").detail("tensor", shape().text()));
    }

    // ---- Python

    @Override public Object attribute(String name) {
        Object found = TensorAttributes.get(this, name);
        if (found != null) {
            return found;
        }
        Object own = super.attribute(name);
        return own != null ? own : knows(name) ? new PyBuiltin(name, a -> invoke(name, a)) : null;
    }

    private static boolean knows(String name) {
        return TensorMethods.NAMES.contains(name) || Operations.spelled("torch.Tensor." + name).isPresent();
    }

    @Override public void setAttribute(String name, Object value) {
        if (!TensorAttributes.set(this, name, value)) {
            attributes().put(name, value);
        }
    }

    @Override public Object invoke(String name, Arguments a) {
        if (type() != TYPE && type() != PARAMETER && type().lookup(name) != null) {
            return super.invoke(name, a);
        }
        Object result = TensorMethods.call(this, name, a);
        if (result != null) {
            return result;
        }
        Optional<Operator> found = Operations.spelled("torch.Tensor." + name);
        return found.isPresent() ? Applied.method(found.get(), name, this, a) : super.invoke(name, a);
    }

    @Override public Object binary(BinaryOperator op, Object right) {
        return Arithmetic.binary(op, this, right, false);
    }

    @Override public Object reflected(BinaryOperator op, Object left) {
        return Arithmetic.binary(op, this, left, true);
    }

    @Override public Object inPlace(BinaryOperator op, Object right) {
        Object result = Arithmetic.binary(op, this, right, false);
        if (result instanceof TensorObject r) {
            Applied.intoPlace(this, r);
            return this;
        }
        return result;
    }

    @Override public Object unary(UnaryOperator op) {
        return op == UnaryOperator.POSITIVE ? this : Applied.operation(op == UnaryOperator.NEGATIVE ? "neg" : "bitwise_not", List.of(this), Map.of());
    }

    @Override public Object compare(Comparison op, Object right) {
        return Arithmetic.compare(op, this, right);
    }

    @Override public boolean truth() {
        Values known = knownValues();
        if (!shape().numel().isOne()) {
            throw Errors.runtime("Boolean value of Tensor with more than one value is ambiguous");
        }
        if (known == null) {
            throw unknown("a branch hangs on them");
        }
        return known.get(0) != 0;
    }

    @Override public long length() {
        if (shape().rank() == 0) {
            throw Errors.type("len() of a 0-d tensor");
        }
        Object n = SymbolicSize.of(shape().dim(0));
        if (n instanceof Long l) {
            return l;
        }
        throw new Refused(Refusal.of("runtime", "len() of a tensor whose first size is a letter, " + shape().text()).why("a length is a number"));
    }

    @Override public Object item(Object index) {
        return Indexing.get(this, index);
    }

    @Override public void setItem(Object index, Object value) {
        Indexing.set(this, index, value);
    }

    @Override public Iterator<Object> iterator() {
        long n = length();
        return java.util.stream.LongStream.range(0, n).mapToObj(i -> (Object) Indexing.get(this, i)).iterator();
    }

    @Override public boolean contains(Object value) {
        throw unknown("a value is looked for in them");
    }

    @Override public Object index() {
        return shape().numel().isOne() && knownValues() != null && !dtype().isFloating() ? (Object) (long) knownValues().get(0) : null;
    }

    @Override public String repr() {
        return TensorText.of(this);
    }

    @Override public String str() {
        return repr();
    }

    @Override public String format(String specification) {
        return shape().rank() == 0 ? layerbook.python.Formatting.format(item(), specification) : super.format(specification);
    }

    @Override public long hash() {
        return System.identityHashCode(this);
    }
}
