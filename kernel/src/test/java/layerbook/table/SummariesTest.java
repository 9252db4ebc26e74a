package layerbook.table;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import layerbook.count.Network;
import layerbook.count.NetworkView;
import layerbook.formula.Expr;
import layerbook.layer.Letters;
import layerbook.layer.Option;
import layerbook.layers.Catalogue;
import layerbook.net.Model;
import layerbook.net.NetworkBuilder;
import layerbook.net.Tensor;
import layerbook.net.Unit;
import layerbook.shape.Shape;
import layerbook.shape.TensorType;
import org.junit.jupiter.api.Test;

/** The article's network, as torchsummary prints it. */
class SummariesTest {
    private static Unit unit(String word, Object... arguments) {
        return Unit.of(Catalogue.find(word).orElseThrow().read(arguments));
    }

    /** The article's class. */
    public static final class Net extends Model {
        final Unit conv1 = unit("conv2d", 3, 16, 3, Option.of("padding", 1));
        final Unit bn1 = unit("batchNorm2d", 16);
        final Unit pool1 = unit("maxPool2d", 2, 2);
        final Unit conv2 = unit("conv2d", 16, 32, 3, Option.of("padding", 1));
        final Unit bn2 = unit("batchNorm2d", 32);
        final Unit pool2 = unit("maxPool2d", 2, 2);
        final Unit fc1 = unit("linear", 2048, 64);
        final Unit fc2 = unit("linear", 64, 10);

        public Tensor forward(Tensor x) {
            Tensor y = x.then(conv1).then(bn1).relu().then(pool1).then(conv2).then(bn2).relu().then(pool2);
            return y.view(-1, 2048).then(fc1).relu().then(fc2);
        }
    }

    @Test void torchsummaryOfTheArticlesNetwork() throws IOException {
        NetworkBuilder book = new NetworkBuilder();
        Tensor x = book.tensor(TensorType.of(Shape.of(Letters.N, Expr.of(3), Expr.of(224), Expr.of(224))));
        Network net = Network.trace(book, new Net(), List.of(x));
        String seed = new String(SummariesTest.class.getResourceAsStream("/truth/seed.txt").readAllBytes(), StandardCharsets.UTF_8);
        String printed = seed.substring(0, seed.indexOf("\n\n"));
        assertEquals(printed.strip(), Torchsummary.of(NetworkView.of(net)).text().strip());
    }
}
