package layerbook.operations;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import layerbook.formula.Expr;
import layerbook.net.Tensor;
import layerbook.shape.Refusal;
import layerbook.shape.Shape;

/**
 * A pattern of einops, {@code b c (h p) w -> b (h w) (p c)}: a reshape, a permute and a reshape, with axes reduced or repeated between them.
 * Java's words and Python's module {@code einops} run the same steps.
 * <pre>{@code
 * EinopsPattern.of("b (h d) t -> b h t d").apply(x, "rearrange", Map.of("h", Expr.of(8)));
 * }</pre>
 */
public final class EinopsPattern {
    /** How {@code reduce} may reduce, by the operation that does it. */
    private static final Map<String, String> REDUCTIONS = Map.of("mean", "mean", "sum", "sum", "max", "amax", "min", "amin", "prod", "prod", "any", "any", "all", "all");
    private static final String DOTS = "…";
    /** Dots in brackets: all axes that they stand for become one. */
    private static final String JOINED = "(…)";

    private final String text;
    private final List<List<String>> left;
    private final List<List<String>> right;

    /**
     * One operation of the catalogue.
     *
     * @param operation {@code reshape}, {@code permute}, {@code expand} or a reduction
     * @param arguments its sizes or dims, one list
     */
    public record Step(String operation, List<Expr> arguments) {}

    private EinopsPattern(String text, List<List<String>> left, List<List<String>> right) {
        this.text = text;
        this.left = left;
        this.right = right;
    }

    /**
     * Reads a pattern.
     *
     * @throws Refusal if it has no arrow, an axis twice on a side, or brackets that do not match
     */
    public static EinopsPattern of(String text) {
        String[] sides = text.split("->", -1);
        if (sides.length != 2) {
            throw wrong(text, "no \"->\"");
        }
        return new EinopsPattern(text, groups(text, sides[0]), groups(text, sides[1]));
    }

    private static Refusal wrong(String text, String what) {
        return Refusal.option("Invalid pattern (" + what + "): " + text).at("pattern", what);
    }

    private static List<List<String>> groups(String text, String side) {
        var groups = new ArrayList<List<String>>();
        Set<String> seen = new HashSet<>();
        List<String> open = null;
        for (String word : side.replace("...", DOTS).replace("(", " ( ").replace(")", " ) ").strip().split("\\s+")) {
            if (word.equals("(") != (open == null) && (word.equals("(") || word.equals(")"))) {
                throw wrong(text, "brackets do not match");
            } else if (word.equals("(")) {
                open = new ArrayList<>();
            } else if (word.equals(")")) {
                groups.add(open);
                open = null;
            } else if (!word.isEmpty()) {
                checkName(text, word, seen);
                if (open != null) {
                    open.add(word.equals(DOTS) ? JOINED : word);
                } else {
                    groups.add(List.of(word));
                }
            }
        }
        if (open != null) {
            throw wrong(text, "brackets do not match");
        }
        return groups;
    }

    private static void checkName(String text, String word, Set<String> seen) {
        if (!word.equals(DOTS) && !word.matches("\\d+|[A-Za-z]\\w*") || word.endsWith("_")) {
            throw wrong(text, "\"" + word + "\" is not the name of an axis");
        } else if (!word.matches("\\d+") && !seen.add(word)) {
            throw wrong(text, "axis " + word + " twice on one side");
        }
    }

    /** Writes the axes that {@code ...} stands for into a side, each in a group of its own, or all in the group around it. */
    private static List<List<String>> spread(List<List<String>> side, int count) {
        List<String> dots = java.util.stream.IntStream.range(0, count).mapToObj(i -> DOTS + i).toList();
        var out = new ArrayList<List<String>>();
        for (List<String> group : side) {
            if (group.equals(List.of(DOTS))) {
                dots.forEach(d -> out.add(List.of(d)));
            } else {
                out.add(group.stream().flatMap(name -> (name.equals(JOINED) ? dots : List.of(name)).stream()).toList());
            }
        }
        return out;
    }

