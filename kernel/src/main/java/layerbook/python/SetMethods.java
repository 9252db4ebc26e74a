package layerbook.python;

import layerbook.syntax.BinaryOperator;

/** The methods of set and frozenset. */
final class SetMethods {
    static final String NAMES = "add remove discard pop clear copy update union intersection difference symmetric_difference intersection_update difference_update "
        + "symmetric_difference_update issubset issuperset isdisjoint __init__ __len__ __contains__ __iter__ __eq__ __ne__ __le__ __lt__ __ge__ __gt__ "
        + "__or__ __and__ __sub__ __xor__ __repr__ __hash__";

    private SetMethods() {}

    static Object call(String name, Object of, Arguments a) {
        if (!(of instanceof PySet self)) {
            throw Errors.type("descriptor '" + name + "' for 'set' objects doesn't apply to a '" + Types.of(of).name() + "' object");
        }
        if (self.frozen() && (name.equals("add") || name.equals("remove") || name.equals("discard") || name.equals("pop") || name.equals("clear") || name.endsWith("update"))) {
            throw Errors.attribute(self, name);
        }
        switch (name) {
            case "add":
                self.add(a.at(0));
                return Special.NONE;
            case "remove":
                if (!self.remove(a.at(0))) {
                    throw Errors.key(a.at(0));
                }
                return Special.NONE;
            case "discard":
                self.remove(a.at(0));
                return Special.NONE;
            case "pop": {
                if (self.size() == 0) {
                    throw Errors.raise("KeyError", "pop from an empty set");
                }
                Object first = self.values().get(0);
                self.remove(first);
                return first;
            }
            case "clear":
                self.clear();
                return Special.NONE;
            case "copy": return self.copy();
            case "issubset": return self.within(set(a.at(0)));
            case "issuperset": return set(a.at(0)).within(self);
            case "isdisjoint": return set(a.at(0)).values().stream().noneMatch(self::has);
            case "update": case "intersection_update": case "difference_update": case "symmetric_difference_update":
                a.positional().forEach(o -> operate(operator(name), self, set(o)));
                return Special.NONE;
            case "union": case "intersection": case "difference": case "symmetric_difference": {
                PySet result = self.copy();
                a.positional().forEach(o -> operate(operator(name), result, set(o)));
                return result;
            }
            case "__init__":
                if (a.count() > 0 && !self.frozen()) {
                    Iteration.of(a.at(0)).forEachRemaining(self::add);
                }
                return Special.NONE;
            default: return Dunders.call(name, self, a);
        }
    }

    private static PySet set(Object o) {
        return o instanceof PySet s ? s : PySet.from(Types.SET, Iteration.of(o));
    }

    private static BinaryOperator operator(String name) {
        return name.startsWith("inter") ? BinaryOperator.BIT_AND : name.startsWith("diff") ? BinaryOperator.SUB
            : name.startsWith("sym") ? BinaryOperator.BIT_XOR : BinaryOperator.BIT_OR;
    }

    /** Changes the first set as the operator says, and gives it. */
    static Object operate(BinaryOperator op, PySet into, PySet other) {
        switch (op) {
            case BIT_OR:
                other.values().forEach(into::add);
                return into;
            case BIT_AND:
                into.values().stream().filter(v -> !other.has(v)).forEach(into::remove);
                return into;
            case SUB:
                other.values().forEach(into::remove);
                return into;
            case BIT_XOR:
                for (Object v : other.values()) {
                    if (!into.remove(v)) {
                        into.add(v);
                    }
                }
                return into;
            default:
                return Special.NOT_IMPLEMENTED;
        }
    }
}
