package layerbook.count;

/** PyTorch's FlopCounterMode: 2 for each multiply-add; nothing for bilinear layers. Source: torch 2.6, utils/flop_counter.py. */
final class FlopCounter extends Tool {
    FlopCounter() {
        because("the dispatcher sees no product in it", "Bilinear");
    }

    @Override public Convention baseline() {
        return Conventions.FLOPS;
    }

    @Override public Cost own(Site site) {
        if (!site.applied().parts().isEmpty()) {
            return null;
        }
        layerbook.formula.Expr macs = macs(site);
        boolean none = macs.isZero() || site.rule().equals("Bilinear");
        return none ? site.applied().works() ? Cost.UNCOUNTED : Cost.ZERO : Cost.of(macs.times(2));
    }

    @Override public String name() {
        return "FLOP_COUNTER";
    }

    @Override public String sentence() {
        return "2 per multiply-add of convolutions, matrix products and attention; bilinear layers are not counted";
    }
}
