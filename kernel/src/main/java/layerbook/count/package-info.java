/**
 * Which work costs what, in whose convention, and the running totals. Knows a layer by its rule's name. May import {@code net} and what lies behind it.
 * <pre>{@code
 * Ledger ledger = Ledger.of(book.graph());
 * ledger.totals(network, Conventions.FLOPS).count().text();      // 3,507,456·N
 * }</pre>
 */
package layerbook.count;
