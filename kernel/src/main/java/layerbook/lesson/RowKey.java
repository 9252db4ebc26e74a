package layerbook.lesson;

import java.util.List;
import layerbook.net.Call;

/**
 * A row of the network, by its number or its name.
 *
 * @param row the right one
 * @param why what makes it the right one
 * @param others the rows that could have been meant, each with what is to be said of it
 */
record RowKey(Call row, String why, List<Other> others) implements Key {
    /** A wrong row, and what it is in truth. */
    record Other(Call row, String what) {}

    @Override public String right() {
        return name(row);
    }

    private static String name(Call call) {
        return call.index() + " " + call.name();
    }

    private static boolean isMeant(Call call, String typed) {
        return typed.equals(String.valueOf(call.index())) || typed.equals(call.name()) || typed.equals(name(call));
    }

    @Override public Verdict judge(String typed) {
        String said = typed.strip();
        if (isMeant(row, said)) {
            return new Verdict(true, "Right: " + right() + ", " + why + ".");
        }
        String of = others.stream().filter(other -> isMeant(other.row(), said)).findFirst().map(other -> "; " + name(other.row()) + " " + other.what()).orElse("");
        return new Verdict(false, "Not " + said + " but " + right() + ": " + why + of + ".");
    }
}
