package layerbook.repl;

import java.util.List;
import layerbook.session.output.Completion;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;

/** What could stand at the cursor, one a line with signature and first sentence; as many as the window has room for, around the chosen one. */
final class Menu {
    private final List<Completion> found;
    private int chosen = -1;

    Menu(List<Completion> found) {
        this.found = found;
    }

    Completion chosen() {
        return chosen < 0 ? null : found.get(chosen);
    }

    /** Goes on by so many, around the end. */
    void move(int by) {
        chosen = chosen < 0 ? (by > 0 ? 0 : found.size() - 1) : Math.floorMod(chosen + by, found.size());
    }

    /** The longest text that all of them begin with. */
    String common() {
        String common = found.get(0).text();
        for (Completion each : found) {
            int same = 0;
            while (same < Math.min(common.length(), each.text().length()) && common.charAt(same) == each.text().charAt(same)) {
                same++;
            }
            common = common.substring(0, same);
        }
        return common;
    }

    AttributedString draw(int width, int rows, Theme theme, boolean unicode) {
        int room = Math.max(3, Math.min(found.size(), rows));
        int first = Math.max(0, Math.min(chosen - room + 1, found.size() - room));
        int names = Math.min(found.stream().mapToInt(c -> name(c).length()).max().orElse(0), Math.max(20, width * 6 / 10));
        var out = new AttributedStringBuilder();
        for (int i = first; i < Math.min(first + room, found.size()); i++) {
            out.append(i > first ? "\n" : "");
            line(out, found.get(i), i == chosen, names, width, theme, unicode);
        }
        if (found.size() > room) {
            out.append("\n").styled(theme.faint(), "  " + (first + 1) + " to " + (first + room) + " of " + found.size());
        }
        return out.toAttributedString();
    }

    private static void line(AttributedStringBuilder out, Completion each, boolean isChosen, int names, int width, Theme theme, boolean unicode) {
        String name = cut(name(each), names, unicode);
        String doc = cut(each.doc(), width - names - 5, unicode);
        out.styled(isChosen ? AttributedStyle.DEFAULT.inverse() : style(each, theme), "  " + name);
        if (!doc.isEmpty()) {
            out.append(" ".repeat(names - name.length() + 2)).styled(theme.faint(), doc);
        }
    }

    private static AttributedStyle style(Completion each, Theme theme) {
        return switch (each.kind()) {
            case "layer" -> theme.layer();
            case "option" -> theme.option();
            case "command" -> theme.command();
            case "keyword" -> theme.keyword();
            default -> AttributedStyle.DEFAULT;
        };
    }

    private static String name(Completion each) {
        return each.signature().isEmpty() ? each.text() : each.signature();
    }

    private static String cut(String text, int room, boolean unicode) {
        if (text.length() <= room) {
            return text;
        }
        String dots = unicode ? "…" : "..";
        return room < 8 ? "" : text.substring(0, room - dots.length()).stripTrailing() + dots;
    }
}
