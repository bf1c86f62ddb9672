package org.jkeepalived.config.declaration;

import java.math.BigDecimal;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jkeepalived.config.lexer.Word;
import org.jkeepalived.config.setting.Setting;

/**
 * Seconds with a fraction, read into nanoseconds.
 *
 * @param decimals digits that count after the point; more are reported and rounded
 * @param minNanos least value
 * @param maxNanos highest value; {@link Long#MAX_VALUE} stands for what 64 bits hold of the smallest unit
 * @param lenient digits before junk count, in a test too, where the junk is an error
 */
public record DecimalNumber(int decimals, long minNanos, long maxNanos, boolean lenient) implements ValueType {
    private static final Pattern FORM = Pattern.compile("[ \\t]*([+-]?[0-9]*\\.?[0-9]*)(.*)", Pattern.DOTALL);
    private static final int NANO_DIGITS = 9;
    /** The largest count of smallest units that is taken. */
    private static final String UNSIGNED_64 = "18446744073709551614";

    /** Junk is an error in a test and a warning for a running daemon, which takes the digits. */
    public DecimalNumber(int decimals, long minNanos, long maxNanos) {
        this(decimals, minNanos, maxNanos, false);
    }

    /** Digits before junk count, in a test too, where the junk is an error. */
    public static DecimalNumber lenient(int decimals, long minNanos, long maxNanos) {
        return new DecimalNumber(decimals, minNanos, maxNanos, true);
    }

    /** The seconds that the setting may have. */
    public static DecimalNumber of(Setting<?> setting) {
        return new DecimalNumber(setting.decimals(), setting.min(), setting.max());
    }

    @Override
    public String accepts() {
        return "seconds " + shown(minNanos) + ".." + (maxNanos == Long.MAX_VALUE ? "" : shown(maxNanos))
                + " with up to " + decimals + " decimals";
    }

    /** The value in nanoseconds, at most 2147483647 seconds; empty after an error was reported, or is still to be. */
    public OptionalLong read(Word word, Binding binding) {
        String text = word.text();
        Matcher matcher = FORM.matcher(text);
        boolean matches = matcher.matches();
        boolean number = matches && (matcher.group(2).isEmpty() || hasDigit(matcher.group(1)));
        if (matches && matcher.group(1).startsWith("-")) {
            return bad(word, binding, "negative number '" + text + "'");
        }
        boolean junk = !number || !matcher.group(2).isEmpty();
        if (junk) {
            if (binding.test() || !number && !lenient) {
                bad(word, binding, "invalid number '" + text + "'");
            } else {
                binding.findings().notice(word.place(), "trailing-junk", "WARNING - invalid number '" + text + "'");
            }
            if (!lenient && (binding.test() || !number)) {
                return OptionalLong.empty();
            }
        }
        if (number && tooLong(matcher.group(1))) {
            return bad(word, binding, "number '" + text + "' outside unsigned decimal range");
        }
        long nanos = number ? nanos(matcher.group(1), word, binding) : 0;
        if (nanos >= minNanos && nanos <= maxNanos) {
            return OptionalLong.of(nanos);
        }
        return lenient && junk
                ? OptionalLong.empty()
                : bad(word, binding, "number '" + text + "' outside range [" + shown(minNanos) + ", "
                        + (maxNanos == Long.MAX_VALUE ? most() : shown(maxNanos)) + "]");
    }

    private static boolean hasDigit(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isDigit(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    /** Whether the number is too large for 64 bits of its smallest unit. */
    private boolean tooLong(String number) {
        int point = number.indexOf('.');
        String whole = number.substring(number.startsWith("+") ? 1 : 0, point < 0 ? number.length() : point);
        int zeros = 0;
        while (zeros < whole.length() && whole.charAt(zeros) == '0') {
            zeros++;
        }
        String digits = whole.substring(zeros);
        String most = UNSIGNED_64.substring(0, UNSIGNED_64.length() - decimals);
        return digits.length() > most.length() || digits.length() == most.length() && digits.compareTo(most) > 0;
    }

    private String most() {
        int point = UNSIGNED_64.length() - decimals;
        return UNSIGNED_64.substring(0, point) + "." + UNSIGNED_64.substring(point);
    }

    /** Plain arithmetic: the first use of BigDecimal costs a start several milliseconds. */
    private long nanos(String number, Word word, Binding binding) {
        String unsigned = number.startsWith("+") ? number.substring(1) : number;
        int point = unsigned.indexOf('.');
        String whole = point < 0 ? unsigned : unsigned.substring(0, point);
        String fraction = point < 0 ? "" : unsigned.substring(point + 1);
        int significant = fraction.length();
        while (significant > 0 && fraction.charAt(significant - 1) == '0') {
            significant--;
        }
        boolean roundUp = false;
        if (significant > decimals) {
            binding.findings()
                    .warning(word.place(), "too-many-decimals", "number '" + word + "' has too many decimal places");
            roundUp = fraction.charAt(decimals) >= '5';
            significant = decimals;
        }
        long unit = power(NANO_DIGITS - decimals);
        long nanos = roundUp ? unit : 0;
        for (int i = 0; i < significant; i++) {
            nanos += (fraction.charAt(i) - '0') * power(NANO_DIGITS - 1 - i);
        }
        long seconds = whole.isEmpty() ? 0 : whole.length() > NANO_DIGITS ? Integer.MAX_VALUE : Long.parseLong(whole);
        return seconds * power(NANO_DIGITS) + nanos;
    }

    private static long power(int exponent) {
        long power = 1;
        for (int i = 0; i < exponent; i++) {
            power *= 10;
        }
        return power;
    }

    private String shown(long nanos) {
        String fraction = Long.toString(nanos % power(NANO_DIGITS));
        String padded = "0".repeat(NANO_DIGITS - fraction.length()) + fraction;
        return nanos / power(NANO_DIGITS) + (decimals == 0 ? "" : "." + padded.substring(0, decimals));
    }

    /** Nanoseconds as seconds without needless zeros. */
    @Override
    public List<String> written(Object value) {
        if (value == null) {
            return List.of();
        }
        long nanos = ((Number) value).longValue();
        BigDecimal seconds = BigDecimal.valueOf(nanos, NANO_DIGITS).stripTrailingZeros();
        return List.of(seconds.signum() == 0 ? "0" : seconds.toPlainString());
    }

    private OptionalLong bad(Word word, Binding binding, String message) {
        binding.findings().error(word.place(), "bad-number", message, accepts());
        return OptionalLong.empty();
    }
}
