/**
 * The networks that a Hugging Face {@code config.json} describes: {@link layerbook.load.config.Families} finds the builder of its {@code model_type}, which
 * puts blocks together ({@code Decoder}, {@code SelfAttention}, {@code Mlp}, {@code MixtureOfExperts} ..) by options. Parameters are named as in the
 * checkpoint. What the file leaves out is the library's default, from {@code defaults.json}. May import {@code lesson} and what that imports.
 *
 * <p>A builder is made in a book, since bare weights belong to one; any thread may do so, one at a time for each book. Configs and plans are not shared.
 * <pre>{@code
 * Pretrained llama = Families.read("{\"model_type\": \"llama\"}", book);
 * llama.trace(book).params();     // 6,738,415,616
 * }</pre>
 * To add a family: a file with its {@code FAMILY} and a line in {@code Families}; its defaults in {@code defaults.py}, its cases in {@code facts.py} of the tests.
 */
package layerbook.load.config;
