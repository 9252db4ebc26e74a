package layerbook.repl;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import layerbook.io.Journal;
import org.jline.reader.impl.history.DefaultHistory;

/**
 * What was typed, in one file for all sessions, a line for each entry: {@code milliseconds:text}, with {@code \n} for a line break. Each entry is
 * appended as soon as it is entered, so that nothing is lost. JLine keeps the entries; the file is ours, since JLine ends at the first line that it does
 * not understand, and two of its sessions that shorten one file take each other's lines away.
 */
final class SharedHistory extends DefaultHistory {
    /** How many entries a session goes back. */
    static final int REMEMBERED = 10_000;
    private static final Pattern ENTRY = Pattern.compile("(\\d{1,18}):(.*)");
    private static final String NOT_UTF_8 = "\uFFFD";

    private final Path file;
    private final Journal journal;
    private final int most;
    private String trouble;

    /** @param most to how many entries, the newest, the file is shortened when it has a quarter more */
    SharedHistory(Path file, int most) {
        this.file = file;
        this.journal = new Journal(file);
        this.most = most;
    }

    /** JLine loads when a reader is attached. */
    @Override public void load() {
        try {
            journal.locked(() -> {
                List<String> lines = journal.lines();
                if (lines.size() > most + most / 4 && lines.stream().allMatch(SharedHistory::isEntry)) { // what is not ours stays as it is
                    lines = lines.subList(lines.size() - most, lines.size());
                    journal.rewrite(lines);
                }
                lines.subList(Math.max(0, lines.size() - REMEMBERED), lines.size()).forEach(this::take);
            });
        } catch (IOException e) {
            trouble(e);
        }
    }

    private static boolean isEntry(String line) {
        return ENTRY.matcher(line).matches() && !line.contains(NOT_UTF_8);
    }

    /** A line without a time, of another program's making, is taken as it is. */
    private void take(String line) {
        Matcher entry = ENTRY.matcher(line);
        boolean timed = entry.matches();
        String text = unescaped(timed ? entry.group(2) : line);
        if (!text.isBlank()) {
            internalAdd(timed ? Instant.ofEpochMilli(Long.parseLong(entry.group(1))) : Instant.EPOCH, text);
        }
    }

    /** JLine decides whether a line becomes an entry: one that says the same as the last does not. */
    @Override public void add(Instant time, String line) {
        int before = last();
        super.add(time, line);
        if (last() == before) {
            return;
        }
        String entry = time.toEpochMilli() + ":" + escaped(get(last()));
        try {
            journal.locked(() -> journal.append(entry));
        } catch (IOException e) {
            trouble(e);
        }
    }

    /** Each entry is in the file already. */
    @Override public void save() {}

    private void trouble(IOException e) {
        String what = String.valueOf(e.getMessage());
        if (trouble == null) {
            trouble = "What you type is not kept for the next time: " + (what.startsWith(file.toString()) ? what : file + ": " + what + "; make room there, or mend it");
        }
    }

    /** Why entries are not kept, if they are not. */
    Optional<String> trouble() {
        return Optional.ofNullable(trouble);
    }

    static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r");
    }

    static String unescaped(String line) {
        var text = new StringBuilder();
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c != '\\' || i + 1 == line.length()) {
                text.append(c);
                continue;
            }
            char next = line.charAt(++i);
            text.append(next == 'n' ? '\n' : next == 'r' ? '\r' : next);
        }
        return text.toString();
    }
}
