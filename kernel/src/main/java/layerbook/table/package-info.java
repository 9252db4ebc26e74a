/**
 * Rows as Tablesaw tables, and a layout of ours that knows the width of the screen (Tablesaw's printer knows none). The only package that sees Tablesaw.
 * May import {@code count} and what lies behind it.
 * <pre>{@code
 * Grid grid = EchoTable.of(graph, before, Conventions.FLOPS, 80);
 * System.out.println(grid.text(80, true, false));
 * }</pre>
 */
package layerbook.table;
