package layerbook.hardware;

import java.util.List;

/** A result that can be worked out on paper: {@code explain(kvCache(net))} shows its figures one by one. */
public interface Worked {
    /** What is worked out, e.g. {@code keys and values}. */
    String title();

    /** The figures in the order in which they are worked out. */
    List<Figure> figures();
}
