/**
 * What teaches: explanations with formulas worked line by line, what-if tables, comparisons. May import {@code table} and what lies behind it.
 * <pre>{@code
 * Explanation.of(call, Conventions.FLOPS).text(80, true, false);
 * }</pre>
 */
package layerbook.lesson;
