package layerbook.torch;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import layerbook.net.NetworkBuilder;
import layerbook.net.Unit;
import layerbook.python.Arguments;
import layerbook.python.Calls;
import layerbook.python.Errors;
import layerbook.python.Operators;
import layerbook.python.PyDict;
import layerbook.python.PyIterator;
import layerbook.python.PyTuple;
import layerbook.python.PyType;
import layerbook.python.Refused;
import layerbook.python.Special;
import layerbook.python.Types;
import layerbook.shape.Refusal;

/** The methods of {@code nn.Module}. */
final class ModuleMethods {
    static final PyType MODULE = new PyType("Module", List.of(Types.OBJECT)).in("torch.nn.modules.module")
        .allocatedBy((type, a) -> new ModuleObject(type)).madeWithin(ModuleMethods::made);

    private ModuleMethods() {}

    /** What is computed while a module is made stands in no network until it is used. */
    private static Object made(java.util.function.Supplier<Object> object) {
        NetworkBuilder book = NetworkBuilder.current();
        return book.isInside() ? object.get() : book.aside(object);
    }

    static {
        MODULE.define("__init__", (self, a) -> {
            module(self).initialise();
            return Special.NONE;
        });
        MODULE.define("__deepcopy__", (self, a) -> Copies.of(module(self), a.count() > 0 && a.at(0) instanceof PyDict d ? d : new PyDict()));
        MODULE.define("extra_repr", (self, a) -> ModuleText.extra(module(self)));
        MODULE.define("_get_name", (self, a) -> module(self).type().name());
        MODULE.define("forward", (self, a) -> {
            throw Errors.raise("NotImplementedError", "Module [" + module(self).type().name() + "] is missing the required \"forward\" function");
        });
        MODULE.define("__getattr__", (self, a) -> {
            Object found = module(self).rawAttribute((String) a.at(0));
            if (found == null) {
                throw Errors.attribute(self, (String) a.at(0));
            }
            return found;
        });
        MODULE.define("_call_impl", (self, a) -> module(self).run(a));
        members();
        walks();
        modes();
        states();
        for (String hook : List.of("register_forward_hook", "register_forward_pre_hook", "register_full_backward_hook", "register_backward_hook")) {
            MODULE.define(hook, (self, a) -> {
                throw new Refused(Refusal.of("runtime", hook + " is not run").why("a hook may change what a module gives"));
            });
        }
    }

    private static ModuleObject module(Object self) {
        return (ModuleObject) self;
    }

    static void checkModule(Object member) {
        if (member != Special.NONE && !(member instanceof ModuleObject)) {
            if (member instanceof layerbook.python.Unread u) {
                throw u.cannotBe("a module");
            }
            throw Errors.type((member instanceof PyType t ? t.repr() : Types.of(member).qualifiedName()) + " is not a Module subclass");
        }
    }

    static PyDict dict(Map<String, Object> names) {
        var dict = new PyDict();
        names.forEach(dict::put);
        return dict;
    }

    private static void members() {
        for (String add : List.of("add_module", "register_module")) {
            MODULE.define(add, (self, a) -> {
                checkModule(a.get(1, "module"));
                module(self).initialise();
                module(self).modules.put((String) a.get(0, "name"), a.get(1, "module"));
                return Special.NONE;
            });
        }
        MODULE.define("register_parameter", (self, a) -> {
            String name = (String) a.get(0, "name");
            Object given = a.get(1, "param");
            if (given == Special.NONE) {
                if (module(self).parameters.containsKey(name)) {
                    module(self).rawSetAttribute(name, given);
                }
                module(self).parameters.put(name, given);
            } else {
                module(self).parameter(name, (TensorObject) given);
            }
            return Special.NONE;
        });
        MODULE.define("register_buffer", (self, a) -> {
            String name = (String) a.get(0, "name");
            Object given = a.get(1, "tensor");
            if (given instanceof layerbook.python.Unread u) {
                throw u.cannotBe("a buffer");
            }
            module(self).buffers.put(name, given instanceof TensorObject t && !t.isParameter() ? t.asBuffer() : given);
            if (!Operators.truth(a.get(2, "persistent", true))) {
                module(self).notSaved.add(name);
            }
            return Special.NONE;
        });
        MODULE.define("get_submodule", (self, a) -> named(module(self), (String) a.at(0)));
        MODULE.define("get_parameter", (self, a) -> layerbook.python.Attributes.get(named(module(self), before((String) a.at(0))), after((String) a.at(0))));
        MODULE.define("get_buffer", (self, a) -> layerbook.python.Attributes.get(named(module(self), before((String) a.at(0))), after((String) a.at(0))));
    }

    private static String before(String path) {
        return path.contains(".") ? path.substring(0, path.lastIndexOf('.')) : "";
    }

    private static String after(String path) {
        return path.substring(path.lastIndexOf('.') + 1);
    }

    private static Object named(ModuleObject self, String path) {
        Object at = self;
        for (String name : path.isEmpty() ? new String[0] : path.split("\\.")) {
            at = layerbook.python.Attributes.get(at, name);
        }
        return at;
    }

    // ---- going through

    /** Goes through a module and those inside, each once, outer ones first, with their dotted names. */
    static void walk(ModuleObject module, String prefix, Map<ModuleObject, Boolean> seen, BiConsumer<String, ModuleObject> each) {
        if (seen.put(module, true) != null) {
            return;
        }
        each.accept(prefix, module);
        module.modules.forEach((name, m) -> {
            if (m instanceof ModuleObject inner) {
                walk(inner, prefix.isEmpty() ? name : prefix + "." + name, seen, each);
            }
        });
    }

