package layerbook.export;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import layerbook.formula.Expr;
import layerbook.layer.Layer;
import layerbook.layers.LSTM;
import layerbook.layers.LSTMCell;
import layerbook.layers.MultiheadAttention;
import layerbook.net.Call;
import layerbook.net.Tensor;
import layerbook.operations.Operation;
import layerbook.shape.DType;
import layerbook.shape.Refusal;
import layerbook.shape.TensorType;

/** Writes the statements of one forward: a line a step, variables given again once they are no longer needed. */
final class ForwardWriter {
    private static final List<String> LETTERS = List.of("x", "y", "z", "u", "v", "w", "p", "q", "r", "s");

    private final Run run;
    private final Attributes attributes;
    private final Node node;
    private final Set<List<Integer>> used;
    private final List<Call> all;
    private final List<Tensor> inputs;
    private final Map<List<Integer>, String> variables = new HashMap<>();
    private final Map<List<Integer>, Integer> lastUse = new HashMap<>();
    private final Set<String> live = new LinkedHashSet<>();
    private final Set<String> letters = new HashSet<>(LETTERS);
    private final SizeText sizes = new SizeText();
    private final Set<Expr.Sym> read = new LinkedHashSet<>();
    private final OperationText operations = new OperationText(this::size);
    private final List<String> lines = new ArrayList<>();

    /**
     * @param node the module, for its lists
     * @param inputs what goes in, in order
     * @param all all calls of the network
     * @param used the tensors that the network returns
     */
    ForwardWriter(Run run, Node node, Attributes attributes, List<Tensor> inputs, List<Call> all, Set<List<Integer>> used) {
        this.run = run;
        this.node = node;
        this.attributes = attributes;
        this.inputs = inputs;
        this.all = all;
        this.used = used;
    }

    /** The whole method, indented by 4. */
    String text(List<Tensor> outputs) {
        return text(outputs, null);
    }

    /**
     * The whole method.
     *
     * @param structure what is returned where nulls or repeats matter; null for the outputs
     */
    String text(List<Tensor> outputs, List<Tensor> structure) {
        for (Tensor t : inputs) {
            String name = fresh();
            variables.put(Step.key(t), name);
            live.add(name);
        }
        String parameters = inputs.stream().map(t -> ", " + variables.get(Step.key(t))).reduce("", String::concat);
        inputs.forEach(t -> sizes.knows(variables.get(Step.key(t)), t.shape(), letters));
        liveness(outputs);
        for (int i = 0; i < run.steps().size(); i++) {
            i = step(i);
        }
        var out = new StringBuilder("    def forward(self" + parameters + "):\n");
        sizes.readings(read).forEach(l -> out.append("        ").append(l).append('\n'));
        lines.forEach(l -> out.append("        ").append(l).append('\n'));
        List<Tensor> returned = structure != null ? structure : outputs;
        out.append("        return ").append(returned.stream().map(t -> t == null ? "None" : text(t)).collect(java.util.stream.Collectors.joining(", "))).append('\n');
        return out.toString();
    }

    private void liveness(List<Tensor> outputs) {
        for (int i = 0; i < run.steps().size(); i++) {
            for (Tensor t : inputs(run.steps().get(i))) {
                lastUse.put(Step.key(t), i);
            }
        }
        outputs.forEach(t -> lastUse.put(Step.key(t), Integer.MAX_VALUE));
    }

    private List<Tensor> inputs(Step s) {
        return s instanceof Run inner ? inner.inputs(attributes) : ((Step.One) s).call().inputs();
    }

    private List<Tensor> outputs(Step s) {
        if (s instanceof Run inner) {
            return inner.outputs(inner.outside(all, used));
        }
        Call c = ((Step.One) s).call();
        var out = new ArrayList<Tensor>();
        for (int i = 0; i < c.outputs().size(); i++) {
            out.add(Tensor.of(null, c, i));
        }
        return out;
    }

    // ---- variables

    private String fresh() {
        for (String letter : LETTERS) {
            if (!live.contains(letter)) {
                return letter;
            }
        }
        for (int i = 1; ; i++) {
            if (!live.contains("t" + i)) {
                return "t" + i;
            }
        }
    }

