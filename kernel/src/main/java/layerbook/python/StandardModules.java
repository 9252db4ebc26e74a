package layerbook.python;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import layerbook.syntax.Python;
import layerbook.syntax.SourceFile;

/**
 * The modules of Python's own library that scripts around networks use. Some are Java; the others are Python, kept as resources beside
 * this class.
 */
public final class StandardModules {
    static final PyType ABC_META = new PyType("ABCMeta", List.of(Types.TYPE)).in("abc");
    static final PyType ABC = new PyType(ABC_META, "ABC", List.of(Types.OBJECT)).in("abc");

    private static final List<String> TEXTS = List.of("abc", "argparse", "collections", "contextlib", "copy", "dataclasses", "enum", "functools", "itertools", "json",
        "logging", "operator", "types", "warnings");

    private StandardModules() {}

    /** An {@link Importer}. */
    public static PyModule find(String name, Interpreter python) {
        switch (name) {
            case "math": return new MathModule();
            case "typing": case "typing_extensions": return new TypingModule(name, python);
            case "collections.abc": return new AbstractCollections();
            case "_classes": return NativeClasses.module();
            case "sys": case "os": case "os.path": case "posixpath": case "time": case "random": case "string": case "platform": case "gc": case "numbers": case "inspect":
                return SystemModules.make(name, python);
            case "re": return new RegularExpressions();
            default: return TEXTS.contains(name) ? python.load(name, text(name)) : null;
        }
    }

    private static SourceFile text(String name) {
        try (InputStream in = StandardModules.class.getResourceAsStream(name + ".py")) {
            return Python.read(name + ".py", new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
