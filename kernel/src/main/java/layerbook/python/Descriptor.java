package layerbook.python;

/** An attribute of a class that gives another value through each object: {@code cached_property}. */
interface Descriptor {
    Object get(Object self, PyType type);
}
