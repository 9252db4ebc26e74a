package layerbook.lesson;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import layerbook.formula.Expr;

/**
 * A number of parameters or of FLOPs. {@code 1,000}, {@code 884736·N} and {@code 0.88M} are understood; a rounded answer is right if the number rounds to it.
 *
 * @param number the right one
 * @param slips the numbers that come of slips, each with what they are
 */
record NumberKey(BigInteger number, Map<BigInteger, List<String>> slips) implements Key {
    private static final Pattern FORM = Pattern.compile("(-?\\d{1,40}(?:\\.(\\d{1,9}))?)([kmgbt]?)");
    private static final String SCALES = "kmgt";

    @Override public String right() {
        return Expr.of(number).text();
    }

    @Override public Verdict judge(String typed) {
        String plain = typed.strip().toLowerCase(Locale.ROOT).replaceAll("(mac|flop|param(eter)?)s?$", "").replaceAll("[,_'\\s]|\\?$", "").replaceAll("[·*×]n$|^n[·*×]|(?<=\\d)n$", "");
        Matcher form = FORM.matcher(plain);
        if (!form.matches()) {
            return new Verdict(false, "“" + typed.strip() + "” is no number that is understood here; it is " + right() + ".");
        }
        if (fits(form, number)) {
            return new Verdict(true, "Right: " + right() + ".");
        }
        List<String> why = slips.entrySet().stream().filter(slip -> fits(form, slip.getKey())).flatMap(slip -> slip.getValue().stream()).distinct().limit(2).toList();
        String said = plain.matches("-?\\d+") ? Expr.of(new BigInteger(plain)).text() : typed.strip().replaceAll("\\?$", "");
        return new Verdict(false, "Not " + said + " but " + right() + Key.because(why));
    }

    /** Whether a number is what was typed, to as many places as were typed. */
    private static boolean fits(Matcher form, BigInteger value) {
        int power = form.group(3).isEmpty() ? 0 : 3 * (SCALES.indexOf(form.group(3).replace('b', 'g')) + 1);
        BigDecimal said = new BigDecimal(form.group(1)).scaleByPowerOfTen(power);
        if (power == 0) {
            return said.compareTo(new BigDecimal(value)) == 0;
        }
        int places = form.group(2) == null ? 0 : form.group(2).length();
        BigDecimal half = BigDecimal.ONE.scaleByPowerOfTen(power - places).divide(BigDecimal.valueOf(2));
        return said.subtract(new BigDecimal(value)).abs().compareTo(half) <= 0;
    }
}