    private static Map<String, Object> namedModules(ModuleObject self, String prefix) {
        var all = new LinkedHashMap<String, Object>();
        walk(self, prefix, new IdentityHashMap<>(), all::put);
        return all;
    }

    /** Parameters or buffers with their dotted names, each once. */
    static Map<String, Object> namedTensors(ModuleObject self, String prefix, boolean recurse, boolean parameters) {
        var all = new LinkedHashMap<String, Object>();
        var seen = new IdentityHashMap<Object, Boolean>();
        var modules = new LinkedHashMap<String, ModuleObject>();
        if (recurse) {
            walk(self, prefix, new IdentityHashMap<>(), modules::put);
        } else {
            modules.put(prefix, self);
        }
        modules.forEach((path, m) -> (parameters ? m.parameters : m.buffers).forEach((name, t) -> {
            if (t instanceof TensorObject && seen.put(t, true) == null) {
                all.put(path.isEmpty() ? name : path + "." + name, t);
            }
        }));
        return all;
    }

    private static PyIterator pairs(Map<String, Object> named) {
        return new PyIterator(named.entrySet().stream().map(e -> (Object) PyTuple.of(e.getKey(), e.getValue())).toList().iterator());
    }

    private static PyIterator values(Map<String, Object> named) {
        return new PyIterator(new ArrayList<>(named.values()).iterator());
    }

    private static String text(Arguments a, int i, String name) {
        return a.get(i, name, "") instanceof String s ? s : "";
    }

    private static boolean flag(Arguments a, int i, String name) {
        return Operators.truth(a.get(i, name, true));
    }

    private static void walks() {
        MODULE.define("named_modules", (self, a) -> pairs(namedModules(module(self), text(a, 1, "prefix"))));
        MODULE.define("modules", (self, a) -> values(namedModules(module(self), "")));
        MODULE.define("named_children", (self, a) -> pairs(children(module(self))));
        MODULE.define("children", (self, a) -> values(children(module(self))));
        MODULE.define("named_parameters", (self, a) -> pairs(namedTensors(module(self), text(a, 0, "prefix"), flag(a, 1, "recurse"), true)));
        MODULE.define("parameters", (self, a) -> values(namedTensors(module(self), "", flag(a, 0, "recurse"), true)));
        MODULE.define("named_buffers", (self, a) -> pairs(namedTensors(module(self), text(a, 0, "prefix"), flag(a, 1, "recurse"), false)));
        MODULE.define("buffers", (self, a) -> values(namedTensors(module(self), "", flag(a, 0, "recurse"), false)));
        MODULE.define("apply", (self, a) -> {
            apply(module(self), a.at(0));
            return self;
        });
    }

    private static Map<String, Object> children(ModuleObject self) {
        var all = new LinkedHashMap<String, Object>();
        var seen = new IdentityHashMap<Object, Boolean>();
        self.modules.forEach((name, m) -> {
            if (m != Special.NONE && seen.put(m, true) == null) {
                all.put(name, m);
            }
        });
        return all;
    }

    private static void apply(ModuleObject module, Object function) {
        new ArrayList<>(module.modules.values()).forEach(m -> {
            if (m instanceof ModuleObject inner) {
                apply(inner, function);
            }
        });
        Calls.call(function, module);
    }

    // ---- modes

    private static void modes() {
        MODULE.define("train", (self, a) -> {
            train(module(self), flag(a, 0, "mode"));
            return self;
        });
        MODULE.define("eval", (self, a) -> module(self).invoke("train", Arguments.of(false)));
        for (String same : List.of("to", "cuda", "cpu", "float", "double", "half", "bfloat16", "type", "share_memory", "compile", "to_empty")) {
            MODULE.define(same, (self, a) -> self);
        }
        MODULE.define("requires_grad_", (self, a) -> {
            boolean wanted = flag(a, 0, "requires_grad");
            namedTensors(module(self), "", true, true).values().forEach(p -> ((TensorObject) p).requiresGrad(wanted));
            return self;
        });
        for (String nothing : List.of("zero_grad", "_register_load_state_dict_pre_hook", "register_load_state_dict_post_hook", "_register_state_dict_hook",
            "register_state_dict_pre_hook", "set_extra_state", "flatten_parameters", "reset_parameters", "_reset_parameters")) {
            MODULE.define(nothing, (self, a) -> Special.NONE);
        }
    }

    private static void train(ModuleObject module, boolean mode) {
        module.training = mode;
        module.modules.values().forEach(m -> {
            if (m instanceof ModuleObject inner) {
                inner.invoke("train", Arguments.of(mode));
            }
        });
    }

    // ---- states

    private static void states() {
        MODULE.define("state_dict", (self, a) -> {
            var all = new PyDict(layerbook.python.Types.DICT);
            String prefix = text(a, 1, "prefix");
            collect(module(self), prefix, all);
            return all;
        });
        MODULE.define("load_state_dict", (self, a) -> "<All keys matched successfully>");
        MODULE.define("_load_from_state_dict", (self, a) -> Special.NONE);
    }

    private static void collect(ModuleObject module, String prefix, PyDict into) {
        module.parameters.forEach((name, p) -> {
            if (p instanceof TensorObject t) {
                into.put(prefix + name, t);
            }
        });
        module.buffers.forEach((name, b) -> {
            if (b instanceof TensorObject t && !module.notSaved.contains(name)) {
                into.put(prefix + name, t);
            }
        });
        module.modules.forEach((name, m) -> {
            if (m instanceof ModuleObject inner) {
                collect(inner, prefix + name + ".", into);
            }
        });
    }

    /** A unit with the same layer and weights of its own. */
    static Unit again(Unit unit) {
        return Unit.of(unit.layer());
    }
}
