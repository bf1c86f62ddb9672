package org.jkeepalived.config.iproute;

import java.math.BigInteger;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jkeepalived.config.declaration.Binding;
import org.jkeepalived.config.declaration.WholeNumber;
import org.jkeepalived.config.lexer.Word;

/** Numbers that C's strtoul reads with base 0: decimal, hexadecimal after {@code 0x}, octal after {@code 0}. */
final class CNumber {
    private static final Pattern FORM = Pattern.compile("[ \\t]*\\+?(?:0[xX]([0-9a-fA-F]+)|0([0-7]*)|([1-9][0-9]*))");
    private static final int HEX = 16;
    private static final int OCTAL = 8;
    private static final int DECIMAL = 10;
    private static final int LONGEST = 20;

    private CNumber() {}

    /** The number from 0 to {@code max}, or empty. */
    static OptionalLong parse(String text, long max) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            return OptionalLong.empty();
        }
        if (matcher.group(1) != null) {
            return bounded(matcher.group(1), HEX, max);
        }
        return matcher.group(2) != null
                ? bounded(matcher.group(2), OCTAL, max)
                : bounded(matcher.group(3), DECIMAL, max);
    }

    private static OptionalLong bounded(String digits, int base, long max) {
        String significant = digits.replaceFirst("^0+", "");
        if (significant.isEmpty()) {
            return OptionalLong.of(0);
        }
        if (significant.length() > LONGEST) {
            return OptionalLong.empty();
        }
        BigInteger number = new BigInteger(significant, base);
        return number.compareTo(BigInteger.valueOf(max)) <= 0
                ? OptionalLong.of(number.longValue())
                : OptionalLong.empty();
    }

    /** A number from 0 to 4294967295; empty after it was reported. */
    static OptionalLong read(Word word, Binding binding) {
        OptionalLong number = parse(word.text(), LineWords.UNSIGNED_MAX);
        return number.isPresent() ? number : WholeNumber.strict(0, LineWords.UNSIGNED_MAX).read(word, binding);
    }

    /** A decimal number of 64 bits without sign; null after it was reported. */
    static Long read64(Word word, Binding binding) {
        String text = word.text().strip();
        String digits = text.startsWith("+") ? text.substring(1) : text;
        boolean number = !digits.isEmpty() && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        String significant = number ? digits.replaceFirst("^0+(?=.)", "") : "";
        if (number && significant.length() <= LONGEST && new BigInteger(significant).bitLength() <= Long.SIZE) {
            return Long.parseUnsignedLong(significant);
        }
        String message = number
                ? "number '" + word + "' outside unsigned 64 bit range"
                : text.startsWith("-") ? "negative number '" + word + "'" : "invalid number '" + word + "'";
        binding.findings().error(word.place(), "bad-number", message, "a whole number 0..18446744073709551615");
        return null;
    }
}
