package layerbook.session.jshell;

import java.io.PrintStream;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import layerbook.session.text.SimpleExpression;
import layerbook.session.text.SimpleStatement;

/**
 * What the terms of a {@link SimpleStatement} mean in Java: the static type of each, the very method that the compiler would call, and steps that carry it out. Found
 * before anything is carried out. Where there is any doubt (a name that the user may have given another meaning, type parameters, a value of a type that
 * cannot be named) there is no meaning, and the compiler is asked.
 */
public final class Binder {
    /** What the user has declared, as far as it changes what a term means. */
    interface Scope {
        /** The class whose static members are the words that a user types. */
        Class<?> words();

        /** The type of a variable; null if there is no such variable or its type has parameters. */
        Class<?> typeOf(String variable);

        boolean has(String variable);

        Object valueOf(String variable);

        /** Whether the name of a class of Java's could mean something else. */
        boolean isDeclaredType(String name);

        /** The class that the user declared by this name, if it is complete; null if there is none. */
        Class<?> classOf(String name);

        /** Whether a call of this name could mean something else than the word of the facade. */
        boolean isDeclaredMethod(String name);
    }

    /** A term that is understood: its static type, and how its value comes about. */
    record Meant(Class<?> type, Step step) {}

    /** Gives a value; may throw what the methods it calls throw, as {@link Thrown}. */
    @FunctionalInterface
    interface Step {
        Object run() throws Thrown;
    }

    /** What a called method threw, and where the call stands in the text. */
    public static final class Thrown extends Exception {
        public final int at;

        Thrown(Throwable cause, int at) {
            super(null, cause, false, false);
            this.at = at;
        }
    }

    private static final Map<Class<?>, Map<String, List<Method>>> METHODS = new ConcurrentHashMap<>();
    private static final List<String> OF_EVERY_CLASS = Arrays.stream(Object.class.getDeclaredMethods()).map(Method::getName).toList();
    private static final List<Class<?>> PRIMITIVES = List.of(int.class, long.class, double.class, boolean.class);

    private static final List<Class<?>> RECEIVERS = List.of(String.class, BigInteger.class, PrintStream.class);
    private static final String OUT = "System.out";

    private final Scope scope;

    Binder(Scope scope) {
        this.scope = scope;
    }

    /** What a term means, if that is beyond doubt. */
    Optional<Meant> of(SimpleExpression term) {
        if (term instanceof SimpleExpression.Literal literal) {
            Object value = literal.value();
            return Optional.of(new Meant(Arithmetic.unboxed(value.getClass()), () -> value));
        } else if (term instanceof SimpleExpression.Name name) {
            return name.name().equals(OUT) ? out() : scope.has(name.name()) ? variable(name.name()) : constant(name.name());
        } else if (term instanceof SimpleExpression.New made) {
            return made(made);
        } else if (term instanceof SimpleExpression.Prefix prefix) {
            return of(prefix.operand()).flatMap(operand -> Arithmetic.prefix(prefix.sign(), operand));
        } else if (term instanceof SimpleExpression.Infix infix) {
            return of(infix.left()).flatMap(left -> of(infix.right()).flatMap(right -> Arithmetic.infix(infix.sign(), left, right)));
        }
        return call((SimpleExpression.Call) term);
    }

    private Optional<Meant> out() {
        return scope.has("System") || scope.isDeclaredType("System") ? Optional.empty() : Optional.of(new Meant(PrintStream.class, () -> System.out));
    }

    /** An object of a class of the user's. */
    private Optional<Meant> made(SimpleExpression.New made) {
        Class<?> type = scope.classOf(made.type());
        if (type == null || Modifier.isAbstract(type.getModifiers()) || type.getTypeParameters().length > 0 || !Modifier.isStatic(type.getModifiers())) {
            return Optional.empty();
        }
        try {
            Constructor<?> constructor = type.getDeclaredConstructor();
            if (Modifier.isPrivate(constructor.getModifiers()) || type.getDeclaredConstructors().length > 1) {
                return Optional.empty();
            }
            constructor.setAccessible(true);
            return Optional.of(new Meant(type, () -> called(made.at(), constructor::newInstance)));
        } catch (NoSuchMethodException e) {
            return Optional.empty();
        }
    }

    private Optional<Meant> variable(String name) {
        Class<?> type = scope.typeOf(name);
        return type == null || !isPlain(type) ? Optional.empty() : Optional.of(new Meant(type, () -> scope.valueOf(name)));
    }

