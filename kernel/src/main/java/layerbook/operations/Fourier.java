package layerbook.operations;

import static layerbook.operations.Operator.Place.METHOD;
import static layerbook.operations.Operator.Place.TORCH;

import java.util.ArrayList;
import java.util.List;
import layerbook.formula.Expr;
import layerbook.layer.Inputs;
import layerbook.layer.Rule;
import layerbook.net.Numbers;
import layerbook.shape.DType;
import layerbook.shape.Promotion;
import layerbook.shape.Refusal;
import layerbook.shape.Shape;
import layerbook.shape.TensorType;

/** Fourier transforms, and complex numbers as pairs of real ones. */
final class Fourier {
    /** What a transform takes and gives. */
    private enum Form { COMPLEX, FROM_REAL, TO_REAL }

    private static final String WHY = "a Fourier transform's work grows as n log n, and is up to its algorithm";

    static final List<Operator> OPERATORS = operators();

    private Fourier() {}

    private static List<Operator> operators() {
        var out = new ArrayList<Operator>();
        one(out, "fft", Form.COMPLEX, "The Fourier transform along an axis.");
        one(out, "ifft", Form.COMPLEX, "The inverse Fourier transform along an axis.");
        one(out, "rfft", Form.FROM_REAL, "The Fourier transform of real numbers, its n/2 + 1 first values.");
        one(out, "irfft", Form.TO_REAL, "The inverse of rfft: n = 2·(values - 1) real numbers unless n is given.");
        one(out, "hfft", Form.TO_REAL, "The Fourier transform of a signal that is Hermitian.");
        one(out, "ihfft", Form.FROM_REAL, "The inverse of hfft.");
        for (String size : List.of("2", "n")) {
            several(out, "fft" + size, Form.COMPLEX, "The Fourier transform along axes.");
            several(out, "ifft" + size, Form.COMPLEX, "The inverse Fourier transform along axes.");
            several(out, "rfft" + size, Form.FROM_REAL, "The Fourier transform of real numbers along axes.");
            several(out, "irfft" + size, Form.TO_REAL, "The inverse of rfft" + size + ".");
        }
        for (String word : List.of("fftshift", "ifftshift")) {
            out.add(Operator.of("fft_" + word, "The zero frequency moved " + (word.startsWith("i") ? "back to the front." : "to the middle.")).takes("(Tensor input, int[]? dim=None)")
                .spelled("torch.fft." + word).rule((a, in) -> {
                    for (int d : a.integers("dim")) {
                        Axes.index(d, in.rank(), word);
                    }
                    return Operation.taking("fft" + Spelling.camel("_" + word), in, new TensorType(in.shape(0), in.type(0).dtype()));
                }));
        }
        out.add(Operator.of("stft", "Fourier transforms of windows along a signal: frequencies by frames.")
            .takes("(Tensor input, int n_fft, int? hop_length=None, int? win_length=None, Tensor? window=None, bool center=True, str pad_mode=\"reflect\", bool normalized=False,"
                + " bool? onesided=None, bool? return_complex=None)").in(METHOD, TORCH).rule(Fourier::frames));
        out.add(Operator.of("istft", "A signal from the Fourier transforms of its windows.")
            .takes("(Tensor input, int n_fft, int? hop_length=None, int? win_length=None, Tensor? window=None, bool center=True, bool normalized=False, bool? onesided=None,"
                + " int? length=None, bool return_complex=False)").in(METHOD, TORCH).rule(Fourier::signal));
        out.add(Operator.of("view_as_complex", "Pairs along the last axis as complex numbers.").takes("(Tensor input)").in(TORCH).rule((a, in) -> {
            Shape x = in.shape(0);
            DType dtype = Numeric.checked("viewAsComplex", in.type(0).dtype(), Numeric.FRACTIONS);
            if (dtype == DType.BFLOAT16 || x.rank() == 0 || !x.dim(-1).equals(Expr.of(2))) {
                throw Refusal.shape("viewAsComplex wants pairs along the last axis, not " + in.type(0).text()).at("input", "its last size is 2");
            }
            return Operation.taking("viewAsComplex", in, new TensorType(new Shape(x.slice(0, x.rank() - 1)), dtype.complex()));
        }).view());
        out.add(Operator.of("view_as_real", "Complex numbers as pairs along a new last axis.").takes("(Tensor input)").in(TORCH).rule((a, in) -> {
            if (!in.type(0).dtype().isComplex()) {
                throw Refusal.shape("viewAsReal takes complex numbers, not " + in.type(0).dtype().torchName()).at("input", in.type(0).dtype().torchName());
            }
            var dims = new ArrayList<>(in.shape(0).dims());
            dims.add(Expr.of(2));
            return Operation.taking("viewAsReal", in, new TensorType(new Shape(dims), in.type(0).dtype().real()));
        }).view());
        return out;
    }

    private static void one(List<Operator> out, String word, Form form, String doc) {
        out.add(Operator.of("fft_" + word, doc).takes("(Tensor input, int? n=None, int dim=-1, str? norm=None)").spelled("torch.fft." + word)
            .rule((a, in) -> transform(word, form, List.of(Axes.there(word, a.integer("dim"), in)), a.has("n") ? List.of(a.size("n")) : null, in)));
    }

    private static void several(List<Operator> out, String word, Form form, String doc) {
        String dims = word.endsWith("2") ? "int[] dim=[-2,-1]" : "int[]? dim=None";
        out.add(Operator.of("fft_" + word, doc).takes("(Tensor input, int[]? s=None, " + dims + ", str? norm=None)").spelled("torch.fft." + word).rule((a, in) -> {
            List<Expr> s = a.has("s") ? a.sizes("s") : null;
            return transform(word, form, axes(word, a, s, in), s, in);
        }));
    }

