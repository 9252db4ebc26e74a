package layerbook.python;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/**
 * A class: its name, bases, the order in which attributes are looked for (C3), and its own attributes.
 * A class written in Java gives its functions by {@link #define} and its objects by {@link #allocatedBy}:
 * <pre>{@code
 * PyType module = new PyType("Module", List.of(Types.OBJECT)).in("torch.nn").allocatedBy((type, arguments) -> new ModuleObject(type));
 * module.define("eval", (self, arguments) -> self);
 * }</pre>
 * A Python class that derives it gets objects of the same Java class, whose {@link PyInstance#type()} is the derived one.
 */
public class PyType extends PyInstance {
    /** Makes the empty object of a class, before {@code __init__}. */
    public interface Allocator {
        Object allocate(PyType type, Arguments arguments);
    }

    private final String name;
    private final List<PyType> bases;
    private final List<PyType> mro;
    private final Map<String, Object> own = new LinkedHashMap<>();
    private String module = "builtins";
    private String qualifiedName;
    private Allocator allocator;
    private Making making;
    private boolean written;
    private boolean plain;
    private Annotations.OfClass annotations;
    private PyDict given;
    private final List<java.lang.ref.WeakReference<PyType>> subclasses = new ArrayList<>(0);

    public PyType(String name, List<PyType> bases) {
        this(null, name, bases);
    }

    /** With a metaclass; null stands for {@code type}. */
    public PyType(PyType metaclass, String name, List<PyType> bases) {
        super(metaclass);
        this.name = name;
        this.qualifiedName = name;
        this.bases = List.copyOf(bases);
        this.mro = Linearization.of(this, this.bases);
        this.written = bases.stream().anyMatch(b -> b.written);
    }

    @Override public PyType type() {
        PyType metaclass = super.type();
        return metaclass == null ? Types.TYPE : metaclass;
    }

    /** Says in which module it is, for {@code repr}. */
    public PyType in(String moduleName) {
        module = moduleName;
        return this;
    }

    /** Says that its text was Python, so its special methods have to be asked before those of Java. */
    PyType written(String qualified) {
        written = true;
        qualifiedName = qualified;
        return this;
    }

    /** Whether it or a class it derives is written in Python. */
    public boolean isWritten() {
        return written;
    }

    /** Whether special methods are to be looked for in it: not in list, dict and their kin, whose Java classes do it all. */
    boolean hasSpecials() {
        return written || !plain;
    }

    /** Says that the Java class of its objects does what its special methods do, so these are not asked. */
    PyType plain() {
        plain = true;
        return this;
    }

    /** Makes the classes that derive it, where they are of a Java class of their own. */
    interface SubclassMaker {
        PyType make(PyType metaclass, String name, List<PyType> bases);
    }

    /** How classes that derive it are made, or null for the ordinary way. */
    SubclassMaker subclassMaker() {
        return null;
    }

    /** Told when all of a class statement was run. */
    void made() {
        // an ordinary class is ready
    }

    /** Annotations that were set as an attribute, or null. */
    PyDict givenAnnotations() {
        return given;
    }

    Annotations.OfClass annotations() {
        return annotations;
    }

    void annotations(Annotations.OfClass all) {
        annotations = all;
    }

    /** Notes in its bases that it derives them; those of Python itself, which outlive a session, keep no list. */
    void noteInBases() {
        for (PyType b : bases) {
            if (b.written) {
                b.subclasses.add(new java.lang.ref.WeakReference<>(this));
            }
        }
    }

    List<PyType> subclasses() {
        return subclasses.stream().map(java.lang.ref.WeakReference::get).filter(t -> t != null).toList();
    }

    public PyType allocatedBy(Allocator made) {
        allocator = made;
        return this;
    }

    /** Defines a method; its self is the object, or the class for {@code __new__} and what {@link #defineForClass} defines. */
    public PyType define(String method, PyBuiltin.Method code) {
        own.put(method, new PyBuiltin.OfType(this, method, code));
        return this;
    }

    public PyType defineForClass(String method, PyBuiltin.Method code) {
        own.put(method, new ClassMethod(new PyBuiltin.OfType(this, method, code)));
        return this;
    }

    /** Defines an attribute that is computed when it is read. */
    public PyType defineProperty(String attribute, PyBuiltin.Method code) {
        own.put(attribute, new PyProperty(new PyBuiltin.OfType(this, attribute, code), null, null));
        return this;
    }

    /** Sets an attribute of the class itself. */
    public PyType set(String attribute, Object value) {
        own.put(attribute, value);
        return this;
    }

    public String name() {
        return name;
    }

    public String module() {
        return module;
    }

    /** {@code torch.nn.Module}, {@code __main__.Net}, {@code int}. */
    public String qualifiedName() {
        return module.equals("builtins") ? qualifiedName : module + "." + qualifiedName;
    }

