package layerbook.session.jshell;

import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import layerbook.count.Network;
import layerbook.layer.Layer;
import layerbook.net.Sequential;
import layerbook.net.Tensor;
import layerbook.net.Unit;
import layerbook.session.jshell.Binder.Meant;
import layerbook.session.output.ValueText;
import layerbook.session.text.SimpleExpression;
import layerbook.session.text.SimpleStatement;

/**
 * Statements that need no compiler: what a {@link SimpleStatement} says, if its {@link Binder} is beyond doubt, is carried out at once, with the same value and the
 * same variables as if it had been compiled. That takes a millisecond instead of ten, and while the compiler warms up instead of five hundred.
 */
public final class FastPath implements Binder.Scope {
    /** A value and its text. */
    public record Given(Object value, String text) {}

    /** What a statement is: an expression whose value is new or a variable's, an assignment, a declaration, a call without a value. */
    private enum Sort { VALUE, ASSIGNMENT, DECLARATION, CALL }

    /** The types by whose names variables may be declared; others are left to the compiler. */
    private static final Map<String, Class<?>> TYPES = Map.ofEntries(Map.entry("int", int.class), Map.entry("long", long.class), Map.entry("double", double.class),
        Map.entry("boolean", boolean.class), Map.entry("String", String.class), Map.entry("BigInteger", BigInteger.class), Map.entry("Tensor", Tensor.class),
        Map.entry("Unit", Unit.class), Map.entry("Layer", Layer.class), Map.entry("Sequential", Sequential.class), Map.entry("Network", Network.class));

    private final Class<?> words;
    private final Shells shells;
    private final Variables variables;
    private final Supplier<String> temporary;

    /**
     * @param words the class whose static members are the words that a user types
     * @param temporary gives names to the values of expressions
     */
    public FastPath(Class<?> words, Shells shells, Variables variables, Supplier<String> temporary) {
        this.words = words;
        this.shells = shells;
        this.variables = variables;
        this.temporary = temporary;
    }

    /** Gives a variable a value; one that is new, or of another type, is declared anew. */
    public void assign(String name, Class<?> type, Object value) {
        if (!has(name) || typeOf(name) != type) {
            if (isFree(name, type)) {
                variables.hold(name, type);
                shells.hold(Declaration.variable(written(type), name, false));
            } else {
                shells.eval(written(type) + " " + name + ";");
            }
        }
        variables.set(name, value);
    }

    /** How a statement is carried out, if it is surely known; nothing is carried out yet. */
    public Optional<Plan> plan(String source) {
        return shells.shadows().isAnyWord() || !shells.isWhole() ? Optional.empty() : SimpleStatement.read(source).flatMap(this::plan);
    }

    private Optional<Plan> plan(SimpleStatement phrase) {
        if (phrase.type() != null && phrase.term().mentions(phrase.name())) {
            return Optional.empty(); // a variable made from itself
        }
        Optional<Meant> meant = new Binder(this).of(phrase.term());
        if (meant.isEmpty()) {
            return Optional.empty();
        }
        Class<?> type = meant.get().type();
        if (phrase.name() == null) {
            return expression(phrase.term(), meant.get());
        } else if (phrase.type() == null) {
            return has(phrase.name()) && typeOf(phrase.name()) != null && OverloadResolution.isSubtype(typeOf(phrase.name()), type)
                ? Optional.of(new Plan(Sort.ASSIGNMENT, meant.get(), phrase.name(), null, false)) : Optional.empty();
        }
        Class<?> declared = phrase.type().equals("var") ? type : shells.shadows().isType(phrase.type()) ? null : TYPES.get(phrase.type());
        boolean known = declared != null && declared != void.class && Binder.isPlain(declared) && OverloadResolution.isSubtype(declared, type) && !shells.shadows().isType(written(declared));
        return known && isFree(phrase.name(), declared) ? Optional.of(new Plan(Sort.DECLARATION, meant.get(), phrase.name(), declared, !phrase.type().equals("var"))) : Optional.empty();
    }