    private String text(Tensor t) {
        String variable = variables.get(Step.key(t));
        if (variable != null) {
            return variable;
        }
        String attribute = attributes.within(t, run.path());
        if (attribute == null) {
            throw new Inseparable(run.path());
        }
        return AttributeText.of(node, attribute);
    }

    private String size(Expr e) {
        if (!sizes.knows(e)) {
            if (run.path().isEmpty()) {
                throw Refusal.of("runtime", "the size " + e.text() + " cannot be written as PyTorch").why("no input has its letters as sizes").fix("code(net, LAYERBOOK)");
            }
            throw new Inseparable(run.path());
        }
        read.addAll(e.symbols());
        return sizes.text(e);
    }

    /** Frees the variables whose last use this step is. */
    private void release(List<Tensor> of, int step) {
        for (Tensor t : of) {
            if (variables.containsKey(Step.key(t)) && lastUse.getOrDefault(Step.key(t), -1) <= step) {
                live.remove(variables.get(Step.key(t)));
            }
        }
    }

    private String assign(Tensor t, int step) {
        if (!lastUse.containsKey(Step.key(t))) {
            return "_";
        }
        String name = fresh();
        variables.put(Step.key(t), name);
        live.add(name);
        return name;
    }

    // ---- steps

    /** Writes a step, or a loop over several; gives the number of the last one written. */
    private int step(int i) {
        int end = loop(i);
        if (end > i) {
            return end;
        }
        Step s = run.steps().get(i);
        String expression = expression(s);
        List<Tensor> outputs = outputs(s);
        release(inputs(s), i);
        String target = s instanceof Step.One one ? target(one.call(), outputs, i) : targets(outputs, i);
        lines.add(target.isEmpty() ? expression : target + " = " + expression);
        return i;
    }

    private String targets(List<Tensor> outputs, int step) {
        return String.join(", ", outputs.stream().map(t -> assign(t, step)).toList());
    }

    private String target(Call c, List<Tensor> outputs, int step) {
        List<String> names = outputs.stream().map(t -> assign(t, step)).toList();
        if (c.what() == Call.What.MODULE && c.layer() instanceof LSTM && names.size() == 3) {
            return names.get(0) + ", " + (names.get(1).equals("_") && names.get(2).equals("_") ? "_" : "(" + names.get(1) + ", " + names.get(2) + ")");
        }
        if (c.layer() instanceof MultiheadAttention && names.size() == 1) {
            return names.get(0) + ", _";
        }
        boolean list = c.layer() instanceof Operation o && o.operator().isList() && names.size() == 1;
        return list ? "(" + names.get(0) + ",)" : String.join(", ", names);
    }

    private String expression(Step s) {
        if (s instanceof Run inner) {
            String relative = relative(inner.path());
            return AttributeText.of(node, relative) + "(" + arguments(inner.inputs(attributes)) + ")";
        }
        Call c = ((Step.One) s).call();
        if (c.what() == Call.What.MODULE) {
            return AttributeText.of(node, relative(attributes.path(c.unit()))) + "(" + moduleArguments(c) + ")";
        } else if (c.what() == Call.What.PARAMETER) {
            return made(c);
        }
        return operations.of(c, c.inputs().stream().map(this::text).toList());
    }

    private String relative(String path) {
        return run.path().isEmpty() ? path : path.substring(run.path().length() + 1);
    }

    private String arguments(List<Tensor> of) {
        return String.join(", ", of.stream().map(this::text).toList());
    }

    private String moduleArguments(Call c) {
        List<String> texts = c.inputs().stream().map(this::text).toList();
        Layer layer = c.layer();
        boolean pair = (layer instanceof LSTM || layer instanceof LSTMCell) && texts.size() == 3;
        if (pair) {
            return texts.get(0) + ", (" + texts.get(1) + ", " + texts.get(2) + ")";
        } else if (layer instanceof MultiheadAttention && texts.size() > 3) {
            return String.join(", ", texts.subList(0, 3)) + masks(c, texts);
        }
        return String.join(", ", texts);
    }

    /** A mask of queries by keys hides pairs; one of examples by keys hides padding. */
    private static String masks(Call c, List<String> texts) {
        var out = new StringBuilder();
        TensorType weights = c.outputs().get(c.outputs().size() - 1);
        for (int i = 3; i < texts.size(); i++) {
            var shape = c.applied().inputs().shape(i);
            boolean pairs = shape.rank() == 3 || shape.rank() == 2 && weights.shape().rank() > 1 && shape.dim(0).equals(weights.shape().dim(-2));
            out.append(pairs ? ", attn_mask=" : ", key_padding_mask=").append(texts.get(i));
        }
        return out.toString();
    }

