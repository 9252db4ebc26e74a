package layerbook.repl;

import java.util.Timer;
import java.util.TimerTask;
import java.util.function.BooleanSupplier;
import layerbook.notebook.Runner;
import sun.misc.Signal;
import sun.misc.SignalHandler;

/** What Ctrl-C does where there is no prompt: the statement is stopped and told, nothing behind it runs, and the program ends with 130, as shells count it. */
final class Interrupts {
    /** 128 and the number of the signal. */
    static final int CODE = Runner.INTERRUPTED;

    /** A statement is stopped or left behind within two seconds; what takes longer is not waited for. */
    private static final long PATIENCE = 4_000;

    private Interrupts() {}

    /**
     * From now on an interrupt calls {@code stop}, which says whether something ran that will now end; else the program ends at once. So it does at a
     * second interrupt.
     */
    static void stop(BooleanSupplier stop) {
        var interrupt = new Signal("INT");
        SignalHandler before = Signal.handle(interrupt, signal -> {
            Signal.handle(interrupt, SignalHandler.SIG_DFL);
            new Timer("layerbook-interrupt", true).schedule(new TimerTask() {
                @Override public void run() {
                    System.exit(CODE);
                }
            }, stop.getAsBoolean() ? PATIENCE : 0);
        });
        if (before == SignalHandler.SIG_IGN) { // a shell's job in the background
            Signal.handle(interrupt, before);
        }
    }
}
