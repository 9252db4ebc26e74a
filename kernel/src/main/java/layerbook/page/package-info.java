/**
 * The parts of an HTML or Markdown page: Markdown, highlighted code, formulas, images, and what is sanitized before a browser sees it.
 *
 * <p>May import {@code session} and what it imports. Stateless: every class may be used from any thread.
 * <pre>{@code
 * String safe = Sanitizer.html("<b onclick='steal()'>bold</b>"); // <b>bold</b>
 * }</pre>
 */
package layerbook.page;