    /** {@code __qualname__}. */
    String qualname() {
        return qualifiedName;
    }

    public List<PyType> bases() {
        return bases;
    }

    /** The class itself, then the classes that it derives, in the order of lookup. */
    public List<PyType> mro() {
        return mro;
    }

    public boolean derives(PyType other) {
        return this == other || mro.contains(other);
    }

    /** The attribute as it was defined, unbound, or null. */
    public Object lookup(String attribute) {
        for (int i = 0; i < mro.size(); i++) {
            Object found = mro.get(i).ownAttribute(attribute);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /** A special method, other than those that every object has. */
    Object lookupSpecial(String method) {
        for (int i = 0; i < mro.size(); i++) {
            PyType t = mro.get(i);
            Object found = t == Types.OBJECT ? null : t.ownAttribute(method);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /** The attribute that classes after this one in the order of lookup of an object's class have: what {@code super()} finds. */
    Object lookupAfter(PyType type, String attribute) {
        for (int i = mro.indexOf(type) + 1; i < mro.size(); i++) {
            Object found = mro.get(i).ownAttribute(attribute);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /** Of this class alone; overridden by classes that make their functions when they are asked for. */
    protected Object ownAttribute(String attribute) {
        return own.get(attribute);
    }

    /** Its own attributes, in the order of their definition. */
    public Map<String, Object> own() {
        return own;
    }

    /** The names of all its attributes, those of the bases too. */
    public Iterable<String> allNames() {
        var names = new LinkedHashSet<String>();
        for (PyType t : mro) {
            t.ownNames().forEach(names::add);
        }
        return names;
    }

    protected Iterable<String> ownNames() {
        return new ArrayList<>(own.keySet());
    }

    /** Whether its objects cannot be made without arguments. */
    public boolean needsArguments() {
        return lookupSpecial("__init__") instanceof PyFunction f && f.needsMore(1);
    }

    Allocator allocator() {
        for (PyType t : mro) {
            if (t.allocator != null) {
                return t.allocator;
            }
        }
        return (type, arguments) -> new PyInstance(type);
    }

    @Override public Object attribute(String attribute) {
        return ClassAttributes.of(this, attribute);
    }

    @Override public void setAttribute(String attribute, Object value) {
        Object custom = type().isWritten() ? type().lookupSpecial("__setattr__") : null;
        if (custom instanceof PyFunction) {
            Calls.method(custom, this, attribute, value);
            return;
        }
        if (attribute.equals("__annotations__") && value instanceof PyDict d) {
            given = d;
            return;
        }
        if (!written) {
            throw Errors.type("cannot set '" + attribute + "' attribute of immutable type '" + name + "'");
        }
        own.put(attribute, value);
    }

    @Override public void deleteAttribute(String attribute) {
        if (own.remove(attribute) == null) {
            throw Errors.raise("AttributeError", "type object '" + name + "' has no attribute '" + attribute + "'");
        }
    }

    /** {@code isinstance(value, self)}; overridden by a class that objects belong to without deriving it. */
    protected boolean hasInstance(Object value) {
        return Types.of(value).derives(this);
    }

    /** {@code list[int]}: the class itself, as types are not checked; an enum gives its member. */
    protected Object classItem(Object index) {
        return this;
    }

    @Override public boolean callable() {
        return true;
    }

    /** What is done around the making of an object, its {@code __init__} included. */
    public interface Making {
        Object make(java.util.function.Supplier<Object> object);
    }

    /** Says that objects of this class and of those that derive it are made inside of something. */
    public PyType madeWithin(Making something) {
        making = something;
        return this;
    }

    /** Makes an object: {@code __new__}, then {@code __init__}. */
    @Override public Object call(Arguments arguments) {
        for (int i = 0; i < mro.size(); i++) {
            if (mro.get(i).making != null) {
                return mro.get(i).making.make(() -> Instantiation.make(this, arguments));
            }
        }
        return Instantiation.make(this, arguments);
    }

    @Override public String repr() {
        Object special = super.type() == null ? null : type().lookupSpecial("__repr__");
        return special == null ? "<class '" + qualifiedName() + "'>" : Texts.expectText(Calls.method(special, this));
    }

    @Override protected Object rawBinary(layerbook.syntax.BinaryOperator op, Object right) {
        return op == layerbook.syntax.BinaryOperator.BIT_OR && (right instanceof PyType || right == Special.NONE) ? TypingName.union(this, right)
            : Special.NOT_IMPLEMENTED;
    }

    @Override protected Object rawReflected(layerbook.syntax.BinaryOperator op, Object left) {
        return op == layerbook.syntax.BinaryOperator.BIT_OR && left == Special.NONE ? TypingName.union(left, this) : Special.NOT_IMPLEMENTED;
    }

    @Override public long hash() {
        return System.identityHashCode(this);
    }
}
