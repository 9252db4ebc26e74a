package layerbook.net;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import layerbook.layer.Layer;
import layerbook.shape.Refusal;

/**
 * A network as a class, as in PyTorch: fields hold units and other models, {@code public Tensor forward(Tensor x)} says what happens.
 * Field names become layer names. It declares no method named like a word that users type.
 */
public abstract class Model {
    private String heldAs;

    void nameIfNameless(String variable) {
        if (heldAs == null) {
            heldAs = variable;
        }
    }

    String heldAs() {
        return heldAs;
    }

    /** Runs the forward that takes these inputs, inside a scope of this model. */
    final Tensor run(NetworkBuilder book, List<Tensor> inputs) {
        book.name(this, inputs);
        Tensor out = book.running(this, className(), inputs, () -> first(forwarded(inputs)));
        Members.declare(book, this, out);
        return out;
    }

    /** The class name for tables. */
    String className() {
        return getClass().getSimpleName();
    }

    Object forwarded(List<Tensor> inputs) {
        for (Class<?> c = getClass(); c != Model.class; c = c.getSuperclass()) {
            for (Method m : c.getDeclaredMethods()) {
                if (m.getName().equals("forward") && !m.isSynthetic()) {
                    Object[] arguments = arguments(m, inputs);
                    if (arguments != null) {
                        return invoke(m, arguments);
                    }
                }
            }
        }
        throw Refusal.of("runtime", getClass().getSimpleName() + " has no forward for " + inputs.size() + " input" + (inputs.size() == 1 ? "" : "s"))
            .fix("public Tensor forward(Tensor x) { return x; }");
    }

    /** Whether its class says itself what happens. */
    final boolean hasForward() {
        for (Class<?> c = getClass(); c != Model.class; c = c.getSuperclass()) {
            if (java.util.Arrays.stream(c.getDeclaredMethods()).anyMatch(m -> m.getName().equals("forward") && !m.isSynthetic())) {
                return true;
            }
        }
        return false;
    }

    private static Object[] arguments(Method m, List<Tensor> inputs) {
        Class<?>[] types = m.getParameterTypes();
        if (types.length == inputs.size() && Arrays.stream(types).allMatch(Tensor.class::equals)) {
            return inputs.toArray();
        }
        if (types.length == 1 && types[0] == Tensor[].class) {
            return new Object[] {inputs.toArray(Tensor[]::new)};
        }
        return types.length == 1 && types[0] == List.class ? new Object[] {inputs} : null;
    }

    private Object invoke(Method m, Object[] arguments) {
        try {
            if (!Modifier.isPublic(m.getModifiers()) || !Modifier.isPublic(m.getDeclaringClass().getModifiers())) {
                m.setAccessible(true);
            }
            return m.invoke(this, arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException r) {
                throw r;
            } else if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException(e.getCause());
        } catch (IllegalAccessException e) {
            throw Refusal.of("runtime", "forward of " + getClass().getSimpleName() + " must be public").fix("public Tensor forward(Tensor x) { ... }");
        }
    }

    /** The first tensor in what forward gave: a tensor, or several in a list, array, map or record. */
    static Tensor first(Object given) {
        List<Tensor> all = tensors(given);
        if (all.isEmpty()) {
            throw Refusal.of("runtime", "forward gave no tensor");
        }
        return all.size() == 1 ? all.get(0) : all.get(0).among(all);
    }

    static List<Tensor> tensors(Object given) {
        var out = new ArrayList<Tensor>();
        if (given instanceof Tensor t) {
            out.add(t);
        } else if (given instanceof Iterable<?> several) {
            several.forEach(e -> out.addAll(tensors(e)));
        } else if (given instanceof Object[] array) {
            Arrays.stream(array).forEach(e -> out.addAll(tensors(e)));
        } else if (given instanceof java.util.Map<?, ?> map) {
            map.values().forEach(e -> out.addAll(tensors(e)));
        } else if (given instanceof Record record) {
            Layer.Records.values(record).forEach(e -> out.addAll(tensors(e)));
        }
        return out;
    }
}
