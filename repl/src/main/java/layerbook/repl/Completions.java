package layerbook.repl;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import layerbook.session.Completion;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.CompletingParsedLine;
import org.jline.reader.CompletionMatcher;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser;

/**
 * Brings the session's completions to JLine. The session knows where the word at the cursor begins, so it is asked while the line is parsed; the
 * completer then hands its answer on, and the matcher takes it as it is (it has been matched and sorted already).
 */
final class Completions implements Parser, Completer, CompletionMatcher {
    private final BiFunction<String, Integer, List<Completion>> session;
    private List<Candidate> matching = List.of();

    Completions(BiFunction<String, Integer, List<Completion>> session) {
        this.session = session;
    }

    @Override public ParsedLine parse(String line, int cursor, ParseContext context) {
        List<Completion> found = context == ParseContext.COMPLETE ? session.apply(line, cursor) : List.of();
        int from = found.stream().mapToInt(Completion::from).min().orElse(cursor);
        return new Place(line, cursor, Math.min(from, cursor), found);
    }

    @Override public boolean isEscapeChar(char c) {
        return false;
    }

    /** The line with the word at the cursor, and what could stand there. */
    private record Place(String line, int cursor, int from, List<Completion> found) implements CompletingParsedLine {
        @Override public String word() {
            return line.substring(from, cursor);
        }

        @Override public int wordCursor() {
            return cursor - from;
        }

        @Override public int wordIndex() {
            return 0;
        }

        @Override public List<String> words() {
            return List.of(word());
        }

        @Override public CharSequence escape(CharSequence candidate, boolean complete) {
            return candidate;
        }

        @Override public int rawWordCursor() {
            return wordCursor();
        }

        @Override public int rawWordLength() {
            return cursor - from;
        }
    }

    @Override public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
        Place place = (Place) line;
        int columns = Math.max(40, reader.getTerminal().getWidth());
        int rank = 0;
        for (Completion each : place.found()) {
            String before = line.line().substring(place.from(), Math.min(each.from(), line.cursor()));
            candidates.add(new Candidate(before + each.text(), shown(each), null, description(each, columns), null, null, false, rank++));
        }
    }

    private static String shown(Completion each) {
        return each.signature().isEmpty() ? each.text() : each.signature();
    }

    /** The first sentence, as far as the line has room: JLine gives up columns, then rows, for descriptions that are too long. */
    private static String description(Completion each, int columns) {
        int room = columns - shown(each).length() - 6;
        String doc = each.doc();
        if (doc.isEmpty() || room < 12) {
            return null;
        }
        return doc.length() <= room ? doc : doc.substring(0, room - 1).stripTrailing() + "…";
    }

    @Override public void compile(Map<LineReader.Option, Boolean> options, boolean prefix, CompletingParsedLine line, boolean ignoreCase,
                                  int errors, String originalGroup) {
        matching = List.of();
    }

    @Override public List<Candidate> matches(List<Candidate> candidates) {
        matching = candidates;
        return new ArrayList<>(candidates);
    }

    @Override public Candidate exactMatch() {
        return null;
    }

    @Override public String getCommonPrefix() {
        String common = matching.isEmpty() ? "" : matching.get(0).value();
        for (Candidate candidate : matching) {
            int same = 0;
            while (same < Math.min(common.length(), candidate.value().length()) && common.charAt(same) == candidate.value().charAt(same)) {
                same++;
            }
            common = common.substring(0, same);
        }
        return common;
    }
}
