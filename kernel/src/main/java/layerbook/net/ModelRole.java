package layerbook.net;

/**
 * What a model is to tools that print a tree of modules. PyTorch's torchsummary hides sequences and containers; a class that derives {@code nn.Sequential}
 * is one, whatever it is called.
 */
public enum ModelRole {
    /** A module of its own: {@code nn.Module} and what derives it. */
    MODULE,
    /** Modules one after the other: {@code nn.Sequential}. */
    SEQUENTIAL,
    /** Modules that are only kept together: {@code nn.ModuleList}, {@code nn.ModuleDict}. */
    CONTAINER
}
