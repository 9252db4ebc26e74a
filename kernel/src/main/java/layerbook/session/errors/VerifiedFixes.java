package layerbook.session.errors;

import java.util.regex.Pattern;
import layerbook.session.jshell.DeclaredNames;
import layerbook.session.output.Problem;

/** Leaves out a fix that the compiler would not take: what is offered can be typed as it stands. */
public final class VerifiedFixes {
    private static final Pattern IMPORT = Pattern.compile("import\\s+(?:static\\s+)?[\\w.]*\\w(?:\\.\\*)?\\s*;?");

    private final DeclaredNames session;

    public VerifiedFixes(DeclaredNames session) {
        this.session = session;
    }

    /** The problem, with its fix if that compiles. Commands and questions are no Java. */
    public Problem verified(Problem problem) {
        String fix = problem.fix();
        if (fix == null || fix.startsWith("/") || fix.startsWith("?") || isTaken(fix)) {
            return problem;
        }
        return new Problem(problem.kind(), problem.message(), problem.source(), problem.start(), problem.end(), problem.mark(), problem.details(), null, problem.state(),
            problem.line(), problem.column(), problem.cause());
    }

    private boolean isTaken(String fix) {
        return fix.startsWith("import ") ? IMPORT.matcher(fix.strip()).matches() : session.compiles(fix);
    }
}
