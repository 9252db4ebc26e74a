/**
 * What all files have in common: {@link layerbook.load.file.Loaded} is what a file gives, {@link layerbook.load.file.Format} reads one kind of file,
 * {@link layerbook.load.file.Source} reads parts of it. May import {@code lesson} and what it imports. Immutable except for {@code Source}, which
 * belongs to the thread that opened it.
 * <pre>{@code
 * new StoredTensor("fc.weight", List.of(10L, 64L), StoredType.plain("float32", 32)).bytes();    // 2560
 * }</pre>
 */
package layerbook.load.file;
