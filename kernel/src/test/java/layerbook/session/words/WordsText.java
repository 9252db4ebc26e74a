package layerbook.session.words;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import layerbook.layer.Parameter;
import layerbook.layer.Signature;

/** The Java text of the words that follow from the catalogues: one for each layer, one for each option. */
final class WordsText {
    private static final int WIDTH = 120;
    private static final String WRITTEN = "Written from the catalogue by WordsTest.";

    private WordsText() {}

    static String layers(Collection<Signature> catalogue) {
        var out = new StringBuilder("package layerbook.session.words;\n\nimport layerbook.layer.Layer;\n\n");
        out.append("/**\n * The words that make layers: one for each class of {@code torch.nn}, in lowerCamelCase.\n * ").append(WRITTEN)
            .append("\n */\n");
        out.append("abstract class LayerWords extends TableWords {\n    LayerWords() {}\n");
        for (Signature layer : catalogue) {
            method(out, layerDoc(layer), "Layer", layer.factory(), "arguments", "LayerMaker.made(\"" + layer.factory() + "\", arguments)");
            String spelled = Character.toLowerCase(layer.className().charAt(0)) + layer.className().substring(1);
            if (!spelled.equals(layer.factory()) && layer.className().endsWith("Loss") && Character.isLowerCase(layer.className().charAt(1))) {
                method(out, List.of("The same as {@link #" + layer.factory() + "}, with capitals as in the class name.", "@param arguments as of that word",
                    "@return the layer"), "Layer", spelled, "arguments", "LayerMaker.made(\"" + layer.factory() + "\", arguments)");
            }
        }
        return out.append("}\n").toString();
    }

    static String options(Collection<Signature> layers, Collection<String> taken) {
        var meanings = new TreeMap<String, Map<String, TreeSet<String>>>();
        for (Signature layer : layers) {
            layer.parameters().forEach(p -> meaning(meanings, p.name(), p.meaning() + standard(p), layer.factory()));
        }
        meanings.keySet().removeAll(taken);
        var out = new StringBuilder("package layerbook.session.words;\n\nimport layerbook.layer.Letters;\nimport layerbook.layer.Option;\n\n");
        out.append("/**\n * The words that name arguments, such as {@code padding(1)}: PyTorch's keywords in lowerCamelCase.\n * ").append(WRITTEN)
            .append("\n */\n");
        out.append("abstract class OptionWords extends LayerWords implements Letters {\n    OptionWords() {}\n");
        meanings.forEach((word, by) -> {
            var doc = new ArrayList<String>();
            by.forEach((meaning, of) -> doc.add((doc.isEmpty() ? "" : "<p>") + capital(escaped(meaning)) + ". Of " + named(of) + "."));
            doc.add("@param value the value, or one for each axis");
            doc.add("@return the named argument");
            method(out, doc, "Option", word, "value", "Option.of(\"" + word + "\", value)");
        });
        return out.append("}\n").toString();
    }

    private static void meaning(Map<String, Map<String, TreeSet<String>>> meanings, String word, String meaning, String of) {
        meanings.computeIfAbsent(word, w -> new LinkedHashMap<>()).computeIfAbsent(meaning, m -> new TreeSet<>()).add(of);
    }

    private static String named(Collection<String> words) {
        String first = words.stream().limit(6).map(w -> "{@code " + w + "}").collect(Collectors.joining(", "));
        return first + (words.size() > 6 ? " and " + (words.size() - 6) + " more" : "");
    }

    private static List<String> layerDoc(Signature layer) {
        var doc = new ArrayList<String>();
        doc.add(escaped(layer.doc()) + (layer.doc().endsWith(".") ? "" : ".") + " PyTorch's {@code torch.nn." + layer.className() + "}: {@code " + layer.usage() + "}.");
        String arguments = layer.parameters().stream().map(p -> "{@code " + p.name() + "}, " + escaped(p.meaning()) + standard(p)).collect(Collectors.joining("; "));
        doc.add("@param arguments " + (arguments.isEmpty() ? "none" : arguments));
        doc.add("@return the layer; a statement of its own adds it to the network of the last {@code input(..)}");
        return doc;
    }

    private static String standard(Parameter p) {
        return switch (p.need()) {
            case INFERRED -> " (taken from the input if left out)";
            case REQUIRED -> "";
            case OPTIONAL -> p.standard() == null ? " (may be left out)" : " (default " + escaped(String.valueOf(p.standard())) + ")";
        };
    }

    private static void method(StringBuilder out, List<String> doc, String type, String word, String argument, String body) {
        out.append("\n    /**\n");
        boolean tags = false;
        for (String paragraph : doc) {
            if (paragraph.startsWith("@") && !tags) {
                out.append("     *\n");
                tags = true;
            }
            wrap(out, paragraph);
        }
        out.append("     */\n    public static ").append(type).append(' ').append(word).append("(Object... ").append(argument).append(") {\n        return ")
            .append(body).append(";\n    }\n");
    }

    private static void wrap(StringBuilder out, String paragraph) {
        var line = new StringBuilder("     *");
        for (String word : paragraph.replace("{@code ", "{@code\u00a0").replace("{@link ", "{@link\u00a0").split(" ")) {
            if (line.length() + 1 + word.length() > WIDTH) {
                out.append(line).append('\n');
                line = new StringBuilder("     *  ");
            }
            line.append(' ').append(word.replace('\u00a0', ' '));
        }
        out.append(line).append('\n');
    }

    private static String capital(String text) {
        return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("*/", "*&#47;").replace("@", "&#64;");
    }
}
