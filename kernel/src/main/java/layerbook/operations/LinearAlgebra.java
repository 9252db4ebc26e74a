package layerbook.operations;

import static layerbook.operations.Operator.Place.METHOD;
import static layerbook.operations.Operator.Place.TORCH;

import java.util.ArrayList;
import java.util.List;
import layerbook.formula.Expr;
import layerbook.layer.Inputs;
import layerbook.layer.Kind;
import layerbook.layer.Rule;
import layerbook.net.Numbers;
import layerbook.net.Tensor;
import layerbook.shape.DType;
import layerbook.shape.Refusal;
import layerbook.shape.Shape;
import layerbook.shape.Sizes;
import layerbook.shape.TensorType;

/** Inverses, determinants, decompositions and norms of matrices; the last two axes are rows and columns. What they cost is up to the algorithm, so it is unknown. */
final class LinearAlgebra {
    private static final String WHY = "the work of a decomposition is up to its algorithm";
    private static final String ONE = "(Tensor input)";

    static final List<Operator> OPERATORS = List.of(
        square("inverse", "The inverse of each matrix.", ONE, in -> matrix(in)).in(METHOD, TORCH).spelled("torch.linalg.inv"),
        square("det", "The determinant of each matrix.", ONE, in -> lead(in)).in(METHOD, TORCH).spelled("torch.linalg.det"),
        square("logdet", "The logarithm of the determinant of each matrix.", ONE, in -> lead(in)).in(METHOD, TORCH),
        Operator.of("slogdet", "The sign and the logarithm of the determinant of each matrix.").takes(ONE).in(METHOD, TORCH).spelled("torch.linalg.slogdet")
            .gives("sign", "logabsdet").rule((a, in) -> {
                DType dtype = checked("slogdet", in, true);
                return taking("slogdet", in).gives(new TensorType(lead(in), dtype)).gives(new TensorType(lead(in), dtype.real()));
            }),
        square("matrix_exp", "The exponential of each matrix.", ONE, in -> matrix(in)).in(METHOD, TORCH).spelled("torch.linalg.matrix_exp"),
        Operator.of("matrix_power", "Each matrix n times itself.").takes("(Tensor input, int n)").in(METHOD, TORCH).spelled("torch.linalg.matrix_power").rule((a, in) -> {
            DType dtype = in.type(0).dtype();
            squares("matrixPower", in.shape(0));
            boolean inverts = Numbers.isNegative(a.size("n"));
            if (inverts) {
                checked("matrixPower", in, true);
            }
            return taking("matrixPower", in).gives(new TensorType(in.shape(0), dtype));
        }),
        square("cholesky", "The lower triangle whose product with its transpose each matrix is.", "(Tensor input, *, bool upper=False)", in -> matrix(in)).in(METHOD, TORCH)
            .spelled("torch.linalg.cholesky"),
        values("linalg_eigvals", "The eigenvalues of each matrix.", "torch.linalg.eigvals", true, "(Tensor input)"),
        values("linalg_eigvalsh", "The eigenvalues of each symmetric matrix.", "torch.linalg.eigvalsh", false, "(Tensor input, str UPLO=\"L\")"),
        vectors("linalg_eig", "The eigenvalues and eigenvectors of each matrix.", "torch.linalg.eig", true, "(Tensor input)"),
        vectors("linalg_eigh", "The eigenvalues and eigenvectors of each symmetric matrix.", "torch.linalg.eigh", false, "(Tensor input, str UPLO=\"L\")"),
        Operator.of("linalg_svd", "The singular value decomposition of each matrix.").takes("(Tensor input, bool full_matrices=True, *, str? driver=None)").spelled("torch.linalg.svd")
            .gives("U", "S", "Vh").rule((a, in) -> svd("linalgSvd", a.flag("full_matrices"), false, in)),
        Operator.of("svd", "The singular value decomposition of each matrix: U, S and V.").takes("(Tensor input, bool some=True, bool compute_uv=True)").in(METHOD, TORCH)
            .gives("U", "S", "V").rule((a, in) -> svd("svd", !a.flag("some"), true, in)),
        Operator.of("linalg_svdvals", "The singular values of each matrix.").takes("(Tensor input, *, str? driver=None)").spelled("torch.linalg.svdvals").rule((a, in) -> {
            DType dtype = checked("linalgSvdvals", in, false);
            return taking("linalgSvdvals", in).gives(new TensorType(plus(lead(in), least(in)), dtype.real()));
        }),
        Operator.of("linalg_qr", "Each matrix as an orthogonal and a triangular one.").takes("(Tensor input, str mode=\"reduced\")").spelled("torch.linalg.qr").gives("Q", "R")
            .rule((a, in) -> qr("linalgQr", a.text("mode"), in)),
        Operator.of("qr", "Each matrix as an orthogonal and a triangular one.").takes("(Tensor input, bool some=True)").in(METHOD, TORCH).gives("Q", "R")
            .rule((a, in) -> qr("qr", a.flag("some") ? "reduced" : "complete", in)),
        Operator.of("pinverse", "The pseudo-inverse of each matrix.").takes("(Tensor input, float? rcond=None, *, bool hermitian=False)").in(METHOD, TORCH)
            .spelled("torch.linalg.pinv").rule((a, in) -> {
                DType dtype = checked("pinverse", in, false);
                Shape x = in.shape(0);
                return taking("pinverse", in).gives(new TensorType(plus(plus(lead(in), x.dim(-1)), x.dim(-2)), dtype));
            }),
        Operator.of("linalg_matrix_rank", "The rank of each matrix.").takes("(Tensor input, *, Tensor|float? atol=None, Tensor|float? rtol=None, bool hermitian=False)")
            .spelled("torch.linalg.matrix_rank").rule((a, in) -> {
                checked("linalgMatrixRank", in, false);
                return taking("linalgMatrixRank", in).gives(new TensorType(lead(in), DType.INT64));
            }),
        Operator.of("linalg_cond", "The condition number of each matrix.").takes("(Tensor input, Scalar|str? p=None)").spelled("torch.linalg.cond").rule((a, in) -> {
            DType dtype = checked("linalgCond", in, a.has("p"));
            return taking("linalgCond", in).gives(new TensorType(lead(in), dtype.real()));
        }),
        Operator.of("linalg_solve", "X with A·X = B.").takes("(Tensor A, Tensor B, *, bool left=True)").spelled("torch.linalg.solve").rule(LinearAlgebra::solved),
        Operator.of("linalg_solve_triangular", "X with A·X = B, A being triangular.").takes("(Tensor A, Tensor B, *, bool upper, bool left=True, bool unitriangular=False)")
            .spelled("torch.linalg.solve_triangular").rule((a, in) -> triangular("linalgSolveTriangular", in.type(0), in.type(1), in, 1)),
        Operator.of("triangular_solve", "X with A·X = b, A being triangular.").takes("(Tensor b, Tensor A, bool upper=True, bool transpose=False, bool unitriangular=False)").in(METHOD, TORCH)
            .gives("solution", "cloned_coefficient").rule((a, in) -> triangular("triangularSolve", in.type(1), in.type(0), in, 2)),
        Operator.of("cholesky_solve", "X with A·X = B, A being given by its Cholesky factor.").takes("(Tensor B, Tensor L, bool upper=False)").in(METHOD, TORCH)
            .rule((a, in) -> triangular("choleskySolve", in.type(1), in.type(0), in, 1)),
        Operator.of("linalg_lstsq", "X with the least squares of A·X - B.").takes("(Tensor A, Tensor B, *, float? rcond=None, str? driver=None)").spelled("torch.linalg.lstsq")
            .rule(LinearAlgebra::leastSquares),
        Operator.of("linalg_multi_dot", "The product of several matrices, in the cheapest order.").takes("(Tensor[] tensors)").spelled("torch.linalg.multi_dot")
            .composed((a, t) -> chain("linalgMultiDot", 2, t)),
        Operator.of("chain_matmul", "The product of several matrices.").takes("(Tensor[] matrices)").in(TORCH).composed((a, t) -> chain("chainMatmul", 1, t)),
        Operator.of("linalg_norm", "A norm of vectors or matrices.").takes("(Tensor input, Scalar|str? ord=None, int[]? dim=None, bool keepdim=False, *, dtype? dtype=None)")
            .spelled("torch.linalg.norm").rule((a, in) -> norm("linalgNorm", a, in, false)),
        Operator.of("linalg_vector_norm", "A norm of vectors.").takes("(Tensor input, Scalar ord=2, int[]? dim=None, bool keepdim=False, *, dtype? dtype=None)")
            .spelled("torch.linalg.vector_norm").rule((a, in) -> norm("linalgVectorNorm", a, in, false)),
        Operator.of("linalg_matrix_norm", "A norm of matrices.").takes("(Tensor input, Scalar|str ord=\"fro\", int[] dim=[-2,-1], bool keepdim=False, *, dtype? dtype=None)")
            .spelled("torch.linalg.matrix_norm").rule((a, in) -> norm("linalgMatrixNorm", a, in, true)),
        Operator.of("cdist", "The distances of every vector of one to every vector of the other.").takes("(Tensor x1, Tensor x2, float p=2.0, str? compute_mode=None)").in(TORCH)
            .rule(LinearAlgebra::distances));

