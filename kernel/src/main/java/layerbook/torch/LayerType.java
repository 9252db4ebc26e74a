package layerbook.torch;

import java.util.ArrayList;
import java.util.List;
import layerbook.layer.Layer;
import layerbook.layer.Option;
import layerbook.layer.Parameter;
import layerbook.layer.Signature;
import layerbook.net.Unit;
import layerbook.operations.Spelling;
import layerbook.python.Arguments;
import layerbook.python.Errors;
import layerbook.python.Operators;
import layerbook.python.PyBuiltin;
import layerbook.python.PyType;
import layerbook.python.Special;

/** A layer class of {@code torch.nn}, made of the layer's entry in the catalogue: its arguments have PyTorch's names and order. */
final class LayerType extends PyType {
    private final Signature signature;

    private LayerType(String name, Signature signature, List<PyType> bases) {
        super(name, bases);
        this.signature = signature;
    }

    static LayerType of(String name, Signature signature, List<PyType> bases) {
        var type = new LayerType(name, signature, bases);
        type.in("torch.nn.modules." + LayerFamilies.module(signature.className()));
        type.define("__init__", (self, a) -> {
            ((ModuleObject) self).layer(Unit.of(evaluated(type.read(a))));
            return Special.NONE;
        });
        type.define("forward", (self, a) -> LayerCall.of((ModuleObject) self, a));
        return type;
    }

    /** In eval a batch norm takes a single number for each channel: it knows mean and variance. */
    private static Layer evaluated(Layer layer) {
        boolean tracks = layer instanceof layerbook.layer.BuiltIn b && b.args().get("trackRunningStats") instanceof Boolean t && t && layer.className().contains("BatchNorm");
        return tracks ? ((layerbook.layer.BuiltIn) layer).remade(((layerbook.layer.BuiltIn) layer).args().with("training", false)) : layer;
    }

    Signature signature() {
        return signature;
    }

    /** The layer for Python's arguments. */
    private Layer read(Arguments a) {
        List<Parameter> parameters = signature.parameters();
        boolean lazy = name().startsWith("Lazy");
        var options = new ArrayList<Object>();
        int shift = lazy ? 1 : 0;
        if (signature.parameters().isEmpty() || name().equals("Identity")) {
            return signature.read();
        }
        for (int i = 0; i < a.count(); i++) {
            if (i + shift >= parameters.size()) {
                throw Errors.type(name() + ".__init__() takes at most " + (parameters.size() - shift + 1) + " positional arguments but " + (a.count() + 1) + " were given");
            }
            add(options, parameters.get(i + shift), a.at(i));
        }
        for (String name : a.names()) {
            named(options, name, a.named(name), a.count() + shift);
        }
        required(parameters, options, lazy);
        return signature.read(options.toArray());
    }

    private void named(List<Object> options, String name, Object value, int given) {
        Parameter p = signature.parameters().stream().filter(one -> Spelling.snake(one.name()).equals(name)).findFirst().orElse(null);
        if (p == null) {
            if (!LayerFamilies.computesNothing(signature.className(), name)) {
                throw Errors.type(name() + ".__init__() got an unexpected keyword argument '" + name + "'");
            }
            return;
        }
        if (signature.parameters().indexOf(p) < given) {
            throw Errors.type(name() + ".__init__() got multiple values for argument '" + name + "'");
        }
        add(options, p, value);
    }

    private void required(List<Parameter> parameters, List<Object> options, boolean lazy) {
        var missing = new ArrayList<String>();
        for (Parameter p : parameters) {
            boolean wanted = p.need() == Parameter.Need.REQUIRED || p.need() == Parameter.Need.INFERRED && !lazy;
            if (wanted && options.stream().noneMatch(o -> ((Option) o).name().equals(p.name())) && !LayerFamilies.optional(signature.className(), p.name())) {
                missing.add("'" + Spelling.snake(p.name()) + "'");
            }
        }
        if (!missing.isEmpty()) {
            throw Errors.type(name() + ".__init__() missing " + missing.size() + " required positional argument" + (missing.size() > 1 ? "s" : "") + ": "
                + (missing.size() > 1 ? String.join(", ", missing.subList(0, missing.size() - 1)) + (missing.size() > 2 ? "," : "") + " and " + missing.get(missing.size() - 1) : missing.get(0)));
        }
    }

    private void add(List<Object> options, Parameter p, Object value) {
        if (value == Special.NONE) {
            if (p.type() == Parameter.Type.BOOL) {
                options.add(Option.of(p.name(), false));
            }
            return;
        }
        options.add(Option.of(p.name(), switch (p.type()) {
            case BOOL -> Operators.truth(value);
            case TEXT -> text(value);
            case OBJECT -> object(value);
            default -> number(p, value);
        }));
    }

    private Object number(Parameter p, Object value) {
        Object converted = value instanceof Boolean b ? (Object) (b ? 1L : 0L) : Converted.argument(value instanceof TensorObject t ? t.item() : value);
        if (converted instanceof Double d && p.type() != Parameter.Type.REAL) {
            throw Errors.type(name() + ": '" + Spelling.snake(p.name()) + "' must be an int, not the float " + layerbook.python.Texts.repr(d));
        }
        return converted instanceof List<?> list ? new layerbook.layer.SizeList(list) : converted;
    }

    /** An activation may be a function or a module: {@code F.gelu}. */
    private static Object text(Object value) {
        return value instanceof String s ? s : value instanceof PyBuiltin f ? f.name() : value instanceof ModuleObject m && m.unit() != null
            ? m.unit().layer().factoryName() : Converted.argument(value);
    }

    private Object object(Object value) {
        if (value instanceof ModuleObject m) {
            if (m.unit() == null || m.type().isWritten()) {
                throw new layerbook.python.Refused(layerbook.shape.Refusal.option(name() + " takes a layer of torch.nn, not a " + m.type().name())
                    .why("what a class of your own does inside " + name() + " is not known"));
            }
            return m.unit().layer();
        }
        return Converted.argument(value);
    }
}
