package layerbook.python;

import java.util.ArrayList;
import java.util.List;

/** {@code sys}, {@code os} and their kin, as far as they reach nothing outside: no files, no processes, no chance. */
final class SystemModules {
    private SystemModules() {}

    static PyModule make(String name, Interpreter python) {
        switch (name) {
            case "sys": return sys(python);
            case "os": return os(python);
            case "os.path": case "posixpath": return new Paths();
            case "time": return time();
            case "random": return new Refusing(name, List.of("seed", "setstate"), "nothing here is left to chance: values of tensors are not known either");
            case "platform": return new PyModule(name).function("system", a -> "Linux").function("python_version", a -> "3.11.2").function("machine", a -> "x86_64");
            case "gc": return new PyModule(name).function("collect", a -> 0L).function("disable", a -> Special.NONE).function("enable", a -> Special.NONE);
            case "numbers": return new PyModule(name).set("Number", new NumberType("Number")).set("Real", new NumberType("Real")).set("Integral", new NumberType("Integral"));
            case "inspect": return inspect();
            default: return string();
        }
    }

    private static PyModule sys(Interpreter python) {
        var flush = new PyModule("stdout") {
            @Override public Object attribute(String key) {
                return key.equals("prints") ? (Object) true : super.attribute(key);
            }
        };
        flush.function("write", a -> {
            python.write(TextMethods.text(a.at(0)));
            return (long) TextMethods.text(a.at(0)).length();
        }).function("flush", a -> Special.NONE).function("isatty", a -> false);
        return new PyModule("sys").set("stdout", flush).set("stderr", new PyModule("stderr").function("write", a -> 0L).function("flush", a -> Special.NONE))
            .set("version_info", PyTuple.of(3L, 11L, 2L, "final", 0L)).set("version", "3.11.2").set("platform", "linux").set("maxsize", Long.MAX_VALUE)
            .set("argv", PyList.of("")).set("path", new PyList()).set("modules", new PyDict()).set("byteorder", "little")
            .function("exit", a -> {
                throw new Raised(new PyException(ExceptionTypes.named("SystemExit"), PyTuple.of(a.positional().toArray())));
            })
            .function("getrecursionlimit", a -> (long) Limits.DEPTH).function("setrecursionlimit", a -> Special.NONE)
            .function("getsizeof", a -> {
                throw Unsupported.function("sys.getsizeof(..)", "the sizes of Python's own objects are not kept here");
            })
            .function("exc_info", a -> python.handling() == null ? PyTuple.of(Special.NONE, Special.NONE, Special.NONE)
                : PyTuple.of(python.handling().type(), python.handling(), Special.NONE));
    }

    private static PyModule os(Interpreter python) {
        var os = new Refusing("os", List.of(), "a script reaches no files and starts no processes");
        os.set("path", python.module("os.path")).set("environ", new PyDict()).set("sep", "/").set("linesep", "\n").set("name", "posix").set("pathsep", ":")
            .set("curdir", ".").set("pardir", "..").function("getenv", a -> a.get(1, "default", Special.NONE)).function("getcwd", a -> "/").function("cpu_count", a -> 1L)
            .function("fspath", a -> a.at(0)).function("getpid", a -> 1L);
        return os;
    }

    private static PyModule time() {
        PyBuiltin.Code seconds = a -> System.currentTimeMillis() / 1000.0;
        PyBuiltin.Code steady = a -> System.nanoTime() / 1e9;
        return new PyModule("time").function("time", seconds).function("perf_counter", steady).function("monotonic", steady).function("process_time", steady)
            .function("time_ns", a -> System.currentTimeMillis() * 1_000_000L).function("sleep", a -> Special.NONE).function("strftime", a -> "")
            .function("ctime", a -> "").function("localtime", a -> Special.NONE);
    }

    private static PyModule string() {
        String lower = "abcdefghijklmnopqrstuvwxyz";
        String upper = lower.toUpperCase(java.util.Locale.ROOT);
        return new PyModule("string").set("ascii_lowercase", lower).set("ascii_uppercase", upper).set("ascii_letters", lower + upper).set("digits", "0123456789")
            .set("hexdigits", "0123456789abcdefABCDEF").set("octdigits", "01234567").set("punctuation", "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~").set("whitespace", " \t\n\r\013\014");
    }

