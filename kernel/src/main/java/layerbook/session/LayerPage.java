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
import layerbook.layer.Arguments;
import layerbook.layer.Inputs;
import layerbook.layer.Letters;
import layerbook.layer.Parameter;
import layerbook.layer.Signature;
import layerbook.lesson.Explanation;
import layerbook.net.Graph;
import layerbook.shape.DType;
import layerbook.shape.Refusal;
import layerbook.shape.Shape;
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
            case OPTIONAL -> p.standard() == null ? "not given" : "standard " + Hints.standard(p.standard());
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
        return Stream.concat(here, Stream.of(type(3, 32, 32), type(16), type(16, 32), type(20, 64), type(3, 8, 32, 32), indices()))
            .flatMap(type -> Stream.of(1, 2, 3).map(inputs -> java.util.Collections.nCopies(inputs, type)))
            .flatMap(this::applied).findFirst();
    }

    private static TensorType type(int... sizes) {
        var dims = new ArrayList<Expr>(List.of(Letters.N));
        java.util.Arrays.stream(sizes).forEach(s -> dims.add(Expr.of(s)));
        return TensorType.of(new Shape(dims));
    }

    private static TensorType indices() {
        return new TensorType(new Shape(List.of(Letters.N, Expr.of(20))), DType.INT64);
    }

    private Stream<Applied> applied(List<TensorType> types) {
        return Stream.of(7, 0).flatMap(guess -> {
            try {
                Object[] arguments = signature.parameters().stream().filter(p -> p.need() == Parameter.Need.REQUIRED).map(p -> value(p, types.get(0), guess)).toArray();
                return Stream.of(Applied.of(signature.read(arguments), new Inputs(types)));
            } catch (Refusal | ArithmeticException | IndexOutOfBoundsException doesNotFit) {
                return Stream.empty();
            }
        });
    }

    /** A usual value of an argument that is needed: what the tensor has where it must match, else something small. */
    private static Object value(Parameter p, TensorType type, int guess) {
        String name = p.name();
        Expr last = type.shape().dims().get(type.shape().dims().size() - 1);
        if (name.equals("kernelSize")) {
            return guess > 0 ? 3 : 2;
        } else if (name.matches("embedDim|dModel|normalizedShape|inputSize|numFeatures|inFeatures|numChannels")) {
            return last;
        } else if (name.matches("out.*|hiddenSize|numEmbeddings|embeddingDim|dimFeedforward")) {
            return guess > 0 ? 16 : 1;
        }
        return guess > 0 && name.startsWith("output") ? guess : 2;
    }
}
