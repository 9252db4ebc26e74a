package layerbook.notebook.format;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import layerbook.io.Json;
import layerbook.io.JsonText;

/** As much YAML as heads of notebooks hold: maps and lists by indentation, scalars plain or quoted, JSON in between. */
final class Yaml {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z_./](?:[A-Za-z0-9_./+()\\- ]*[A-Za-z0-9_./+()\\-])?");
    private static final Pattern WORD = Pattern.compile("(?i)true|false|null|yes|no|on|off|y|n|\\.nan|[+-]?\\.inf|[.]+");
    private static final Pattern NUMBER = Pattern.compile("[-+]?[0-9]+(\\.[0-9]*)?([eE][-+]?[0-9]+)?");
    private static final int DEEPEST = 100;

    private final List<String> lines;
    private int at;
    private int depth;

    private Yaml(List<String> lines) {
        this.lines = lines;
    }

    /** Reads a document that is a map; anything that we do not know is an error, so that nothing is misread. */
    static Map<String, Object> read(List<String> lines) throws IOException {
        var yaml = new Yaml(lines.stream().filter(line -> !line.isBlank() && !line.strip().startsWith("#")).toList());
        Object value = yaml.lines.isEmpty() ? Map.of() : yaml.block(0);
        if (yaml.at < yaml.lines.size() || !(value instanceof Map)) {
            throw new IOException("not understood: " + (yaml.at < yaml.lines.size() ? yaml.lines.get(yaml.at) : value));
        }
        return Json.map(value);
    }

    private Object block(int indent) throws IOException {
        if (++depth > DEEPEST) {
            throw new IOException("nested too deeply");
        }
        Object value = rest(indent).startsWith("- ") || rest(indent).equals("-") ? list(indent) : map(indent);
        depth--;
        return value;
    }

    private Map<String, Object> map(int indent) throws IOException {
        Map<String, Object> map = new LinkedHashMap<>();
        while (at < lines.size() && indent() == indent && !rest(indent).startsWith("- ")) {
            String line = rest(indent);
            int colon = keyEnd(line);
            String key = String.valueOf(scalar(line.substring(0, colon).strip()));
            String value = line.substring(colon + 1).strip();
            at++;
            map.put(key, value.isEmpty() ? below(indent) : scalar(value));
        }
        return map;
    }

    private static int keyEnd(String line) throws IOException {
        char quote = line.charAt(0);
        int from = quote == '"' || quote == '\'' ? line.indexOf(quote, 1) + 1 : 0;
        int colon = line.endsWith(":") && line.indexOf(": ", from) < 0 ? line.length() - 1 : line.indexOf(": ", from);
        if (colon <= 0) {
            throw new IOException("not understood: " + line);
        }
        return colon;
    }

    /** What stands under a key: a deeper block, a list at the key's own indentation, or nothing. */
    private Object below(int indent) throws IOException {
        if (at >= lines.size()) {
            return null;
        }
        boolean list = indent() == indent && (rest(indent).startsWith("- ") || rest(indent).equals("-"));
        return indent() > indent || list ? block(indent()) : null;
    }

    private List<Object> list(int indent) throws IOException {
        List<Object> list = new ArrayList<>();
        while (at < lines.size() && indent() == indent && (rest(indent).startsWith("- ") || rest(indent).equals("-"))) {
            String line = lines.get(at);
            String item = rest(indent).substring(1).strip();
            if (item.isEmpty()) {
                at++;
                list.add(below(indent));
            } else if (item.matches("[A-Za-z0-9_.-]+:( .*)?") || item.startsWith("- ")) {
                int inner = line.length() - item.length();
                var copy = new Yaml(withoutDash(inner));
                copy.depth = depth;
                list.add(copy.block(inner));
                at += copy.at;
            } else {
                at++;
                list.add(scalar(item));
            }
        }
        return list;
    }

    private List<String> withoutDash(int inner) {
        List<String> rest = new ArrayList<>(lines.subList(at, lines.size()));
        rest.set(0, " ".repeat(inner) + lines.get(at).substring(inner));
        return rest;
    }

    private int indent() {
        String line = lines.get(at);
        return line.length() - line.stripLeading().length();
    }

    private String rest(int indent) {
        return lines.get(at).substring(Math.min(indent, lines.get(at).length())).stripTrailing();
    }

    private static Object scalar(String text) throws IOException {
        char first = text.charAt(0);
        if (first == '"' || first == '{' || first == '[') {
            return Json.parse(text);
        }
        if (first == '\'') {
            if (text.length() < 2 || !text.endsWith("'")) {
                throw new IOException("quote not closed: " + text);
            }
            return text.substring(1, text.length() - 1).replace("''", "'");
        }
        if (NUMBER.matcher(text).matches()) {
            return new Json.Num(text);
        }
        if (text.contains(" #") || "&*!|>@`%?".indexOf(first) >= 0) {
            throw new IOException("not understood: " + text);
        }
        return switch (text) {
            case "true", "True" -> Boolean.TRUE;
            case "false", "False" -> Boolean.FALSE;
            case "null", "~", "Null" -> null;
            default -> text;
        };
    }

    /** Writes a map, keys in order of the alphabet, as PyYAML does. */
    static List<String> write(Map<String, Object> map) {
        List<String> lines = new ArrayList<>();
        new TreeMap<>(map).forEach((key, value) -> entry(quoted(key) + ":", value, "", lines));
        return lines;
    }

    private static void entry(String lead, Object value, String indent, List<String> lines) {
        if (value instanceof Map<?, ?> map && !map.isEmpty()) {
            lines.add(indent + lead);
            new TreeMap<>(Json.map(map)).forEach((k, v) -> entry(quoted(k) + ":", v, indent + "  ", lines));
        } else if (value instanceof List<?> list && !list.isEmpty() && list.stream().noneMatch(Yaml::nested)) {
            lines.add(indent + lead);
            list.forEach(item -> lines.add(indent + "- " + plain(item)));
        } else {
            lines.add(indent + lead + " " + (value instanceof String text ? quoted(text) : plain(value)));
        }
    }

    private static boolean nested(Object value) {
        return value instanceof Map<?, ?> || value instanceof List<?>;
    }

    private static String plain(Object value) {
        return value instanceof String text ? quoted(text) : JsonText.inline(value);
    }

    private static String quoted(String text) {
        if (PLAIN.matcher(text).matches() && !WORD.matcher(text).matches()) {
            return text;
        }
        boolean simple = !text.isEmpty() && text.chars().allMatch(c -> c >= 0x20 && c < 0x7f);
        return simple ? "'" + text.replace("'", "''") + "'" : JsonText.inline(text);
    }
}
