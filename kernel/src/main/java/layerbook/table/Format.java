package layerbook.table;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import layerbook.shape.Refusal;

/** The formats that a table can be written in. Whole numbers lose their commas where programs read them (CSV and JSON), signs such as {@code –} stay. */
enum Format {
    CSV("csv") {
        @Override String write(Grid g) {
            return lines(g, c -> plain(c).matches("(?s).*[\",\n].*") ? '"' + plain(c).replace("\"", "\"\"") + '"' : plain(c), "", ",", "");
        }
    },
    MARKDOWN("md") {
        @Override String write(Grid g) {
            List<String> lines = new ArrayList<>(lines(g, c -> c.replace("|", "\\|"), "| ", " | ", " |").lines().toList());
            lines.add(1, g.columns().stream().map(c -> c.right() ? "---:" : "---").collect(Collectors.joining(" | ", "| ", " |")));
            return String.join("\n", lines) + "\n" + g.notes().stream().map(n -> "\n" + n + "\n").collect(Collectors.joining());
        }
    },
    LATEX("tex") {
        @Override String write(Grid g) {
            List<String> lines = lines(g, Format::tex, "", " & ", " \\\\").lines().collect(Collectors.toCollection(ArrayList::new));
            lines.add(1, "\\hline");
            lines.add(0, "\\begin{tabular}{" + g.columns().stream().map(c -> c.right() ? "r" : "l").collect(Collectors.joining()) + "}");
            lines.add("\\end{tabular}");
            return String.join("\n", lines) + "\n" + g.notes().stream().map(n -> "% " + n + "\n").collect(Collectors.joining());
        }
    },
    HTML("html") {
        @Override String write(Grid g) {
            return g.html();
        }
    },
    JSON("json") {
        @Override String write(Grid g) {
            var rows = new ArrayList<String>();
            for (int i = 0; i < g.rows(); i++) {
                int row = i;
                rows.add(g.columns().stream().map(c -> quoted(c.head()) + ": " + value(c.cells().get(row))).collect(Collectors.joining(", ", "  {", "}")));
            }
            return "{\"name\": " + quoted(g.name()) + ",\n \"rows\": [\n" + String.join(",\n", rows) + "\n ],\n \"notes\": "
                + g.notes().stream().map(Format::quoted).collect(Collectors.joining(", ", "[", "]")) + "}\n";
        }
    };

    private static final Pattern NUMBER = Pattern.compile("-?(\\d+|\\d{1,3}(,\\d{3})+)");
    private final String ending;

    Format(String ending) {
        this.ending = ending;
    }

    abstract String write(Grid grid);

    static Format of(String name) {
        for (Format f : values()) {
            if (f.name().equalsIgnoreCase(name) || f.ending.equalsIgnoreCase(name)) {
                return f;
            }
        }
        throw Refusal.option("tables are written as csv, markdown, latex, html or json, not as " + name).fix("tree().as(\"markdown\")");
    }

    static Format ofFile(String file) {
        int dot = file.lastIndexOf('.');
        if (dot < 0) {
            throw Refusal.option("the ending of a file says its format, and " + file + " has none").fix("tree().save(\"" + file + ".csv\")");
        }
        return of(file.substring(dot + 1));
    }

    /** Written beside the file and moved, so that there is never half of it. A link is followed; what is no regular file is written into. */
    Path save(Grid grid, Path file) {
        String text = write(grid);
        try {
            Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
            if (Files.exists(target) && !Files.isRegularFile(target)) {
                return Files.writeString(file, text, StandardOpenOption.WRITE);
            }
            Path beside = target.resolveSibling(".table" + UUID.randomUUID() + ".tmp");
            try {
                Files.writeString(beside, text);
                Files.move(beside, target, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(beside);
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The whole number in a cell, or null. */
    static BigInteger number(String cell) {
        String ascii = cell.replace('−', '-');
        return NUMBER.matcher(ascii).matches() ? new BigInteger(ascii.replace(",", "")) : null;
    }

    private static String plain(String cell) {
        BigInteger number = number(cell);
        return number == null ? cell : number.toString();
    }

    private static String value(String cell) {
        return number(cell) == null ? quoted(cell) : plain(cell);
    }

    private static String lines(Grid g, UnaryOperator<String> cell, String before, String between, String after) {
        var lines = new ArrayList<String>();
        for (int i = -1; i < g.rows(); i++) {
            int row = i;
            lines.add(g.columns().stream().map(c -> cell.apply(row < 0 ? c.head() : c.cells().get(row))).collect(Collectors.joining(between, before, after)));
        }
        return String.join("\n", lines) + "\n";
    }

    private static String quoted(String text) {
        var out = new StringBuilder("\"");
        text.chars().forEach(c -> out.append(c == '"' || c == '\\' ? "\\" + (char) c : c < 32 ? String.format(Locale.ROOT, "\\u%04x", c) : String.valueOf((char) c)));
        return out.append('"').toString();
    }

    private static String tex(String text) {
        String escaped = text.replace("\\", "\\textbackslash ").replaceAll("([&%$#_{}])", "\\\\$1").replace("\\textbackslash ", "\\textbackslash{}").replace("^", "\\^{}").replace("~", "\\~{}");
        return escaped.replace("×", "$\\times$").replace("≥", "$\\geq$").replace("Σ", "$\\Sigma$").replace("→", "$\\to$").replace("·", "$\\cdot$").replace("–", "--").replace("−", "$-$")
            .replace("²", "$^2$").replace("³", "$^3$").replace("′", "$'$").replace("├─", "").replace("└─", "").replace("│", " ");
    }
}
