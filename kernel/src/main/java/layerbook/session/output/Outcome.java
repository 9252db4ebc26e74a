package layerbook.session.output;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What came of a statement: the outputs to show, whether it was an expression with a value, or a problem. */
public record Outcome(List<Output> outputs, boolean expression, Object value, String valueText, Optional<Problem> problem) {
    public static final Outcome NOTHING = showing(List.of());

    public static Outcome showing(List<Output> outputs) {
        return new Outcome(outputs, false, null, null, Optional.empty());
    }

    public static Outcome failed(Problem problem) {
        return new Outcome(List.of(), false, null, null, Optional.of(problem));
    }

    /** This and what came after it: {@code int a = 1, b = 2} is one statement that declares two. */
    public Outcome and(Outcome next) {
        return new Outcome(Stream.concat(outputs.stream(), next.outputs.stream()).toList(), next.expression, next.value, next.valueText, problem.or(next::problem));
    }

    /** The same, with more to show behind what it shows. */
    public Outcome after(List<Output> more) {
        return more.isEmpty() ? this : new Outcome(Stream.concat(outputs.stream(), more.stream()).toList(), expression, value, valueText, problem);
    }
}
