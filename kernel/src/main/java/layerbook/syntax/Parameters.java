package layerbook.syntax;

import java.util.List;

/**
 * The parameters of a function, in order: {@code (a, /, b, c=1, *args, d, e=2, **kwargs)}.
 * A bare {@code *} is no parameter: those behind it are {@link Kind#KEYWORD_ONLY}.
 */
public record Parameters(List<Parameter> all) {
    /** How an argument reaches a parameter. */
    public enum Kind { POSITIONAL_ONLY, POSITIONAL_OR_KEYWORD, VAR_POSITIONAL, KEYWORD_ONLY, VAR_KEYWORD }

    /** {@code name: annotation = initial}; annotation and initial may be null. */
    public record Parameter(Place place, String name, Kind kind, Expression annotation, Expression initial) implements Node { }
}
