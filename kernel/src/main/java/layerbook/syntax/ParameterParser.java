package layerbook.syntax;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import layerbook.syntax.Parameters.Kind;
import layerbook.syntax.Parameters.Parameter;

/** Reads the parameters of functions and lambdas. */
final class ParameterParser {
    private final Tokens tokens;
    private final ExpressionParser expressions;

    ParameterParser(Tokens tokens, ExpressionParser expressions) {
        this.tokens = tokens;
        this.expressions = expressions;
    }

    /** Reads to this sign and takes it. */
    Parameters until(String close, boolean annotated) {
        var found = new ArrayList<Parameter>();
        Kind kind = Kind.POSITIONAL_OR_KEYWORD;
        boolean defaults = false;
        while (!tokens.is(close)) {
            if (tokens.is("/")) {
                slash(found, kind);
            } else if (tokens.is("*") && (tokens.after().is(",") || tokens.after().is(close))) {
                star(kind);
                kind = Kind.KEYWORD_ONLY;
            } else {
                Parameter parameter = parameter(kind, annotated);
                boolean plain = parameter.kind() == Kind.POSITIONAL_OR_KEYWORD;
                if (plain && defaults && parameter.initial() == null) {
                    throw tokens.failAt(parameter.place(), "parameter without a default follows parameter with a default");
                }
                defaults |= plain && parameter.initial() != null;
                kind = parameter.kind() == Kind.VAR_POSITIONAL ? Kind.KEYWORD_ONLY : parameter.kind();
                found.add(parameter);
            }
            if (!tokens.accept(",") && !tokens.is(close)) {
                throw tokens.fail("expected ',' or '" + close + "'");
            }
        }
        tokens.next();
        distinct(found);
        return new Parameters(List.copyOf(found));
    }

    private void slash(List<Parameter> found, Kind kind) {
        if (found.isEmpty() || kind != Kind.POSITIONAL_OR_KEYWORD || found.get(0).kind() == Kind.POSITIONAL_ONLY) {
            throw tokens.fail("'/' must come once, behind a parameter and before '*'");
        }
        tokens.next();
        found.replaceAll(p -> new Parameter(p.place(), p.name(), Kind.POSITIONAL_ONLY, p.annotation(), p.initial()));
    }

    private void star(Kind kind) {
        if (kind != Kind.POSITIONAL_OR_KEYWORD) {
            throw tokens.fail("'*' may appear only once");
        }
        Token star = tokens.next();
        if (!tokens.is(",") || tokens.after().is("**") || tokens.after().is(")") || tokens.after().is(":")) {
            throw tokens.failAt(tokens.from(star.start()), "named parameters must follow bare *");
        }
    }

    private Parameter parameter(Kind before, boolean annotated) {
        int start = tokens.start();
        Kind kind = tokens.accept("*") ? Kind.VAR_POSITIONAL : tokens.accept("**") ? Kind.VAR_KEYWORD : before;
        if (kind == Kind.VAR_POSITIONAL && before != Kind.POSITIONAL_OR_KEYWORD || before == Kind.VAR_KEYWORD) {
            throw tokens.fail(before == Kind.VAR_KEYWORD ? "nothing may follow the ** parameter" : "'*' may appear only once");
        }
        String name = tokens.name("the name of a parameter");
        Expression annotation = annotated && tokens.accept(":") ? kind == Kind.VAR_POSITIONAL ? expressions.starred() : expressions.expression() : null;
        Expression initial = kind != Kind.VAR_POSITIONAL && kind != Kind.VAR_KEYWORD && tokens.accept("=") ? expressions.expression() : null;
        return new Parameter(tokens.from(start), name, kind, annotation, initial);
    }

    private void distinct(List<Parameter> found) {
        var names = new HashSet<String>();
        for (Parameter parameter : found) {
            if (!names.add(parameter.name())) {
                throw tokens.failAt(parameter.place(), "duplicate argument '" + parameter.name() + "' in function definition");
            }
        }
    }
}
