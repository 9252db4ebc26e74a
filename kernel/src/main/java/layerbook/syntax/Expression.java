package layerbook.syntax;

import java.util.List;

/**
 * Python's expressions, named as in Python's {@code ast} module except where a word of Java is in the way: what {@code ast}
 * calls {@code List}, {@code Tuple}, {@code Set} and {@code Dict} is a {@code ..Display} here, as in Python's reference.
 */
public sealed interface Expression extends Node {
    <R> R accept(Visitor<R> visitor);

    /** {@code x} */
    record Name(Place place, String name) implements Expression {
        @Override public <R> R accept(Visitor<R> visitor) { return visitor.visit(this); }
    }

    /**
     * {@code 3}, {@code 2.5}, {@code 1j}, {@code "text"}, {@code b"bytes"}, {@code True}, {@code None}, {@code ...}
     *
     * @param value a {@link Long}, a {@link java.math.BigInteger} where it does not fit a long, a {@link Double}, a {@link String},
     *     a {@link Boolean}, {@link Imaginary}, {@link Bytes}, or a {@link Singleton}
     */
    record Constant(Place place, Object value) implements Expression {
        @Override public <R> R accept(Visitor<R> visitor) { return visitor.visit(this); }
    }

    /** The value of {@code 2j}: its imaginary part. */
    record Imaginary(double value) { }

    /** The value of {@code b"abc"}: one char from 0 to 255 for each byte. */
    record Bytes(String latin1) { }

    /** The constants that are one object each. */
    enum Singleton { NONE, ELLIPSIS }

    /** {@code f"{x:>{width}} apples"}: {@link Constant} texts and {@link FormattedValue}s in turn. */
    record FString(Place place, List<Expression> parts) implements Expression {
        @Override public <R> R accept(Visitor<R> visitor) { return visitor.visit(this); }
    }

    /**
     * {@code {value!r:spec}} in an f-string. The text of {@code {value=}} is a constant before it, and its conversion is {@code r}
     * unless there is another or a specification.
     *
     * @param conversion {@code 's'}, {@code 'r'}, {@code 'a'}, or 0 without one
     * @param spec the format specification, itself an f-string, or null without one
     */
    record FormattedValue(Place place, Expression value, char conversion, FString spec) implements Expression {
        @Override public <R> R accept(Visitor<R> visitor) { return visitor.visit(this); }
    }

    /** {@code value.name} */
    record Attribute(Place place, Expression value, String name) implements Expression {
        @Override public <R> R accept(Visitor<R> visitor) { return visitor.visit(this); }
    }

    /** {@code value[index]}; {@code x[1:2, None]} has a {@link TupleDisplay} as its index. */
    record Subscript(Place place, Expression value, Expression index) implements Expression {
        @Override public <R> R accept(Visitor<R> visitor) { return visitor.visit(this); }
    }

    /** {@code lower:upper:step} inside a subscript; each may be null. */
    record Slice(Place place, Expression lower, Expression upper, Expression step) implements Expression {
        @Override public <R> R accept(Visitor<R> visitor) { return visitor.visit(this); }
    }

    /** {@code function(a, *b, c=d, **e)}; the arguments may be {@link Starred}. */
    record Call(Place place, Expression function, List<Expression> arguments, List<Keyword> keywords) implements Expression {
        @Override public <R> R accept(Visitor<R> visitor) { return visitor.visit(this); }
    }

    /** {@code name=value} in a call or in the bases of a class; the name is null for {@code **value}. */
    record Keyword(Place place, String name, Expression value) implements Node { }

    /** {@code *value} in a call, a display, a subscript or a target. */
    record Starred(Place place, Expression value) implements Expression {
        @Override public <R> R accept(Visitor<R> visitor) { return visitor.visit(this); }
    }

    /** {@code left + right} and its kin. */
    record BinaryOp(Place place, Expression left, BinaryOperator operator, Expression right) implements Expression {
        @Override public <R> R accept(Visitor<R> visitor) { return visitor.visit(this); }
    }

    /** {@code -operand}, {@code +operand}, {@code ~operand}, {@code not operand} */
    record UnaryOp(Place place, UnaryOperator operator, Expression operand) implements Expression {
        @Override public <R> R accept(Visitor<R> visitor) { return visitor.visit(this); }
    }

