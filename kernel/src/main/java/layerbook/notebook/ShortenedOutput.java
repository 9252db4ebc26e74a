package layerbook.notebook;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.CRC32;
import layerbook.io.WellFormedText;

/**
 * Outputs as a {@code .jsh} stores them: of many lines the first and the last, of a long line its beginning and its end. What is left out is
 * counted and has a checksum, so that {@code --check} sees a change there, too. What is short already stays as it is.
 */
final class ShortenedOutput {
    private static final int LINES = 1_000;
    private static final int FIRST_LINES = 600;
    private static final int LAST_LINES = 300;
    private static final int LINE = 2_000;
    private static final int FIRST = 1_400;
    private static final int LAST = 400;

    private ShortenedOutput() {}

    static List<String> lines(List<String> all) {
        List<String> some = all;
        if (all.size() > LINES) {
            List<String> out = all.subList(FIRST_LINES, all.size() - LAST_LINES);
            some = new ArrayList<>(all.subList(0, FIRST_LINES));
            some.add(leftOut(out.size(), "lines", out));
            some.addAll(all.subList(all.size() - LAST_LINES, all.size()));
        }
        return some.stream().map(ShortenedOutput::line).toList();
    }

    private static String line(String line) {
        if (line.length() <= LINE) {
            return line;
        }
        String first = WellFormedText.first(line, FIRST);
        String last = WellFormedText.last(line, LAST);
        String out = line.substring(first.length(), line.length() - last.length());
        return first + " " + leftOut(out.length(), "characters", List.of(out)) + " " + last;
    }

    private static String leftOut(int many, String of, List<String> what) {
        var sum = new CRC32();
        for (String each : what) {
            sum.update(each.getBytes(StandardCharsets.UTF_8));
            sum.update('\n');
        }
        return String.format(Locale.ROOT, "… %,d %s left out, CRC-32 %08x …", many, of, sum.getValue());
    }
}
