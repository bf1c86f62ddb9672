package org.jkeepalived.config.declaration;

import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jkeepalived.config.lexer.Word;
import org.jkeepalived.config.setting.Setting;

/**
 * A decimal whole number; leading zeros and a plus sign are allowed, other bases are not.
 *
 * @param min least value; a negative one makes the number signed
 * @param max highest value
 * @param strict junk after the digits is an error for a running daemon too
 */
public record WholeNumber(long min, long max, boolean strict) implements ValueType {
    private static final Pattern FORM = Pattern.compile("[ \\t]*([+-]?[0-9]+)(.*)", Pattern.DOTALL);
    private static final int LONGEST = 18;
    private static final long UNSIGNED_MAX = 0xffff_ffffL;

    /** Junk is an error. */
    public static WholeNumber strict(long min, long max) {
        return new WholeNumber(min, max, true);
    }

    /** Junk is an error in a test and a warning for a running daemon, which takes the digits. */
    public static WholeNumber lenient(long min, long max) {
        return new WholeNumber(min, max, false);
    }

    /** The numbers that the setting may have. */
    public static WholeNumber of(Setting<?> setting) {
        return new WholeNumber(setting.min(), setting.max(), setting.strict());
    }

    @Override
    public String accepts() {
        return "a whole number " + min + ".." + max;
    }

    /** The value; empty after an error was reported. */
    public OptionalLong read(Word word, Binding binding) {
        return read(word.text(), word, binding);
    }

    /**
     * As {@link #read(Word, Binding)} for a part of a word.
     *
     * @param text the part
     */
    public OptionalLong read(String text, Word word, Binding binding) {
        Matcher matcher = FORM.matcher(text);
        boolean number = matcher.matches();
        boolean junk = !number || !matcher.group(2).isEmpty();
        if (number && min >= 0 && matcher.group(1).startsWith("-")) {
            return bad(word, binding, "negative number '" + text + "'");
        }
        if (junk) {
            if (!number || strict || binding.test()) {
                return bad(word, binding, "invalid number '" + text + "'");
            }
            binding.findings().notice(word.place(), "trailing-junk", "WARNING - invalid number '" + text + "'");
        }
        String digits = matcher.group(1);
        long value = digits.length() > LONGEST
                ? digits.startsWith("-") ? Long.MIN_VALUE : Long.MAX_VALUE
                : Long.parseLong(digits);
        if (min >= 0 ? value > UNSIGNED_MAX : value > Integer.MAX_VALUE || value < Integer.MIN_VALUE) {
            return bad(word, binding,
                    "number '" + text + "' outside " + (min >= 0 ? "unsigned " : "") + "integer range");
        }
        if (value < min || value > max) {
            return bad(word, binding, "number '" + text + "' outside range [" + min + ", " + max + "]");
        }
        return OptionalLong.of(value);
    }

    private OptionalLong bad(Word word, Binding binding, String message) {
        binding.findings().error(word.place(), "bad-number", message, accepts());
        return OptionalLong.empty();
    }
}