    /** A constant of the facade, such as {@code N} or {@code THOP}. */
    private Optional<Meant> constant(String name) {
        try {
            Field field = scope.words().getField(name);
            Object value = field.get(null);
            return isPlain(field.getType()) && field.getGenericType() == field.getType() ? Optional.of(new Meant(field.getType(), () -> value)) : Optional.empty();
        } catch (ReflectiveOperationException e) {
            return Optional.empty();
        }
    }

    /** A type that can be written down in a snippet, without parameters, and not the user's own: those change. */
    static boolean isPlain(Class<?> type) {
        return PRIMITIVES.contains(type) || !type.isPrimitive() && !type.isArray() && !(type.getClassLoader() instanceof SnippetLoader) && Modifier.isPublic(type.getModifiers()) && type.getTypeParameters().length == 0
            && type.getCanonicalName() != null && (type.getEnclosingClass() == null || isPlain(type.getEnclosingClass()));
    }

    private Optional<Meant> call(SimpleExpression.Call call) {
        Class<?> library = library(call.receiver());
        Optional<Meant> receiver = call.receiver() == null || library != null ? Optional.empty() : of(call.receiver());
        if (call.receiver() == null ? scope.isDeclaredMethod(call.name()) || OF_EVERY_CLASS.contains(call.name())
                : library == null && (receiver.isEmpty() || !isReceiver(call.receiver(), receiver.get().type))) {
            return Optional.empty();
        }
        var arguments = new ArrayList<Meant>();
        for (SimpleExpression argument : call.arguments()) {
            Optional<Meant> meant = of(argument);
            if (meant.isEmpty()) {
                return Optional.empty();
            }
            arguments.add(meant.get());
        }
        Class<?> in = receiver.<Class<?>>map(Meant::type).orElse(library != null ? library : scope.words());
        return OverloadResolution.choose(methods(in).getOrDefault(call.name(), List.of()), arguments.stream().<Class<?>>map(Meant::type).toList())
            .filter(choice -> isCallable(choice.method(), receiver.isEmpty()))
            .map(choice -> new Meant(choice.method().getReturnType(), step(call, receiver, arguments, choice)));
    }

    /** The class that stands before the dot, if it is one that is known here: {@code Math}. */
    private Class<?> library(SimpleExpression receiver) {
        return receiver instanceof SimpleExpression.Name name && name.name().equals("Math") && !scope.has("Math") && !scope.isDeclaredType("Math") ? Math.class : null;
    }

    /** Whether methods of this are looked for as they stand in our own classes and in those of numbers; a variable without a value is left to Java's own words. */
    private boolean isReceiver(SimpleExpression term, Class<?> type) {
        return (type.getName().startsWith("layerbook.") || RECEIVERS.contains(type)) && !(term instanceof SimpleExpression.Name name && scope.has(name.name()) && scope.valueOf(name.name()) == null);
    }

    private static boolean isCallable(Method method, boolean isStatic) {
        Class<?> result = method.getReturnType();
        return Modifier.isStatic(method.getModifiers()) == isStatic && method.getGenericReturnType() == result && (result == void.class || isPlain(result));
    }

    private static Step step(SimpleExpression.Call call, Optional<Meant> receiver, List<Meant> arguments, OverloadResolution.Choice choice) {
        return () -> {
            Object on = receiver.isEmpty() ? null : receiver.get().step.run();
            Object[] values = new Object[arguments.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = arguments.get(i).step.run();
            }
            return called(call.at(), () -> choice.method().invoke(on, choice.packed(values)));
        };
    }

    private static Object called(int at, Callable<Object> call) throws Thrown {
        try {
            return call.call();
        } catch (InvocationTargetException e) {
            throw new Thrown(e.getCause(), at);
        } catch (Exception e) {
            throw new Thrown(e, at);
        }
    }

    private static Map<String, List<Method>> methods(Class<?> type) {
        return METHODS.computeIfAbsent(type, t -> {
            List<Method> all = List.of(t.getMethods());
            all.stream().filter(m -> m.getDeclaringClass().getName().startsWith("layerbook.")).forEach(m -> m.setAccessible(true)); // families of words are closed classes
            return all.stream().collect(Collectors.groupingBy(Method::getName));
        });
    }
}
