package layerbook.page;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A formula in TeX as one line of text for a terminal: {@code C_{in} \cdot k^2} as {@code Cᵢₙ·k²}, a fraction with a stroke. Takes what lessons
 * use; a word it does not know stands there without its stroke.
 */
public final class TexText {
    private static final Pattern FORMULA = Pattern.compile("(?s)\\$\\$(.+?)\\$\\$|(?<![\\\\$\\w])\\$(?=[^\\s$])([^$\\n]*(?:\\n[^$\\n]+)*?)(?<=[^\\s\\\\])\\$(?![\\d$])");
    private static final String LOW = "aehijklmnoprstuvx0123456789+-=()";
    private static final String LOWERED = "ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎";
    private static final String HIGH = "0123456789+-=()niT";
    private static final String RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱᵀ";
    private static final Map<String, String> SIGNS = Map.ofEntries(Map.entry("cdot", "·"), Map.entry("times", "×"), Map.entry("lfloor", "⌊"), Map.entry("rfloor", "⌋"),
        Map.entry("lceil", "⌈"), Map.entry("rceil", "⌉"), Map.entry("ge", "≥"), Map.entry("le", "≤"), Map.entry("approx", "≈"), Map.entry("sum", "Σ"), Map.entry("prod", "Π"),
        Map.entry("alpha", "α"), Map.entry("beta", "β"), Map.entry("gamma", "γ"), Map.entry("epsilon", "ε"), Map.entry("theta", "θ"), Map.entry("mu", "μ"),
        Map.entry("sigma", "σ"), Map.entry("qquad", "   "), Map.entry("quad", "  "), Map.entry("left", ""), Map.entry("right", ""), Map.entry("ldots", "…"), Map.entry("dots", "…"));

    private final String tex;
    private int at;

    private TexText(String tex) {
        this.tex = tex;
    }

    /** Markdown with its formulas as text. */
    public static String of(String markdown) {
        return FORMULA.matcher(markdown).replaceAll(found -> Matcher.quoteReplacement(
            found.group(1) != null ? "    " + formula(found.group(1)) : formula(found.group(2))));
    }

    public static String formula(String tex) {
        return new TexText(tex.strip()).group(false).replaceAll(" ?· ?", "·").replaceAll("(?<=[⌊⌈]) +| +(?=[⌋⌉])", "").replaceAll("(?<=\\S) {2}(?=\\S)", " ").strip();
    }

    /** Up to the brace that closes the group, or the end. */
    private String group(boolean inBraces) {
        var text = new StringBuilder();
        while (at < tex.length()) {
            if (tex.charAt(at) == '}' && inBraces) {
                at++;
                break;
            }
            text.append(piece());
        }
        return text.toString();
    }

    private String piece() {
        char c = tex.charAt(at++);
        return switch (c) {
            case '{' -> group(true);
            case '_' -> script(argument(), LOW, LOWERED, "_");
            case '^' -> script(argument(), HIGH, RAISED, "^");
            case '-' -> "−";
            case '\'' -> "′";
            case '\n' -> " ";
            case '\\' -> command();
            default -> String.valueOf(c);
        };
    }

    /** What stands behind a command or a script sign: a group, or one piece. */
    private String argument() {
        while (at < tex.length() && tex.charAt(at) == ' ') {
            at++;
        }
        return at < tex.length() ? piece() : "";
    }

    private String command() {
        int from = at;
        while (at < tex.length() && Character.isLetter(tex.charAt(at))) {
            at++;
        }
        String name = tex.substring(from, at);
        if (name.isEmpty()) {
            return at < tex.length() ? Map.of(',', "", ';', "", '!', "", '\\', "   ").getOrDefault(tex.charAt(at++), tex.substring(at - 1, at)) : "";
        }
        return switch (name) {
            case "frac" -> bracketed(argument()) + " / " + bracketed(argument());
            case "sqrt" -> "√" + bracketed(argument());
            case "text", "mathrm", "mathbf" -> words();
            case "underbrace" -> argument() + named();
            default -> SIGNS.getOrDefault(name, name);
        };
    }

    /** Words are no formula: blanks and strokes stay what they are. */
    private String words() {
        int end = tex.indexOf('}', at);
        if (at >= tex.length() || tex.charAt(at) != '{' || end < 0) {
            return argument();
        }
        String words = tex.substring(at + 1, end);
        at = end + 1;
        return words;
    }

    /** What a brace under a part says. */
    private String named() {
        if (at < tex.length() && tex.charAt(at) == '_') {
            at++;
            return " [" + argument() + "]";
        }
        return "";
    }

    private static String bracketed(String part) {
        return part.matches("[\\w.]+|\\w[²³′]?") ? part : "(" + part.strip() + ")";
    }

    private static String script(String part, String plain, String small, String sign) {
        String script = part.replace('−', '-').replace(" ", "");
        if (script.isEmpty() || !script.chars().allMatch(c -> plain.indexOf(c) >= 0)) {
            return sign + (part.length() > 1 ? "(" + part.strip() + ")" : part);
        }
        var text = new StringBuilder();
        script.chars().forEach(c -> text.append(small.charAt(plain.indexOf(c))));
        return text.toString();
    }
}
