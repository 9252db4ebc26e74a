package layerbook.lesson;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import layerbook.count.Convention;
import layerbook.count.Conventions;
import layerbook.count.Cost;
import layerbook.count.Site;
import layerbook.formula.Expr;
import layerbook.formula.Expr.Sym;
import layerbook.formula.Style;
import layerbook.formula.Working;
import layerbook.layer.Applied;
import layerbook.layer.Part;
import layerbook.layer.Work;
import layerbook.table.Figures;
import layerbook.table.Laid;

/**
 * How the numbers of one row came about: output sizes, parameters and work, each in letters, with the numbers put in, and worked out line by line.
 * What is shown is what was computed: the same trees.
 */
public final class Explanation implements Laid {
    /**
     * One quantity with its working.
     *
     * @param letter what is worked out, e.g. P
     * @param meaning in words, e.g. parameters
     */
    public record Line(String letter, String meaning, Working working) {}

    /** Markdown makes one blank of several. */
    private static final String WIDE_BLANK = "\u2003";

    private final String title;
    private final String doc;
    private final Applied applied;
    private final List<Line> lines = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    private Explanation(String title, String doc, Applied applied) {
        this.title = title;
        this.doc = doc;
        this.applied = applied;
    }

    /** Explains one use of a layer. */
    public static Explanation of(String name, String doc, Applied applied, Convention convention, Cost cost) {
        String from = applied.inputs().types().stream().map(t -> t.shape().text()).collect(Collectors.joining(", "));
        String to = applied.outputs().stream().map(t -> t.shape().text()).collect(Collectors.joining(", "));
        var e = new Explanation(name + "  " + applied.layer().codeText() + "   " + (from.isEmpty() ? to : from + " → " + to), doc, applied);
        e.sizes();
        e.params();
        e.work(convention, cost);
        return e;
    }

    /** The workings, for faces that reveal them one by one. */
    public List<Line> lines() {
        return List.copyOf(lines);
    }

    private void sizes() {
        applied.rule().where().forEach((letter, formula) -> lines.add(new Line(letter.name(), applied.rule().meaning(letter), Working.of(formula, applied.letters()))));
    }

    private void params() {
        if (applied.weights().isEmpty()) {
            notes.add("P = 0: it has nothing to learn");
            return;
        }
        if (applied.rule().parts().isEmpty()) {
            List<List<Expr>> products = applied.rule().weights().stream().map(w -> w.dims()).toList();
            lines.add(new Line("P", "parameters: " + weights(), Working.of(Factored.sum(products), applied.letters())));
            return;
        }
        var terms = new ArrayList<Expr>();
        own().forEach(p -> terms.add(p.size()));
        for (Part p : applied.parts()) {
            Expr size = Expr.sum(p.applied().weights().stream().map(w -> w.size()).toList()).normal();
            if (!size.isZero()) {
                terms.add(size);
                notes.add(p.name() + "  " + p.applied().layer().codeText() + ": " + size.text() + " parameters");
            }
        }
        lines.add(new Line("P", "parameters of its parts", Working.of(Expr.sum(terms), Map.of())));
    }

    private List<layerbook.layer.Param> own() {
        return applied.weights().subList(0, applied.rule().weights().size());
    }

    private String weights() {
        return applied.weights().stream().map(w -> w.name() + " " + w.dims().stream().map(Expr::text).collect(Collectors.joining("×"))).collect(Collectors.joining(", "));
    }

    private void work(Convention convention, Cost cost) {
        var macs = new ArrayList<List<Expr>>();
        for (Work w : applied.rule().work()) {
            if (w.kind() == layerbook.layer.Kind.MULTIPLY_ADD) {
                macs.add(w.factors());
            }
        }
        if (!applied.parts().isEmpty() && (convention == Conventions.FLOPS || convention == Conventions.MACS)) {
            partsWork(convention, macs);
            return;
        }
        if (!macs.isEmpty() && applied.parts().isEmpty()) {
            Expr formula = Factored.sum(macs);
            if (convention == Conventions.FLOPS) {
                formula = Expr.product(Expr.of(2), formula);
            }
            boolean plain = convention == Conventions.FLOPS || convention == Conventions.MACS;
            lines.add(new Line(plain ? convention.unit() : "MACs", plain ? convention.sentence() : Conventions.MACS.sentence(), Working.of(formula, applied.letters())));
            if (plain) {
                return;
            }
        }
        notes.add(convention.unit() + " = " + Figures.text(cost) + (cost instanceof Cost.Uncounted ? ": " + convention.unit() + " count " + convention.sentence() : "")
            + (cost instanceof Cost.Unknown u ? ": " + u.why() : ""));
        var kinds = new java.util.LinkedHashMap<String, Expr>();
        for (Work w : applied.rule().work()) {
            String what = w.kind().name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ') + (w.label().isEmpty() ? "" : " (" + w.label() + ")");
            kinds.merge(what, applied.amount(w), (a, b) -> a.plus(b).normal());
        }
        kinds.forEach((what, amount) -> notes.add(what + ": " + amount.text()));
    }

