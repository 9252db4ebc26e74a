package layerbook.repl;

import static org.jline.keymap.KeyMap.alt;
import static org.jline.keymap.KeyMap.ctrl;
import static org.jline.keymap.KeyMap.key;
import static org.jline.keymap.KeyMap.translate;

import java.util.List;
import org.jline.keymap.KeyMap;
import org.jline.reader.Binding;
import org.jline.reader.LineReader;
import org.jline.reader.Reference;
import org.jline.utils.InfoCmp.Capability;

/** Layerbook's own keys, on top of JLine's emacs and vi keys. */
final class Keys {
    /** A key and what it does, for {@code /help keys}. */
    record Key(String name, String meaning) {}

    static final List<Key> ALL = List.of(
        new Key("Enter", "runs what is complete, else goes on in a new line"),
        new Key("Alt-Enter", "a new line in any case"),
        new Key("Tab", "completes; on an empty line: puts the fix of the last error there"),
        new Key("Tab Tab", "the documentation of what stands at the cursor; once more: goes through the list"),
        new Key("Up, Down", "entries of the history that begin with what stands before the cursor"),
        new Key("Ctrl-R", "searches the history"),
        new Key("Right", "at the end of the line: takes the suggestion (/set suggest on)"),
        new Key("Ctrl-C", "clears the line; stops a statement that runs"),
        new Key("Ctrl-D", "on an empty line: leaves"),
        new Key("Ctrl-X Ctrl-E", "edits the text in $EDITOR"),
        new Key("Ctrl-_", "takes back the last change of the line"));

    static final String UP = "layerbook-up";
    static final String DOWN = "layerbook-down";

    private Keys() {}

    static void bind(Reader reader, Tab tab) {
        reader.getWidgets().put("layerbook-tab", tab);
        reader.getWidgets().put("layerbook-new-line", reader::insertNewLine);
        reader.getWidgets().put(UP, reader::upOrPrefix);
        reader.getWidgets().put(DOWN, reader::downOrPrefix);
        reader.getWidgets().put("layerbook-brace", reader::closeBrace);
        reader.getWidgets().put("layerbook-right", () -> reader.takeSuggestion() || builtin(reader, LineReader.FORWARD_CHAR));
        reader.getWidgets().put("layerbook-end", () -> reader.takeSuggestion() || builtin(reader, LineReader.END_OF_LINE));
        for (String map : List.of(LineReader.EMACS, LineReader.VIINS, LineReader.VICMD)) {
            bind(reader, reader.getKeyMaps().get(map), map.equals(LineReader.VICMD));
        }
    }

    private static void bind(Reader reader, KeyMap<Binding> keys, boolean viCommand) {
        if (!viCommand) {
            keys.bind(new Reference("layerbook-tab"), ctrl('I'));
            keys.bind(new Reference("layerbook-new-line"), alt(ctrl('M')), alt(ctrl('J')));
            keys.bind(new Reference("layerbook-brace"), "}");
            keys.bind(new Reference(LineReader.HISTORY_INCREMENTAL_SEARCH_BACKWARD), ctrl('R'));
            keys.bind(new Reference(LineReader.EDIT_AND_EXECUTE_COMMAND), translate("^X^E"));
        }
        arrow(reader, keys, UP, Capability.key_up, "A");
        arrow(reader, keys, DOWN, Capability.key_down, "B");
        arrow(reader, keys, "layerbook-right", Capability.key_right, "C");
        arrow(reader, keys, "layerbook-end", Capability.key_end, "F");
    }

    /** Terminals differ from their descriptions: the two usual forms of an arrow are bound in any case. */
    private static void arrow(Reader reader, KeyMap<Binding> keys, String widget, Capability capability, String letter) {
        String described = key(reader.getTerminal(), capability);
        if (described != null) {
            keys.bind(new Reference(widget), described);
        }
        keys.bind(new Reference(widget), translate("^[[" + letter), translate("^[O" + letter));
    }

    static void choose(Reader reader, String name) {
        if (!Console.isDumb(reader.getTerminal())) {
            String map = name.equals("vi") ? LineReader.VIINS : LineReader.EMACS;
            reader.getKeyMaps().put(LineReader.MAIN, reader.getKeyMaps().get(map));
        }
    }

    private static boolean builtin(Reader reader, String name) {
        return reader.getBuiltinWidgets().get(name).apply();
    }
}