    private Optional<Plan> expression(SimpleExpression term, Meant meant) {
        if (term instanceof SimpleExpression.Name name) {
            return has(name.name()) ? Optional.of(new Plan(Sort.VALUE, meant, name.name(), null, false)) : Optional.empty();
        } else if (meant.type() == void.class) {
            return Optional.of(new Plan(Sort.CALL, meant, null, null, false));
        }
        return Binder.isPlain(meant.type()) && !shells.shadows().isType(written(meant.type())) ? Optional.of(new Plan(Sort.VALUE, meant, "", meant.type(), false)) : Optional.empty();
    }

    /** Whether a variable of this name can be declared without anything that was compiled taking notice. */
    private boolean isFree(String name, Class<?> type) {
        if (isConstant(name)) {
            return false;
        }
        return !has(name) || shells.isHeld(name) || typeOf(name) == type;
    }

    private boolean isConstant(String name) {
        try {
            return words.getField(name) != null;
        } catch (NoSuchFieldException e) {
            return false;
        }
    }

    /** The name of a type as one writes it in a session. */
    private static String written(Class<?> type) {
        String in = type.getPackageName();
        return type.isPrimitive() || in.equals("java.lang") || ShellInstance.IMPORTS.contains(in + ".*") ? type.getCanonicalName().substring(type.isPrimitive() ? 0 : in.length() + 1) : type.getCanonicalName();
    }

    @Override public Class<?> words() {
        return words;
    }

    @Override public Class<?> typeOf(String variable) {
        return variables.typeOf(variable);
    }

    @Override public boolean has(String variable) {
        return variables.has(variable);
    }

    @Override public Object valueOf(String variable) {
        return variables.get(variable);
    }

    @Override public boolean isDeclaredType(String name) {
        return shells.shadows().isType(name);
    }

    @Override public Class<?> classOf(String name) {
        return shells.typeNamed(name);
    }

    @Override public boolean isDeclaredMethod(String name) {
        return shells.shadows().isMethod(name);
    }

    /** A statement that is understood. */
    public final class Plan {
        private final Sort sort;
        private final Meant meant;
        private final Class<?> declares;
        private final boolean byName;
        private String name;

        /**
         * @param name the variable that has the value afterwards; empty for one that is yet to be named, null for a call without a value
         * @param declares the type of the variable that is new, or null
         * @param byName whether that type was written down
         */
        Plan(Sort sort, Meant meant, String name, Class<?> declares, boolean byName) {
            this.sort = sort;
            this.byName = byName;
            this.meant = meant;
            this.name = name;
            this.declares = declares;
        }

        /** The variable that has the value; null if there is no value. */
        public String name() {
            return name;
        }

        /** Whether the statement is there for its value: not a declaration. */
        public boolean isExpression() {
            return sort == Sort.VALUE || sort == Sort.ASSIGNMENT;
        }

        /** Whether a layer that it gives goes to the network: one that is assigned does not. */
        public boolean isAdding() {
            return sort == Sort.VALUE;
        }

        /** Carries it out; user code may be called. Keeps nothing yet: whoever waits for it may have left it behind. */
        public Given carryOut() throws Binder.Thrown {
            Object value = meant.step().run();
            Class<?> type = declares != null ? declares : name != null ? typeOf(name) : void.class;
            Object kept = type.isPrimitive() && type != void.class ? Variables.converted(type, value) : value; // an int that goes into a long is a Long
            return new Given(kept, ValueText.text(kept));
        }

        /** Gives the variable its value. */
        public void keep(Object value) {
            if (name != null) {
                declare();
                variables.set(name, value);
            }
        }

        /** It threw something: a variable that is declared is there all the same, as if it had been compiled; a name for a value is used up. */
        public void failed() {
            if (name != null && name.isEmpty()) {
                temporary.get();
            } else if (name != null) {
                declare();
            }
        }

        private void declare() {
            if (declares == null || !name.isEmpty() && has(name) && typeOf(name) == declares) {
                return;
            }
            name = name.isEmpty() ? temporary.get() : name;
            variables.hold(name, declares);
            shells.hold(Declaration.variable(written(declares), name, byName));
        }
    }
}