    private static PyModule inspect() {
        var module = new Refusing("inspect", List.of(), "functions are not looked into");
        module.function("isclass", a -> a.at(0) instanceof PyType).function("isfunction", a -> a.at(0) instanceof PyFunction)
            .function("ismethod", a -> a.at(0) instanceof BoundMethod).function("ismodule", a -> a.at(0) instanceof PyModule)
            .function("isgeneratorfunction", a -> a.at(0) instanceof PyFunction f && f.code.scope().generator)
            .function("signature", a -> ParameterList.of(a.at(0))).function("getdoc", a -> Attributes.get(a.at(0), "__doc__"));
        return module;
    }

    /** A module whose other functions refuse when they are called. */
    private static final class Refusing extends PyModule {
        private final List<String> ignored;
        private final String why;

        Refusing(String name, List<String> ignored, String why) {
            super(name);
            this.ignored = ignored;
            this.why = why;
        }

        @Override protected Object make(String key) {
            if (key.startsWith("__")) {
                return null;
            }
            return new PyBuiltin(key, a -> {
                if (ignored.contains(key)) {
                    return Special.NONE;
                }
                throw Unsupported.function(name() + "." + key + "(..)", why);
            });
        }
    }

    /** {@code numbers.Number}: ints, floats, bools. */
    private static final class NumberType extends PyType {
        NumberType(String name) {
            super(name, List.of(Types.OBJECT));
            in("numbers");
        }

        @Override protected boolean hasInstance(Object v) {
            return name().equals("Integral") ? Numbers.isInt(v) : Numbers.isNumber(v);
        }
    }

    /** {@code os.path} on texts: nothing is looked up on a disk. */
    private static final class Paths extends PyModule {
        private static final List<String> NAMES = List.of("join", "basename", "dirname", "splitext", "split", "normpath", "isabs", "abspath", "realpath", "expanduser",
            "expandvars", "exists", "isfile", "isdir");

        Paths() {
            super("posixpath");
            set("sep", "/");
        }

        @Override public Iterable<String> makes() {
            return NAMES;
        }

        @Override protected Object make(String key) {
            return NAMES.contains(key) ? new PyBuiltin(key, a -> call(key, a)) : null;
        }

        private static Object call(String name, Arguments a) {
            String p = TextMethods.text(a.at(0));
            int slash = p.lastIndexOf('/');
            switch (name) {
                case "join": return join(a);
                case "basename": return p.substring(slash + 1);
                case "dirname": return head(p, slash);
                case "split": return PyTuple.of(head(p, slash), p.substring(slash + 1));
                case "splitext": {
                    int dot = p.lastIndexOf('.');
                    boolean has = dot > slash + 1 && !p.substring(slash + 1, dot).chars().allMatch(c -> c == '.');
                    return has ? PyTuple.of(p.substring(0, dot), p.substring(dot)) : PyTuple.of(p, "");
                }
                case "isabs": return p.startsWith("/");
                case "normpath": return normal(p);
                case "abspath": case "realpath": return normal(p.startsWith("/") ? p : "/" + p);
                case "expanduser": case "expandvars": return p;
                default: throw Unsupported.function("os.path." + name + "(..)", "a script does not see what files there are");
            }
        }

        private static String head(String p, int slash) {
            String head = p.substring(0, slash + 1);
            return head.isEmpty() || head.chars().allMatch(c -> c == '/') ? head : head.replaceAll("/+$", "");
        }

        private static String join(Arguments a) {
            var b = new StringBuilder();
            for (Object o : a.positional()) {
                String part = TextMethods.text(o);
                if (part.startsWith("/")) {
                    b.setLength(0);
                } else if (b.length() > 0 && b.charAt(b.length() - 1) != '/') {
                    b.append('/');
                }
                b.append(part);
            }
            return b.toString();
        }

        private static String normal(String p) {
            var parts = new ArrayList<String>();
            for (String s : p.split("/")) {
                if (s.equals("..") && !parts.isEmpty() && !parts.get(parts.size() - 1).equals("..")) {
                    parts.remove(parts.size() - 1);
                } else if (!s.isEmpty() && !s.equals(".") && !(s.equals("..") && p.startsWith("/"))) {
                    parts.add(s);
                }
            }
            String joined = String.join("/", parts);
            return p.startsWith("/") ? "/" + joined : joined.isEmpty() ? "." : joined;
        }
    }
}
