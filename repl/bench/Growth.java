import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.function.IntFunction;
import layerbook.session.Session;
import layerbook.session.Settings;

/**
 * What statement 50 and statement 5,000 of a session take. One kind of statement a process, named by the argument; one line:
 * medians of the milliseconds around both, of the process's CPU milliseconds a statement over the whole way, and MB resident at the end.
 */
public class Growth {
    private static final Map<String, IntFunction<String>> KINDS = Map.of(
        "expression", i -> i + " + 1",
        "void", i -> "Math.max(" + i + ", 1); System.out.print(\"\");",
        "reassignment", i -> i == 0 ? "int x = 0;" : "x = x + 1",
        "variable", i -> "int a" + i + " = " + i + ";");

    public static void main(String[] args) throws IOException {
        IntFunction<String> text = KINDS.get(args[0]);
        int last = args.length > 1 ? Integer.parseInt(args[1]) : 5000;
        double[] took = new double[last + 1];
        long[] cpu = new long[last + 1];
        var system = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        try (Session session = Session.open(Settings.standard())) {
            for (int i = 0; i <= last; i++) {
                long began = System.nanoTime();
                if (!session.run(text.apply(i), out -> { }).ok()) {
                    throw new IllegalStateException("statement " + i);
                }
                took[i] = (System.nanoTime() - began) / 1e6;
                cpu[i] = system.getProcessCpuTime();
                if (args.length > 2 && i % 250 == 249) {
                    System.err.printf("%5d %.2f ms  %.2f ms CPU%n", i + 1, median(took, i - 200, i), (cpu[i] - cpu[i - 249]) / 249e6);
                }
            }
        }
        System.out.printf("%.2f %.2f %.2f %.2f %.0f%n", median(took, 30, 70), median(took, last - 200, last),
            (cpu[250] - cpu[50]) / 200e6, (cpu[last] - cpu[last - 1000]) / 1000e6, resident());
    }

    private static double median(double[] all, int from, int to) {
        double[] some = Arrays.copyOfRange(all, from, to);
        Arrays.sort(some);
        return some[some.length / 2];
    }

    private static double resident() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream().filter(line -> line.startsWith("VmRSS"))
            .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D+", "")) / 1024).findFirst().orElse(0);
    }
}
