package layerbook.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import layerbook.count.Conventions;
import layerbook.count.Site;
import layerbook.formula.Expr;
import layerbook.layer.Applied;
import layerbook.layer.Inputs;
import layerbook.layer.Kind;
import layerbook.layer.Layer;
import layerbook.layer.Rule;
import layerbook.layers.Catalogue;
import layerbook.layers.TruthCase;
import layerbook.shape.Shape;
import layerbook.shape.TensorType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the legend of an explanation says of a letter is what the letter means in this layer, whatever it means in another. */
class LegendTest {
    static Stream<TruthCase> cases() {
        return TruthCase.all();
    }

    /** Every letter of every rule of the catalogue, as often as a rule uses it. */
    private static Map<String, List<String>> meanings() {
        var out = new TreeMap<String, List<String>>();
        TruthCase.all().forEach(c -> c.applied().rule().lets().keySet()
            .forEach(l -> out.computeIfAbsent(l.name(), n -> new ArrayList<>()).add(c.applied().rule().meaning(l))));
        return out;
    }

    private static String explained(Layer layer, long... sizes) {
        return explained(Applied.of(layer, Inputs.of(TensorType.of(Shape.of(sizes)))));
    }

    private static String explained(Applied a) {
        return Explanation.of("row", "", a, Conventions.FLOPS, Conventions.FLOPS.cost(new Site(a, true, null, null))).text(400, true, false);
    }

    @ParameterizedTest(name = "{0}") @MethodSource("cases") void everyLetterOfALayerIsExplained(TruthCase c) {
        Rule rule = c.applied().rule();
        rule.lets().keySet().forEach(l -> assertFalse(rule.meaning(l).isEmpty(), l.name() + " of " + rule.name()));
    }

    @Test void aLetterMayMeanDifferentThings() {
        Map<String, List<String>> all = meanings();
        assertTrue(all.get("q").contains("projected size") && all.get("q").contains("output padding"), () -> all.get("q").toString());
        assertTrue(all.size() > 30, "letters are found");
    }

    /** In any order: what was explained before says nothing of what is explained now. */
    @Test void outputPaddingIsNoProjectedSize() {
        var random = new Random(13);
        for (int i = 0; i < 40; i++) {
            int stride = 2 + random.nextInt(3);
            int axes = 1 + random.nextInt(2);
            Layer conv = read("convTranspose" + axes + "d", 2 + random.nextInt(4), 1 + random.nextInt(5), 3, option("stride", stride),
                option("outputPadding", 1 + random.nextInt(stride - 1)));
            Layer lstm = read("lstm", 8, 16, option("projSize", 1 + random.nextInt(12)), option("batchFirst", true));
            boolean lstmFirst = random.nextBoolean();
            String before = lstmFirst ? explained(lstm, 2, 5, 8) : "";
            String text = conv(conv, axes);
            String behind = lstmFirst ? before : explained(lstm, 2, 5, 8);
            assertTrue(text.contains("output padding") && !text.contains("projected"), text);
            assertTrue(behind.contains("projected size") && !behind.contains("output padding"), behind);
        }
    }

    private static String conv(Layer conv, int axes) {
        long channels = conv.rule().lets().get(Expr.symbol("C_in")).exact().longValue();
        return axes == 1 ? explained(conv, 1, channels, 9) : explained(conv, 1, channels, 5, 7);
    }

    private static Layer read(String factory, Object... arguments) {
        return Catalogue.find(factory).orElseThrow().read(arguments);
    }

    private static layerbook.layer.Option option(String name, Object value) {
        return layerbook.layer.Option.of(name, value);
    }

    /** A layer of a user's own, with a letter of her choice. */
    record Own(String letter) implements Layer {
        @Override public Rule rule() {
            Expr.Sym mine = Expr.symbol(letter);
            return Rule.of("Own").let(mine, 3).takes(Expr.symbol("rows"), Expr.symbol("columns")).gives(Expr.symbol("rows"), mine)
                .weight("weight", Expr.symbol("columns"), mine).work(Kind.MULTIPLY_ADD, Expr.symbol("rows"), Expr.symbol("columns"), mine);
        }
    }

    @Test void aLetterOfTheUsersHasNoMeaningOfALayerOfOurs() {
        var known = meanings().entrySet().stream().flatMap(e -> e.getValue().stream()).collect(Collectors.toSet());
        for (String letter : meanings().keySet()) {
            String text = explained(new Own(letter), 4, 5);
            assertEquals(List.of(), known.stream().filter(m -> text.contains(" " + m)).filter(m -> !m.equals("parameters")).toList(), letter + "\n" + text);
        }
    }
}
