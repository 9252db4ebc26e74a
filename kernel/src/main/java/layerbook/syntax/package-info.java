/**
 * Python's text as a tree with places. Imports nothing of ours, and knows nothing of what the statements mean.
 * <pre>{@code
 * SourceFile file = Python.read("net.py", "x = conv(3, padding=1)\n");
 * file.problems();                                        // empty: everything was read
 * Statement.Assign assign = (Statement.Assign) file.body().get(0);
 * Expression.Call call = (Expression.Call) assign.value();
 * call.keywords().get(0).name();                          // padding
 * call.place();                                           // 1:5
 * file.textOf(call);                                      // conv(3, padding=1)
 * }</pre>
 * {@link layerbook.syntax.Expression}, {@link layerbook.syntax.Statement} and {@link layerbook.syntax.Pattern} are sealed: a visitor
 * answers for each kind. All values are immutable, and reading uses the calling thread alone.
 */
package layerbook.syntax;
