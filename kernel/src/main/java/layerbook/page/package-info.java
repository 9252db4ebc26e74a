/**
 * Pages: a run of a notebook as HTML or Markdown that needs no other file, and their parts: Markdown, highlighted code, formulas, images, and what is
 * sanitized before a browser sees it.
 *
 * <p>May import {@code session}, {@code notebook.format} and what they import. Stateless: every class may be used from any thread.
 * <pre>{@code
 * String safe = Sanitizer.html("<b onclick='steal()'>bold</b>"); // <b>bold</b>
 * }</pre>
 */
package layerbook.page;
