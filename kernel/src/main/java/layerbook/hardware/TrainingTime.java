package layerbook.hardware;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import layerbook.formula.Expr;

/**
 * How long training takes at a share of the devices' peak: 6 operations for each parameter and token, 2 forward and 4 backward.
 * Source: Kaplan and others 2020; Chowdhery and others 2022 (PaLM) for the share, called MFU.
 *
 * @param parameters N: all parameters, or the active ones of a mixture of experts
 * @param tokens D
 * @param gpus the devices
 * @param peak what one device does at most
 * @param utilization MFU: the share of the peak that training reaches, e.g. 0.4
 * @param exact the work of the network itself for one token forward, if it is known; attention included
 */
public record TrainingTime(BigInteger parameters, BigInteger tokens, Gpus gpus, Device.PeakOf peak, double utilization, Exact exact) implements Worked {
    private static final BigInteger SIX = BigInteger.valueOf(6);
    private static final BigInteger DAY = BigInteger.valueOf(86_400);
    private static final BigInteger HOUR = BigInteger.valueOf(3_600);

    /**
     * The work of the network for one token.
     *
     * @param forward operations forward, 2 for each multiply-add
     * @param tokens how long the text is that they are averaged over
     */
    public record Exact(BigInteger forward, BigInteger tokens) {
        /** Forward and backward: three times the forward pass, for all tokens of the text. */
        Rational training(BigInteger all) {
            return new Rational(forward.multiply(BigInteger.valueOf(3)).multiply(all), tokens);
        }
    }

    /** Operations in all: 6·N·D. */
    public BigInteger flops() {
        return SIX.multiply(parameters).multiply(tokens);
    }

    private Rational seconds() {
        Rational rate = Rational.of(peak.operations().multiply(BigInteger.valueOf(gpus.count()))).times(Rational.of(utilization));
        return Rational.of(flops()).over(rate);
    }

    /** Days of 24 hours, on all the devices together. */
    public double days() {
        return seconds().over(Rational.of(DAY)).value();
    }

    /** Hours of one device, added up over all of them. */
    public double gpuHours() {
        return seconds().times(Rational.of(BigInteger.valueOf(gpus.count()))).over(Rational.of(HOUR)).value();
    }

    /** The operations by the network's own work, attention included; null if it is not known. */
    public BigInteger exactFlops() {
        return exact == null ? null : exact.training(tokens).floor();
    }

    @Override public String title() {
        return "training time";
    }

    @Override public List<Figure> figures() {
        Expr.Sym n = Expr.symbol("N_p");
        Expr.Sym d = Expr.symbol("D_t");
        Expr work = Expr.product(Expr.of(6), n, d);
        Expr.Sym f = Expr.symbol("F");
        Expr.Sym devices = Expr.symbol("n");
        Expr.Sym rate = Expr.symbol("R");
        Rational reached = Rational.of(peak.operations()).times(Rational.of(utilization));
        return List.of(
            new Figure("F", "operations: 2 forward and 4 backward for each of N parameters and D tokens", work,
                Map.of(n, Expr.of(parameters), d, Expr.of(tokens)), "Kaplan 2020"),
            new Figure("t", "seconds on n devices that reach R operations a second each", f.floorOver(Expr.product(devices, rate)),
                Map.of(f, Expr.of(flops()), devices, Expr.of(gpus.count()), rate, Expr.of(reached.floor())), "Narayanan 2021"));
    }
}