    /** A tensor that is made on the spot. */
    private String made(Call c) {
        TensorType type = c.outputs().get(0);
        String word = c.layer().factoryName();
        String dtype = type.dtype() == DType.FLOAT32 || word.equals("arange") && type.dtype() == DType.INT64 ? "" : "dtype=" + PythonText.dtype(type.dtype());
        String dims = String.join(", ", type.shape().dims().stream().map(this::size).toList());
        String maker = word.equals("arange") || word.equals("ones") ? word : "zeros";
        return "torch." + maker + "(" + (dims.isEmpty() ? "()" : dims) + (dtype.isEmpty() ? "" : ", " + dtype) + ")";
    }

    // ---- loops

    /** A loop over all members of a list, each with what the one before gave; gives the last step of it, or -1. */
    private int loop(int first) {
        if (!(run.steps().get(first) instanceof Run begin) || !begin.path().endsWith(".0")) {
            return -1;
        }
        String list = begin.path().substring(0, begin.path().length() - 2);
        Node container = node.children.isEmpty() || relative(list).isEmpty() ? null : find(relative(list));
        int size = container == null || container.kind != Node.Kind.LIST ? 0 : container.children.size();
        if (size < 2 || first + size > run.steps().size()) {
            return -1;
        }
        List<Tensor> given = begin.inputs(attributes);
        int threaded = -1;
        for (int i = 1; i < size; i++) {
            boolean member = run.steps().get(first + i) instanceof Run inner && inner.path().equals(list + "." + i);
            if (!member) {
                return -1;
            }
            List<Tensor> before = outputs(run.steps().get(first + i - 1));
            List<Tensor> now = inputs(run.steps().get(first + i));
            int at = differs(given, now);
            boolean passesOn = before.size() == 1 && at >= 0 && (threaded < 0 || at == threaded) && Step.key(now.get(at)).equals(Step.key(before.get(0)))
                && lastUse.get(Step.key(before.get(0))) == first + i;
            if (!passesOn) {
                return -1;
            }
            threaded = at;
        }
        List<Tensor> last = outputs(run.steps().get(first + size - 1));
        if (last.size() != 1) {
            return -1;
        }
        write(list, first, size, given, threaded, last.get(0));
        return first + size - 1;
    }

    private Node find(String relative) {
        Node at = node;
        for (String part : relative.split("\\.")) {
            at = at == null ? null : at.children.get(part);
        }
        return at;
    }

    private void write(String list, int first, int size, List<Tensor> given, int threaded, Tensor last) {
        Tensor start = given.get(threaded);
        String before = text(start);
        release(List.of(start), first);
        String variable = assign(last, first);
        if (variable.equals("_")) {
            variable = fresh();
        }
        if (!variable.equals(before)) {
            lines.add(variable + " = " + before);
        }
        String member = singular(relative(list));
        var texts = new ArrayList<String>();
        for (int i = 0; i < given.size(); i++) {
            texts.add(i == threaded ? variable : text(given.get(i)));
        }
        lines.add("for " + member + " in " + AttributeText.of(node, relative(list)) + ":");
        lines.add("    " + variable + " = " + member + "(" + String.join(", ", texts) + ")");
        release(given, first + size - 1);
        live.add(variable);
    }

    private static String singular(String list) {
        String last = list.substring(list.lastIndexOf('.') + 1);
        String one = last.endsWith("s") && last.length() > 2 ? last.substring(0, last.length() - 1) : last + "_i";
        return PythonText.isName(one) && !LETTERS.contains(one) ? one : "member";
    }

    /** The one place where two lists of tensors differ; -1 if there is not just one. */
    private static int differs(List<Tensor> a, List<Tensor> b) {
        int at = -1;
        if (a.size() != b.size()) {
            return -1;
        }
        for (int i = 0; i < a.size(); i++) {
            if (!Step.key(a.get(i)).equals(Step.key(b.get(i)))) {
                if (at >= 0) {
                    return -1;
                }
                at = i;
            }
        }
        return at;
    }
}
