package layerbook.session.jshell;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names for the classes of snippets that stay apart when one shell follows another. Every shell counts its classes from {@code $JShell$1} on;
 * the class that is loaded is named {@code $JShell$g2_1} in the shell number 2.
 */
public final class ClassRenaming {
    /** The package that JShell puts its classes in. */
    static final String PACKAGE = "REPL";
    private static final String PREFIX = "$JShell$";
    private static final Pattern OWN = Pattern.compile("REPL/\\$JShell\\$(?=\\d)");
    private static final int UTF8 = 1;
    private static final int PUBLIC = 1;

    private final String fresh;

    public ClassRenaming(int shell) {
        fresh = PREFIX + "g" + shell + "_";
    }

    /** The name under which a class of the shell is loaded, e.g. {@code REPL.$JShell$g2_1$Net}. */
    String loaded(String name) {
        String own = PACKAGE + "." + PREFIX;
        return name.startsWith(own) && Character.isDigit(name.charAt(own.length())) ? PACKAGE + "." + fresh + name.substring(own.length()) : name;
    }

    /** The name of a class that was not compiled but made, for variables. */
    String holder(int number) {
        return PACKAGE + "." + fresh + "v" + number;
    }

    /** The name by which the shell itself knows a loaded class. */
    String inShell(String name) {
        String own = PACKAGE + "." + fresh;
        return name.startsWith(own) ? PACKAGE + "." + PREFIX + name.substring(own.length()) : name;
    }

    /** The numbers of the snippets that were compiled together to this class, e.g. 5 and 6 for {@code REPL.$JShell$5_6B}. */
    static List<String> snippets(String name) {
        return Arrays.stream(name.substring((PACKAGE + "." + PREFIX).length()).split("_")).map(part -> part.replaceAll("\\D", "")).toList();
    }

    /** The class with the new names in it: they stand in the texts of its constant pool and nowhere else. */
    byte[] loaded(byte[] code) {
        var out = new ByteArrayOutputStream(code.length + 64);
        try (var in = new DataInputStream(new ByteArrayInputStream(code)); var to = new DataOutputStream(out)) {
            to.writeLong(in.readLong());
            int count = in.readUnsignedShort();
            to.writeShort(count);
            for (int i = 1; i < count; i++) {
                int tag = in.readUnsignedByte();
                to.writeByte(tag);
                if (tag == UTF8) {
                    to.writeUTF(fresh(in.readUTF()));
                } else {
                    to.write(in.readNBytes(size(tag)));
                    i += tag == 5 || tag == 6 ? 1 : 0; // a long and a double take two places
                }
            }
            to.writeShort(in.readUnsignedShort() | PUBLIC); // an import outside the package has to reach what is declared in it
            in.transferTo(to);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private String fresh(String text) {
        return text.contains(PREFIX) ? OWN.matcher(text).replaceAll(Matcher.quoteReplacement(PACKAGE + "/" + fresh)) : text;
    }

    /** How many bytes follow the tag of a constant (Java Virtual Machine Specification, 4.4). */
    private static int size(int tag) {
        return switch (tag) {
            case 3, 4, 9, 10, 11, 12, 17, 18 -> 4;
            case 5, 6 -> 8;
            case 7, 8, 16, 19, 20 -> 2;
            case 15 -> 3;
            default -> throw new IllegalArgumentException("no constant has the tag " + tag);
        };
    }
}
