package layerbook.session.text;

import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Whether a text has the form of a Java statement, whatever its names mean: {@code x = = 3} has not. Takes the compiler's parser a millisecond or two. */
public final class JavaGrammar {
    private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();

    private JavaGrammar() {}

    /** A snippet may be a statement, the value of an expression, a member of a class, or an import. */
    public static boolean accepts(String code) {
        return Stream.of("class $ { void $() {\n" + code + "\n} }", "class $ { Object $ =\n" + code + "\n; }", "class $ {\n" + code + "\n}", code).anyMatch(JavaGrammar::parses);
    }

    private static boolean parses(String file) {
        var said = new DiagnosticCollector<JavaFileObject>();
        var source = new SimpleJavaFileObject(URI.create("memory:///$.java"), JavaFileObject.Kind.SOURCE) {
            @Override public CharSequence getCharContent(boolean ignored) {
                return file;
            }
        };
        try {
            ((JavacTask) COMPILER.getTask(null, null, said, List.of("-proc:none"), null, List.of(source))).parse();
        } catch (IOException | RuntimeException unreadable) {
            return false;
        }
        return said.getDiagnostics().stream().noneMatch(d -> d.getKind() == Diagnostic.Kind.ERROR);
    }
}
