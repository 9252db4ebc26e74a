package layerbook.python;

import layerbook.shape.Refusal;

/** What is Python and is refused on purpose. */
final class Unsupported {
    private Unsupported() {}

    static Refused async(String function) {
        return new Refused(Refusal.of("runtime", function + " is asynchronous, and is not run").why("a network is computed in order"));
    }

    static Refused function(String name, String why) {
        return new Refused(Refusal.of("runtime", name + " is not run").why(why));
    }

    static Refused complex() {
        return new Refused(Refusal.of("runtime", "complex numbers are not computed"));
    }
}
