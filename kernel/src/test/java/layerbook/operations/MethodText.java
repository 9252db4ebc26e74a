package layerbook.operations;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.SourceVersion;

/** The Java text of an interface that holds the methods of a family of operations. */
final class MethodText {
    /** What a tensor declares itself. */
    private static final Set<String> OWN = Set.of("clone");
    private static final int WIDTH = 116;

    private MethodText() {}

    static String of(String name, List<Operator> operators) {
        var out = new StringBuilder(head());
        boolean lists = operators.stream().anyMatch(o -> o.isMethod() && o.isList());
        if (lists) {
            out.append("import java.util.List;\n\n");
        }
        out.append("/** Methods of a tensor. Written from the catalogue of operations by TensorMethodsTest. */\ninterface ").append(name).append(" extends Callable {\n");
        var methods = new ArrayList<String>();
        for (Operator o : operators) {
            if (o.isMethod()) {
                method(methods, o, o.word());
                o.aliases().forEach(alias -> method(methods, o, Spelling.camel(alias)));
            }
        }
        return out.append(String.join("\n", methods)).append("}\n").toString();
    }

    static String joining(Collection<String> interfaces) {
        return head() + "/** All methods of a tensor that are operations. Written from the catalogue of operations by TensorMethodsTest. */\ninterface TensorMethods extends\n    "
            + String.join(", ", interfaces) + " {\n}\n";
    }

    private static String head() {
        return "package layerbook.net;\n\n";
    }

    private static void method(List<String> out, Operator o, String word) {
        if (OWN.contains(word) || SourceVersion.isKeyword(word)) {
            return;
        }
        List<String> parameters = parameters(o);
        String call = "call(" + arguments(word, parameters) + ")";
        String type = o.isList() ? "List<Tensor>" : "Tensor";
        String signature = "    default " + type + " " + word + "(" + String.join(", ", parameters) + ") {\n";
        String body = o.isList() ? "        @SuppressWarnings(\"unchecked\")\n        var out = (List<Tensor>) " + call + ";\n        return out;\n" : "        return (Tensor) " + call + ";\n";
        out.add(doc(o.doc()) + signature + body + "    }\n");
    }

    private static String arguments(String word, List<String> parameters) {
        List<String> names = parameters.stream().map(p -> p.substring(p.lastIndexOf(' ') + 1)).toList();
        boolean varargs = !parameters.isEmpty() && parameters.get(parameters.size() - 1).contains("...");
        if (varargs && names.size() > 1) {
            String fixed = String.join(", ", names.subList(0, names.size() - 1));
            return "\"" + word + "\", with(" + names.get(names.size() - 1) + ", " + fixed + ")";
        }
        return "\"" + word + "\"" + names.stream().map(n -> ", " + n).collect(Collectors.joining());
    }

    /** Those that must be given, then the others as options. */
    private static List<String> parameters(Operator o) {
        var out = new ArrayList<String>();
        if (o.schemas().size() > 1) {
            return List.of("Object... arguments");
        }
        Schema schema = o.schemas().get(0);
        for (Schema.Argument a : schema.arguments()) {
            if (a == schema.receiver()) {
                continue;
            }
            boolean fixed = a.required() && !a.keywordOnly();
            if (!fixed || a.isList() && !a.types().contains(Schema.Type.INT)) {
                out.add("Object... " + (fixed ? a.option() : "options"));
                return out;
            }
            out.add((a.types().equals(Set.of(Schema.Type.TENSOR)) ? "Tensor " : "Object ") + a.option());
        }
        return out;
    }

    private static String doc(String text) {
        String escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("*/", "*&#47;").replace("@", "&#64;");
        if (escaped.length() + 12 <= WIDTH) {
            return "    /** " + escaped + " */\n";
        }
        var out = new StringBuilder("    /**\n     *");
        int at = 6;
        for (String word : escaped.split(" ")) {
            if (at + 1 + word.length() > WIDTH) {
                out.append("\n     *");
                at = 6;
            }
            out.append(' ').append(word);
            at += 1 + word.length();
        }
        return out.append("\n     */\n").toString();
    }
}
