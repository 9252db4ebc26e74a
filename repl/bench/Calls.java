import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import layerbook.session.Session;
import layerbook.session.output.Output;
import layerbook.session.output.Result;
import layerbook.session.output.Settings;
import layerbook.session.output.View;

/**
 * How a session bears a network that grows: calls a second in one loop, and what the next statement takes with its echo,
 * at 10, 1,000 and 100,000 calls. An echo that walked the graph would show here.
 * <pre>
 * java -cp "$(sed -n 2p repl/target/program/ready)" repl/bench/Calls.java [word of a row]
 * </pre>
 */
public class Calls {
    private static final com.sun.management.OperatingSystemMXBean CPU = (com.sun.management.OperatingSystemMXBean) java.lang.management.ManagementFactory.getOperatingSystemMXBean();
    private static final Map<String, String[]> LOOPS = new LinkedHashMap<>();

    static {
        LOOPS.put("relu", new String[] {"var x = tensor(8);", "x = x.then(relu());", "x = x.then(relu())"});
        LOOPS.put("linear", new String[] {"var x = tensor(8);", "x = x.then(linear(8, 8));", "x = x.then(linear(8, 8))"});
        LOOPS.put("add", new String[] {"input(8);", "add(linear(8, 8));", "linear(8, 8)"});
        LOOPS.put("one unit", new String[] {"var x = tensor(8); var fc = own(linear(8, 8));", "x = x.then(fc);", "x = x.then(fc)"});
        LOOPS.put("skip", new String[] {"var x = tensor(shape(N, T, 8));", "x = x.then(linear(8, 8)).add(x);", "x = x.then(linear(8, 8)).add(x)"});
        LOOPS.put("parameter", new String[] {"var x = tensor(8);", "x = x.mul(parameter(8));", "x = x.mul(parameter(8))"});
        LOOPS.put("frozen", new String[] {"var x = tensor(8);", "var u = own(linear(8, 8)); freeze(u); x = x.then(u);", "x = x.then(linear(8, 8))"});
        LOOPS.put("tied", new String[] {"var x = tensor(8); var first = own(linear(8, 8)); x = x.then(first);",
            "var u = own(linear(8, 8)); tie(u.weight(), first.weight()); x = x.then(u);", "x = x.then(linear(8, 8))"});
        LOOPS.put("list", new String[] {"var x = tensor(8); var units = new ArrayList<Unit>();", "units.add(own(linear(8, 8)));", "x = x.then(units.get(0))"});
        LOOPS.put("inputs", new String[] {"var x = tensor(8);", "x = tensor(8).then(relu());", "x = x.then(relu())"});
    }

    public static void main(String[] args) {
        System.out.printf("%-10s %9s %12s %12s %14s%n", "loop", "calls", "ms in all", "calls/s", "next echo, ms");
        LOOPS.forEach((name, loop) -> {
            if (args.length == 0 || name.contains(args[0])) {
                for (int calls : new int[] {10, 1_000, 100_000}) {
                    measure(name, loop, calls);
                }
            }
        });
    }

    private static void measure(String name, String[] loop, int calls) {
        try (Session session = Session.open(Settings.standard())) {
            for (int round = 0; round < 3; round++) { // warm: the last round counts
                run(session, loop[0]);
                double all = time(session, "for (int i = 0; i < " + calls + "; i++) { " + loop[1] + " };");
                double[] echoes = new double[15];
                for (int i = 0; i < echoes.length; i++) {
                    echoes[i] = time(session, loop[2]);
                }
                double first = echoes[0];
                Arrays.sort(echoes);
                if (round == 2 || Boolean.getBoolean("rounds")) {
                    System.out.printf("%-10s %,9d %,12.1f %,12.0f %8.1f (first %.1f)%n", name, calls, all, calls / all * 1000, echoes[echoes.length / 2], first);
                }
            }
        }
    }

    /** Milliseconds of this process on a processor: the clock on the wall also counts what others do meanwhile. */
    private static double time(Session session, String text) {
        long began = CPU.getProcessCpuTime();
        run(session, text);
        return (CPU.getProcessCpuTime() - began) / 1e6;
    }

    private static void run(Session session, String text) {
        Result result = session.run(text, (Output out) -> out.plain(View.PLAIN));
        if (!result.ok()) {
            throw new IllegalStateException(text + ": " + result.problem());
        }
    }
}