    /** The work of a composite: its own products in letters, then what each part comes to. */
    private void partsWork(Convention convention, List<List<Expr>> macs) {
        var terms = new ArrayList<Expr>();
        Expr price = Expr.of(convention == Conventions.FLOPS ? 2 : 1);
        macs.forEach(factors -> terms.add(price.isOne() ? Expr.product(factors) : Expr.product(price, Expr.product(factors))));
        for (Part p : applied.parts()) {
            Expr work = price.times(p.applied().amount(layerbook.layer.Kind.MULTIPLY_ADD)).normal();
            if (!work.isZero()) {
                terms.add(work);
                notes.add(p.name() + "  " + p.applied().layer().codeText() + ": " + work.text() + " " + convention.unit());
            }
        }
        if (!terms.isEmpty()) {
            lines.add(new Line(convention.unit(), convention.sentence() + "; its parts added up", Working.of(Expr.sum(terms), applied.letters())));
        }
    }

    /** The letters that the workings use, with their values. */
    private Set<Sym> letters() {
        var used = new LinkedHashSet<Sym>();
        lines.forEach(l -> used.addAll(l.working().symbolic().symbols()));
        used.removeAll(applied.rule().where().keySet());
        return used;
    }

    @Override public String text(int width, boolean unicode, boolean colour) {
        Style style = unicode ? Style.UNICODE : Style.ASCII;
        var out = new StringBuilder(title).append('\n');
        if (!doc.isEmpty()) {
            layerbook.table.Widths.wrap(doc, width - 2).forEach(l -> out.append("  ").append(l).append('\n'));
        }
        String known = letters().stream().filter(s -> applied.letters().containsKey(s) && !applied.letters().get(s).equals(s))
            .map(s -> s.text(style) + " = " + applied.letters().get(s).text(style) + meaning(s)).collect(Collectors.joining(", "));
        if (!known.isEmpty()) {
            layerbook.table.Widths.wrap("with " + known, width - 2).forEach(l -> out.append("  ").append(l).append('\n'));
        }
        for (Line line : lines) {
            line(out, line, style);
        }
        notes.forEach(n -> out.append("  ").append(n).append('\n'));
        String all = out.toString().stripTrailing();
        return unicode ? all : Figures.ascii(all);
    }

    private String meaning(Sym s) {
        String meaning = applied.rule().meaning(s);
        return meaning.isEmpty() ? "" : " " + meaning;
    }

    private static void line(StringBuilder out, Line line, Style style) {
        String head = Expr.symbol(line.letter()).text(style);
        out.append('\n').append("  ").append(head).append(" = ").append(line.working().symbolic().text(style));
        out.append(line.meaning().isEmpty() ? "" : "      " + line.meaning()).append('\n');
        String symbolic = line.working().symbolic().text(style);
        for (String step : line.working().lines(style)) {
            if (!step.equals(symbolic)) {
                out.append("  ").append(" ".repeat(head.length())).append(" = ").append(step).append('\n');
            }
        }
    }

    @Override public String latex() {
        return lines.stream().map(Explanation::formula).collect(Collectors.joining("\n"));
    }

    /** The letters, the numbers put in, the steps: one line below the other, at the sign of equality. */
    private static String formula(Line line) {
        String symbolic = line.working().symbolic().text(Style.LATEX);
        String head = Expr.symbol(line.letter()).text(Style.LATEX);
        return line.working().lines(Style.LATEX).stream().filter(step -> !step.equals(symbolic))
            .map(step -> " \\\\\n&= " + step).collect(Collectors.joining("", "$$\\begin{aligned}\n" + head + " &= " + symbolic, "\n\\end{aligned}$$"));
    }

    @Override public String markdown() {
        var out = new StringBuilder("**").append(escaped(title.replaceAll(" {2,}", WIDE_BLANK))).append("**\n\n");
        out.append(doc.isEmpty() ? "" : escaped(doc) + "\n\n");
        String known = letters().stream().filter(s -> applied.letters().containsKey(s) && !applied.letters().get(s).equals(s))
            .map(s -> "$" + s.text(Style.LATEX) + " = " + applied.letters().get(s).text(Style.LATEX) + "$" + escaped(meaning(s))).collect(Collectors.joining(", "));
        out.append(known.isEmpty() ? "" : "with " + known + "\n\n");
        lines.forEach(l -> out.append(l.meaning().isEmpty() ? "" : escaped(l.meaning()) + ":\n\n").append(formula(l)).append("\n\n"));
        notes.forEach(n -> out.append("- ").append(escaped(n)).append('\n'));
        return out.toString().stripTrailing() + "\n";
    }

    /** What Markdown takes for a sign of its own stays itself. */
    private static String escaped(String text) {
        return text.replaceAll("([\\\\`*_\\[\\]<>$#|~])", "\\\\$1");
    }

    /** The cost of an applied layer outside of any network. */
    static Cost cost(Applied applied, Convention convention) {
        return new Site(applied, true, null, null).cost(convention);
    }
}