    private LinearAlgebra() {}

    private interface Output {
        Shape of(Inputs in);
    }

    private static Operator square(String name, String doc, String schema, Output out) {
        return Operator.of(name, doc).takes(schema).rule((a, in) -> {
            String word = Spelling.camel(name);
            DType dtype = checked(word, in, true);
            return taking(word, in).gives(new TensorType(out.of(in), dtype));
        });
    }

    private static Operator values(String name, String doc, String spelled, boolean complex, String schema) {
        return Operator.of(name, doc).takes(schema).spelled(spelled).rule((a, in) -> {
            DType dtype = checked(Spelling.camel(name), in, true);
            return taking(Spelling.camel(name), in).gives(new TensorType(plus(lead(in), in.shape(0).dim(-1)), complex ? dtype.complex() : dtype.real()));
        });
    }

    private static Operator vectors(String name, String doc, String spelled, boolean complex, String schema) {
        return Operator.of(name, doc).takes(schema).spelled(spelled).gives("eigenvalues", "eigenvectors").rule((a, in) -> {
            DType dtype = checked(Spelling.camel(name), in, true);
            DType of = complex ? dtype.complex() : dtype;
            return taking(Spelling.camel(name), in).gives(new TensorType(plus(lead(in), in.shape(0).dim(-1)), complex ? of : dtype.real())).gives(new TensorType(in.shape(0), of));
        });
    }

