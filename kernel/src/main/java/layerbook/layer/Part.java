package layerbook.layer;

/** A layer inside a composite one. A part that is a module has a name in PyTorch; one that is not is a function called inside. */
public record Part(String name, boolean module, Applied applied) {}
