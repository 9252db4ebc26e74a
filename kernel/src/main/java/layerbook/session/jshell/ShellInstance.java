package layerbook.session.jshell;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jdk.jshell.ImportSnippet;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;

/** One of the shells that follow each other in a session, with the standard imports. Nothing is carried out in it before it is {@link #enter entered}. */
public final class ShellInstance implements AutoCloseable {
    public static final List<String> IMPORTS = List.of(
        "java.io.*", "java.math.*", "java.net.*", "java.nio.file.*", "java.util.*", "java.util.concurrent.*",
        "java.util.function.*", "java.util.regex.*", "java.util.stream.*",
        "layerbook.formula.*", "layerbook.shape.*", "layerbook.layer.*", "layerbook.net.*", "layerbook.count.*");

    private final int number;
    private final SnippetControl control;
    private final InheritedClassFiles files;
    private final JShell shell;
    private final List<Snippet> imports;

    public ShellInstance(int number, Class<?> words, SnippetControl control, String classPath, InheritedClassFiles files, Supplier<String> names) {
        this.number = number;
        this.control = control;
        this.files = files;
        shell = JShell.builder()
            .executionEngine(control, null)
            .compilerOptions(InheritedClassFiles.CLASS_PATH, classPath, "-parameters")
            .fileManager(files::before)
            .tempVariableNameGenerator(() -> control.isLive() ? names.get() : "$0")
            .build();
        IMPORTS.forEach(name -> shell.eval("import " + name + ";"));
        shell.eval("import " + words.getName() + ";");
        shell.eval("import static " + words.getName() + ".*;");
        imports = shell.snippets().toList();
    }

    /** Has the compiler look into what the next statements will want; carries out nothing. */
    ShellInstance warm() {
        shell.eval("input(1)").forEach(event -> shell.drop(event.snippet()));
        return this;
    }

    /** From now on snippets are carried out; the class files are what was declared in shells before. */
    void enter(Map<String, byte[]> carried) {
        files.show(carried);
        control.enter();
    }

    /** From now on these are among the class files. */
    void show(Map<String, byte[]> more) {
        files.show(more);
    }

    /** Carries out an import, which cannot fail. */
    Snippet bring(String source) {
        SnippetEvent event = shell.eval(source).get(0);
        if (event.status() != Snippet.Status.VALID) {
            throw new IllegalStateException("not to be carried over: " + source + " " + shell.diagnostics(event.snippet()).map(d -> d.getMessage(null)).toList());
        }
        return event.snippet();
    }

    /** Makes all carried variables and methods of a name known before whatever else has this name. */
    Snippet bringMember(String name) {
        return bring("import static " + SharedClasses.MEMBERS + "." + name + ";");
    }

    /** Begins to list all classes there are, for who looks for one that is not imported; returns at once. */
    void index() {
        shell.sourceCodeAnalysis();
        files.index(() -> shell.addToClasspath(""));
    }

    /** What was declared in this shell itself, and holds or waits for something. */
    Map<Declaration, Snippet> own() {
        return Stream.of(shell.types(), shell.methods(), shell.variables()).flatMap(s -> s).collect(Collectors.toMap(Declaration::of, s -> s, (a, b) -> b, LinkedHashMap::new));
    }

    int number() {
        return number;
    }

    SnippetControl control() {
        return control;
    }

    JShell shell() {
        return shell;
    }

    /** Whether this is one of the imports that each shell begins with. */
    boolean isStandard(ImportSnippet snippet) {
        return imports.contains(snippet);
    }

    @Override public void close() {
        shell.close();
    }
}
