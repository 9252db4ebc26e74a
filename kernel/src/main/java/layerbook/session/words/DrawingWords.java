package layerbook.session.words;

import layerbook.layer.Layer;
import layerbook.lesson.Diagram;
import layerbook.lesson.Mermaid;
import layerbook.lesson.ReceptiveField;
import layerbook.lesson.WhatIf;
import layerbook.lesson.WindowGrid;
import layerbook.net.NetworkBuilder;
import layerbook.net.Numbers;

/** Pictures and trials: of the network, of what its layers see, of where their windows stand, of what it would be with other arguments. */
abstract class DrawingWords extends CommandWords {
    DrawingWords() {}

    /** The network of the last call as a picture: boxes, skips, shapes on the arrows. */
    public static Diagram diagram() {
        return Diagram.of(Selectors.view(null));
    }

    /** The picture of another network, model or tensor. */
    public static Diagram diagram(Object what) {
        return Diagram.of(Selectors.view(what));
    }

    /** The same, with blocks deeper than {@code depth} as one box each. */
    public static Diagram diagram(Object what, int depth) {
        return Diagram.of(Selectors.view(what), depth);
    }

    /** The network of the last call as text for Mermaid. */
    public static Mermaid mermaid() {
        return diagram().mermaid();
    }

    public static Mermaid mermaid(Object what) {
        return diagram(what).mermaid();
    }

    /** How many points of the input each layer of the network sees. */
    public static ReceptiveField receptiveField() {
        return ReceptiveField.of(Selectors.view(null));
    }

    public static ReceptiveField receptiveField(Object what) {
        return ReceptiveField.of(Selectors.view(what));
    }

    /** Where the windows of a convolution or pooling stand on a small picture: {@code windows(conv2d(1, 1, 3, padding(1)), 7, 7)}. */
    public static WindowGrid windows(Layer layer, Object... sizes) {
        NetworkBuilder.current().consume(layer);
        return WindowGrid.of(layer, Numbers.exprs(sizes));
    }

    /**
     * The network with other values of one argument of a layer (a unit, tensor, name or row), without changing it: {@code whatIf(conv1, "kernelSize", 1, 3, 5, 7)}.
     * Of an input: {@code whatIf(0, "size", 32, 64, 224)}.
     */
    public static WhatIf whatIf(Object what, String argument, Object... values) {
        return Selectors.whatIf(what, argument, values);
    }
}
