package org.jkeepalived.config.keyword;

import org.jkeepalived.config.text.Word;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Seconds with a fraction, read into nanoseconds.
 *
 * @param decimals
 *            digits that count after the point; more are reported and rounded
 * @param minNanos
 *            least value
 * @param maxNanos
 *            highest value
 */
public record DecimalNumber(int decimals, long minNanos, long maxNanos) implements ValueType {
    private static final Pattern FORM = Pattern.compile("[ \\t]*([+-]?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+))(.*)",
            Pattern.DOTALL);
    private static final int NANO_DIGITS = 9;

    @Override
    public String accepts() {
        return "seconds " + shown(minNanos) + ".." + shown(maxNanos) + " with up to " + decimals + " decimals";
    }

    /** The value in nanoseconds; empty after an error was reported. */
    public OptionalLong read(Word word, Binding binding) {
        String text = word.text();
        Matcher matcher = FORM.matcher(text);
        boolean number = matcher.matches();
        if (number && matcher.group(1).startsWith("-")) {
            return bad(word, binding, "negative number '" + text + "'");
        }
        if (!number || !matcher.group(2).isEmpty()) {
            if (!number || binding.test()) {
                return bad(word, binding, "invalid number '" + text + "'");
            }
            binding.findings().notice(word.place(), "trailing-junk", "WARNING - invalid number '" + text + "'");
        }
        BigDecimal seconds = new BigDecimal(matcher.group(1));
        if (seconds.stripTrailingZeros().scale() > decimals) {
            binding.findings().warning(word.place(), "too-many-decimals",
                    "number '" + text + "' has too many decimal places");
            seconds = seconds.setScale(decimals, RoundingMode.HALF_UP);
        }
        BigDecimal nanos = seconds.movePointRight(NANO_DIGITS);
        if (nanos.compareTo(BigDecimal.valueOf(minNanos)) < 0 || nanos.compareTo(BigDecimal.valueOf(maxNanos)) > 0) {
            return bad(word, binding,
                    "number '" + text + "' outside range [" + shown(minNanos) + ", " + shown(maxNanos) + "]");
        }
        return OptionalLong.of(nanos.longValue());
    }

    private String shown(long nanos) {
        return BigDecimal.valueOf(nanos, NANO_DIGITS).setScale(decimals, RoundingMode.HALF_UP).toPlainString();
    }

    private OptionalLong bad(Word word, Binding binding, String message) {
        binding.findings().error(word.place(), "bad-number", message, accepts());
        return OptionalLong.empty();
    }
}
