package layerbook.notebook;

import java.util.List;

/** Compares stored outputs with those of now; a stored line {@code ...} stands for any lines, none included. */
final class OutputComparison {
    private static final String ANY = "...";

    private OutputComparison() {}

    static boolean matches(List<String> stored, List<String> now) {
        int line = 0;
        int from = 0;
        boolean free = false;
        while (line < stored.size()) {
            if (stored.get(line).equals(ANY)) {
                free = true;
                line++;
                continue;
            }
            int until = line;
            while (until < stored.size() && !stored.get(until).equals(ANY)) {
                until++;
            }
            List<String> block = stored.subList(line, until);
            int at = free && until == stored.size() ? Math.max(from, now.size() - block.size()) : find(block, now, from, free);
            if (at < 0 || at + block.size() > now.size() || !now.subList(at, at + block.size()).equals(block)) {
                return false;
            }
            from = at + block.size();
            free = false;
            line = until;
        }
        return free || from == now.size();
    }

    private static int find(List<String> block, List<String> now, int from, boolean free) {
        int last = free ? now.size() - block.size() : Math.min(from, now.size() - block.size());
        for (int at = from; at <= last; at++) {
            if (now.subList(at, at + block.size()).equals(block)) {
                return at;
            }
        }
        return -1;
    }
}
