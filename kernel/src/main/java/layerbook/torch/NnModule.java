package layerbook.torch;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import layerbook.layer.Layer;
import layerbook.layer.Signature;
import layerbook.layers.Catalogue;
import layerbook.python.Interpreter;
import layerbook.python.PyModule;
import layerbook.python.PyType;

/** {@code torch.nn}: a class for each layer of the catalogue, containers, {@code Module} and {@code Parameter}. */
final class NnModule extends PyModule {
    private static final Map<String, Signature> LAYERS = new HashMap<>();
    private static final Map<String, PyType> TYPES = new HashMap<>();
    private static final Map<String, PyType> BASES = new LinkedHashMap<>();
    /** PyTorch's other names of a layer. */
    private static final Map<String, String> LAZY = Map.of("LazyLinear", "Linear", "LazyConv1d", "Conv1d", "LazyConv2d", "Conv2d", "LazyConv3d", "Conv3d",
        "LazyConvTranspose2d", "ConvTranspose2d", "LazyBatchNorm1d", "BatchNorm1d", "LazyBatchNorm2d", "BatchNorm2d", "LazyBatchNorm3d", "BatchNorm3d");

    static {
        Catalogue.all().forEach(s -> LAYERS.put(s.className(), s));
        for (String base : LayerFamilies.bases()) {
            BASES.put(base, new PyType(base, List.of(ModuleMethods.MODULE)).in("torch.nn.modules"));
        }
    }

    private final Interpreter python;

    NnModule(String name, Interpreter python) {
        super(name);
        this.python = python;
    }

    /** The class of a layer's name, or null. */
    static synchronized PyType layerType(String name) {
        PyType made = TYPES.get(name);
        if (made == null) {
            String of = LAZY.getOrDefault(name, name);
            Signature signature = LAYERS.get(of);
            if (signature == null) {
                return null;
            }
            String base = LayerFamilies.base(of);
            PyType above = name.equals("ReLU6") ? layerType("Hardtanh") : !of.equals(name) ? layerType(of) : base == null ? ModuleMethods.MODULE : BASES.get(base);
            made = LayerType.of(name, signature, List.of(above));
            TYPES.put(name, made);
        }
        return made;
    }

    static PyType layerType(Layer layer) {
        return layerType(layer.className());
    }

    @Override protected Object make(String key) {
        switch (key) {
            case "Module": return ModuleMethods.MODULE;
            case "Parameter": return TensorObject.PARAMETER;
            case "Sequential": return Containers.SEQUENTIAL;
            case "ModuleList": return Containers.LIST;
            case "ModuleDict": return Containers.DICT;
            case "ParameterList": return Containers.PARAMETERS;
            case "ParameterDict": return Containers.PARAMETER_DICT;
            case "DataParallel", "SyncBatchNorm.convert_sync_batchnorm": return Identity.function(key, "module");
            case "functional", "init", "utils", "modules", "parallel", "parameter", "quantized", "intrinsic": return python.module("torch.nn." + key);
            default: return BASES.containsKey(key) ? BASES.get(key) : layerType(key);
        }
    }

    @Override public Iterable<String> makes() {
        var all = new java.util.ArrayList<>(LAYERS.keySet());
        all.addAll(List.of("Module", "Parameter", "Sequential", "ModuleList", "ModuleDict", "ParameterList", "ParameterDict", "functional", "init", "utils"));
        return all;
    }
}
