package layerbook.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WhatIfTest extends Typed {
    @BeforeEach void network() {
        type("input(3, 32, 32); var conv1 = own(conv2d(16, 3, padding(1))); conv1; relu(); conv2d(32, 3, padding(1)); adaptiveAvgPool2d(1); flatten(); linear(32, 10);");
    }

    @Test void theNetworkIsBuiltAgainBehindEachValue() {
        assertShows("whatIf(conv1, \"kernel\", 1, 3, 5)",
            "value  output      params      FLOPs  Σ params     Σ FLOPs     ×",
            "────────────────────────────────────────────────────────────────",
            "    1  N×16×34×34      64    110,976     5,034  10,765,312  1.04",
            "    3  N×16×32×32     448    884,736     5,418  10,322,560  1.00  ◂",
            "    5  N×16×30×30   1,216  2,160,000     6,186  10,455,040  1.01",
            "1 conv1: kernelSize; × is the work of the whole network to that of now; FLOPS: 2",
            "per multiply-add, per example");
    }

    @Test void eachCaseIsWhatTheNetworkWouldHaveBeen() {
        var tried = (layerbook.lesson.WhatIf) type("whatIf(conv1, \"outChannels\", 16, 24)").value();
        type("input(3, 32, 32); conv2d(24, 3, padding(1)); relu(); conv2d(32, 3, padding(1)); adaptiveAvgPool2d(1); flatten(); linear(32, 10);");
        assertEquals(type("params()").value(), tried.cases().get(1).params().exact().longValueExact());
        assertEquals(type("flops()").value(), layerbook.table.Figures.perExample(tried.cases().get(1).work().known()).normal().exact().longValueExact());
    }

    @Test void whatWouldNotFitAnyMoreIsSaid() {
        type("whatIf(3, \"outChannels\", 64)");
        assertTrue(shown().contains("with 64, 6 linear(32, 10) would get N×64"), this::shown);
    }

    @Test void theUsersNetworkStaysAsItIs() {
        Object before = type("params()").value();
        int rows = session.book().graph().size();
        type("whatIf(conv1, \"bias\", false); whatIf(0, \"size\", 64)");
        assertEquals(before, type("params()").value());
        assertEquals(rows, session.book().graph().size());
    }

    @Test void anArgumentThatTheLayerHasNotIsRefused() {
        assertFails("whatIf(conv1, \"kernle\", 3)", "option", "it has inChannels, outChannels, kernelSize");
        assertFails("/whatif conv1 bias", "command", "/whatif 1 kernelSize 1 3 5 7");
    }
}
