package layerbook.count;

/** PyTorch's FlopCounterMode: 2 for each multiply-add; nothing for bilinear layers. Source: torch 2.6, utils/flop_counter.py. */
final class FlopCounter extends Tool {
    FlopCounter() {
        because("the dispatcher sees no product in it", "Bilinear");
        because("a product with a vector has no formula", "mv", "dot", "matmul");
    }

    @Override public Convention baseline() {
        return Conventions.FLOPS;
    }

    @Override public Cost own(Site site) {
        if (!site.applied().parts().isEmpty()) {
            return null;
        }
        layerbook.formula.Expr macs = macs(site);
        boolean none = macs.isZero() || isUnseen(site);
        return none ? site.applied().works() ? Cost.UNCOUNTED : Cost.ZERO : Cost.of(macs.times(2));
    }

    /** Products with a vector run as mv and dot, which have no formula: mv, dot, and matmul of a vector, but for a vector times one matrix. */
    private static boolean isUnseen(Site site) {
        if (site.is("matmul")) {
            int first = site.input().rank();
            int second = site.applied().inputs().shape(1).rank();
            return second == 1 || first == 1 && second > 2;
        }
        return site.is("Bilinear") || site.is("mv") || site.is("dot");
    }

    @Override public String name() {
        return "FLOP_COUNTER";
    }

    @Override public String version() {
        return "PyTorch 2.6";
    }

    @Override public String sentence() {
        return "2 per multiply-add of convolutions, matrix products and attention; bilinear layers and products with a vector are not counted";
    }
}
