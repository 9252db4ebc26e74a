package layerbook.session;

/** Lays a problem out as the error frame that all faces of the program share. */
final class Frame {
    private Frame() {}

    static String plain(Problem p, View view) {
        var out = new StringBuilder();
        String cross = view.unicode() ? "✗ " : "x ";
        out.append("  ").append(cross).append(p.message()).append('\n');
        marked(p, view, out);
        for (String detail : p.details()) {
            out.append("     ").append(detail).append('\n');
        }
        if (p.fix() != null) {
            out.append("     try    ").append(p.fix()).append('\n');
        }
        if (p.state() != null) {
            out.append("  ").append(p.state()).append('\n');
        }
        return out.substring(0, out.length() - 1);
    }

    private static void marked(Problem p, View view, StringBuilder out) {
        String[] lines = p.source() == null ? new String[0] : p.source().split("\n", -1);
        int from = 0;
        for (String line : lines) {
            out.append("     ").append(line).append('\n');
            int to = from + line.length();
            if (p.start() >= from && p.start() <= to && p.start() >= 0) {
                int length = Math.max(1, Math.min(p.end(), to) - p.start());
                String bar = (view.unicode() ? "▔" : "^").repeat(length);
                out.append("     ").append(" ".repeat(p.start() - from)).append(bar);
                if (p.mark() != null && !p.mark().isEmpty()) {
                    out.append(' ').append(p.mark());
                }
                out.append('\n');
            }
            from = to + 1;
        }
    }
}
