package layerbook.operations;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import layerbook.formula.Expr;
import layerbook.layer.Inputs;
import layerbook.shape.DType;
import layerbook.shape.DType.Family;
import layerbook.shape.Promotion;
import layerbook.shape.Promotion.Operand;
import layerbook.shape.Refusal;

/** Which kind of number an operation gives of the promoted kind of its operands. What each operation does was asked of PyTorch. */
enum Numeric {
    /** The promoted kind. */
    SAME,
    /** float32 for whole numbers and truth values, as of a root or a quotient. */
    FRACTION,
    /** Truth values. */
    TRUTH,
    /** The real part's kind, as of an absolute value. */
    REAL,
    /** float32 for whole numbers, the real part's kind for complex ones, as of an angle. */
    REAL_FRACTION,
    /** int64 for whole numbers and truth values, as of a sum. */
    SUM,
    /** int64 for truth values only, as of a square. */
    COUNTED,
    /** Places: int64. */
    PLACES;

    static final Set<Family> ANY = EnumSet.allOf(Family.class);
    static final Set<Family> NUMBERS = EnumSet.of(Family.WHOLE, Family.FRACTION, Family.COMPLEX);
    static final Set<Family> NOT_COMPLEX = EnumSet.of(Family.BOOL, Family.WHOLE, Family.FRACTION);
    static final Set<Family> REALS = EnumSet.of(Family.WHOLE, Family.FRACTION);
    static final Set<Family> FRACTIONS = EnumSet.of(Family.FRACTION);
    static final Set<Family> FRACTIONS_OR_COMPLEX = EnumSet.of(Family.FRACTION, Family.COMPLEX);
    static final Set<Family> BITS = EnumSet.of(Family.BOOL, Family.WHOLE);
    static final Set<Family> WHOLES = EnumSet.of(Family.WHOLE);
    static final Set<Family> TRUTHS = EnumSet.of(Family.BOOL);

    DType of(DType in) {
        return switch (this) {
            case SAME -> in;
            case FRACTION -> Promotion.fraction(in);
            case TRUTH -> DType.BOOL;
            case REAL -> in.real();
            case REAL_FRACTION -> Promotion.fraction(in).real();
            case SUM -> in.family().compareTo(Family.FRACTION) < 0 ? DType.INT64 : in;
            case COUNTED -> in == DType.BOOL ? DType.INT64 : in;
            case PLACES -> DType.INT64;
        };
    }

    /** Refuses kinds of number that the operation is not defined for. */
    static DType checked(String operation, DType in, Set<Family> accepted) {
        if (!accepted.contains(in.family())) {
            throw Refusal.shape(operation + " takes no " + in.torchName()).at("input", in.torchName())
                .why("PyTorch has it for " + String.join(", ", accepted.stream().map(Numeric::words).toList()) + " only");
        }
        return in;
    }

    private static String words(Family family) {
        return switch (family) {
            case BOOL -> "truth values";
            case WHOLE -> "whole numbers";
            case FRACTION -> "numbers with a fraction";
            case COMPLEX -> "complex numbers";
        };
    }

    /** All operands: the tensors among the named arguments and the plain numbers. */
    static List<Operand> operands(Bindings a, Inputs in, String... names) {
        var out = new ArrayList<Operand>();
        for (String name : names) {
            if (a.isTensor(name)) {
                out.add(Operand.tensor(a.type(name, in)));
            } else if (a.has(name)) {
                out.add(Operand.number(number(a.get(name))));
            }
        }
        return out;
    }

    /** The kind of a plain number. */
    static DType number(Object v) {
        return v instanceof Boolean ? DType.BOOL : v instanceof Expr ? DType.INT64 : v instanceof Double ? DType.FLOAT32 : DType.COMPLEX64;
    }

    /** Several tensors that must be of one kind, as the factors of a matrix product. */
    static DType equal(String operation, Inputs in) {
        DType first = in.type(0).dtype();
        for (int i = 1; i < in.count(); i++) {
            if (in.type(i).dtype() != first) {
                throw Refusal.shape(operation + " takes tensors of one dtype, not " + first.torchName() + " and " + in.type(i).dtype().torchName())
                    .at("other", in.type(i).dtype().torchName()).why("PyTorch promotes nothing in " + operation);
            }
        }
        return first;
    }
}
