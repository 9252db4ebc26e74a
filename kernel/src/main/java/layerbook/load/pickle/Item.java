package layerbook.load.pickle;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A value in a pickle. Collections and calls are equal only to themselves, since they may hold themselves. */
public sealed interface Item {
    /** Python's None. */
    Item NONE = new None();

    /** Python's None. */
    record None() implements Item {}

    /** True or False. */
    record Bool(boolean value) implements Item {}

    /** A whole number. */
    record Int(BigInteger value) implements Item {
        static Int of(long value) {
            return new Int(BigInteger.valueOf(value));
        }
    }

    /** A number with a fraction. */
    record Real(double value) implements Item {}

    /** A text; a very long one is kept as its length. */
    record Text(String value) implements Item {}

    /** Bytes, of which only the count is kept. */
    record Bytes(long count) implements Item {}

    /** A class or function, by name; never looked up. */
    record Global(String module, String name) implements Item {
        /** For example {@code torch._utils._rebuild_tensor_v2}. */
        public String dotted() {
            return module + "." + name;
        }
    }

    /** Something outside of the pickle, such as a storage. */
    record External(Item id) implements Item {}

    /** A list, tuple or set. */
    final class Sequence implements Item {
        private List<Item> items;

        Sequence(List<Item> items) {
            this.items = items;
        }

        void add(Item item) {
            if (items == null || items.isEmpty()) {
                items = new ArrayList<>(2);
            }
            items.add(item);
        }

        /** What is in it, in order. */
        public List<Item> items() {
            return items == null ? List.of() : items;
        }
    }

    /** A dict, entries in order. */
    final class Mapping implements Item {
        private final List<Item> keys = new ArrayList<>(2);
        private final List<Item> values = new ArrayList<>(2);

        void put(Item key, Item value) {
            keys.add(key);
            values.add(value);
        }

        /** The entries whose keys are texts or whole numbers, as texts; of two equal keys the later counts. */
        public Map<String, Item> entries() {
            var out = new LinkedHashMap<String, Item>();
            for (int i = 0; i < keys.size(); i++) {
                if (keys.get(i) instanceof Text t) {
                    out.put(t.value(), values.get(i));
                } else if (keys.get(i) instanceof Int n) {
                    out.put(n.value().toString(), values.get(i));
                }
            }
            return out;
        }

        /** How many entries there are. */
        public int size() {
            return keys.size();
        }

        /** The values in order. */
        public List<Item> values() {
            return values;
        }
    }

    /** An object: a function or class with arguments, then what was put into it. Nothing is called. */
    final class Call implements Item {
        private final Item function;
        private final Item arguments;
        private Item state = NONE;
        private Mapping mapping;
        private Sequence sequence;

        Call(Item function, Item arguments) {
            this.function = function;
            this.arguments = arguments;
        }

        /** The name of what would be called, or an empty text if it is no plain name. */
        public String function() {
            return function instanceof Global g ? g.dotted() : "";
        }

        /** What would be called. */
        public Item callee() {
            return function;
        }

        /** The arguments by position. */
        public List<Item> arguments() {
            return arguments instanceof Sequence s ? s.items() : List.of();
        }

        void build(Item given) {
            state = given;
        }

        /** The object's fields, or what its class makes of them; None if there are none. */
        public Item state() {
            return state;
        }

        void put(Item key, Item value) {
            mapping = mapping == null ? new Mapping() : mapping;
            mapping.put(key, value);
        }

        void add(Item item) {
            sequence = sequence == null ? new Sequence(null) : sequence;
            sequence.add(item);
        }

        /** The entries of an object that is a dict, such as an OrderedDict; null if none were put into it. */
        public Mapping mapping() {
            return mapping;
        }

        /** The items of an object that is a list or set; null if none were put into it. */
        public Sequence sequence() {
            return sequence;
        }
    }
}
