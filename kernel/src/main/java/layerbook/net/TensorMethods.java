package layerbook.net;

/** All methods of a tensor that are operations. Written from the catalogue of operations by TensorMethodsTest. */
interface TensorMethods extends
    ElementMethods, BroadcastMethods, ReduceMethods, ProductMethods, ShapeMethods, PlaceMethods, FunctionMethods {
}
