package layerbook.operations;

import layerbook.layer.Layer;
import layerbook.layer.Rule;

/** A layer with just this rule, to work out a part of an operation. */
record Known(Rule rule) implements Layer {}