    /**
     * Applies it to a tensor.
     *
     * @param operation {@code rearrange}, {@code repeat}, or how axes that are gone are reduced: {@code mean}, {@code sum}, {@code max}, {@code min}, {@code prod}
     * @param known sizes of axes by name
     * @throws Refusal if the tensor has other axes, or a size cannot be split or is missing
     */
    public Tensor apply(Tensor x, String operation, Map<String, Expr> known) {
        Tensor y = x;
        for (Step step : steps(operation, x.shape(), known)) {
            y = Operations.find(step.operation()).apply(List.of(y, step.arguments()), Map.of()).tensor();
        }
        return y;
    }

    /** The operations that the pattern stands for, for a tensor of these sizes; see {@link #apply}. */
    public List<Step> steps(String operation, Shape shape, Map<String, Expr> known) {
        boolean moves = operation.equals("rearrange") || operation.equals("repeat");
        if (!moves && !REDUCTIONS.containsKey(operation)) {
            throw Refusal.option("reduce has no reduction \"" + operation + "\"").at("reduction", "one of " + new java.util.TreeSet<>(REDUCTIONS.keySet()));
        }
        boolean spreads = left.contains(List.of(DOTS));
        int dots = shape.rank() - (left.size() - (spreads ? 1 : 0));
        boolean spreadsRight = right.stream().anyMatch(g -> g.contains(DOTS) || g.contains(JOINED));
        if (left.stream().anyMatch(g -> g.contains(JOINED))) {
            throw wrong(text, "dots in brackets on the left side");
        } else if (spreads != spreadsRight && (moves || spreadsRight)) {
            throw wrong(text, "dots on one side only");
        }
        if (spreads ? dots < 0 : dots != 0) {
            throw Refusal.shape(operation + " \"" + text + "\" names " + left.size() + " axes of " + shape.text()).at("pattern", left.size() + " axes").why("the tensor has " + shape.rank());
        }
        return new Walk(operation, shape, spread(left, dots), spread(right, dots), known).steps();
    }

    private static boolean isOne(String name) {
        return name.equals("1");
    }

    private static List<String> names(List<List<String>> side) {
        return side.stream().flatMap(List::stream).filter(n -> !isOne(n)).toList();
    }

    /** The steps for one tensor: what its axes are after each. */
    private final class Walk {
        private final String operation;
        private final List<List<String>> to;
        private final Map<String, Expr> sizes;
        private final List<Step> steps = new ArrayList<>();
        private final List<String> axes;
        private final List<String> wanted;
        private List<Expr> now;

        Walk(String operation, Shape shape, List<List<String>> from, List<List<String>> to, Map<String, Expr> known) {
            this.operation = operation;
            this.to = to;
            axes = new ArrayList<>(names(from));
            wanted = names(to);
            now = shape.dims();
            check(known);
            sizes = sizes(shape, from, known);
        }

        private void check(Map<String, Expr> known) {
            for (String name : known.keySet()) {
                if (!axes.contains(name) && !wanted.contains(name)) {
                    throw Refusal.option("Axis " + name + " is not used in \"" + text + "\"").at(name, "not in the pattern");
                }
            }
            for (String name : axes) {
                if (name.matches("\\d+")) {
                    throw wrong(text, "the axis " + name + " on the left side has no name");
                }
            }
        }

        List<Step> steps() {
            reshape(axes.stream().map(sizes::get).toList());
            reduce();
            List<String> order = wanted.stream().filter(axes::contains).toList();
            if (!axes.equals(order)) {
                step("permute", order.stream().map(n -> (Expr) Expr.of(axes.indexOf(n))).toList(), order.stream().map(sizes::get).toList());
                axes.clear();
                axes.addAll(order);
            }
            repeat();
            reshape(to.stream().map(g -> Expr.product(g.stream().map(n -> isOne(n) ? Expr.ONE : size(n)).toList()).normal()).toList());
            return steps;
        }

        private void step(String name, List<Expr> arguments, List<Expr> gives) {
            steps.add(new Step(name, arguments));
            now = gives;
        }

