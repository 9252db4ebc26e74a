package layerbook.torch;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import layerbook.layer.BuiltIn;
import layerbook.layer.Param;
import layerbook.net.Model;
import layerbook.net.NetworkBuilder;
import layerbook.net.Unit;
import layerbook.net.WeightRef;
import layerbook.python.Arguments;
import layerbook.python.Attributes;
import layerbook.python.Calls;
import layerbook.python.Errors;
import layerbook.python.PyInstance;
import layerbook.python.PyType;
import layerbook.python.Refused;
import layerbook.python.Special;
import layerbook.shape.Refusal;

/**
 * An object of {@code nn.Module}: its parameters, buffers and modules by name, and the layer that it is or derives. To the network it is a unit if
 * its class is a layer's own, else a model.
 */
final class ModuleObject extends PyInstance {
    final Map<String, Object> parameters = new LinkedHashMap<>();
    final Map<String, Object> buffers = new LinkedHashMap<>();
    final Map<String, Object> modules = new LinkedHashMap<>();
    final java.util.Set<String> notSaved = new java.util.HashSet<>();
    boolean training = true;
    private boolean initialised;
    private Unit unit;
    private PythonModel model;
    /** The module that this is a part of, and its name there: a part of a composite layer has no weights of its own. */
    private ModuleObject whole;
    private String partName;
    private boolean tied;
    /** Whether it holds more than its layer does. */
    private boolean extended;

    ModuleObject(PyType type) {
        super(type);
    }

    /** Says that {@code super().__init__()} has run. */
    void initialise() {
        initialised = true;
    }

    // ---- the layer

    /** The layer that it is or derives; null for a module that is none. */
    Unit unit() {
        return unit;
    }

    /** Makes it this layer; its weights become its parameters. */
    void layer(Unit made) {
        initialised = true;
        unit = made;
        List<Param> weights = NetworkBuilder.current().weightsOf(made);
        parameters.clear();
        for (Param p : weights) {
            if (p.name().indexOf('.') < 0) {
                parameters.put(p.name(), TensorObject.parameter(NetworkBuilder.current().weight(made.ref(p.name())), true));
            }
        }
        absent().forEach(name -> parameters.putIfAbsent(name, Special.NONE));
        for (Param p : layerbook.net.Unused.buffers(made.layer())) {
            if (p.name().indexOf('.') < 0) {
                buffers.put(p.name(), TensorObject.fresh("buffer", new layerbook.shape.TensorType(new layerbook.shape.Shape(p.dims()), layerbook.shape.DType.FLOAT32), null));
            }
        }
        Parts.of(this).forEach(modules::put);
    }

    /** Weights that the layer would have with other arguments. */
    private List<String> absent() {
        layerbook.layer.Arguments a = layerArguments();
        if (a == null) {
            return List.of();
        }
        List<String> options = a.signature().options();
        boolean affine = options.contains("affine") || options.contains("elementwiseAffine");
        return affine ? List.of("weight", "bias") : options.contains("bias") && parameters.containsKey("weight") ? List.of("bias") : List.of();
    }

    /** The arguments of its layer, or null. */
    layerbook.layer.Arguments layerArguments() {
        return unit != null && unit.layer() instanceof BuiltIn b ? b.args() : null;
    }

    /** Makes it a part of a composite layer: it owns nothing. */
    void partOf(ModuleObject composite, String name) {
        whole = composite;
        partName = name;
    }

    boolean isPart() {
        return whole != null;
    }

    /** The weights of a part are those of the whole from its first use on. */
    void tieToWhole() {
        if (whole != null && !tied) {
            tied = true;
            whole.tieToWhole();
            Parts.tie(this, whole, partName);
        }
    }