    private static Rule taking(String word, Inputs in) {
        return Operation.taking(word, in, null).unknownWork(WHY);
    }

    private static Shape matrix(Inputs in) {
        return in.shape(0);
    }

    private static Shape lead(Inputs in) {
        return new Shape(in.shape(0).slice(0, in.rank() - 2));
    }

    private static Shape plus(Shape s, Expr size) {
        var out = new ArrayList<>(s.dims());
        out.add(size);
        return new Shape(out);
    }

    private static Expr least(Inputs in) {
        return Expr.min(in.shape(0).dim(-2), in.shape(0).dim(-1)).normal();
    }

    /** The kind of number of matrices in single or double precision. */
    private static DType checked(String word, Inputs in, boolean square) {
        matrices(word, in.shape(0));
        if (square) {
            squares(word, in.shape(0));
        }
        DType dtype = Numeric.checked(word, in.type(0).dtype(), Numeric.FRACTIONS_OR_COMPLEX);
        if (!word.equals("matrixExp") && (dtype == DType.FLOAT16 || dtype == DType.BFLOAT16 || dtype == DType.COMPLEX32)) {
            throw Refusal.shape(word + " takes single or double precision, not " + dtype.torchName()).at("input", dtype.torchName());
        }
        return dtype;
    }

    private static void matrices(String word, Shape x) {
        if (x.rank() < 2) {
            throw Refusal.shape(word + " takes matrices, not " + x.text()).at("input", x.rank() + " axes").why("the last two axes are rows and columns");
        }
    }

