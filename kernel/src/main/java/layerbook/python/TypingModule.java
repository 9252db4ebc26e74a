package layerbook.python;

import java.util.List;
import java.util.Map;

/** {@code typing}: its names may be written wherever a type may, and check nothing. */
final class TypingModule extends PyModule {
    private static final Map<String, PyType> PLAIN = Map.of("List", Types.LIST, "Dict", Types.DICT, "Tuple", Types.TUPLE, "Set", Types.SET, "FrozenSet", Types.FROZENSET,
        "Type", Types.TYPE, "Text", Types.STR);
    private static final List<String> NAMES = List.of("Any", "Optional", "Union", "Callable", "Iterable", "Iterator", "Sequence", "Mapping", "MutableMapping",
        "MutableSequence", "Generator", "Literal", "Final", "ClassVar", "Annotated", "Generic", "Protocol", "NoReturn", "Never", "Self", "Concatenate", "ParamSpec",
        "TypeVar", "TypeVarTuple", "NewType", "Hashable", "Sized", "Collection", "Container", "Awaitable", "Coroutine", "AsyncIterator", "ContextManager", "Pattern",
        "Match", "IO", "TextIO", "BinaryIO", "AnyStr", "SupportsFloat", "SupportsInt", "SupportsIndex", "Required", "NotRequired", "TypeAlias", "TypeGuard", "Unpack",
        "LiteralString", "Counter", "Deque", "DefaultDict", "OrderedDict", "NamedTuple", "TypedDict", "ForwardRef", "TYPE_CHECKING", "overload", "cast", "no_type_check",
        "runtime_checkable", "final", "get_type_hints", "get_args", "get_origin", "assert_never", "reveal_type", "override", "dataclass_transform");

    private final Interpreter python;

    TypingModule(String name, Interpreter python) {
        super(name);
        this.python = python;
    }

    @Override public Iterable<String> makes() {
        return new java.util.TreeSet<>(java.util.stream.Stream.concat(NAMES.stream(), PLAIN.keySet().stream()).toList());
    }

    @Override protected Object make(String name) {
        if (PLAIN.containsKey(name)) {
            return PLAIN.get(name);
        }
        switch (name) {
            case "TYPE_CHECKING": return false;
            case "cast": return new PyBuiltin(name, a -> a.at(1));
            case "overload": case "no_type_check": case "runtime_checkable": case "final": case "override": return new PyBuiltin(name, a -> a.at(0));
            case "TypeVar": case "ParamSpec": case "TypeVarTuple": case "ForwardRef": return new PyBuiltin(name, a -> new TypingName("~" + Texts.str(a.at(0)), PyTuple.EMPTY));
            case "NewType": return new PyBuiltin(name, a -> new PyBuiltin(Texts.str(a.at(0)), b -> b.at(0)));
            case "get_type_hints": return new PyBuiltin(name, a -> Attributes.get(a.at(0), "__annotations__"));
            case "get_args": return new PyBuiltin(name, a -> a.at(0) instanceof TypingName t ? t.arguments() : PyTuple.EMPTY);
            case "NamedTuple": return python.module("collections").get("NamedTuple");
            case "OrderedDict": return python.module("collections").get("OrderedDict");
            case "Counter": return python.module("collections").get("Counter");
            case "Deque": return python.module("collections").get("deque");
            case "DefaultDict": return python.module("collections").get("defaultdict");
            case "TypedDict": return Types.DICT;
            case "Iterable": case "Iterator": case "Sequence": case "Mapping": case "MutableMapping": case "MutableSequence": case "Hashable": case "Sized":
            case "Collection": case "Container": case "Callable": case "Generator":
                return python.module("collections.abc").get(name);
            default: return NAMES.contains(name) ? new TypingName("typing." + name, PyTuple.EMPTY) : null;
        }
    }
}
