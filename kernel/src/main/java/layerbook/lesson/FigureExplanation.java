package layerbook.lesson;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import layerbook.formula.Expr;
import layerbook.formula.Expr.Sym;
import layerbook.formula.Style;
import layerbook.formula.Working;
import layerbook.hardware.Figure;
import layerbook.hardware.Worked;
import layerbook.table.Figures;
import layerbook.table.Laid;
import layerbook.table.Widths;

/**
 * How the figures of a result came about: for each the formula in letters, the numbers put in, the steps, and who laid the rule down.
 * Example: {@code explain(kvCache(net))}.
 */
public record FigureExplanation(Worked worked) implements Laid {
    @Override public String text(int width, boolean unicode, boolean colour) {
        Style style = unicode ? Style.UNICODE : Style.ASCII;
        var lines = new ArrayList<String>();
        lines.add(worked.title());
        for (Figure f : worked.figures()) {
            lines.add("");
            Widths.wrap(f.meaning() + (f.source().isEmpty() ? "" : "   (" + f.source() + ")"), width - 2).forEach(l -> lines.add("  " + l));
            String letters = letters(f).entrySet().stream().map(e -> e.getKey().text(style) + " = " + e.getValue().text(style) + meaning(e.getKey()))
                .collect(Collectors.joining(", "));
            if (!letters.isEmpty()) {
                Widths.wrap("with " + letters, width - 2).forEach(l -> lines.add("  " + l));
            }
            String head = Expr.symbol(f.letter()).text(style);
            steps(f, style).forEach(step -> lines.add("  " + (step.first() ? head : " ".repeat(Widths.of(head))) + " = " + step.text()));
        }
        String all = String.join("\n", lines);
        return unicode ? all : Figures.ascii(all);
    }

    private record Step(boolean first, String text) {}

    /** The formula, then each step that says something new. */
    private static List<Step> steps(Figure f, Style style) {
        Working working = f.working();
        String symbolic = working.symbolic().text(style);
        var steps = new ArrayList<Step>();
        steps.add(new Step(true, symbolic));
        working.lines(style).stream().filter(l -> !l.equals(symbolic)).forEach(l -> steps.add(new Step(false, l)));
        return steps;
    }

    private static Map<Sym, Expr> letters(Figure f) {
        var letters = new LinkedHashMap<Sym, Expr>();
        f.formula().symbols().forEach(s -> {
            if (f.values().containsKey(s)) {
                letters.put(s, f.values().get(s));
            }
        });
        return letters;
    }

    private static String meaning(Sym letter) {
        String meaning = letter.meaning();
        return meaning.isEmpty() ? "" : " " + meaning;
    }

    @Override public String latex() {
        return worked.figures().stream().map(FigureExplanation::formula).collect(Collectors.joining("\n"));
    }

    private static String formula(Figure f) {
        String head = Expr.symbol(f.letter()).text(Style.LATEX);
        return steps(f, Style.LATEX).stream().map(s -> s.first() ? head + " &= " + s.text() : "&= " + s.text())
            .collect(Collectors.joining(" \\\\\n", "$$\\begin{aligned}\n", "\n\\end{aligned}$$"));
    }

    @Override public String markdown() {
        var out = new StringBuilder("**").append(worked.title()).append("**\n\n");
        worked.figures().forEach(f -> out.append(f.meaning()).append(f.source().isEmpty() ? "" : " (" + f.source() + ")").append(":\n\n")
            .append(formula(f)).append("\n\n"));
        return out.toString().stripTrailing() + "\n";
    }

    @Override public String toString() {
        return text(80, true, false);
    }
}
