package layerbook.formula;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import layerbook.formula.Expr.Sym;
import org.junit.jupiter.api.Test;

/** One tree gives the number, the text in three styles, and the steps. */
class FormulaTest {
    private static final Sym H = Expr.symbol("H"), P = Expr.symbol("p"), K = Expr.symbol("k"), S = Expr.symbol("s"), D = Expr.symbol("d"), N = Expr.symbol("N"), T = Expr.symbol("T");
    private static final Expr WINDOWS = H.plus(Expr.of(2).times(P)).minus(D.times(K.minus(1))).minus(1).floorOver(S).plus(1);

    @Test void aSumInsideAnInlineQuotientIsBracketed() {
        assertEquals("⌊(H + 2·p − d·(k − 1) − 1) / s⌋ + 1", WINDOWS.text());
        assertEquals("floor((H + 2*p - d*(k - 1) - 1) / s) + 1", WINDOWS.text(Style.ASCII));
        assertEquals("\\left\\lfloor \\frac{H + 2 \\cdot p - d \\cdot \\left(k - 1\\right) - 1}{s} \\right\\rfloor + 1", WINDOWS.text(Style.LATEX));
    }

    @Test void theStepsGoFromTheNumbersToTheResult() {
        Expr params = Expr.symbol("C_out").times(Expr.symbol("C_in").times(K.power(2)).plus(1));
        Map<Sym, Expr> values = Map.of(Expr.symbol("C_out"), Expr.of(16), Expr.symbol("C_in"), Expr.of(3), K, Expr.of(3));
        assertEquals("Cₒᵤₜ·(Cᵢₙ·k² + 1)", params.text());
        assertEquals(List.of("16·(3·3² + 1)", "16·(3·9 + 1)", "16·(27 + 1)", "16·28", "448"), Working.of(params, values).lines(Style.UNICODE));
    }

    @Test void numbersBeyondALongAreExact() {
        Expr big = Expr.of(Long.MAX_VALUE).times(Expr.of(Long.MAX_VALUE)).normal();
        assertEquals(BigInteger.valueOf(Long.MAX_VALUE).pow(2), big.exact());
    }

    @Test void symbolsMayStay() {
        Expr work = Expr.of(24).times(N).times(T).plus(Expr.of(4).times(N).times(T.power(2))).plus(N.times(T).times(6));
        assertEquals("4·N·T² + 30·N·T", work.normal().text());
        assertThrows(ArithmeticException.class, work::exact);
    }

    @Test void floorsOfFloorsAreOneFloor() {
        Expr half = H.plus(1).floorOver(Expr.of(2)).normal();
        assertEquals("⌊(H + 3) / 4⌋", half.plus(1).floorOver(Expr.of(2)).normal().text());
    }

    @Test void floorsOfNegativeNumbersGoDown() {
        assertEquals(BigInteger.valueOf(-2), Expr.of(-3).floorOver(Expr.of(2)).exact());
        assertEquals(BigInteger.valueOf(-1), Expr.of(-3).ceilOver(Expr.of(2)).exact());
    }

    @Test void whatBothSidesOfAnExactQuotientShareGoes() {
        Expr t = Expr.symbol("T");
        Expr n = Expr.symbol("N");
        Expr eight = Expr.of(8);
        assertEquals("N·T/2", eight.times(n).times(t).over(Expr.of(16)).normal().text());
        assertEquals(n.times(t).times(2).normal(), eight.times(n.times(t).times(2).over(eight)).normal());
        assertEquals(t.times(16).normal(), Expr.of(32).times(eight).times(t).over(Expr.of(16)).normal());
        assertEquals(t.times(16).normal(), Expr.of(32).times(eight).times(t.over(Expr.of(16))).normal());
        assertEquals(n.times(t).over(Expr.of(2)).normal(), eight.times(n.times(t).over(Expr.of(16))).normal());
        assertEquals(t.plus(1).normal(), n.times(t.plus(1).over(n)).normal());
        assertEquals(t.plus(2).over(Expr.of(3)).normal(), t.times(4).plus(8).over(Expr.of(12)).normal());
        assertEquals(Expr.of(4), n.times(t).times(6).over(n.times(t).over(Expr.of(2)).times(3)).normal());
        assertEquals(t.over(Expr.of(12)).normal(), t.over(Expr.of(3)).over(Expr.of(4)).normal());
    }

    @Test void aQuotientRoundedDownIsNotCancelledByAProduct() {
        Expr t = Expr.symbol("T");
        Expr product = Expr.of(2).times(t.floorOver(Expr.of(2))).normal();
        assertEquals(Expr.of(4), product.at(Map.of((Expr.Sym) t, Expr.of(5))));
        assertEquals(Expr.of(5), Expr.of(2).times(t.over(Expr.of(4))).normal().at(Map.of((Expr.Sym) t, Expr.of(10))));
        assertThrows(ArithmeticException.class, () -> Expr.of(2).times(t.over(Expr.of(4))).normal().at(Map.of((Expr.Sym) t, Expr.of(9))));
    }
}
