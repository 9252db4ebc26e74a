package layerbook.syntax;

/** A piece of the tree that knows where it stands. */
public interface Node {
    Place place();
}
