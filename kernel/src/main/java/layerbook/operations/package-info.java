/**
 * The tensor operations, a file a family. An {@link layerbook.operations.Operator} has PyTorch's name, its arguments as PyTorch writes them
 * ({@link layerbook.operations.Schema}), the places where PyTorch spells it, and one rule; {@link layerbook.operations.Operations} lists them all.
 * An {@link layerbook.operations.Operation} is an operator with its arguments, all kept by name: a layer without weights, which stands in a call.
 *
 * <p>May import {@code net} and what lies behind it. {@code net} knows no operation: the methods of its {@code Tensor} call them by name through
 * {@code net.OperationSource}, a service that {@link layerbook.operations.JavaMethods} provides. The files {@code net/*Methods.java}, which hold those
 * methods, are written from this catalogue by {@code TensorMethodsTest} ({@code -Dlayerbook.renew=true}) and held equal to it.
 *
 * <p>To add an operation: write it into its family's {@code OPERATORS}, or into a file of its own with a line in {@code Operations}; renew the methods.
 * Any thread may use the catalogue; operators do not change.
 * <pre>{@code
 * Operations.find("softmax").apply(List.of(x, 1), Map.of()).tensor();      // as torch.softmax(x, 1)
 * Operations.find("max").applyTo(x, List.of(1), Map.of("keepdim", true));  // as x.max(1, keepdim=True): values and indices
 * x.softmax(1);                                                            // the same entry
 * }</pre>
 */
package layerbook.operations;
