package layerbook.session.jshell;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import jdk.jshell.spi.ExecutionControl.ClassBytecodes;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * The class files that a later shell has to see of the shells before it: those with the user's types in them, and three classes that have all
 * variables for fields and all methods for methods. These three are only compiled against: when a snippet is loaded, its accesses and
 * calls go to where the variables and methods have been since they were declared.
 */
public final class SharedClasses {
    /** A variable or method: in which class it is (as the JVM writes names), and all that a compiler wants to know. */
    record Home(String owner, int access, String name, String descriptor, String signature, String[] exceptions) {
        boolean hasUsersType() {
            return descriptor.contains(ClassRenaming.PACKAGE + "/") || signature != null && signature.contains(ClassRenaming.PACKAGE + "/");
        }

        private String key() {
            return name + descriptor;
        }
    }

    /** The class of variables whose types come from libraries. The compiler reads it once. */
    static final String VARIABLES = "carried.Variables";
    /** The class of variables whose types the user declared; it lies beside these, and is read anew for each statement, as they are. */
    static final String OBJECTS = ClassRenaming.PACKAGE + ".$JShell$objects";
    /** The class of methods, and of variables whose names mean something else already; imported name by name. */
    static final String MEMBERS = ClassRenaming.PACKAGE + ".$JShell$carried";

    private final Map<String, byte[]> classes = new LinkedHashMap<>();
    private final Map<String, Home> variables = new HashMap<>();
    private final Map<String, List<Home>> methods = new LinkedHashMap<>();
    private Map<String, Home> shown = Map.of();
    private final Map<String, Home> objects = new LinkedHashMap<>();

    /** Takes in the classes of a snippet, under the names they are loaded by. */
    synchronized void add(Collection<ClassBytecodes> snippet) {
        Set<String> outer = snippet.stream().map(ClassBytecodes::name).filter(SharedClasses::isMember).map(name -> name.substring(0, outerEnd(name))).collect(Collectors.toSet());
        for (ClassBytecodes each : snippet) {
            if (isMember(each.name()) || outer.contains(each.name())) {
                classes.put(each.name(), each.bytecodes());
            }
            if (outerEnd(each.name()) == each.name().length()) {
                note(each);
            }
        }
    }

    private static int outerEnd(String name) {
        int end = name.indexOf('$', name.indexOf("$g") + 1);
        return end < 0 ? name.length() : end;
    }

    /** A class with a name of its own within a snippet; others can be mentioned by nobody outside it. */
    private static boolean isMember(String name) {
        String within = name.substring(outerEnd(name));
        return !within.isEmpty() && (within.contains("$JShell$anonymous$")
            || Arrays.stream(within.substring(1).split("\\$")).noneMatch(part -> part.isEmpty() || Character.isDigit(part.charAt(0))));
    }

    /** Takes note of the variables and methods in a snippet's class. */
    private void note(ClassBytecodes wrapper) {
        var reader = new ClassReader(wrapper.bytecodes());
        var found = new ArrayList<Home>();
        reader.accept(new ClassVisitor(Opcodes.ASM9) {
            @Override public FieldVisitor visitField(int access, String name, String descriptor, String signature, Object value) {
                if ((access & Opcodes.ACC_SYNTHETIC) == 0) {
                    variables.put(name, new Home(reader.getClassName(), access, name, descriptor, signature, null));
                }
                return null;
            }

            @Override public MethodVisitor visitMethod(int access, String name, String descriptor, String signature, String[] exceptions) {
                if (!name.startsWith("do_it$") && !name.startsWith("<") && (access & Opcodes.ACC_SYNTHETIC) == 0) {
                    found.add(new Home(reader.getClassName(), access, name, descriptor, signature, exceptions));
                }
                return null;
            }
        }, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        if (!found.isEmpty()) {
            methods.put(wrapper.name(), found);
        }
    }

    /** Where a variable or method is that this shell has not declared itself. */
    synchronized String owner(String name, String descriptor) {
        return shown.get(name + descriptor).owner();
    }

    /**
     * What a shell sees that begins now, by name.
     *
     * @param names the variables to be seen
     * @param plain those of them that nothing else hides
     * @param owners the classes that methods are in, by the methods' names
     */
    synchronized Map<String, byte[]> files(Collection<String> names, Predicate<String> plain, Map<String, Set<String>> owners) {
        var seen = new LinkedHashMap<String, Home>();
        names.stream().map(variables::get).forEach(home -> seen.put(home.key(), home));
        methods.forEach((owner, several) -> several.stream().filter(m -> owners.getOrDefault(m.name, Set.of()).contains(owner))
            .forEach(m -> seen.put(m.key(), m))); // where two classes have the same method, the later one has replaced it
        shown = new HashMap<>(seen);
        Map<String, List<Home>> shownBy = seen.values().stream().collect(Collectors.groupingBy(
            home -> home.descriptor.startsWith("(") || !plain.test(home.name) ? MEMBERS : home.hasUsersType() ? OBJECTS : VARIABLES));
        objects.clear();
        shownBy.getOrDefault(OBJECTS, List.of()).forEach(home -> objects.put(home.key(), home));
        var files = new LinkedHashMap<>(classes);
        for (String name : List.of(VARIABLES, OBJECTS, MEMBERS)) {
            files.put(name, members(name, shownBy.getOrDefault(name, List.of())));
        }
        return files;
    }

    /** Shows these variables, too, to the shell of the day. */
    synchronized Map<String, byte[]> reveal(Collection<String> names) {
        names.stream().map(variables::get).forEach(home -> {
            shown.put(home.key(), home);
            objects.values().removeIf(other -> other.name.equals(home.name)); // of another type, before it was declared anew
            objects.put(home.key(), home);
        });
        return Map.of(OBJECTS, members(OBJECTS, objects.values()));
    }

    /** A class that has variables for fields. */
    static byte[] holder(String name, Map<String, Class<?>> fields) {
        var writer = new ClassWriter(0);
        writer.visit(Opcodes.V17, Opcodes.ACC_PUBLIC | Opcodes.ACC_SUPER, name.replace('.', '/'), null, "java/lang/Object", null);
        fields.forEach((field, type) -> writer.visitField(Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC, field, Type.getDescriptor(type), null, null).visitEnd());
        writer.visitEnd();
        return writer.toByteArray();
    }

    private static byte[] members(String name, Collection<Home> homes) {
        var writer = new ClassWriter(0);
        writer.visit(Opcodes.V17, Opcodes.ACC_PUBLIC | Opcodes.ACC_SUPER, name.replace('.', '/'), null, "java/lang/Object", null);
        for (Home home : homes) {
            if (home.descriptor.startsWith("(")) {
                writer.visitMethod(home.access | Opcodes.ACC_NATIVE, home.name, home.descriptor, home.signature, home.exceptions).visitEnd();
            } else {
                writer.visitField(home.access, home.name, home.descriptor, home.signature, null).visitEnd();
            }
        }
        writer.visitEnd();
        return writer.toByteArray();
    }

    /** Whether this is one of the classes that are only compiled against; {@code name} as the JVM writes it. */
    static boolean isShown(String name) {
        return name.equals("carried/Variables") || name.equals("REPL/$JShell$objects") || name.equals("REPL/$JShell$carried");
    }
}
