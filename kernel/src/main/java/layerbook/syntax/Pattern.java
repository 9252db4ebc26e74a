package layerbook.syntax;

import java.util.List;

/** The patterns of {@code case}, named as in Python's {@code ast} module without its {@code Match}. */
public sealed interface Pattern extends Node {
    /** {@code case 3}, {@code case Color.RED}: compared with {@code ==}. */
    record Value(Place place, Expression value) implements Pattern { }

    /** {@code case None}, {@code case True}: compared with {@code is}. */
    record Same(Place place, Expression.Constant value) implements Pattern { }

    /** {@code case [a, *rest]}, {@code case (a, b)}, {@code case a, b} */
    record Sequence(Place place, List<Pattern> patterns) implements Pattern { }

    /** {@code *rest} in a sequence; the name is null for {@code *_}. */
    record Star(Place place, String name) implements Pattern { }

    /** <code>case {"key": pattern, **rest}</code>; rest may be null. */
    record Mapping(Place place, List<Expression> keys, List<Pattern> patterns, String rest) implements Pattern { }

    /** {@code case Point(0, y=b)} */
    record ClassPattern(Place place, Expression type, List<Pattern> patterns, List<Attribute> attributes) implements Pattern { }

    /** {@code name=pattern} in a {@link ClassPattern}. */
    record Attribute(String name, Pattern pattern) { }

    /** {@code case pattern as name}, {@code case name} (the pattern is null), {@code case _} (both are). */
    record As(Place place, Pattern pattern, String name) implements Pattern { }

    /** {@code case a | b} */
    record Or(Place place, List<Pattern> patterns) implements Pattern { }
}
