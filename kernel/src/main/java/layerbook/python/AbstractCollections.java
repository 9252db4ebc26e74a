package layerbook.python;

import java.util.List;

/** {@code collections.abc}: classes that values belong to by what they can do. */
final class AbstractCollections extends PyModule {
    private static final List<String> NAMES = List.of("Iterable", "Iterator", "Sequence", "Mapping", "MutableMapping", "MutableSequence", "Set", "MutableSet", "Callable",
        "Hashable", "Sized", "Container", "Collection", "Generator", "Reversible", "KeysView", "ValuesView", "ItemsView", "Awaitable", "Coroutine");

    AbstractCollections() {
        super("collections.abc");
    }

    @Override public Iterable<String> makes() {
        return NAMES;
    }

    @Override protected Object make(String name) {
        return NAMES.contains(name) ? new ByAbility(name) : null;
    }

    /** A class whose objects are those that have certain methods. */
    private static final class ByAbility extends PyType {
        ByAbility(String name) {
            super(name, List.of(Types.OBJECT));
            in("collections.abc");
        }

        @Override protected boolean hasInstance(Object v) {
            if (super.hasInstance(v)) {
                return true;
            }
            switch (name()) {
                case "Callable": return Calls.callable(v);
                case "Sequence": return v instanceof String || v instanceof PySequence || v instanceof PyRange || v instanceof PyBytes;
                case "MutableSequence": return v instanceof PyList;
                case "Mapping": case "MutableMapping": return v instanceof PyDict;
                case "Set": return v instanceof PySet || v instanceof PyView w && w.isSetLike();
                case "MutableSet": return v instanceof PySet s && !s.frozen();
                case "Generator": return Types.of(v) == Types.GENERATOR;
                case "Iterator": return v instanceof PyIterator || has(v, "__next__");
                case "Hashable": return !(v instanceof PyList || v instanceof PyDict || v instanceof PySet s && !s.frozen());
                case "Sized": return sized(v);
                case "Iterable": return iterable(v);
                case "Container": case "Collection": return sized(v) && iterable(v);
                default: return false;
            }
        }

        private static boolean sized(Object v) {
            return v instanceof String || v instanceof PySequence || v instanceof PyDict || v instanceof PySet || v instanceof PyRange || v instanceof PyView
                || has(v, "__len__");
        }

        private static boolean iterable(Object v) {
            return v instanceof String || v instanceof PySequence || v instanceof PyDict || v instanceof PySet || v instanceof PyRange || v instanceof PyView
                || v instanceof PyIterator || has(v, "__iter__");
        }

        private static boolean has(Object v, String method) {
            return v instanceof PyInstance i && i.special(method) != null;
        }
    }
}
