package layerbook.shape;

/** Something with sizes, such as a tensor that is given to a layer as an argument. */
public interface Shaped {
    Shape shape();
}
