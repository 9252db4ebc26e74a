package layerbook.session.output;

import java.util.List;
import java.util.Optional;

/**
 * What came of running a cell or a line.
 *
 * @param ok whether every statement went through
 * @param value the value of the last expression, or null
 * @param valueText the value as text, or null if there was none
 * @param firstLine line of the first statement in the text, from 1
 * @param added the rows that the text added to the graph: from this index ...
 * @param until ... up to and without this one
 * @param warnings what was warned of
 * @param problem what stopped it
 * @param exit the code given to {@code /exit} or {@code System.exit}, if the user asked for an end
 */
public record Result(boolean ok, Object value, String valueText, int firstLine, int added, int until,
                     List<String> warnings, Optional<Problem> problem, Optional<Integer> exit) {}
