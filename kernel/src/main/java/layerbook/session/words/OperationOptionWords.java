package layerbook.session.words;

import layerbook.layer.Option;

/** The words that name arguments of tensor operations, where no layer has an argument of that name. */
abstract class OperationOptionWords extends OptionWords {
    OperationOptionWords() {}

    /**
     * Whether a smaller picture is smoothed while it is made. Of {@code interpolate} and its kin.
     *
     * @param value bool, false by default
     * @return the named argument
     */
    public static Option antialias(Object... value) {
        return Option.of("antialias", value);
    }

    /**
     * Which positions may look at which, as a tensor. Of {@code scaledDotProductAttention} and its kin.
     *
     * @param value a tensor; none by default
     * @return the named argument
     */
    public static Option attnMask(Object... value) {
        return Option.of("attnMask", value);
    }

    /**
     * Whether the weights of the heads are averaged. Of {@code multiheadAttention} and its kin.
     *
     * @param value bool, true by default
     * @return the named argument
     */
    public static Option averageAttnWeights(Object... value) {
        return Option.of("averageAttnWeights", value);
    }

    /**
     * A weight for each class. Of {@code crossEntropy} and its kin.
     *
     * @param value a tensor; none by default
     * @return the named argument
     */
    public static Option classWeight(Object... value) {
        return Option.of("classWeight", value);
    }

    /**
     * What is taken from the number of values before dividing. Of {@code var} and its kin.
     *
     * @param value a whole number, 1 by default
     * @return the named argument
     */
    public static Option correction(Object... value) {
        return Option.of("correction", value);
    }

    /**
     * Whether the largest value comes first. Of {@code sort} and its kin.
     *
     * @param value bool, false by default
     * @return the named argument
     */
    public static Option descending(Object... value) {
        return Option.of("descending", value);
    }

    /**
     * The axes. Of {@code flip} and its kin.
     *
     * @param value whole numbers, from 0 or from the end with a minus
     * @return the named argument
     */
    public static Option dims(Object... value) {
        return Option.of("dims", value);
    }

    /**
     * The probability that a weight becomes 0. Of {@code scaledDotProductAttention} and its kin.
     *
     * @param value a number from 0 to 1, 0 by default
     * @return the named argument
     */
    public static Option dropoutP(Object... value) {
        return Option.of("dropoutP", value);
    }

    /**
     * How a value between two is found. Of {@code quantile} and its kin.
     *
     * @param value "linear" by default
     * @return the named argument
     */
    public static Option interpolation(Object... value) {
        return Option.of("interpolation", value);
    }

    /**
     * Whether each position sees only those before it. Of {@code scaledDotProductAttention} and its kin.
     *
     * @param value bool, false by default
     * @return the named argument
     */
    public static Option isCausal(Object... value) {
        return Option.of("isCausal", value);
    }

    /**
     * Whether the largest values are taken, not the smallest. Of {@code topk} and its kin.
     *
     * @param value bool, true by default
     * @return the named argument
     */
    public static Option largest(Object... value) {
        return Option.of("largest", value);
    }

    /**
     * Whether the attention weights are given as well. Of {@code multiheadAttention} and its kin.
     *
     * @param value bool, true by default
     * @return the named argument
     */
    public static Option needWeights(Object... value) {
        return Option.of("needWeights", value);
    }

    /**
     * How many values are expected. Of {@code unique} and its kin.
     *
     * @param value a whole number
     * @return the named argument
     */
    public static Option numOutput(Object... value) {
        return Option.of("numOutput", value);
    }

    /**
     * By how many places. Of {@code roll} and its kin.
     *
     * @param value whole numbers, one for each of dims
     * @return the named argument
     */
    public static Option shifts(Object... value) {
        return Option.of("shifts", value);
    }

    /**
     * Whether the values come in order. Of {@code topk} and its kin.
     *
     * @param value bool, true by default
     * @return the named argument
     */
    public static Option sorted(Object... value) {
        return Option.of("sorted", value);
    }

    /**
     * Whether the number of values less 1 is the divisor. Of {@code var} and its kin.
     *
     * @param value bool, true by default
     * @return the named argument
     */
    public static Option unbiased(Object... value) {
        return Option.of("unbiased", value);
    }
}