    private static List<Integer> axes(String word, Bindings a, List<Expr> s, Inputs in) {
        if (a.has("dim")) {
            return Axes.distinct(word, a.integers("dim"), in.rank());
        }
        int many = s == null ? in.rank() : s.size();
        if (many > in.rank()) {
            throw Refusal.shape(word + " is given " + many + " sizes for " + in.shape(0).text()).at("s", many + " sizes");
        }
        var out = new ArrayList<Integer>();
        for (int i = in.rank() - many; i < in.rank(); i++) {
            out.add(i);
        }
        return out;
    }

    private static Rule transform(String word, Form form, List<Integer> axes, List<Expr> sizes, Inputs in) {
        DType from = in.type(0).dtype();
        if (form == Form.FROM_REAL && from.isComplex()) {
            throw Refusal.shape(word + " takes real numbers, not " + from.torchName()).at("input", from.torchName()).why("fft takes complex ones");
        }
        if (sizes != null && sizes.size() != axes.size()) {
            throw Refusal.option(word + " wants a size for each axis").at("s", sizes.size() + " for " + axes.size());
        }
        Shape out = in.shape(0);
        for (int i = 0; i < axes.size(); i++) {
            Expr size = sizes == null || sizes.get(i).equals(Expr.of(-1)) ? out.dim(axes.get(i)) : sizes.get(i);
            boolean last = i == axes.size() - 1;
            if (form == Form.TO_REAL && last && (sizes == null || sizes.get(i).equals(Expr.of(-1)))) {
                size = size.minus(1).times(2).normal();
            }
            if (Numbers.isNegative(size.minus(1).normal())) {
                throw Refusal.shape(word + " cannot transform " + size.text() + " points").at(sizes == null ? "input" : "n", "must be 1 or more");
            }
            out = out.with(axes.get(i), form == Form.FROM_REAL && last ? size.floorOver(Expr.of(2)).plus(1).normal() : size);
        }
        DType fraction = Promotion.fraction(from);
        if (fraction == DType.BFLOAT16) {
            throw Refusal.shape(word + " takes no bfloat16").at("input", "bfloat16");
        }
        DType dtype = form == Form.TO_REAL ? fraction.real() : fraction.complex();
        return Operation.taking("fft" + Character.toUpperCase(word.charAt(0)) + word.substring(1), in, new TensorType(out, dtype)).unknownWork(WHY);
    }

    private static Rule frames(Bindings a, Inputs in) {
        Shape x = in.shape(0);
        if (x.rank() != 1 && x.rank() != 2) {
            throw Refusal.shape("stft takes a signal or a batch of them, not " + x.text()).at("input", x.rank() + " axes");
        }
        Expr n = a.size("n_fft");
        Expr hop = a.has("hop_length") ? a.size("hop_length") : n.floorOver(Expr.of(4)).normal();
        Expr length = a.flag("center") ? x.dim(-1).plus(n.floorOver(Expr.of(2)).times(2)).normal() : x.dim(-1);
        Expr reach = length.minus(n).normal();
        if (Numbers.isNegative(reach) || Numbers.isNegative(hop.minus(1).normal()) || Numbers.isNegative(n.minus(1).normal())
            || a.flag("center") && Numbers.isNegative(x.dim(-1).minus(n.floorOver(Expr.of(2))).minus(1).normal()) && a.text("pad_mode").equals("reflect")) {
            throw Refusal.shape("stft cannot lay windows of " + n.text() + " on " + x.text()).at("nFft", "longer than the signal").why("the signal has " + x.dim(-1).text() + " samples");
        }
        boolean complex = in.type(0).dtype().isComplex();
        boolean oneSided = a.has("onesided") ? a.flag("onesided") : !complex;
        var dims = new ArrayList<Expr>(x.slice(0, x.rank() - 1));
        dims.add(oneSided ? n.floorOver(Expr.of(2)).plus(1).normal() : n);
        dims.add(reach.floorOver(hop).plus(1).normal());
        DType dtype = Promotion.fraction(in.type(0).dtype());
        if (!a.flag("return_complex")) {
            dims.add(Expr.of(2));
        }
        return Operation.taking("stft", in, new TensorType(new Shape(dims), a.flag("return_complex") ? dtype.complex() : dtype)).unknownWork(WHY);
    }

    private static Rule signal(Bindings a, Inputs in) {
        Shape x = in.shape(0);
        boolean complex = in.type(0).dtype().isComplex();
        int lead = x.rank() - (complex ? 2 : 3);
        if (lead < 0 || lead > 1) {
            throw Refusal.shape("istft takes frequencies by frames, not " + x.text()).at("input", x.rank() + " axes");
        }
        Expr n = a.size("n_fft");
        Expr hop = a.has("hop_length") ? a.size("hop_length") : n.floorOver(Expr.of(4)).normal();
        Expr full = n.plus(hop.times(x.dim(lead + 1).minus(1))).normal();
        Expr length = a.has("length") ? a.size("length") : a.flag("center") ? full.minus(n.floorOver(Expr.of(2)).times(2)).normal() : full;
        var dims = new ArrayList<Expr>(x.slice(0, lead));
        dims.add(length);
        return Operation.taking("istft", in, new TensorType(new Shape(dims), a.flag("return_complex") ? in.type(0).dtype().complex() : in.type(0).dtype().real())).unknownWork(WHY);
    }
}
