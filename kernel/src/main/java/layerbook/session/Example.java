package layerbook.session;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import layerbook.formula.Expr;
import layerbook.layer.Applied;
import layerbook.layer.Inputs;
import layerbook.layer.Letters;
import layerbook.layer.Option;
import layerbook.layer.Parameter;
import layerbook.layer.Parameter.Need;
import layerbook.layer.Signature;
import layerbook.layers.Catalogue;
import layerbook.session.words.Nn;
import layerbook.shape.DType;
import layerbook.shape.Refusal;
import layerbook.shape.Shape;
import layerbook.shape.TensorType;

/**
 * A layer at work on the tensor at hand, or where it does not fit that, on a small one of its own. Nothing is written down for a layer: usual arguments and
 * inputs are tried until its rule takes them, so a layer that a newcomer adds has an example too.
 */
final class Example {
    private static final List<Integer> GUESSES = List.of(7, 4, 0);

    private Example() {}

    static Optional<Applied> of(Signature signature, Stream<TensorType> here) {
        List<TensorType> types = Stream.concat(here, Stream.of(type(3, 32, 32), type(16), type(16, 32), type(20, 64), type(3, 8, 32, 32), type(12, 9), type(20, 512), indices(20))).toList();
        return Stream.of(false, true).flatMap(option -> types.stream().flatMap(Example::inputs).flatMap(in -> GUESSES.stream().flatMap(guess -> tried(signature, in, guess, option)))).findFirst();
    }

    private static TensorType type(int... sizes) {
        var dims = new ArrayList<Expr>(List.of(Letters.N));
        java.util.Arrays.stream(sizes).forEach(s -> dims.add(Expr.of(s)));
        return TensorType.of(new Shape(dims));
    }

    private static TensorType indices(int... sizes) {
        return new TensorType(type(sizes).shape(), DType.INT64);
    }

    /** What is handed to layers: a tensor, the same twice and three times, and with what losses and unpooling compare it to. */
    private static Stream<List<TensorType>> inputs(TensorType type) {
        List<Expr> dims = type.shape().dims();
        var position = new ArrayList<>(dims);
        if (dims.size() > 1) {
            position.remove(1);
        }
        TensorType label = labels(dims.subList(0, Math.min(1, dims.size())));
        return Stream.of(Collections.nCopies(1, type), Collections.nCopies(2, type), Collections.nCopies(3, type), List.of(type, labels(position)), List.of(type, labels(dims)),
            List.of(type, label), List.of(type, type, label), List.of(type, indices(), indices(), indices()), List.of(type, labels(List.of(dims.get(dims.size() > 1 ? 1 : 0), Expr.of(5))),
                labels(List.of(dims.get(dims.size() > 1 ? 1 : 0))), labels(List.of(dims.get(dims.size() > 1 ? 1 : 0)))));
    }

    private static TensorType labels(List<Expr> dims) {
        return new TensorType(new Shape(dims), DType.INT64);
    }

    /** With what is needed, or also with an option that has no standard value: some layers want one of those. */
    private static Stream<Applied> tried(Signature signature, List<TensorType> in, int guess, boolean option) {
        return option ? signature.parameters().stream().filter(p -> p.need() == Need.OPTIONAL && p.standard() == null).flatMap(p -> tried(signature, in, guess, p))
            : tried(signature, in, guess, (Parameter) null);
    }

    private static Stream<Applied> tried(Signature signature, List<TensorType> in, int guess, Parameter option) {
        try {
            var arguments = new ArrayList<Object>();
            signature.parameters().stream().filter(p -> p.need() == Need.REQUIRED).forEach(p -> arguments.add(value(signature, p, in.get(0), guess)));
            if (option != null) {
                arguments.add(Option.of(option.name(), value(signature, option, in.get(0), guess)));
            }
            return Stream.of(Applied.of(signature.read(arguments.toArray()), new Inputs(in)));
        } catch (Refusal | ArithmeticException | IndexOutOfBoundsException doesNotFit) {
            return Stream.empty();
        }
    }

    /** A usual value of an argument: what the tensor has where it must match, else something small. */
    private static Object value(Signature signature, Parameter p, TensorType type, int guess) {
        List<Expr> dims = type.shape().dims();
        Expr last = dims.get(dims.size() - 1);
        return switch (p.name()) {
            case "kernelSize" -> guess == 7 ? 3 : 2;
            case "embedDim", "dModel", "normalizedShape", "inputSize", "numFeatures", "inFeatures", "numChannels", "in1Features", "in2Features" -> last;
            case "nClasses" -> 1000;
            case "cutoffs" -> Nn.size(100, 500);
            case "dim" -> 1;
            case "unflattenedSize" -> parts(dims.get(1));
            case "encoderLayer", "decoderLayer" -> block(signature.factory() + "Layer", last);
            default -> other(p, guess);
        };
    }

    private static Object other(Parameter p, int guess) {
        if (p.type() == Parameter.Type.REAL) {
            return p.name().startsWith("scale") ? 2 : 0.5;
        } else if (p.name().matches("out.*|hiddenSize|numEmbeddings|embeddingDim|dimFeedforward")) {
            return guess == 7 ? 16 : Math.max(1, guess);
        }
        return 2;
    }

    private static Object parts(Expr size) {
        return size instanceof Expr.Num n && !n.value().testBit(0) ? Nn.size(2, n.value().shiftRight(1).intValueExact()) : Nn.size(1, size);
    }

    private static Object block(String word, Expr size) {
        return Catalogue.find(word).orElseThrow().read(size, 8);
    }
}
