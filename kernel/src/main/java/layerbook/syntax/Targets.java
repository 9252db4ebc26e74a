package layerbook.syntax;

import java.util.List;

/** What may stand to the left of {@code =}. */
final class Targets {
    private Targets() {
    }

    /** The target itself, or an error that says what it is. */
    static Expression checked(Tokens tokens, Expression target) {
        check(tokens, target, "assign to");
        return target;
    }

    static void check(Tokens tokens, Expression target, String verb) {
        if (target instanceof Expression.TupleDisplay tuple) {
            all(tokens, tuple.elements(), verb);
        } else if (target instanceof Expression.ListDisplay list) {
            all(tokens, list.elements(), verb);
        } else if (target instanceof Expression.Starred starred && !verb.equals("delete")) {
            check(tokens, starred.value(), verb);
        } else if (!single(target)) {
            throw tokens.failAt(target.place(), "cannot " + verb + " " + what(target)
                + (target instanceof Expression.Compare || !verb.equals("assign to") ? "" : " here. Maybe you meant '==' instead of '='?"));
        }
    }

    private static void all(Tokens tokens, List<Expression> targets, String verb) {
        targets.forEach(t -> check(tokens, t, verb));
    }

    /** A name, an attribute or a subscript. */
    static boolean single(Expression target) {
        return target instanceof Expression.Name || target instanceof Expression.Attribute || target instanceof Expression.Subscript;
    }

    private static String what(Expression target) {
        if (target instanceof Expression.Constant constant) {
            return constant.value() == Expression.Singleton.NONE ? "None" : constant.value() == Expression.Singleton.ELLIPSIS ? "ellipsis"
                : constant.value() instanceof Boolean b ? b ? "True" : "False" : "literal";
        }
        if (target instanceof Expression.Call) {
            return "function call";
        }
        if (target instanceof Expression.Comprehension || target instanceof Expression.DictComprehension) {
            return "comprehension";
        }
        return target instanceof Expression.Compare ? "comparison" : target instanceof Expression.Lambda ? "lambda"
            : target instanceof Expression.Conditional ? "conditional expression" : target instanceof Expression.FString ? "f-string expression"
            : target instanceof Expression.NamedExpr ? "named expression" : "expression";
    }
}
