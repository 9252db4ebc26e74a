package layerbook.session.python;

import java.util.ArrayList;
import java.util.List;
import layerbook.python.Raised;
import layerbook.python.Refused;
import layerbook.python.Traceback;
import layerbook.session.output.Problem;
import layerbook.shape.Refusal;
import layerbook.syntax.Place;
import layerbook.syntax.SourceFile;
import layerbook.syntax.Statement;
import layerbook.syntax.SyntaxProblem;

/** Puts errors of Python into the frame: the line with the place marked, what happened, and the calls that led there. */
public final class PythonProblems {
    private static final int MOST_CALLS = 5;

    private PythonProblems() {}

    /** A text that is not Python. */
    public static Problem syntax(SourceFile file, SyntaxProblem problem) {
        return at("compile", problem.reason(), file, problem.place(), List.of(), null, null, null);
    }

    /** An error that came out of a statement, or null if it is none of Python's. */
    public static Problem of(Throwable thrown, Statement statement, SourceFile file, String state) {
        if (thrown instanceof Raised r) {
            return framed("runtime", r.getMessage(), List.of(), null, r.traceback(), statement, file, state, r);
        }
        if (thrown instanceof Refused r) {
            Refusal f = r.refusal();
            return framed(f.kind(), f.getMessage(), f.details(), f.suggestion(), r.traceback(), statement, file, state, f);
        }
        return null;
    }

    private static Problem framed(String kind, String message, List<String> details, String fix, Traceback traceback, Statement statement, SourceFile file, String state,
                                  Throwable cause) {
        var said = new ArrayList<>(details);
        Place place = statement.place();
        List<Traceback.Entry> calls = traceback.entries();
        for (int i = 0; i < calls.size() && i < MOST_CALLS; i++) {
            Traceback.Entry e = calls.get(i);
            if (!e.function().equals("<module>")) {
                said.add("in     " + e.function() + ", line " + e.place().line() + (e.file().equals("input") ? "" : " of " + e.file()));
            }
        }
        if (!calls.isEmpty() && calls.get(calls.size() - 1).file().equals(file.name())) {
            place = calls.get(calls.size() - 1).place();
        }
        return at(kind, message, file, place, said, fix, state, cause);
    }

    private static Problem at(String kind, String message, SourceFile file, Place place, List<String> details, String fix, String state, Throwable cause) {
        String text = file.text();
        int start = Math.min(place.start(), text.length());
        int from = text.lastIndexOf('\n', start - 1) + 1;
        int to = text.indexOf('\n', start);
        String line = text.substring(from, to < 0 ? text.length() : to);
        int end = Math.max(start + 1, Math.min(place.end(), from + line.length()));
        return new Problem(kind, message, line, start - from, end - from, "", details, fix, state, place.line(), place.column(), cause);
    }
}
