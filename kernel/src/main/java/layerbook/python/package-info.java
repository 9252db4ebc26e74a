/**
 * Runs Python's tree: what its numbers, texts, containers, functions and classes do. Knows Python and nothing of torch.
 * <p>A value of Python is a Java object: an int is a {@link java.lang.Long}, or a {@link java.math.BigInteger} where it does not fit; a float
 * is a {@link java.lang.Double}, a str a {@link java.lang.String}, a bool a {@link java.lang.Boolean}; {@code None}, {@code ...} and
 * {@code NotImplemented} are {@link layerbook.python.Special}s; everything else is a {@link layerbook.python.PyObject}. Java's null is never a value:
 * it means "there is none".
 * <p>An object of another package joins as a {@link layerbook.python.PyObject}; a class that Python may derive from is a
 * {@link layerbook.python.PyType} whose objects are {@link layerbook.python.PyInstance}s; a module is a {@link layerbook.python.PyModule} that an
 * {@link layerbook.python.Importer} finds by its name.
 * <pre>{@code
 * var python = new Interpreter(StandardModules::find, System.out::print);
 * python.run(Python.read("area.py", "def area(w, h=2):\n    return w * h\nprint(area(3))\n"));
 * // prints 6
 * }</pre>
 * May import {@code syntax}, {@code operations} and what stands behind it. One thread at a time uses an interpreter; an interrupt stops it.
 */
package layerbook.python;
