package layerbook.table;

import java.util.List;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * Makes Tablesaw tables. A column of whole numbers becomes a LongColumn; where signs such as {@code –} stand among the numbers they are missing in it, and a
 * second column keeps all as shown, so that "not counted" and "unknown" stay apart.
 */
final class Tablesaw {
    private Tablesaw() {}

    static synchronized Table of(Grid grid) {
        Table table = Table.create(grid.name());
        for (Grid.Column c : grid.columns()) {
            String head = table.columnNames().contains(c.head()) ? c.head() + " (" + table.columnCount() + ")" : c.head();
            boolean numbers = c.right() && c.cells().stream().anyMatch(Tablesaw::fits) && c.cells().stream().allMatch(t -> fits(t) || Format.number(t) == null);
            if (numbers) {
                table.addColumns(longs(head, c.cells()));
            }
            if (!numbers || c.cells().stream().anyMatch(t -> !t.isEmpty() && !fits(t))) {
                table.addColumns(StringColumn.create(numbers ? head + " as shown" : head, c.cells()));
            }
        }
        return table;
    }

    private static boolean fits(String cell) {
        java.math.BigInteger number = Format.number(cell);
        return number != null && number.bitLength() < 64 && !number.equals(java.math.BigInteger.valueOf(Long.MIN_VALUE)); // which stands for a missing one
    }

    private static LongColumn longs(String head, List<String> cells) {
        LongColumn column = LongColumn.create(head);
        for (String c : cells) {
            if (fits(c)) {
                column.append(Format.number(c).longValue());
            } else {
                column.appendMissing();
            }
        }
        return column;
    }
}