    private static void squares(String word, Shape x) {
        matrices(word, x);
        if (!x.dim(-1).equals(x.dim(-2))) {
            throw Refusal.shape(word + " takes square matrices, not " + x.text()).at("input", x.dim(-2).text() + " rows, " + x.dim(-1).text() + " columns")
                .why("rows and columns must be equal" + Sizes.doubt(x.dim(-1), x.dim(-2)));
        }
    }

    private static Rule svd(String word, boolean full, boolean transposed, Inputs in) {
        DType dtype = checked(word, in, false);
        Expr rows = in.shape(0).dim(-2);
        Expr columns = in.shape(0).dim(-1);
        Expr k = least(in);
        Shape lead = lead(in);
        Shape v = transposed ? plus(plus(lead, columns), full ? columns : k) : plus(plus(lead, full ? columns : k), columns);
        return taking(word, in).gives(new TensorType(plus(plus(lead, rows), full ? rows : k), dtype)).gives(new TensorType(plus(lead, k), dtype.real())).gives(new TensorType(v, dtype));
    }

    private static Rule qr(String word, String mode, Inputs in) {
        DType dtype = checked(word, in, false);
        Expr rows = in.shape(0).dim(-2);
        Expr k = mode.equals("complete") ? rows : least(in);
        Shape q = mode.equals("r") ? Shape.of(0) : plus(plus(lead(in), rows), k);
        return taking(word, in).gives(new TensorType(q, dtype)).gives(new TensorType(plus(plus(lead(in), k), in.shape(0).dim(-1)), dtype));
    }

    private static Rule solved(Bindings a, Inputs in) {
        DType dtype = checked("linalgSolve", in, true);
        Numeric.equal("linalgSolve", in);
        Shape x = in.shape(0);
        Shape b = in.shape(1);
        boolean vector = b.rank() == 1 || x.rank() - 1 == b.rank() && b.equals(new Shape(x.slice(0, x.rank() - 1)));
        Expr rows = vector ? b.rank() == 0 ? Expr.ONE : b.dim(-1) : b.rank() < 2 ? Expr.ZERO : b.dim(a.flag("left") ? -2 : -1);
        Shape lead = vector ? lead(in) : b.rank() < 2 ? null : Sizes.broadcast(lead(in), new Shape(b.slice(0, b.rank() - 2)));
        if (!rows.equals(x.dim(-1)) || lead == null) {
            throw Refusal.shape("linalgSolve cannot solve " + x.text() + " for " + b.text()).at("B", b.text()).why("B has a row for each of " + x.dim(-1).text());
        }
        Shape out = vector ? plus(lead, x.dim(-1)) : plus(plus(lead, b.dim(-2)), b.dim(-1));
        return taking("linalgSolve", in).gives(new TensorType(out, dtype));
    }

    private static Rule triangular(String word, TensorType of, TensorType b, Inputs in, int outputs) {
        squares(word, of.shape());
        matrices(word, b.shape());
        Numeric.checked(word, Numeric.equal(word, in), Numeric.FRACTIONS_OR_COMPLEX);
        Shape lead = Sizes.broadcast(new Shape(of.shape().slice(0, of.rank() - 2)), new Shape(b.shape().slice(0, b.rank() - 2)));
        if (lead == null || !b.shape().dim(-2).equals(of.shape().dim(-1))) {
            throw Refusal.shape(word + " cannot solve " + of.shape().text() + " for " + b.shape().text()).at("b", b.shape().text());
        }
        Shape x = plus(plus(lead, b.shape().dim(-2)), b.shape().dim(-1));
        return taking(word, in).gives(new TensorType(x, b.dtype())).when(outputs > 1, r -> r.gives(new TensorType(plus(plus(lead, of.shape().dim(-2)), of.shape().dim(-1)), of.dtype())));
    }

