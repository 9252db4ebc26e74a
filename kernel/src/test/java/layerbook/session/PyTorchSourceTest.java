package layerbook.session;

import static layerbook.session.words.Nn.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import layerbook.formula.Expr;
import layerbook.layer.Layer;
import layerbook.layer.Rule;
import layerbook.net.Model;
import layerbook.net.Tensor;
import layerbook.net.Unit;
import layerbook.shape.Refusal;
import org.junit.jupiter.api.Test;

/** PyTorch source of networks: what it looks like. That it runs and counts the same is held by repl/it/export_test.py with real PyTorch. */
class PyTorchSourceTest {
    static final class Block extends Model {
        Unit conv;
        Unit norm;

        Block(int in, int out) {
            conv = own(conv2d(in, out, 3, padding(1), bias(false)));
            norm = own(batchNorm2d(out));
        }

        public Tensor forward(Tensor x) {
            return x.then(conv).then(norm).relu();
        }
    }

    static final class Net extends Model {
        Unit stem = own(conv2d(3, 16, 3));
        List<Block> blocks = new ArrayList<>(List.of(new Block(16, 16), new Block(16, 16), new Block(16, 16)));
        Block wide = new Block(16, 32);
        Tensor scale = parameter(1, 32, 1, 1);
        Unit head = own(linear(32, 10));

        public Tensor forward(Tensor x) {
            x = x.then(stem);
            for (Block b : blocks) {
                x = x.then(b);
            }
            x = x.then(wide).mul(scale);
            return x.mean(2, 3).then(head);
        }
    }

    private static String source(Object net) {
        return code(net, PYTORCH).text();
    }

    @Test void equalBlocksShareAClassAndAListIsALoop() {
        String source = source(trace(new Net(), 3, 32, 32));
        assertEquals(1, source.split("class Block", -1).length - 1, source);
        assertTrue(source.contains("for block in self.blocks:"), source);
        assertTrue(source.contains("self.wide = Block("), source);
        assertTrue(source.contains("self.scale = nn.Parameter(torch.zeros(1, 32, 1, 1))"), source);
        assertTrue(source.contains("INPUTS = [((1, 3, 32, 32), torch.float32)]"), source);
    }

    @Test void whatIsNotTheDefaultIsWrittenAndNothingElse() {
        String source = source(tensor(3, 8, 8).then(conv2d(3, 4, 3, padding(1), bias(false))).softmax(1));
        assertTrue(source.contains("nn.Conv2d(3, 4, 3, padding=1, bias=False)"), source);
        assertTrue(source.contains("F.softmax(x, dim=1)"), source);
    }

    @Test void aLetterIsASizeOfTheInput() {
        Expr.Sym t = symbol("T");
        Tensor x = tensor(shape(N, t, 64));
        String source = source(x.view(N, t, 4, 16).transpose(1, 2));
        assertTrue(source.contains("n = x.shape[0]") && source.contains("t = x.shape[1]") && source.contains("x.view(n, t, 4, 16)"), source);
    }

    @Test void tiesAndFrozenWeightsAreWritten() {
        Unit embed = own("embed", embedding(100, 16));
        Unit head = own("head", linear(16, 100, bias(false)));
        Tensor ids = tensor(shape(N, 5), INT64);
        tie(embed.weight(), head.weight());
        freeze(embed);
        String source = source(ids.then(embed).then(head));
        assertTrue(source.contains("self.head.weight = self.embed.weight"), source);
        assertTrue(source.contains("requires_grad_(False)"), source);
    }

    @Test void placesOfAnAxisAreWrittenInBrackets() {
        Tensor x = tensor(8, 10);
        String source = source(x.slice(2, 2, 8, 2));
        assertTrue(source.contains("[:, :, 2:8:2]"), source);
    }

    @Test void anLstmGivesAPair() {
        Tensor x = tensor(shape(5, N, 8));
        String source = source(x.then(own("lstm", lstm(8, 16))).relu());
        assertTrue(source.contains("x, _ = self.lstm(x)"), source);
    }

    record Own(int size) implements Layer {
        @Override public Rule rule() {
            return Rule.of("Own").takes(N, C).gives(N, C);
        }
    }

    @Test void aLayerOfOnesOwnIsRefusedByName() {
        Tensor x = tensor(shape(N, 4));
        Refusal refusal = assertThrows(Refusal.class, () -> source(x.then(new Own(4))));
        assertTrue(refusal.getMessage().contains("Own"), refusal.getMessage());
    }
}