    /** A composite layer of which a part is replaced is no layer any more, but a module that holds the other parts. */
    private void comeApart() {
        if (parameters.values().stream().anyMatch(TensorObject.class::isInstance)) {
            throw new Refused(Refusal.of("runtime", "a part of a " + unit.layer().className() + " cannot be replaced").why("it computes with weights of its own"));
        }
        modules.values().forEach(m -> partsOf(m).forEach(p -> p.whole = p.whole == this ? null : p.whole));
        unit = null;
    }

    private static List<ModuleObject> partsOf(Object member) {
        var m = (ModuleObject) member;
        if (m.unit != null) {
            return List.of(m);
        }
        var all = new ArrayList<ModuleObject>();
        m.modules.values().forEach(inner -> all.addAll(partsOf(inner)));
        return all;
    }

    private boolean hasPart(String name) {
        return unit != null && modules.get(name) instanceof ModuleObject m && partsOf(m).stream().anyMatch(p -> p.whole == this);
    }

    /** Whether its class is a layer's own and its members are those of the layer: then the network sees a unit. */
    boolean isPlainLayer() {
        return unit != null && !type().isWritten() && !extended;
    }

    /** Gives a weight or buffer beside those of the layer. */
    void extended(String name, TensorObject more) {
        extended = true;
        (more.isParameter() ? parameters : buffers).put(name, more);
    }

    /** What the network sees: a unit or a model. */
    Object seen() {
        return isPlainLayer() ? unit : model();
    }

    Model model() {
        if (model == null) {
            model = new PythonModel(this);
        }
        return model;
    }

    // ---- attributes

    @Override public Object rawAttribute(String name) {
        Object found = parameters.get(name);
        found = found != null ? found : buffers.get(name);
        found = found != null ? found : modules.get(name);
        if (found != null) {
            return found;
        }
        if (parameters.containsKey(name) || buffers.containsKey(name) || modules.containsKey(name)) {
            return Special.NONE;
        }
        switch (name) {
            case "training": return training;
            case "_parameters": return ModuleMethods.dict(parameters);
            case "_buffers": return ModuleMethods.dict(buffers);
            case "_modules": return new ModulesDict(modules);
            case "call_super_init", "dump_patches": return false;
            default: return unit == null ? null : LayerAttributes.get(this, name);
        }
    }

    @Override public void rawSetAttribute(String name, Object value) {
        if (hasPart(name)) {
            comeApart();
        }
        if (name.equals("training") && value instanceof Boolean b) {
            training = b;
        } else if (value instanceof TensorObject t && t.isParameter()) {
            checkInitialised("parameters");
            drop(name, parameters);
            extended |= unit != null && !parameters.containsKey(name);
            parameter(name, t);
        } else if (value instanceof ModuleObject m) {
            checkInitialised("module");
            drop(name, modules);
            extended |= unit != null;
            modules.put(name, m);
        } else if (parameters.containsKey(name)) {
            notParameter(name, value);
        } else if (modules.containsKey(name)) {
            if (value != Special.NONE) {
                throw Errors.type("cannot assign '" + value + "' as child module '" + name + "' (torch.nn.Module or None expected)");
            }
            modules.put(name, Special.NONE);
        } else if (buffers.containsKey(name)) {
            if (value != Special.NONE && !(value instanceof TensorObject)) {
                throw Errors.type("cannot assign '" + value + "' as buffer '" + name + "' (torch.Tensor or None expected)");
            }
            buffers.put(name, value instanceof TensorObject t ? t.isParameter() ? t : t.asBuffer() : value);
        } else {
            super.rawSetAttribute(name, value);
        }
    }

    private void notParameter(String name, Object value) {
        if (value != Special.NONE) {
            throw Errors.type("cannot assign '" + layerbook.python.Types.of(value).name() + "' as parameter '" + name + "' (torch.nn.Parameter or None expected)");
        }
        if (unit != null && parameters.get(name) instanceof TensorObject t && isOwnWeight(t, name)) {
            without(name);
        }
        parameters.put(name, Special.NONE);
    }

