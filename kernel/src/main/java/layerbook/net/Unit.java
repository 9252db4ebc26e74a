package layerbook.net;

import layerbook.layer.Layer;

/** Owns the weights of a layer: two units of equal layers have two sets of weights, one unit used twice has one. */
public final class Unit {
    private final Layer layer;
    private volatile String name;

    private Unit(Layer layer, String name) {
        this.layer = layer;
        this.name = name;
    }

    /** A unit that will be named by what holds it. */
    public static Unit of(Layer layer) {
        return new Unit(layer, null);
    }

    public static Unit of(String name, Layer layer) {
        return new Unit(layer, name);
    }

    public Layer layer() {
        return layer;
    }

    /** The name given to it, or null so far. */
    public String givenName() {
        return name;
    }

    /** Names a unit that has no name yet. */
    public void nameIfNameless(String given) {
        if (name == null) {
            name = given;
        }
    }

    /** Its tensor called {@code weight}: for {@code tie}, or to compute with. */
    public Tensor weight() {
        return weight("weight");
    }

    /** Its tensor of that name, e.g. {@code weight_ih_l0}. */
    public Tensor weight(String tensor) {
        return NetworkBuilder.current().weight(ref(tensor));
    }

    /** Which of its weights is meant. */
    public WeightRef ref(String tensor) {
        return new WeightRef(this, tensor);
    }

    /** Its tensor called {@code bias}. */
    public Tensor bias() {
        return weight("bias");
    }

    @Override public String toString() {
        return (name == null ? "" : name + " ") + layer.codeText();
    }
}
