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

    /**
     * Draws the network of the last call: boxes, skips, shapes on the arrows.
     * <pre>{@code
     * diagram()
     * diagram(net, 1)
     * }</pre>
     *
     * @return the diagram
     */
    public static Diagram diagram() {
        return Diagram.of(Selectors.view(null));
    }

    /**
     * Draws another network.
     *
     * @param what a network, model, tensor, unit or layer
     * @return the diagram
     */
    public static Diagram diagram(Object what) {
        return Diagram.of(Selectors.view(what));
    }

    /**
     * Draws a network with deeper blocks as one box each.
     *
     * @param what a network, model, tensor, unit or layer
     * @param depth how deep the boxes go
     * @return the diagram
     */
    public static Diagram diagram(Object what, int depth) {
        return Diagram.of(Selectors.view(what), depth);
    }

    /**
     * Gives the network of the last call as text for Mermaid.
     * <pre>{@code
     * mermaid()
     * }</pre>
     *
     * @return the text
     */
    public static Mermaid mermaid() {
        return diagram().mermaid();
    }

    /**
     * Gives a network as text for Mermaid.
     *
     * @param what a network, model, tensor, unit or layer
     * @return the text
     */
    public static Mermaid mermaid(Object what) {
        return diagram(what).mermaid();
    }

    /**
     * Shows how many pixels of the input each layer of the network of the last call sees.
     * <pre>{@code
     * receptiveField()
     * }</pre>
     *
     * @return the table
     */
    public static ReceptiveField receptiveField() {
        return ReceptiveField.of(Selectors.view(null));
    }

    /**
     * Shows how many pixels of the input each layer of a network sees.
     *
     * @param what a network, model, tensor, unit or layer
     * @return the table
     */
    public static ReceptiveField receptiveField(Object what) {
        return ReceptiveField.of(Selectors.view(what));
    }

    /**
     * Draws where the windows of a convolution or pooling stand on a small picture.
     * <pre>{@code
     * windows(conv2d(1, 1, 3, padding(1)), 7, 7)
     * }</pre>
     *
     * @param layer a convolution or pooling
     * @param sizes height and width of the picture
     * @return the drawing
     */
    public static WindowGrid windows(Layer layer, Object... sizes) {
        NetworkBuilder.current().consume(layer);
        return WindowGrid.of(layer, Numbers.exprs(sizes));
    }

    /**
     * Shows the network with other values of one argument, without changing it.
     * <pre>{@code
     * whatIf(1, "kernelSize", 1, 3, 5)
     * whatIf(0, "size", 32, 64)
     * }</pre>
     *
     * @param what a unit, tensor, name or row number
     * @param argument its name, or {@code size} of an input
     * @param values the values to try
     * @return the table
     */
    public static WhatIf whatIf(Object what, String argument, Object... values) {
        return Selectors.whatIf(what, argument, values);
    }
}
