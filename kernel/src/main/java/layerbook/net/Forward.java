package layerbook.net;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import layerbook.shape.Refusal;

/**
 * Finds the method {@code forward} of a class that takes the given arguments, and calls it. Exact types win over conversions, a method of the class
 * over those of its superclasses; several tensors may also arrive as one list.
 */
final class Forward {
    private static final int MOST_SHOWN = 60;

    private final Model model;
    private final List<Method> methods = new ArrayList<>();

    private Forward(Model model) {
        this.model = model;
        for (Class<?> c = model.getClass(); c != Model.class; c = c.getSuperclass()) {
            Arrays.stream(c.getDeclaredMethods()).filter(m -> m.getName().equals("forward") && !m.isSynthetic()).forEach(methods::add);
        }
    }

    static Forward of(Model model) {
        return new Forward(model);
    }

    boolean exists() {
        return !methods.isEmpty();
    }

    /**
     * Calls it.
     *
     * @param keywords arguments by the names of the parameters, behind those by position
     * @return what it returns, as it is
     * @throws Refusal if there is none, or none takes these arguments
     */
    Object call(List<?> arguments, Map<String, ?> keywords) {
        for (Fitting.Mode mode : Fitting.Mode.values()) {
            for (Method m : methods) {
                Object[] fitted = Fitting.of(m, arguments, keywords, mode);
                if (fitted != null) {
                    return invoke(m, fitted);
                }
            }
        }
        throw refused(arguments, keywords);
    }

    private Refusal refused(List<?> arguments, Map<String, ?> keywords) {
        String name = model.declaredClassName();
        if (methods.isEmpty()) {
            return Refusal.of("runtime", name + " has no forward").why("a model needs public Tensor forward(Tensor x)");
        }
        var given = new ArrayList<String>();
        arguments.forEach(a -> given.add(described(a)));
        keywords.forEach((k, v) -> given.add(k + " = " + described(v)));
        return Refusal.of("runtime", name + " has no forward for " + (given.isEmpty() ? "no arguments" : String.join(", ", given)))
            .why("it has " + methods.stream().map(Forward::signature).collect(Collectors.joining(", ")));
    }

    private static String described(Object argument) {
        if (argument == null) {
            return "null";
        }
        String text = argument instanceof Number || argument instanceof Boolean || argument instanceof String ? " " + argument : "";
        return argument.getClass().getSimpleName() + (text.length() > MOST_SHOWN ? "" : text);
    }

    private static String signature(Method m) {
        return "forward(" + Arrays.stream(m.getParameters()).map(p -> p.getType().getSimpleName() + (p.isNamePresent() ? " " + p.getName() : ""))
            .collect(Collectors.joining(", ")) + ")";
    }

    private Object invoke(Method m, Object[] arguments) {
        try {
            if (!Modifier.isPublic(m.getModifiers()) || !Modifier.isPublic(m.getDeclaringClass().getModifiers())) {
                m.setAccessible(true);
            }
            return m.invoke(model, arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException r) {
                throw r;
            } else if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException(e.getCause());
        } catch (IllegalAccessException e) {
            throw Refusal.of("runtime", "forward of " + model.declaredClassName() + " must be public").why("write public Tensor forward(Tensor x)");
        }
    }
}
