package layerbook.layer;

/** A layer or an operation of the library. Tools know these by the name of their rule; a user's layer of the same name is another layer. */
public interface LibraryLayer extends Layer {}
