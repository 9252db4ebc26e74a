package layerbook.net;

/** A weight tensor of a unit. */
public record WeightRef(Unit unit, String tensor) {}
