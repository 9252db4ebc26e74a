package layerbook.session.python;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import layerbook.syntax.Python;
import layerbook.syntax.SourceFile;
import layerbook.syntax.Statement;

/** Tells Python from Java, as DESIGN section 9 says: a text is Python if one of its statements can be nothing else, or all may be. */
final class Language {
    /** What names mean in the session. */
    interface Names {
        /** Whether Java knows it: a variable, method or type of the user's, or a word of Layerbook. */
        boolean isJava(String name);

        /** Whether it is a variable or a word that stands for a value in Java. */
        boolean isWord(String name);

        /** Whether Python assigned it last. */
        boolean isPython(String name);

        /** Whether it is a function or class that Python has without an import. */
        boolean isBuiltin(String name);
    }

    private static final Pattern LINE = Pattern.compile("^[ \\t]*(?:class \\w+ *(?:\\([^()]*\\))? *:|def \\w+ *\\(|from +[\\w.]+ +import\\b|import +(?:torch|numpy|math)\\b"
        + "|for +[^({;\\n]+ +in\\b[^;{\\n]*:|with +[^{;\\n]+:|@\\w+[\\w.]*\\s*$|\\w+ *= *(?:nn|torch|F)\\.\\w+|(?:if|elif|while) [^{;\\n]*:\\s*$|(?:else|try|except\\b[^{\\n]*):\\s*$)", Pattern.MULTILINE);
    private static final Pattern HINT = Pattern.compile("\\b(?:import|from|def|class|for|in|with|lambda|not|and|or|is|None|True|False|pass|del|raise|assert|nn|torch|F|np|try|while|if|print|len"
        + "|sum|list|dict|set|tuple|str|type|isinstance|range|sorted|max|min|abs|round|open|super|getattr|zip|map|math)\\b|\\*\\*|//|^[ \\t]*\\w+ *=(?!=)|\\w *=(?!=) *[\\w\"'(\\[]"
        + "|>>>|In \\[|^[^\"\\n]*[\\])\\w] *,|\\[|[（，]", Pattern.MULTILINE);
    private static final Set<String> MODULES = Set.of("nn", "torch", "F", "np");

    private Language() {}

    /** Whether it is worth a closer look: most of Java's statements are not. */
    static boolean mayBePython(String text) {
        return HINT.matcher(text).find();
    }

    static boolean isPython(String text, Names names) {
        if (PastedText.hasPrompt(text)) {
            return true;
        }
        SourceFile file = Python.read("input", text);
        if (!file.problems().isEmpty()) {
            return LINE.matcher(text).find();
        }
        boolean all = !file.body().isEmpty();
        for (Statement s : file.body()) {
            PythonFeatures f = PythonFeatures.of(s);
            if (isSurely(f, names)) {
                return true;
            }
            all &= isLikely(f, names);
        }
        return all;
    }

    private static boolean isSurely(PythonFeatures f, Names names) {
        if (f.reads.contains("self") && !names.isPython("self")) {
            return false;
        }
        if (f.comments && !f.reads.stream().allMatch(n -> names.isPython(n) || MODULES.contains(n))) {
            return false;
        }
        boolean foreign = f.calls.stream().anyMatch(n -> names.isWord(n) && !names.isPython(n) && !names.isBuiltin(n));
        boolean keywords = f.keywordCalls.stream().anyMatch(n -> n.isEmpty() || !names.isWord(n));
        return f.only && !foreign || keywords && !foreign || f.comments && f.calls.isEmpty()
            || f.bases.stream().anyMatch(n -> MODULES.contains(n) && !names.isJava(n) || names.isPython(n) && !foreign);
    }

    /** Whether it is Python by the names that it uses. */
    private static boolean isLikely(PythonFeatures f, Names names) {
        boolean uses = f.reads.stream().anyMatch(names::isPython) || f.calls.stream().anyMatch(names::isPython);
        boolean builtin = f.calls.stream().anyMatch(n -> names.isBuiltin(n) && !names.isWord(n) && !names.isJava(n));
        boolean java = f.reads.stream().anyMatch(n -> names.isWord(n) && !names.isPython(n)) || f.calls.stream().anyMatch(n -> names.isWord(n) && !names.isPython(n));
        boolean assigns = f.assigns != null && (names.isPython(f.assigns) || !names.isJava(f.assigns));
        boolean loose = f.reads.contains("self") && !names.isPython("self");
        return !java && !loose && (uses || builtin || assigns);
    }
}
