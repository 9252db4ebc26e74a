package layerbook.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import layerbook.count.Site;
import layerbook.formula.Expr;
import layerbook.formula.Style;
import layerbook.layer.Applied;
import layerbook.layer.Letters;
import layerbook.layer.Parameter;
import layerbook.layer.Signature;
import layerbook.lesson.Explanation;
import layerbook.net.Graph;
import layerbook.session.errors.ArgumentHints;
import layerbook.session.output.View;
import layerbook.shape.TensorType;
import layerbook.table.Widths;

/** The page of a layer: what it does, its arguments, which shapes it takes and gives, and its formulas worked with the tensor at hand. */
final class LayerPage {
    private final Signature signature;
    private final Echo echo;

    LayerPage(Signature signature, Echo echo) {
        this.signature = signature;
        this.echo = echo;
    }

    String plain(View view) {
        var lines = new ArrayList<String>(hanging(signature.usage(), "", "    ", view.width()));
        lines.addAll(hanging(signature.doc(), "  ", "  ", view.width()));
        if (!signature.parameters().isEmpty()) {
            lines.add("");
        }
        int names = signature.parameters().stream().mapToInt(p -> p.name().length()).max().orElse(0);
        for (Parameter p : signature.parameters()) {
            String name = String.format("  %-" + names + "s  ", p.name());
            lines.addAll(hanging(p.meaning() + " (" + need(p) + ")", name, " ".repeat(name.length()), view.width()));
        }
        example().ifPresent(applied -> {
            lines.add("");
            lines.addAll(hanging(shapes(applied), "  ", "  ", view.width()));
            lines.add("");
            var cost = new Site(applied, true, null, null).cost(echo.convention());
            lines.add(Explanation.of("Here, for example:", "", applied, echo.convention(), cost).text(view.width(), view.unicode(), view.colour()));
        });
        return String.join("\n", lines);
    }

    private static List<String> hanging(String text, String first, String others, int width) {
        List<String> parts = Widths.wrap(text, Math.max(16, width - others.length()));
        return java.util.stream.IntStream.range(0, parts.size()).mapToObj(i -> (i == 0 ? first : others) + parts.get(i)).toList();
    }

    static String need(Parameter p) {
        return switch (p.need()) {
            case OPTIONAL -> p.standard() == null ? "not given" : "standard " + ArgumentHints.standard(p.standard());
            case INFERRED -> "taken from the input if left out";
            case REQUIRED -> "needed";
        };
    }

    /** What it takes and gives, in letters. */
    private static String shapes(Applied applied) {
        String takes = patterns(applied.rule().inputPatterns());
        String gives = patterns(applied.rule().outputPatterns());
        return gives.isEmpty() ? "takes " + takes : "takes " + takes + ", gives " + gives;
    }

    private static String patterns(List<List<Expr>> patterns) {
        return patterns.stream().map(p -> p.stream().map(e -> e.equals(Letters.ANY) ? "..." : e.text(Style.UNICODE)).collect(Collectors.joining("×"))).collect(Collectors.joining(" and "));
    }

    /** The layer on the tensor at the end of the network, or where it does not fit that, on a small one of its own. */
    private Optional<Applied> example() {
        Graph g = echo.book().graph();
        Stream<TensorType> here = g.lastInput() == null ? Stream.empty() : Stream.of(g.tip(g.networkOf(g.lastInput())).outputs().get(0));
        return Example.of(signature, here);
    }
}
