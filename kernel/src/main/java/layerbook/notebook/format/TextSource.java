package layerbook.notebook.format;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import layerbook.io.LineReader;

/** Reads the cells of a {@code .jsh}. */
final class TextSource implements CellSource {
    private final LineReader lines;
    private final Deque<String> ahead = new ArrayDeque<>();
    private final Header header;

    private TextSource(LineReader lines) throws IOException {
        this.lines = lines;
        this.header = head();
    }

    static TextSource of(InputStream in, String name) throws IOException {
        return new TextSource(LineReader.of(in, name));
    }

    static TextSource of(String text, String name) throws IOException {
        return new TextSource(LineReader.of(new StringReader(text), name));
    }

    @Override public Header header() {
        return header;
    }

    /** Blank lines and an encoding line may stand before the fence; without a fence there is no head but for blank lines and the mark. */
    private Header head() throws IOException {
        List<String> head = new ArrayList<>();
        String first = read();
        String eol = first != null && LineReader.eol(first).equals("\r\n") ? "\r\n" : "\n";
        String mark = first != null && first.startsWith("\uFEFF") ? "\uFEFF" : "";
        String line = first == null ? null : first.substring(mark.length());
        while (line != null && (line.isBlank() || line.startsWith("#!") || line.matches("//.*coding[:=].*\\R?"))) {
            head.add(line);
            line = read();
        }
        if (line != null && isFence(line) && rest(head, line)) {
            return HeaderText.parse(mark + String.join("", head), eol);
        }
        unread(line, head);
        if (line == null || Marker.begins(LineReader.bare(line))) {
            mark += String.join("", head);
            drop(head.size());
        }
        return HeaderText.parse(mark, eol);
    }

    /** Reads the head on from its first fence; false, with nothing consumed, if it has no end. */
    private boolean rest(List<String> head, String fence) throws IOException {
        List<String> block = new ArrayList<>(List.of(fence));
        String line = read();
        while (line != null && line.startsWith("//") && !isFence(line)) {
            block.add(line);
            line = read();
        }
        if (line == null || !isFence(line)) {
            unread(line, block.subList(1, block.size()));
            return false;
        }
        head.addAll(block);
        head.add(line);
        String next = read();
        if (next != null && next.isBlank()) {
            head.add(next);
        } else if (next != null) {
            ahead.push(next);
        }
        return true;
    }

    private static boolean isFence(String line) {
        return line.startsWith("//") && HeaderText.bare(LineReader.bare(line)).stripTrailing().equals(HeaderText.FENCE);
    }

    @Override public Cell next() throws IOException {
        String first = read();
        if (first == null) {
            return null;
        }
        int line = lines.number() - ahead.size();
        List<String> chunk = new ArrayList<>(List.of(first));
        Marker marker = Marker.begins(LineReader.bare(first)) ? Marker.parse(LineReader.bare(first)) : null;
        boolean java = marker == null || marker.kind() == CellKind.CODE && !PyTorchCell.isMarked(marker);
        boolean last = collect(chunk, java, marker == null);
        return TextCell.read(chunk, last, marker == null ? line : line + 1);
    }

    /** Reads up to the next cell; true if there is none. A comment that never closes hides no cells. */
    private boolean collect(List<String> chunk, boolean java, boolean lexFirst) throws IOException {
        var quoting = new JavaQuoting();
        if (lexFirst) {
            quoting.line(LineReader.bare(chunk.get(0)));
        }
        int hidden = -1;
        for (String line = read(); line != null; line = read()) {
            String bare = LineReader.bare(line);
            boolean begins = Marker.begins(bare);
            if (begins && !quoting.open()) {
                ahead.push(line);
                return false;
            }
            hidden = begins && hidden < 0 ? chunk.size() : hidden;
            if (java) {
                quoting.line(bare);
            }
            chunk.add(line);
        }
        if (!quoting.open() || hidden < 0) {
            return true;
        }
        List<String> back = chunk.subList(hidden, chunk.size());
        unread(null, back);
        back.clear();
        return false;
    }

    private String read() throws IOException {
        return ahead.isEmpty() ? lines.next() : ahead.pop();
    }

    /** Puts lines back, {@code last} behind the others. */
    private void unread(String last, List<String> earlier) {
        if (last != null) {
            ahead.push(last);
        }
        for (int i = earlier.size() - 1; i >= 0; i--) {
            ahead.push(earlier.get(i));
        }
    }

    private void drop(int count) {
        for (int i = 0; i < count; i++) {
            ahead.pop();
        }
    }

    @Override public void close() throws IOException {
        lines.close();
    }
}
