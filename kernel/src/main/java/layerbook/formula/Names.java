package layerbook.formula;

/** How symbol names are written: {@code C_in} as Cᵢₙ, {@code C_in} or {@code C_{\mathrm{in}}}; {@code H'} as H′. */
final class Names {
    private static final String PLAIN = "aehijklmnoprstuvx0123456789";
    private static final String LOWERED = "ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ₀₁₂₃₄₅₆₇₈₉";
    private static final String RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    private Names() {}

    static String of(String name, Style style) {
        int bar = name.indexOf('_');
        boolean split = bar > 0 && bar < name.length() - 1;
        return switch (style) {
            case ASCII -> name.replace("∗", "*").replace("′", "'");
            case UNICODE -> {
                String primed = name.replace("'", "′");
                yield split && lowerable(name.substring(bar + 1)) ? primed.substring(0, bar) + lowered(name.substring(bar + 1)) : primed;
            }
            case LATEX -> split ? name.substring(0, bar) + "_{" + roman(name.substring(bar + 1)) + "}" : word(name);
        };
    }

    /** Several letters side by side would be read as a product of them. */
    private static String word(String name) {
        return name.matches("\\p{L}{2,}") ? roman(name) : name.replace("∗", "{\\ast}");
    }

    private static String roman(String sub) {
        return sub.length() > 1 ? "\\mathrm{" + sub.replace("_", "\\_") + "}" : sub;
    }

    private static boolean lowerable(String sub) {
        return sub.chars().allMatch(c -> PLAIN.indexOf(c) >= 0);
    }

    private static String lowered(String sub) {
        var out = new StringBuilder();
        sub.chars().forEach(c -> out.append(LOWERED.charAt(PLAIN.indexOf(c))));
        return out.toString();
    }

    static String superscript(int exponent) {
        var out = new StringBuilder();
        Integer.toString(exponent).chars().forEach(c -> out.append(c == '-' ? '⁻' : RAISED.charAt(c - '0')));
        return out.toString();
    }
}