    /** Drops a weight of the layer: only where the layer has an argument for it. */
    private void without(String name) {
        layerbook.layer.Arguments a = layerArguments();
        if (a == null || !name.equals("bias") || !a.signature().options().contains("bias")) {
            throw new Refused(Refusal.of("runtime", "a " + unit.layer().className() + " without its " + name + " is not known"));
        }
        var kept = new LinkedHashMap<>(parameters);
        unit = Unit.of(((BuiltIn) unit.layer()).remade(a.with("bias", false)));
        kept.forEach((n, p) -> {
            if (!n.equals(name) && p instanceof TensorObject t && t.tensor().ref() != null && t.tensor().ref().tensor().equals(n)) {
                parameters.put(n, TensorObject.parameter(NetworkBuilder.current().weight(unit.ref(n)), t.requiresGrad()));
            }
        });
    }

    private boolean isOwnWeight(TensorObject t, String name) {
        WeightRef ref = t.tensor().ref();
        return ref != null && ref.unit() == unit && ref.tensor().equals(name);
    }

    /** A parameter by name; that of a layer takes the place of the layer's own weight, and the two are one. */
    void parameter(String name, TensorObject t) {
        if (unit != null && parameters.get(name) instanceof TensorObject own && own != t && own.tensor().ref() != null && own.tensor().ref().unit() == unit) {
            if (!own.shape().equals(t.shape())) {
                throw new Refused(Refusal.shape("the " + name + " of this layer is " + own.shape().text() + ", not " + t.shape().text())
                    .why("a layer's rule gives the sizes of its weights"));
            }
            NetworkBuilder.current().tie(own.tensor(), t.tensor());
        } else if (unit != null && parameters.get(name) == Special.NONE) {
            throw new Refused(Refusal.of("runtime", "a " + name + " cannot be given to a layer that was made without one").fix("make the layer with it"));
        }
        parameters.put(name, t);
    }

    private void drop(String name, Map<String, Object> but) {
        for (Map<String, Object> names : List.of(parameters, buffers, modules)) {
            if (names != but) {
                names.remove(name);
            }
        }
        super.rawDeleteAttribute(name);
    }

    private void checkInitialised(String what) {
        if (!initialised) {
            throw Errors.raise("AttributeError", "cannot assign " + what + " before Module.__init__() call");
        }
    }

    @Override public boolean rawDeleteAttribute(String name) {
        if (parameters.containsKey(name) && unit != null) {
            notParameter(name, Special.NONE);
        }
        boolean mine = parameters.containsKey(name) || buffers.containsKey(name) || modules.containsKey(name);
        parameters.remove(name);
        buffers.remove(name);
        modules.remove(name);
        return mine || super.rawDeleteAttribute(name);
    }

    @Override public Iterable<String> attributeNames() {
        var all = new ArrayList<String>();
        super.attributeNames().forEach(all::add);
        all.addAll(parameters.keySet());
        all.addAll(buffers.keySet());
        all.addAll(modules.keySet());
        return all;
    }

    @Override public boolean guarded() {
        return true;
    }

    // ---- calling

    @Override public boolean callable() {
        return true;
    }

    @Override public Object call(Arguments a) {
        if (type().isWritten() && special("__call__") != null) {
            return super.call(a);
        }
        return run(a);
    }

    /** Runs it on tensors, as {@code nn.Module.__call__} does. */
    Object run(Arguments a) {
        if (isPlainLayer()) {
            return LayerCall.of(this, a);
        }
        var given = new PythonModel.Given(a);
        Object returned = NetworkBuilder.current().run(model(), List.of(given), Map.of());
        return returned instanceof PythonModel.Returned r ? r.value() : Converted.python(returned);
    }

    /** Calls its forward, without a run of its own. */
    Object forward(Arguments a) {
        return Calls.call(Attributes.get(this, "forward"), a);
    }

    @Override protected String rawRepr() {
        return ModuleText.of(this);
    }
}
