package layerbook.net;

import java.util.ArrayList;
import java.util.List;
import layerbook.layer.Applied;
import layerbook.layer.Part;
import layerbook.shape.TensorType;

/**
 * One run of something in a network, with what ran inside it: the tree that hooks on PyTorch's modules would see, functions included.
 *
 * @param name its name inside what is around it, e.g. {@code conv1} or {@code layers.0}
 * @param className PyTorch's name of its class, or the user's
 * @param kind what it is
 * @param module its identity: the unit or model, a list of unit and name for a part of a composite layer; null for functions and blocks
 * @param inputs what went in
 * @param outputs what came out, in order
 * @param inside the runs inside it, in order
 * @param applied the layer with its inputs, for layers and functions; else null
 * @param call the row it belongs to: its own, or that of the composite around it; null for models, sequences and blocks
 */
public record ModuleRun(String name, String className, Kind kind, Object module, List<TensorType> inputs, List<TensorType> outputs, List<ModuleRun> inside, Applied applied, Call call) {
    /** What runs. */
    public enum Kind { LAYER, FUNCTION, MODEL, SEQUENTIAL, BLOCK }

    public boolean isModule() {
        return kind != Kind.FUNCTION && kind != Kind.BLOCK;
    }

    /** The runs of a network's calls that stand in nothing else; usually one model, or the rows that were typed. */
    public static List<ModuleRun> of(List<Call> calls) {
        return level(calls, null);
    }

    private static List<ModuleRun> level(List<Call> calls, Scope around) {
        var out = new ArrayList<ModuleRun>();
        for (int i = 0; i < calls.size(); i++) {
            Scope inner = below(calls.get(i).scope(), around);
            if (inner == null) {
                add(out, calls.get(i), around);
                continue;
            }
            int until = i + 1;
            while (until < calls.size() && below(calls.get(until).scope(), around) == inner) {
                until++;
            }
            out.add(scope(inner, around, calls.subList(i, until)));
            i = until - 1;
        }
        return out;
    }

    /** The scope around this one that stands directly in the outer one; null if it is the outer one itself. */
    private static Scope below(Scope scope, Scope outer) {
        Scope last = null;
        for (Scope s = scope; s != outer && s != null; s = s.parent()) {
            last = s;
        }
        return last;
    }

    private static void add(List<ModuleRun> out, Call c, Scope around) {
        if (c.what() == Call.What.MODULE) {
            out.add(layer(inside(c.name(), around), c.applied(), c.unit(), c, true));
        } else if (c.what() == Call.What.FUNCTION) {
            out.add(layer(inside(c.name(), around), c.applied(), null, c, false));
        }
    }

    private static ModuleRun scope(Scope s, Scope around, List<Call> calls) {
        Kind kind = s.model() == null ? Kind.BLOCK : Members.role(s.model()) == ModelRole.SEQUENTIAL ? Kind.SEQUENTIAL : Kind.MODEL;
        List<TensorType> outputs = s.outputs() != null ? s.outputs() : calls.get(calls.size() - 1).outputs().subList(0, 1);
        String className = s.className() == null ? "" : s.className();
        return new ModuleRun(inside(s.path(), around), className, kind, s.model(), s.inputs(), outputs, level(calls, s), null, null);
    }

    private static ModuleRun layer(String name, Applied a, Object module, Call call, boolean isModule) {
        var parts = new ArrayList<ModuleRun>();
        for (Part p : a.parts()) {
            parts.add(layer(p.name(), p.applied(), p.module() ? List.of(module == null ? call : module, p.name()) : null, call, p.module()));
        }
        return new ModuleRun(name, a.layer().className(), isModule ? Kind.LAYER : Kind.FUNCTION, module, a.inputs().types(), a.outputs(), parts, a, call);
    }

    private static String inside(String name, Scope around) {
        String prefix = around == null || around.path().isEmpty() ? "" : around.path() + ".";
        return name.startsWith(prefix) ? name.substring(prefix.length()) : name;
    }
}
