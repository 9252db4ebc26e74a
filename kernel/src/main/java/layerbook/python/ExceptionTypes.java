package layerbook.python;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Python's own exceptions, by name. */
public final class ExceptionTypes {
    private static final String TREE = """
        BaseException: SystemExit KeyboardInterrupt GeneratorExit Exception
        Exception: StopIteration StopAsyncIteration ArithmeticError AssertionError AttributeError BufferError EOFError ImportError LookupError \
        MemoryError NameError OSError ReferenceError RuntimeError SyntaxError SystemError TypeError ValueError Warning
        ArithmeticError: FloatingPointError OverflowError ZeroDivisionError
        ImportError: ModuleNotFoundError
        LookupError: IndexError KeyError
        NameError: UnboundLocalError
        OSError: FileNotFoundError FileExistsError PermissionError TimeoutError ConnectionError IsADirectoryError NotADirectoryError
        RuntimeError: NotImplementedError RecursionError
        SyntaxError: IndentationError
        ValueError: UnicodeError
        UnicodeError: UnicodeDecodeError UnicodeEncodeError
        Warning: DeprecationWarning UserWarning FutureWarning RuntimeWarning PendingDeprecationWarning SyntaxWarning ImportWarning
        """;
    private static final Map<String, PyType> ALL = new HashMap<>();

    static {
        PyType root = new PyType("BaseException", List.of(Types.OBJECT))
            .allocatedBy((type, arguments) -> new PyException(type, PyTuple.of(arguments.array())));
        root.define("__init__", (self, arguments) -> {
            ((PyException) self).args(PyTuple.of(arguments.array()));
            return Special.NONE;
        });
        root.define("with_traceback", (self, arguments) -> self);
        root.define("add_note", (self, arguments) -> Special.NONE);
        root.define("__str__", (self, arguments) -> ((PyException) self).rawStr());
        root.define("__repr__", (self, arguments) -> ((PyException) self).rawRepr());
        ALL.put("BaseException", root);
        for (String line : TREE.split("\n")) {
            PyType base = ALL.get(line.substring(0, line.indexOf(':')));
            for (String name : line.substring(line.indexOf(':') + 1).trim().split("\\s+")) {
                ALL.put(name, new PyType(name, List.of(base)));
            }
        }
        ALL.put("IOError", ALL.get("OSError"));
        ALL.put("EnvironmentError", ALL.get("OSError"));
    }

    private ExceptionTypes() {}

    /** The class, or null. */
    public static PyType named(String name) {
        return ALL.get(name);
    }
}
