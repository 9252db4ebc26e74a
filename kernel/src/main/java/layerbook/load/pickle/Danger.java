package layerbook.load.pickle;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What opening a pickle in Python would run that no tensor needs. Here it is a name and nothing more. */
final class Danger {
    private static final Set<String> MODULES = Set.of("os", "posix", "nt", "subprocess", "sys", "shutil", "socket", "runpy", "importlib", "webbrowser", "pty", "ctypes",
        "commands", "requests", "urllib", "http", "code", "codeop", "multiprocessing", "pickle", "marshal", "tempfile", "signal", "threading", "asyncio");
    private static final Set<String> BUILTINS = Set.of("eval", "exec", "compile", "open", "getattr", "setattr", "__import__", "execfile", "input", "globals", "vars", "breakpoint",
        "apply", "delattr");

    private Danger() {}

    /** The dangerous names among those that would be called. */
    static List<String> among(Set<String> called) {
        return called.stream().filter(Danger::isDangerous).limit(5).collect(Collectors.toList());
    }

    private static boolean isDangerous(String dotted) {
        String root = dotted.split("\\.")[0];
        boolean builtin = root.equals("builtins") || root.equals("__builtin__");
        return builtin ? BUILTINS.contains(dotted.substring(dotted.indexOf('.') + 1)) : MODULES.contains(root);
    }
}
