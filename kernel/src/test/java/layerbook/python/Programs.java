package layerbook.python;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import layerbook.syntax.Python;

/** Programs and what Python prints for each, as {@code generate.py} writes them; and what this interpreter prints. */
final class Programs {
    record Program(String name, String text, String prints) { }

    private Programs() {}

    /** Those of the file that the system property names, else those that are kept. */
    static List<Program> all() throws IOException {
        String file = System.getProperty("python.programs");
        byte[] json = file != null ? Files.readAllBytes(Path.of(file)) : Programs.class.getResourceAsStream("/python/programs.json").readAllBytes();
        var all = new ArrayList<Program>();
        for (JsonNode n : new ObjectMapper().readTree(json)) {
            all.add(new Program(n.get("name").asText(), n.get("text").asText(), n.get("prints").asText()));
        }
        return all;
    }

    /** What is printed, and the last line of an error that nothing took. */
    static String run(String text) {
        var out = new StringBuilder();
        try {
            new Interpreter(StandardModules::find, out::append).run(Python.read("program.py", text));
        } catch (Raised e) {
            out.append(e.getMessage()).append('\n');
        } catch (Refused e) {
            out.append("refused: ").append(e.getMessage()).append('\n');
        }
        return out.toString();
    }

    public static void main(String[] args) throws IOException {
        if (args.length == 1 && args[0].endsWith(".py")) {
            System.out.print(run(Files.readString(Path.of(args[0]))));
            return;
        }
        int bad = 0;
        for (Program p : all()) {
            String got;
            try {
                got = run(p.text);
            } catch (Throwable t) {
                java.io.StringWriter w = new java.io.StringWriter();
                t.printStackTrace(new java.io.PrintWriter(w));
                got = "CRASH " + w;
            }
            if (!got.equals(p.prints)) {
                bad++;
                String[] a = got.split("\n", -1);
                String[] b = p.prints.split("\n", -1);
                int i = 0;
                while (i < a.length && i < b.length && a[i].equals(b[i])) {
                    i++;
                }
                System.out.println(p.name + "\n   line " + i + "\n   ours   " + (i < a.length ? a[i] : "-") + (got.startsWith("CRASH") ? got.substring(0, Math.min(got.length(), 900)) : "")
                    + "\n   python " + (i < b.length ? b[i] : "-"));
            }
        }
        System.out.println(bad + " of " + all().size() + " differ");
    }
}
