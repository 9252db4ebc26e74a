package layerbook.repl;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import layerbook.session.output.Completion;
import layerbook.session.output.View;
import org.jline.keymap.KeyMap;
import org.jline.reader.Binding;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.Reference;
import org.jline.reader.Widget;

/**
 * The Tab key. On an empty line: the fix of the last error. Else it completes as far as that is sure and lists what there is; pressed again it shows
 * the documentation of what stands at the cursor, and then goes through the list.
 */
final class Tab implements Widget {
    private final Reader reader;
    private final BiFunction<String, Integer, List<Completion>> completions;
    private final BooleanSupplier document;
    private final Supplier<String> fix;
    private final Supplier<Theme> theme;
    private final Supplier<View> view;

    /**
     * @param document shows the documentation of what stands at the cursor; says whether there was any
     * @param fix the fix of the last error, or null
     */
    Tab(Reader reader, BiFunction<String, Integer, List<Completion>> completions, BooleanSupplier document, Supplier<String> fix,
        Supplier<Theme> theme, Supplier<View> view) {
        this.reader = reader;
        this.completions = completions;
        this.document = document;
        this.fix = fix;
        this.theme = theme;
        this.view = view;
    }

    @Override public boolean apply() {
        String text = reader.getBuffer().toString();
        if (text.isBlank() && fix.get() != null) {
            return reader.put(fix.get());
        }
        List<Completion> found = completions.apply(text, reader.getBuffer().cursor());
        if (found.isEmpty()) {
            return document.getAsBoolean();
        }
        if (found.size() == 1) {
            return single(found.get(0));
        }
        return several(found);
    }

    /** The only one is put in; if it stands there already, its documentation is what is wanted. */
    private boolean single(Completion only) {
        boolean stands = reader.getBuffer().upToCursor().substring(only.from()).equals(only.text());
        return stands ? document.getAsBoolean() : replace(only.from(), only.text());
    }

    private boolean several(List<Completion> found) {
        var menu = new Menu(found);
        int from = found.get(0).from();
        String typed = reader.getBuffer().upToCursor().substring(from);
        if (menu.common().startsWith(typed) && found.stream().allMatch(c -> c.from() == from)) {
            replace(from, menu.common());
        }
        draw(menu);
        if (!isTab()) {
            return done();
        }
        if (document.getAsBoolean()) {
            draw(menu);
            if (!isTab()) {
                return done();
            }
        }
        return choose(menu, reader.getBuffer().upToCursor().substring(from), from);
    }

    /** Goes through the list; the line shows the chosen one. Any other key takes it and does what it does; Escape and Ctrl-G put back what was typed. */
    private boolean choose(Menu menu, String typed, int from) {
        menu.move(1);
        while (true) {
            replace(from, menu.chosen().text());
            draw(menu);
            var binding = read(reader.getKeyMaps().get(LineReader.MENU));
            String name = binding instanceof Reference reference ? reference.name() : "";
            switch (name) {
                case LineReader.MENU_COMPLETE, LineReader.DOWN_LINE_OR_HISTORY, LineReader.DOWN_LINE_OR_SEARCH, Keys.DOWN -> menu.move(1);
                case LineReader.REVERSE_MENU_COMPLETE, LineReader.UP_LINE_OR_HISTORY, LineReader.UP_LINE_OR_SEARCH, Keys.UP -> menu.move(-1);
                case LineReader.ACCEPT_LINE -> {
                    reader.below(null);
                    return true;
                }
                case LineReader.SEND_BREAK -> {
                    replace(from, typed);
                    reader.below(null);
                    return true;
                }
                default -> {
                    return done();
                }
            }
        }
    }

    private boolean replace(int from, String text) {
        reader.getBuffer().backspace(reader.getBuffer().cursor() - from);
        reader.getBuffer().write(text);
        return true;
    }

    private void draw(Menu menu) {
        reader.below(() -> menu.draw(reader.getTerminal().getWidth(), reader.getTerminal().getHeight() / 2, theme.get(), view.get().unicode()));
        reader.callWidget(LineReader.REDISPLAY);
    }

    private boolean isTab() {
        read(null);
        return "\t".equals(reader.getLastBinding());
    }

    /** The next key; the terminal may be gone by then. */
    private Binding read(KeyMap<Binding> first) {
        Binding binding = first == null ? reader.readBinding(reader.getKeys()) : reader.readBinding(reader.getKeys(), first);
        if (binding == null) {
            throw new EndOfFileException();
        }
        return binding;
    }

    /** Another key was pressed: it is for the line. */
    private boolean done() {
        reader.below(null);
        reader.again();
        return true;
    }
}
