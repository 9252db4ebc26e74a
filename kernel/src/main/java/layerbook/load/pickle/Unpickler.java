package layerbook.load.pickle;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import layerbook.load.pickle.Item.Call;
import layerbook.load.pickle.Item.Global;
import layerbook.load.pickle.Item.Mapping;
import layerbook.load.pickle.Item.Sequence;
import layerbook.load.pickle.Item.Text;

/**
 * Reads one pickle of protocol 0 to 5 as {@link Item}s. Every instruction is followed, none looks anything up: a class is a {@link Global}, a call a
 * {@link Call}. Instructions, items and depth of the stack are bounded. Source: CPython's Lib/pickletools.py.
 * <pre>{@code
 * new Unpickler(stream).read();     // the value; the stream is behind the pickle's STOP
 * }</pre>
 */
public final class Unpickler {
    private static final int MOST_ITEMS = 2_000_000;
    private static final long MOST_INSTRUCTIONS = 40_000_000;
    private static final Item MARK = new Item.External(Item.NONE);

    private final PickleStream in;
    private final List<Item> stack = new ArrayList<>();
    private final Map<Long, Item> memo = new HashMap<>();
    private final List<Item.External> externals = new ArrayList<>();
    private final Set<String> called = new LinkedHashSet<>();
    private long made;

    /** Reads from this stream, which is best buffered. */
    public Unpickler(InputStream in) {
        this.in = new PickleStream(in);
    }

    /**
     * The value of the pickle.
     *
     * @throws BadPickle if it is no pickle, ends early, or is larger than any checkpoint's
     */
    public Item read() throws IOException {
        for (long n = 0; n < MOST_INSTRUCTIONS; n++) {
            int operation = in.operation();
            if (operation == '.') {
                return pop();
            }
            step(operation);
            if (made > MOST_ITEMS || stack.size() > MOST_ITEMS || memo.size() > MOST_ITEMS) {
                throw new BadPickle("its pickle makes more than 2,000,000 objects");
            }
        }
        throw new BadPickle("its pickle has more than 40,000,000 instructions");
    }

    /** What the pickle refers to outside of itself, each reference once. */
    public List<Item.External> externals() {
        return externals;
    }

    /** The names of what opening it in Python would call. */
    public Set<String> called() {
        return called;
    }

    private void step(int operation) throws IOException {
        switch (operation) {
            case 0x80 -> protocol(in.number(1));
            case 0x95 -> in.number(8);
            case '(' -> stack.add(MARK);
            case '0' -> pop();
            case '1' -> toMark();
            case '2' -> push(top());
            case 'N' -> push(Item.NONE);
            case 0x88, 0x89 -> push(new Item.Bool(operation == 0x88));
            case 'I', 'L' -> push(typedNumber(in.line()));
            case 'J' -> push(Item.Int.of((int) in.number(4)));
            case 'K' -> push(Item.Int.of(in.number(1)));
            case 'M' -> push(Item.Int.of(in.number(2)));
            case 0x8a -> push(large(in.number(1)));
            case 0x8b -> push(large(in.number(4)));
            case 'F' -> push(real(in.line()));
            case 'G' -> push(new Item.Real(in.real()));
            default -> texts(operation);
        }
    }

    private void texts(int operation) throws IOException {
        switch (operation) {
            case 'S' -> push(new Text(unquoted(in.line())));
            case 'V' -> push(new Text(in.line()));
            case 'T', 'X' -> push(in.text(in.number(4)));
            case 'U', 0x8c -> push(in.text(in.number(1)));
            case 0x8d -> push(in.text(in.number(8)));
            case 'B' -> push(in.skipped(in.number(4)));
            case 'C' -> push(in.skipped(in.number(1)));
            case 0x8e, 0x96 -> push(in.skipped(in.number(8)));
            case 0x97 -> push(new Item.Bytes(0));
            case 0x98 -> top();
            default -> collections(operation);
        }
    }

    private void collections(int operation) throws IOException {
        switch (operation) {
            case ']', ')', 0x8f -> push(new Sequence(null));
            case 'l', 't', 0x91 -> push(new Sequence(toMark()));
            case 0x85, 0x86, 0x87 -> push(new Sequence(last(operation - 0x84)));
            case '}' -> push(new Mapping());
            case 'd' -> push(mapping(toMark()));
            case 'a' -> {
                Item item = pop();
                append(List.of(item));
            }
            case 'e', 0x90 -> append(toMark());
            case 's' -> put(last(2));
            case 'u' -> put(toMark());
            case 'p' -> remember(whole(in.line()));
            case 'q' -> remember(in.number(1));
            case 'r' -> remember(in.number(4));
            case 0x94 -> remember(memo.size());
            case 'g' -> push(remembered(whole(in.line())));
            case 'h' -> push(remembered(in.number(1)));
            case 'j' -> push(remembered(in.number(4)));
            default -> objects(operation);
        }
    }

    private void objects(int operation) throws IOException {
        switch (operation) {
            case 'c' -> push(new Global(in.line(), in.line()));
            case 0x93 -> push(global(last(2)));
            case 0x82, 0x83, 0x84 -> push(new Global("copyreg", "extension_" + in.number(1 << operation - 0x82)));
            case 'R', 0x81 -> push(call(last(2)));
            case 0x92 -> push(call(last(3).subList(0, 2)));
            case 'i' -> {
                var made = new Global(in.line(), in.line());
                push(call(List.of(made, new Sequence(toMark()))));
            }
            case 'o' -> push(instance(toMark()));
            case 'b' -> {
                Item state = pop();
                if (top() instanceof Call c) {
                    c.build(state);
                }
            }
            case 'P' -> push(external(new Text(in.line())));
            case 'Q' -> push(external(pop()));
            default -> throw new BadPickle("it has no instruction " + String.format("0x%02x", operation) + " at this place, so it is no pickle or a damaged one");
        }
    }