        private void reshape(List<Expr> wantedSizes) {
            if (!now.equals(wantedSizes)) {
                step("reshape", wantedSizes, wantedSizes);
            }
        }

        private void reduce() {
            List<String> gone = axes.stream().filter(a -> !wanted.contains(a)).toList();
            if (gone.isEmpty()) {
                return;
            }
            if (!REDUCTIONS.containsKey(operation)) {
                throw oneSided(gone);
            }
            List<Integer> places = gone.stream().map(axes::indexOf).sorted(java.util.Comparator.reverseOrder()).toList();
            axes.removeAll(gone);
            List<Expr> left = axes.stream().map(sizes::get).toList();
            if (operation.equals("prod")) { // takes one axis at a time, as PyTorch does
                places.forEach(p -> step("prod", List.of(Expr.of(p)), left));
            } else {
                step(REDUCTIONS.get(operation), places.stream().sorted().map(p -> (Expr) Expr.of(p)).toList(), left);
            }
        }

        private void repeat() {
            List<String> added = wanted.stream().filter(n -> !axes.contains(n)).toList();
            if (added.isEmpty()) {
                return;
            }
            if (!operation.equals("repeat")) {
                throw oneSided(added);
            }
            List<Expr> whole = wanted.stream().map(this::size).toList();
            reshape(wanted.stream().map(n -> axes.contains(n) ? size(n) : Expr.ONE).toList());
            if (!now.equals(whole)) {
                step("expand", whole, whole);
            }
        }

        private Refusal oneSided(List<String> names) {
            return Refusal.option("Identifiers only on one side of expression (should be on both): " + String.join(", ", names) + " in \"" + text + "\"")
                .at("pattern", String.join(", ", names)).why(operation + " keeps every axis; repeat adds axes, reduce takes them away");
        }

        private Expr size(String name) {
            Expr size = name.matches("\\d+") ? Expr.of(Long.parseLong(name)) : sizes.get(name);
            if (size == null) {
                throw Refusal.option("Specify sizes for new axes in pattern: " + name + " in \"" + text + "\"").at(name, "size unknown").why("axis(\"" + name + "\", size) names it");
            }
            return size;
        }

        private Map<String, Expr> sizes(Shape shape, List<List<String>> groups, Map<String, Expr> known) {
            var out = new LinkedHashMap<String, Expr>(known);
            for (int i = 0; i < groups.size(); i++) {
                bind(shape.dim(i), groups.get(i).stream().filter(n -> !isOne(n)).toList(), out);
            }
            return out;
        }

        private void bind(Expr whole, List<String> group, Map<String, Expr> known) {
            List<String> open = group.stream().filter(n -> !known.containsKey(n)).toList();
            if (open.size() > 1) {
                throw Refusal.option("Could not infer sizes for (" + String.join(" ", group) + ") in \"" + text + "\"").at("pattern", String.join(", ", open))
                    .why("axis(\"" + open.get(0) + "\", size) names one of them");
            }
            Expr product = Expr.product(group.stream().filter(known::containsKey).map(known::get).toList()).normal();
            if (open.isEmpty()) {
                if (!product.equals(whole.normal())) {
                    throw mismatch(whole, product);
                }
                return;
            }
            known.put(open.get(0), product.isOne() ? whole : divided(whole, product));
        }

        private Expr divided(Expr whole, Expr product) {
            try {
                Expr rest = whole.over(product).normal();
                if (whole instanceof Expr.Num && product instanceof Expr.Num && !rest.times(product).normal().equals(whole.normal())) {
                    throw mismatch(whole, product);
                }
                return rest;
            } catch (ArithmeticException e) {
                throw mismatch(whole, product);
            }
        }

        private Refusal mismatch(Expr whole, Expr product) {
            return Refusal.shape("Shape mismatch, can't divide axis of length " + whole.text() + " in chunks of " + product.text() + " in \"" + text + "\"").at("pattern", whole.text());
        }
    }
}
