package layerbook.layers;

import java.util.List;
import layerbook.formula.Expr;
import layerbook.formula.Expr.Sym;
import layerbook.layer.Arguments;
import layerbook.layer.Inputs;
import layerbook.layer.Keeps;
import layerbook.layer.Kind;
import layerbook.layer.Letters;
import layerbook.layer.Rule;
import layerbook.shape.DType;
import layerbook.shape.Refusal;

/** Tables of rows that are looked up. */
final class Embedded {
    private static final Sym V = Letters.letter("V", "rows of the table");
    private static final Sym BAGS = Letters.letter("M", "bags");

    private Embedded() {}

    static Rule rule(Arguments a) {
        Windows.notNegative(a, "numEmbeddings", "embeddingDim");
        checkPadding(a);
        return Rule.of(a).let(V, "numEmbeddings").let(Letters.E, "embeddingDim").check(letters -> checkRows(a, Letters.ANY, letters)).takes(Letters.ANY).integers().gives(DType.FLOAT32, Letters.ANY, Letters.E)
            .weight("weight", V, Letters.E).work(Kind.LOOKUP, Letters.ANY, Letters.E);
    }

    /** In a table without rows nothing can be looked up. */
    private static void checkRows(Arguments a, Expr asked, java.util.Map<Sym, Expr> letters) {
        if (a.number("numEmbeddings").isZero() && !asked.at(letters).isZero()) {
            throw Refusal.option(a.code() + " has no rows to look up").at("numEmbeddings", "must be 1 or more").fix(a.with("numEmbeddings", 1).code());
        }
    }

    /** The row that stands for padding is one of the table's; negative numbers count from its end. */
    private static void checkPadding(Arguments a) {
        if (a.has("paddingIdx") && a.number("paddingIdx") instanceof Expr.Num row && a.number("numEmbeddings") instanceof Expr.Num rows
                && (row.value().compareTo(rows.value()) >= 0 || row.value().negate().compareTo(rows.value()) > 0)) {
            throw Refusal.option(a.code() + " has no row " + row.text()).at("paddingIdx", "between -" + rows.text() + " and " + rows.minus(1).normal().text()).fix(a.with("paddingIdx", 0).code());
        }
    }

    static Rule bag(Arguments a, Inputs in) {
        if (!List.of("sum", "mean", "max").contains(a.text("mode"))) {
            throw Refusal.option("embeddingBag has no mode \"" + a.text("mode") + "\"").at("mode", "sum, mean or max").fix(a.with("mode", "mean").code());
        }
        Windows.notNegative(a, "numEmbeddings", "embeddingDim");
        checkPadding(a);
        Rule rule = Rule.of(a).check(letters -> checkRows(a, Expr.product(letters.getOrDefault(Letters.N, Expr.ONE), Letters.T), letters)).let(V, "numEmbeddings").let(Letters.E, "embeddingDim").weight("weight", V, Letters.E);
        Kind kind = a.text("mode").equals("max") ? Kind.COMPARE : Kind.ADD;
        if (in != null && in.count() > 0 && in.rank() == 1) {
            if (in.count() < 2) {
                throw Refusal.shape(a.code() + " does not fit its input").why("a flat list of numbers needs a second input that says where each bag begins").fix("x.then(" + a.code() + ", offsets)");
            }
            Expr bags = a.flag("includeLastOffset") ? in.shape(1).dim(0).minus(1).normal() : in.shape(1).dim(0);
            rule.takes(Letters.T).integers().takes(in.shape(1).dims().toArray(Expr[]::new)).integers().let(BAGS, bags).gives(DType.FLOAT32, BAGS, Letters.E);
            rule.when(in.count() > 2, r -> r.takes(Letters.T).floats());
            rule.keeps(k -> bag(k.input(0).input(1), a, 2, bags, Letters.T));
            return rule.work(Kind.LOOKUP, Letters.T, Letters.E).work(kind, Letters.T, Letters.E);
        }
        Expr bags = a.flag("includeLastOffset") ? Letters.N.minus(1) : Letters.N; // PyTorch takes the last row's beginning for the end
        rule.takes(Letters.N, Letters.T).integers().let(BAGS, bags).gives(DType.FLOAT32, bags, Letters.E);
        rule.when(in != null && in.count() == 2, r -> r.takes(Letters.N, Letters.T).floats());
        rule.keeps(k -> bag(k.input(0), a, 3, bags, Letters.N.times(Letters.T)));
        return rule.work(Kind.LOOKUP, Letters.N, Letters.T, Letters.E).work(kind, Letters.N, Letters.T, Letters.E);
    }

    /** What torch.embedding_bag keeps in whole numbers of 8 bytes: where bags begin and how long they are, of which bag each row is, which row was the largest. */
    private static void bag(Keeps keeps, Arguments a, int perBag, Expr bags, Expr rows) {
        boolean largest = a.text("mode").equals("max");
        keeps.indices(Expr.of(largest ? perBag - 1 : perBag), bags).when(!a.text("mode").equals("sum"), k -> k.indices(rows.plus(1)))
            .when(largest, k -> k.indices(bags, Letters.E));
    }
}
