package layerbook.session.errors;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import layerbook.session.jshell.Declaration;
import layerbook.session.jshell.DeclaredNames;
import layerbook.session.jshell.Unresolved;
import layerbook.session.words.WordList;

/** A method or class that cannot be used yet, for it uses a name that nobody declared: which name, and which may be meant. */
public final class UnfinishedDeclarations {
    private static final Pattern MISSING = Pattern.compile("(\\w+) (\\w+).*");

    private final DeclaredNames session;

    public UnfinishedDeclarations(DeclaredNames session) {
        this.session = session;
    }

    /** What is said of a statement that runs into the declaration; the fix declares it anew with the word that is meant, and runs the statement. */
    public DiagnosticTranslator.Said said(Unresolved declared, String statement) {
        Set<String> missing = missing(declared);
        String message = declared.what() + " cannot be used yet: it uses " + (missing.isEmpty() ? "a name" : String.join(", ", missing)) + ", which nobody declared";
        String why = "why    Java lets a declaration use a name before it is declared, but nobody can run it until then";
        if (missing.size() != 1) {
            return DiagnosticTranslator.Said.of(message, null, why);
        }
        Optional<Python.Said> python = Python.read(declared.source(), new PythonNames(session));
        if (python.isPresent()) {
            return DiagnosticTranslator.Said.of(message, python.get().java() + "\n" + statement, "why    " + python.get().why().get(0));
        }
        String name = name(missing.iterator().next());
        List<String> near = near(missing.iterator().next(), declared.name());
        String respelled = near.isEmpty() ? declared.source() : declared.source().replaceAll("\\b" + name + "\\b", near.get(0));
        return respelled.equals(declared.source()) ? DiagnosticTranslator.Said.of(message, null, why)
            : DiagnosticTranslator.Said.of(message, respelled + "\n" + statement, "why    nothing is named " + name + "; near it: " + String.join(", ", near));
    }

    /** What nobody declared, in the words that one types: through other declarations too that wait for it. */
    public Set<String> missing(Unresolved declared) {
        var found = new LinkedHashSet<String>();
        missing(declared, found, new LinkedHashSet<>(List.of(declared.name())));
        return found;
    }

    private void missing(Unresolved declared, Set<String> found, Set<String> seen) {
        declared.missing().stream().map(DiagnosticTranslator::plain).forEach(each -> {
            Optional<Unresolved> waiting = session.unresolved(each.startsWith("method ") ? Declaration.Kind.METHOD : Declaration.Kind.TYPE, name(each));
            if (waiting.isEmpty()) {
                found.add(each);
            } else if (seen.add(name(each))) {
                missing(waiting.get(), found, seen);
            }
        });
    }

    private List<String> near(String missing, String itself) {
        var known = new TreeSet<String>();
        if (missing.startsWith("method ")) {
            known.addAll(WordList.words());
            known.addAll(session.declared(Declaration.Kind.METHOD));
        } else {
            session.declared(missing.startsWith("class ") ? Declaration.Kind.TYPE : Declaration.Kind.VARIABLE).stream().filter(v -> !v.startsWith("$")).forEach(known::add);
        }
        known.remove(itself);
        return ForeignNames.near(name(missing), known);
    }

    private static String name(String missing) {
        Matcher matcher = MISSING.matcher(missing);
        return matcher.matches() ? matcher.group(2) : missing;
    }
}
