package layerbook.repl;

import java.io.IOException;
import layerbook.session.Session;
import org.jline.reader.LineReader;
import org.jline.reader.impl.LineReaderImpl;

/** Reads one statement from the keyboard. A JLine line reader: its keys, history and menus, with what Layerbook adds. */
final class Prompt {
    private final Reader reader;

    Prompt(org.jline.terminal.Terminal terminal, Screen screen, Preferences preferences, Later<Session> session) throws IOException {
        reader = new Reader(terminal, session);
        screen.attach(this);
    }

    String read() {
        return reader.readLine("layerbook> ");
    }

    boolean isReading() {
        return reader.isReading();
    }

    void printAbove(String text) {
        reader.printAbove(text);
    }

    void fix(String statement) {}

    /** The line reader itself, opened up where JLine lets a subclass in. */
    private static final class Reader extends LineReaderImpl {
        private final Later<Session> session;

        Reader(org.jline.terminal.Terminal terminal, Later<Session> session) throws IOException {
            super(terminal, "layerbook");
            this.session = session;
            setParser(new Statements(session));
            option(LineReader.Option.DISABLE_EVENT_EXPANSION, true);
        }

        /** Starts the session as soon as the prompt has been drawn. */
        @Override protected void redisplay(boolean flush) {
            super.redisplay(flush);
            session.start();
        }
    }
}
