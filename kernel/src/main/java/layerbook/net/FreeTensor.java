package layerbook.net;

import java.util.List;
import java.util.stream.Collectors;
import layerbook.formula.Expr;
import layerbook.formula.Style;
import layerbook.layer.LibraryLayer;
import layerbook.layer.Rule;
import layerbook.shape.DType;

/**
 * Numbers that belong to no layer: learned (a parameter, such as a class token), kept but not learned (a buffer), or made on the spot (arange, zeros, ones).
 *
 * @param word how a user writes it
 */
record FreeTensor(String word, List<Expr> dims, DType dtype) implements LibraryLayer {
    static final String PARAMETER = "parameter";
    static final String BUFFER = "buffer";

    @Override public Rule rule() {
        Expr[] sizes = dims.toArray(Expr[]::new);
        return Rule.of(word).gives(dtype, sizes).when(word.equals(PARAMETER), r -> r.weight("weight", sizes)).when(word.equals(BUFFER), r -> r.buffer("buffer", sizes));
    }

    @Override public String factoryName() {
        return word;
    }

    @Override public String className() {
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }

    @Override public String briefArguments() {
        return dims.stream().map(d -> d.text(Style.ASCII).replace(",", "")).collect(Collectors.joining("×"));
    }

    @Override public String codeText() {
        String sizes = dims.stream().map(d -> d.text(Style.ASCII).replace(",", "")).collect(Collectors.joining(", "));
        return word + "(" + sizes + (dtype == DType.FLOAT32 || word.equals("arange") ? "" : ", " + dtype) + ")";
    }
}
