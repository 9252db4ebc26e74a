package layerbook.operations;

import java.util.Arrays;
import java.util.stream.Collectors;
import layerbook.shape.DType;
import layerbook.shape.Refusal;

/** Tensors that name places: they hold whole numbers. */
final class Indices {
    private Indices() {}

    /** Refuses an index of another kind than those. */
    static void check(String word, String argument, DType given, DType... accepted) {
        if (!Arrays.asList(accepted).contains(given)) {
            String wanted = Arrays.stream(accepted).map(DType::torchName).collect(Collectors.joining(" or "));
            throw Refusal.shape(word + " wants " + wanted + " as " + argument + ", not " + given.torchName()).at(argument, given.torchName())
                .why("it names places");
        }
    }
}
