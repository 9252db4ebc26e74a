package layerbook.lesson;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import layerbook.formula.Expr;
import layerbook.layer.Letters;
import layerbook.shape.Shape;

/**
 * An output shape, with or without the batch in front: {@code 16x32x32}, {@code N×16×32×32}, {@code (16, 32, 32)}.
 *
 * @param sizes the right ones, without the batch
 * @param slips shapes that come of slips, without the batch, each with what they are
 */
record ShapeKey(List<String> sizes, Map<List<String>, List<String>> slips) implements Key {
    /** The sizes of a shape as text, without the batch. */
    static List<String> sizes(Shape shape) {
        List<Expr> dims = shape.rank() > 1 && shape.dim(0).equals(Letters.N) ? shape.dims().subList(1, shape.rank()) : shape.dims();
        return dims.stream().map(ShapeKey::text).toList();
    }

    /** A size as it can be typed and compared: no commas, no spaces. */
    private static String text(Expr size) {
        return size.normal().text().replaceAll("[,\\s]", "");
    }

    @Override public String right() {
        return String.join("×", sizes);
    }

    @Override public Verdict judge(String typed) {
        List<String> said = read(typed);
        if (said.equals(sizes)) {
            return new Verdict(true, "Right: " + right() + ".");
        }
        if (said.isEmpty()) {
            return new Verdict(false, "“" + typed.strip() + "” is no shape that is understood here, such as 16x32x32; it is " + right() + ".");
        }
        String not = "Not " + String.join("×", said) + " but " + right();
        if (said.size() < sizes.size() && ends(sizes, said)) {
            return new Verdict(false, not + ": those sizes are right, but what stands before them is missing.");
        }
        var why = slips.entrySet().stream().filter(slip -> slip.getKey().equals(said) || said.size() > 1 && ends(slip.getKey(), said))
            .flatMap(slip -> slip.getValue().stream()).distinct().limit(2).collect(Collectors.toList());
        if (why.isEmpty() && said.size() == sizes.size() && said.stream().sorted().toList().equals(sizes.stream().sorted().toList())) {
            why.add("the sizes are right, their order is not: channels come first");
        }
        return new Verdict(false, not + Key.because(why));
    }

    private static boolean ends(List<String> all, List<String> end) {
        return all.size() >= end.size() && all.subList(all.size() - end.size(), all.size()).equals(end);
    }

    private List<String> read(String typed) {
        String plain = typed.strip().replaceAll("\\?$", "").replaceAll("(?<=\\d),(?=\\d{3}(?!\\d))", sizes.size() == 1 ? "" : " ");
        List<String> said = Arrays.stream(plain.split("\\s*[×*x,;\\[\\]()]\\s*|\\s+")).filter(s -> !s.isEmpty()).toList();
        boolean batch = said.size() == sizes.size() + 1 || !said.isEmpty() && said.get(0).equalsIgnoreCase("N");
        return batch ? said.subList(1, said.size()) : said;
    }
}
