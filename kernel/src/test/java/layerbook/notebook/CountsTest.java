package layerbook.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import layerbook.formula.Expr;
import layerbook.io.JsonText;
import layerbook.layers.Catalogue;
import layerbook.net.NetworkBuilder;
import layerbook.shape.Shape;
import layerbook.shape.TensorType;
import org.junit.jupiter.api.Test;

/** Rows and totals as programs read them. */
class CountsTest {
    private static final TensorType IMAGE = TensorType.of(Shape.of(Expr.symbol("N"), Expr.of(3), Expr.of(32), Expr.of(32)));

    private static NetworkBuilder conv() {
        var book = new NetworkBuilder();
        book.input(IMAGE);
        book.add(Catalogue.find("conv2d").orElseThrow().read(16, 3));
        return book;
    }

    @Test
    void aRowTellsALayer() {
        Map<?, ?> row = (Map<?, ?>) new Counts(1).rows(conv().graph(), 1, 2).get(0);
        assertEquals("{\"index\":1,\"name\":\"conv2d_1\",\"layer\":\"conv2d\",\"args\":\"3→16 k3\",\"inputs\":[0],\"outputs\":[[\"N\",16,30,30]],"
            + "\"params\":448,\"trainable\":448,\"buffers\":0,\"weights\":{\"weight\":[16,3,3,3],\"bias\":[16]}", JsonText.text(row, JsonText.Style.COMPACT).split(",\"counts\"")[0]);
        assertEquals("388800", String.valueOf(((Map<?, ?>) row.get("counts")).get("MACS")));
        assertEquals(List.of(), row.get("children"));
    }

    @Test
    void totalsAreForABatch() {
        Map<String, Object> totals = new Counts(8).totals(conv().graph());
        assertEquals("3110400", String.valueOf(((Map<?, ?>) totals.get("counts")).get("MACS")));
        assertEquals("388,800·N", ((Map<?, ?>) totals.get("formulas")).get("MACS"));
        assertEquals("448", String.valueOf(totals.get("params")));
    }
}