    // ---- the stack

    private void push(Item item) {
        made++;
        stack.add(item);
    }

    private Item pop() throws IOException {
        Item item = top();
        stack.remove(stack.size() - 1);
        return item;
    }

    private Item top() throws IOException {
        if (stack.isEmpty() || stack.get(stack.size() - 1) == MARK) {
            throw new BadPickle("its pickle takes a value where none is");
        }
        return stack.get(stack.size() - 1);
    }

    /** The items above the last mark; mark and items leave the stack. */
    private List<Item> toMark() throws IOException {
        int at = stack.size() - 1;
        while (at >= 0 && stack.get(at) != MARK) {
            at--;
        }
        if (at < 0) {
            throw new BadPickle("its pickle ends a collection that did not begin");
        }
        List<Item> items = taken(at + 1);
        stack.remove(at);
        return items;
    }

    private List<Item> last(int count) throws IOException {
        int from = stack.size() - count;
        if (from < 0 || stack.subList(from, stack.size()).stream().anyMatch(i -> i == MARK)) {
            throw new BadPickle("its pickle takes values where none are");
        }
        return taken(from);
    }

    private List<Item> taken(int from) {
        List<Item> above = stack.subList(from, stack.size());
        List<Item> items = new ArrayList<>(above);
        above.clear();
        return items;
    }

    // ---- collections

    private void append(List<Item> items) throws IOException {
        Item target = top();
        if (target instanceof Sequence s) {
            items.forEach(s::add);
        } else if (target instanceof Call c) {
            items.forEach(c::add);
        } else {
            throw new BadPickle("its pickle appends to something that is no list");
        }
    }

    private void put(List<Item> pairs) throws IOException {
        Item target = top();
        for (int i = 0; i + 1 < pairs.size(); i += 2) {
            if (target instanceof Mapping m) {
                m.put(pairs.get(i), pairs.get(i + 1));
            } else if (target instanceof Call c) {
                c.put(pairs.get(i), pairs.get(i + 1));
            } else {
                throw new BadPickle("its pickle puts an entry into something that is no dict");
            }
        }
    }

    private static Mapping mapping(List<Item> pairs) {
        var out = new Mapping();
        for (int i = 0; i + 1 < pairs.size(); i += 2) {
            out.put(pairs.get(i), pairs.get(i + 1));
        }
        return out;
    }

    private void remember(long at) throws IOException {
        memo.put(at, top());
    }

    private Item remembered(long at) throws IOException {
        Item item = memo.get(at);
        if (item == null) {
            throw new BadPickle("its pickle refers to value " + at + ", which is not there");
        }
        return item;
    }

    // ---- objects

    private Item external(Item id) {
        var external = new Item.External(id);
        externals.add(external);
        return external;
    }

    private static Global global(List<Item> names) throws IOException {
        if (names.get(0) instanceof Text module && names.get(1) instanceof Text name) {
            return new Global(module.value(), name.value());
        }
        throw new BadPickle("its pickle names a class by something that is no text");
    }

    private Call call(List<Item> functionAndArguments) {
        if (functionAndArguments.get(0) instanceof Global g) {
            called.add(g.dotted());
        }
        return new Call(functionAndArguments.get(0), functionAndArguments.get(1));
    }

    private Call instance(List<Item> items) throws IOException {
        if (items.isEmpty()) {
            throw new BadPickle("its pickle makes an object of nothing");
        }
        return call(List.of(items.get(0), new Sequence(items.subList(1, items.size()))));
    }

    // ---- numbers

    private static void protocol(long version) throws IOException {
        if (version > 5) {
            throw new BadPickle("its pickle has protocol " + version + "; 0 to 5 are read");
        }
    }

    private static Item typedNumber(String line) throws IOException {
        if (line.equals("00") || line.equals("01")) {
            return new Item.Bool(line.equals("01"));
        }
        String digits = line.endsWith("L") ? line.substring(0, line.length() - 1) : line;
        if (!digits.matches("[+-]?\\d{1,1000}")) {
            throw new BadPickle("its pickle has a whole number that is none");
        }
        return new Item.Int(new BigInteger(digits));
    }

    private static long whole(String line) throws IOException {
        if (!line.matches("\\d{1,12}")) {
            throw new BadPickle("its pickle refers to a value by something that is no number");
        }
        return Long.parseLong(line);
    }

    private Item large(long bytes) throws IOException {
        if (bytes > 1024) {
            in.skip(bytes);
            return new Text("[number of " + bytes + " bytes]");
        }
        byte[] little = in.bytes((int) bytes);
        byte[] big = new byte[little.length];
        for (int i = 0; i < little.length; i++) {
            big[i] = little[little.length - 1 - i];
        }
        return new Item.Int(little.length == 0 ? BigInteger.ZERO : new BigInteger(big));
    }

    private static Item real(String line) throws IOException {
        try {
            return new Item.Real(Double.parseDouble(line.strip()));
        } catch (NumberFormatException e) {
            throw new BadPickle("its pickle has a number that is none");
        }
    }

    private static String unquoted(String line) {
        boolean quoted = line.length() >= 2 && (line.startsWith("'") || line.startsWith("\"")) && line.endsWith(line.substring(0, 1));
        return quoted ? line.substring(1, line.length() - 1) : line;
    }
}