    private static Rule leastSquares(Bindings a, Inputs in) {
        DType dtype = checked("linalgLstsq", in, false);
        Numeric.equal("linalgLstsq", in);
        Shape x = in.shape(0);
        Shape b = in.shape(1);
        if (b.rank() < 2 || !b.dim(-2).equals(x.dim(-2))) {
            throw Refusal.shape("linalgLstsq cannot solve " + x.text() + " for " + b.text()).at("B", b.text()).why("both have as many rows");
        }
        Rule rule = taking("linalgLstsq", in).gives(new TensorType(plus(plus(lead(in), x.dim(-1)), b.dim(-1)), dtype));
        return rule.gives(new TensorType(Shape.of(0), dtype.real())).gives(new TensorType(lead(in), DType.INT64)).gives(new TensorType(Shape.of(0), dtype.real()));
    }

    /** From the left; PyTorch chooses the cheapest order. */
    private static Tensor chain(String word, int least, List<Tensor> matrices) {
        if (matrices.size() < least) {
            throw Refusal.option(word + " needs " + least + " tensors or more").at("tensors", matrices.size() + " given");
        }
        Tensor out = matrices.get(0);
        for (Tensor next : matrices.subList(1, matrices.size())) {
            out = Applying.call(out, "matmul", next);
        }
        return out;
    }

    private static Rule norm(String word, Bindings a, Inputs in, boolean ofMatrices) {
        DType from = a.has("dtype") ? a.dtype("dtype") : in.type(0).dtype();
        DType dtype = Numeric.checked(word, from, Numeric.FRACTIONS_OR_COMPLEX).real();
        if (ofMatrices) {
            matrices(word, in.shape(0));
        }
        if (a.schema().argument("ord").orElseThrow().standard() == null && a.has("ord") && !a.has("dim") && in.rank() > 2) {
            throw Refusal.shape(word + " with ord takes a vector or a matrix, not " + in.shape(0).text()).at("dim", "one axis or two");
        }
        Expr x = in.shape(0).numel();
        return Operation.taking(word, in, new TensorType(Reducing.out(word, in.shape(0), a), dtype)).work(Kind.MULTIPLY, x).work(Kind.ADD, x);
    }

    private static Rule distances(Bindings a, Inputs in) {
        Shape x = in.shape(0);
        Shape y = in.shape(1);
        matrices("cdist", x);
        matrices("cdist", y);
        if (in.type(0).dtype() != DType.FLOAT32 && in.type(0).dtype() != DType.FLOAT64) {
            throw Refusal.shape("cdist takes float32 or float64, not " + in.type(0).dtype().torchName()).at("x1", in.type(0).dtype().torchName());
        }
        Numeric.equal("cdist", in);
        Shape lead = Sizes.broadcast(lead(in), new Shape(y.slice(0, y.rank() - 2)));
        if (lead == null || !x.dim(-1).equals(y.dim(-1))) {
            throw Refusal.shape("cdist cannot compare " + x.text() + " with " + y.text()).at("x2", y.text()).why("the last sizes of both must be equal");
        }
        Shape out = plus(plus(lead, x.dim(-2)), y.dim(-2));
        Expr all = out.numel().times(x.dim(-1)).normal();
        return Operation.taking("cdist", in, new TensorType(out, in.type(0).dtype())).work(Kind.ADD, all).work(Kind.MULTIPLY, all).work(Kind.ADD, all).work(Kind.SQUARE_ROOT, out.numel());
    }
}
