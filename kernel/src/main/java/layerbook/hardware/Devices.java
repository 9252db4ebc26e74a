package layerbook.hardware;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import layerbook.io.NearestWord;
import layerbook.shape.Refusal;

/** The devices that are known by name, read from {@code devices.csv}: a line each, with the source of its figures. */
public final class Devices {
    private static final List<Device> ALL = read();

    private Devices() {}

    /** All devices, in the order of the file. */
    public static List<Device> all() {
        return ALL;
    }

    /**
     * The device of that name; upper and lower case are the same.
     *
     * @throws Refusal if there is none, with the nearest name
     */
    public static Device find(String name) {
        return ALL.stream().filter(d -> d.name().equalsIgnoreCase(name.strip())).findFirst().orElseThrow(() -> unknown(name));
    }

    private static Refusal unknown(String name) {
        List<String> names = ALL.stream().map(Device::name).toList();
        List<String> within = names.stream().filter(n -> n.toLowerCase().contains(name.strip().toLowerCase())).toList();
        String near = !within.isEmpty() ? within.get(0) : NearestWord.nearest(name, names);
        Refusal refusal = Refusal.option("no device is called " + name)
            .why(within.size() > 1 ? "there are " + String.join(", ", within) : "devices() lists those that are known")
            .detail("or", "device(\"" + name + "\", gb(24), gbps(900), tflops(BFLOAT16, 100)) with its own figures");
        return refusal.fix(near == null ? "devices()" : "device(\"" + near + "\")");
    }

    private static List<Device> read() {
        try (InputStream in = Devices.class.getResourceAsStream("/layerbook/hardware/devices.csv")) {
            List<String> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
            List<String> head = cells(lines.get(0));
            return lines.stream().skip(1).map(line -> device(head, cells(line))).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Device device(List<String> head, List<String> cells) {
        var peaks = new EnumMap<Device.Peak, BigDecimal>(Device.Peak.class);
        for (Device.Peak p : Device.Peak.values()) {
            String tera = cells.get(head.indexOf(p.name().toLowerCase()));
            if (!tera.isEmpty()) {
                peaks.put(p, new BigDecimal(tera).movePointRight(12));
            }
        }
        String year = cells.get(head.indexOf("year"));
        return new Device(cells.get(0), Device.Kind.valueOf(cells.get(1).toUpperCase()), new BigDecimal(cells.get(2)),
            new BigDecimal(cells.get(3)).movePointRight(9), peaks, year.isEmpty() ? 0 : Integer.parseInt(year), cells.get(head.indexOf("source")));
    }

    /** The cells of a line; a cell with commas stands in quotes. */
    private static List<String> cells(String line) {
        var cells = new ArrayList<String>();
        var cell = new StringBuilder();
        boolean quoted = false;
        for (char c : line.toCharArray()) {
            if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        return cells;
    }
}