    /** {@code a and b and c}, or with {@code or}: two values or more, from left to right. */
    record BoolOp(Place place, boolean and, List<Expression> values) implements Expression {
        @Override public <R> R accept(Visitor<R> visitor) { return visitor.visit(this); }
    }

    /** {@code a < b <= c}: as many operators as there are values to the right of the first. */
    record Compare(Place place, Expression left, List<Comparison> operators, List<Expression> rights) implements Expression {
        @Override public <R> R accept(Visitor<R> visitor) { return visitor.visit(this); }
    }

    /** {@code body if test else otherwise} */
    record Conditional(Place place, Expression test, Expression body, Expression otherwise) implements Expression {
        @Override public <R> R accept(Visitor<R> visitor) { return visitor.visit(this); }
    }

    /** {@code (target := value)} */
    record NamedExpr(Place place, Name target, Expression value) implements Expression {
        @Override public <R> R accept(Visitor<R> visitor) { return visitor.visit(this); }
    }

    /** {@code lambda parameters: body} */
    record Lambda(Place place, Parameters parameters, Expression body) implements Expression {
        @Override public <R> R accept(Visitor<R> visitor) { return visitor.visit(this); }
    }

    /** {@code [a, *b]} */
    record ListDisplay(Place place, List<Expression> elements) implements Expression {
        @Override public <R> R accept(Visitor<R> visitor) { return visitor.visit(this); }
    }

    /** {@code a, *b}, with or without parentheses. */
    record TupleDisplay(Place place, List<Expression> elements) implements Expression {
        @Override public <R> R accept(Visitor<R> visitor) { return visitor.visit(this); }
    }

    /** <code>{a, *b}</code> */
    record SetDisplay(Place place, List<Expression> elements) implements Expression {
        @Override public <R> R accept(Visitor<R> visitor) { return visitor.visit(this); }
    }

    /** <code>{key: value, **mapping}</code> */
    record DictDisplay(Place place, List<Entry> entries) implements Expression {
        @Override public <R> R accept(Visitor<R> visitor) { return visitor.visit(this); }
    }

    /** {@code key: value}; the key is null for {@code **value}. */
    record Entry(Expression key, Expression value) { }

    /** {@code [element for ..]}, <code>{element for ..}</code> or {@code (element for ..)} */
    record Comprehension(Place place, Kind kind, Expression element, List<Clause> clauses) implements Expression {
        @Override public <R> R accept(Visitor<R> visitor) { return visitor.visit(this); }
    }

    /** What a {@link Comprehension} gives. */
    enum Kind { LIST, SET, GENERATOR }

    /** <code>{key: value for ..}</code> */
    record DictComprehension(Place place, Expression key, Expression value, List<Clause> clauses) implements Expression {
        @Override public <R> R accept(Visitor<R> visitor) { return visitor.visit(this); }
    }

    /** {@code for target in iterable if condition if condition} */
    record Clause(Place place, Expression target, Expression iterable, List<Expression> conditions, boolean async) implements Node { }

    /** {@code await value} */
    record Await(Place place, Expression value) implements Expression {
        @Override public <R> R accept(Visitor<R> visitor) { return visitor.visit(this); }
    }

    /** {@code yield value}; the value may be null. */
    record Yield(Place place, Expression value) implements Expression {
        @Override public <R> R accept(Visitor<R> visitor) { return visitor.visit(this); }
    }

    /** {@code yield from value} */
    record YieldFrom(Place place, Expression value) implements Expression {
        @Override public <R> R accept(Visitor<R> visitor) { return visitor.visit(this); }
    }

    /** One answer for each kind of expression. */
    interface Visitor<R> {
        R visit(Name name);
        R visit(Constant constant);
        R visit(FString text);
        R visit(FormattedValue value);
        R visit(Attribute attribute);
        R visit(Subscript subscript);
        R visit(Slice slice);
        R visit(Call call);
        R visit(Starred starred);
        R visit(BinaryOp operation);
        R visit(UnaryOp operation);
        R visit(BoolOp operation);
        R visit(Compare comparison);
        R visit(Conditional conditional);
        R visit(NamedExpr assignment);
        R visit(Lambda lambda);
        R visit(ListDisplay display);
        R visit(TupleDisplay display);
        R visit(SetDisplay display);
        R visit(DictDisplay display);
        R visit(Comprehension comprehension);
        R visit(DictComprehension comprehension);
        R visit(Await await);
        R visit(Yield yield);
        R visit(YieldFrom yield);
    }
}
