package layerbook.session.jshell;

import java.util.concurrent.ForkJoinWorkerThread;

/**
 * What compiled snippets call so that they can be stopped: before every jump back and at every method's entry. The calls are woven in
 * when a snippet's class is loaded; nobody writes them.
 */
public final class Stop {
    private static final InheritableThreadLocal<Run> HERE = new InheritableThreadLocal<>();
    private static volatile int stopping;
    private static volatile Run latest;

    private Stop() {}

    /** One statement being carried out: may be told to stop. Threads that it starts belong to it. */
    static final class Run {
        private volatile boolean stopped;

        /** Tells all threads of this run to stop at their next check. */
        void stop() {
            synchronized (Stop.class) {
                if (!stopped) {
                    stopping++;
                }
                stopped = true;
            }
        }

        boolean isStopped() {
            return stopped;
        }

        /** Nobody belongs to this run any more. */
        void forget() {
            synchronized (Stop.class) {
                if (stopped) {
                    stopping--;
                }
            }
        }
    }

    /** Thrown by the checks of a run that was told to stop; thrown again at each check, so that catching it does not help. */
    public static final class Stopped extends Error {
        public Stopped() {
            super("stopped");
        }
    }

    /** Thrown in place of ending the process. */
    public static final class ExitRefused extends Error {
        ExitRefused(String call) {
            super(call);
        }
    }

    /** From here on this thread, and those it starts, belong to the run. */
    static void enter(Run run) {
        HERE.set(run);
        latest = run;
    }

    /** Goes on, unless the run that this thread belongs to was told to stop. */
    public static void check() {
        if (stopping != 0) {
            checkThisThread();
        }
    }

    private static void checkThisThread() {
        // Threads of the common pool serve one run after the other: they belong to the one that runs now.
        Run run = Thread.currentThread() instanceof ForkJoinWorkerThread ? latest : HERE.get();
        if (run != null && run.stopped) {
            throw new Stopped();
        }
    }

    /** Stands in for {@code System.exit}. */
    public static void exit(int status) {
        throw new ExitRefused("System.exit(" + status + ")");
    }

    /** Stands in for {@code Runtime.exit}. */
    public static void exit(Runtime runtime, int status) {
        throw new ExitRefused("Runtime.exit(" + status + ")");
    }

    /** Stands in for {@code Runtime.halt}. */
    public static void halt(Runtime runtime, int status) {
        throw new ExitRefused("Runtime.halt(" + status + ")");
    }
}
