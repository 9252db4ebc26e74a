package layerbook.load.config;

import java.util.List;
import layerbook.formula.Expr;
import layerbook.formula.Expr.Sym;
import layerbook.layer.Inputs;
import layerbook.layer.Kind;
import layerbook.layer.Layer;
import layerbook.layer.Letters;
import layerbook.layer.LibraryLayer;
import layerbook.layer.Mixture;
import layerbook.layer.Rule;
import layerbook.shape.Refusal;
import layerbook.shape.Shape;
import layerbook.shape.TensorType;

/**
 * The experts of a mixture: each is a gated feed-forward part, and each token passes through the {@code chosen} ones that its router picks. The weights are
 * those of all experts. The work is that of the chosen ones, whichever they are: N·T·chosen rows go through one expert each.
 * Takes N×T×d, gives N×T×d. Source: Shazeer et al., "Outrageously large neural networks", 2017.
 *
 * @param experts how many there are
 * @param chosen through how many of them a token passes
 * @param middle the width of the middle of an expert
 * @param form how the weights stand in the checkpoint
 * @param names of gate, up and down for separate weights; of the two stacks otherwise
 * @param bias whether there are biases
 */
record Experts(long experts, long chosen, long width, long middle, Form form, List<String> names, boolean bias) implements Layer, Mixture {
    /** How the weights of experts are stored. */
    enum Form {
        /** Three matrices for each expert. */
        SEPARATE,
        /** All experts in one tensor, inputs before outputs: E×d×2f and E×f×d. */
        STACKED,
        /** The same, outputs before inputs: E×2f×d and E×d×f. */
        STACKED_TRANSPOSED
    }

    private static final Sym WIDTH = Letters.letter("d", "width");
    private static final Sym MIDDLE = Letters.letter("f", "width of an expert's middle");
    private static final Sym COUNT = Letters.letter("E_x", "experts");
    private static final Sym CHOSEN = Letters.letter("k_x", "experts that a token passes through");

    /** The same, refused if a token would pass through more experts than there are. */
    static Experts checked(long experts, long chosen, long width, long middle, Form form, List<String> names, boolean bias) {
        if (chosen > experts) {
            throw Refusal.option("num_experts_per_tok is " + chosen + " of " + experts + " experts").at("num_experts_per_tok", "at most " + experts);
        } else if (experts > 10_000) {
            throw Refusal.option("there are " + experts + " experts").at("num_experts", "at most 10,000").why("each has weights of its own");
        }
        return new Experts(experts, chosen, width, middle, form, names, bias);
    }

    @Override public Rule rule() {
        Rule rule = Rule.of("Experts").let(COUNT, experts).let(CHOSEN, chosen).let(WIDTH, width).let(MIDDLE, middle)
            .takes(Letters.N, Letters.T, WIDTH).floats().gives(Letters.N, Letters.T, WIDTH);
        weights(rule);
        return rule;
    }

    @Override public Rule ruleFor(Inputs in) {
        Rule rule = rule();
        Expr rows = in.shape(0).dim(0).times(in.shape(0).dim(1)).times(chosen).normal();
        TensorType tokens = TensorType.of(new Shape(List.of(rows, Expr.of(width))));
        TensorType inside = TensorType.of(new Shape(List.of(rows, Expr.of(middle))));
        rule.step("gate", new Product(width, middle, bias), tokens);
        rule.step("up", new Product(width, middle, bias), tokens);
        rule.step("act", Parts.layer("silu"), inside);
        rule.step("mul", new Product.Times(), inside, inside);
        rule.step("down", new Product(middle, width, bias), inside);
        return rule.work("weighted sum", Kind.MULTIPLY, Letters.N, Letters.T, CHOSEN, WIDTH).work("weighted sum", Kind.ADD, Letters.N, Letters.T, CHOSEN, WIDTH);
    }

    private void weights(Rule rule) {
        Expr both = Expr.of(2).times(MIDDLE);
        switch (form) {
            case STACKED -> rule.weight(names.get(0), COUNT, WIDTH, both).when(bias, r -> r.weight(names.get(0) + "_bias", COUNT, both))
                .weight(names.get(1), COUNT, MIDDLE, WIDTH).when(bias, r -> r.weight(names.get(1) + "_bias", COUNT, WIDTH));
            case STACKED_TRANSPOSED -> rule.weight(names.get(0), COUNT, both, WIDTH).weight(names.get(1), COUNT, WIDTH, MIDDLE);
            default -> {
                for (long i = 0; i < experts; i++) {
                    rule.weight(i + "." + names.get(0) + ".weight", MIDDLE, WIDTH).weight(i + "." + names.get(1) + ".weight", MIDDLE, WIDTH)
                        .weight(i + "." + names.get(2) + ".weight", WIDTH, MIDDLE);
                    if (bias) {
                        rule.weight(i + "." + names.get(0) + ".bias", MIDDLE).weight(i + "." + names.get(1) + ".bias", MIDDLE).weight(i + "." + names.get(2) + ".bias", WIDTH);
                    }
                }
            }
        }
    }

    @Override public Expr idle() {
        long one = 3 * width * middle + (bias ? 2 * middle + width : 0);
        return Expr.of(experts - chosen).times(one).normal();
    }

    @Override public String factoryName() {
        return "experts";
    }

    @Override public String briefArguments() {
        return chosen + " of " + experts + " " + width + "→" + middle + "→" + width;
    }

    @Override public String codeText() {
        return "experts(" + experts + ", " + chosen + ", " + width + ", " + middle + ")";
    }

    /** Rows times the matrix of the expert that each row was sent to, as {@code F.linear}. */
    private record Product(long in, long out, boolean bias) implements LibraryLayer {
        @Override public Rule rule() {
            return Rule.of("linear").let(Letters.F_IN, in).let(Letters.F_OUT, out).takes(Letters.ANY, Letters.F_IN).gives(Letters.ANY, Letters.F_OUT)
                .work(Kind.MULTIPLY_ADD, Letters.ANY, Letters.F_OUT, Letters.F_IN).when(bias, r -> r.work(Kind.BIAS_ADD, Letters.ANY, Letters.F_OUT));
        }

        @Override public String factoryName() {
            return "linear";
        }

        /** The gate times what goes through it. */
        private record Times() implements LibraryLayer {
            @Override public Rule rule() {
                return Rule.of("mul").takes(Letters.ANY).takes(Letters.ANY).gives(Letters.ANY).work(Kind.MULTIPLY, Letters.ANY);
            }

            @Override public String factoryName() {
                return "mul";
            }
        }
    }
}
