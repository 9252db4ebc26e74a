package layerbook.python;

import layerbook.shape.Refusal;

/** Refuses to go on where little memory is left. */
final class Memory {
    private static final double MOST = 0.85;

    private Memory() {}

    static void check() {
        if (full()) {
            System.gc();
            if (full()) {
                throw new Refused(Refusal.of("runtime", "this takes too much memory").why("less than a sixth of what the program may use is left"));
            }
        }
    }

    private static boolean full() {
        Runtime r = Runtime.getRuntime();
        return r.totalMemory() - r.freeMemory() > MOST * r.maxMemory();
    }
}
