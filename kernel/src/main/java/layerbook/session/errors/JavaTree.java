package layerbook.session.errors;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.tools.Diagnostic;
import javax.tools.JavaCompiler;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/**
 * A statement as the tree that Java's parser makes of it, with the place of each node in the statement. Nothing is resolved: names are only names.
 *
 * @param source the statement
 * @param unit the tree of a class around it
 */
record JavaTree(String source, CompilationUnitTree unit, SourcePositions positions, int offset) {
    /** What may stand around a statement: an expression, statements in a method, members of a class. */
    private static final List<String[]> AROUND = List.of(new String[] {"class $ { Object $ = \n", "\n; }"}, new String[] {"class $ { void $() {\n", "\n} }"},
        new String[] {"class $ {\n", "\n}"});

    /** The tree; none if this is no Java to the parser, or if there is no compiler. */
    static Optional<JavaTree> of(String statement) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        String source = statement.strip().replaceFirst(";+\\s*$", "");
        if (compiler == null || source.isEmpty()) {
            return Optional.empty();
        }
        for (String[] around : AROUND) {
            String inside = around == AROUND.get(1) ? source + ";" : source;
            Optional<JavaTree> tree = parsed(compiler, source, around[0], inside + around[1]);
            if (tree.isPresent()) {
                return tree;
            }
        }
        return Optional.empty();
    }

    private static Optional<JavaTree> parsed(JavaCompiler compiler, String source, String before, String rest) {
        var failed = new AtomicBoolean();
        var file = new SimpleJavaFileObject(URI.create("string:///Statement.java"), javax.tools.JavaFileObject.Kind.SOURCE) {
            @Override public CharSequence getCharContent(boolean ignored) {
                return before + rest;
            }
        };
        var task = (JavacTask) compiler.getTask(null, null, d -> failed.compareAndSet(false, d.getKind() == Diagnostic.Kind.ERROR), List.of("-proc:none"), null, List.of(file));
        try {
            CompilationUnitTree unit = task.parse().iterator().next();
            return failed.get() ? Optional.empty() : Optional.of(new JavaTree(source, unit, Trees.instance(task).getSourcePositions(), before.length()));
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    int start(Tree tree) {
        return (int) positions.getStartPosition(unit, tree) - offset;
    }

    int end(Tree tree) {
        return (int) positions.getEndPosition(unit, tree) - offset;
    }

    String text(Tree tree) {
        return source.substring(start(tree), end(tree));
    }
}
