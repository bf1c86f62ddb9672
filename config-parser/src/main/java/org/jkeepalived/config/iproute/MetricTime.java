package org.jkeepalived.config.iproute;

import java.util.Locale;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;
import org.jkeepalived.config.lexer.Word;
import org.jkeepalived.config.settings.RouteMetric;

/** Times of routes: seconds or milliseconds with their unit, or the kernel's unit without. */
final class MetricTime {
    private static final Pattern NUMBER = Pattern.compile("[ \\t]*([+-]?)([0-9]*)(?:\\.([0-9]*))?");
    private static final Set<String> SECONDS = Set.of("s", "sec", "secs");
    private static final Set<String> MILLISECONDS = Set.of("ms", "msec", "msecs");
    private static final int SECOND_DECIMALS = 3;
    private static final int MILLIS_PER_SECOND = 1000;
    private static final int LEAST_MILLIS = 200;
    private static final int MOST_MILLIS = 120_000;
    private static final int LONGEST = 9;

    private final LineWords words;
    private final RouteMetric metric;
    private final Word word;

    private MetricTime(LineWords words, RouteMetric metric, Word word) {
        this.words = words;
        this.metric = metric;
        this.word = word;
    }

    /** The time in the kernel's unit, brought into the kernel's limits; empty when it is none, which may have been reported. */
    static OptionalLong read(LineWords words, RouteMetric metric, Word word) {
        return new MetricTime(words, metric, word).read();
    }

    private OptionalLong read() {
        String text = word.text();
        int split = unitStart(text);
        String number = text.substring(0, split);
        String unit = text.substring(split).toLowerCase(Locale.ROOT);
        boolean seconds = SECONDS.contains(unit);
        boolean known = unit.isEmpty() || seconds || MILLISECONDS.contains(unit);
        if (!known || !unit.isEmpty() && number.isEmpty()) {
            return OptionalLong.empty();
        }
        OptionalLong amount = amount(number, seconds ? SECOND_DECIMALS : 0, seconds);
        if (amount.isEmpty()) {
            return amount;
        }
        return OptionalLong.of(limited(unit.isEmpty() ? amount.getAsLong() : amount.getAsLong() * unitsPerMilli()));
    }

    /** Where the unit begins: at the first s or e, whatever comes of it, or at an m before the s. */
    private static int unitStart(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = Character.toLowerCase(text.charAt(i));
            if (c == 's' || c == 'e') {
                boolean milli = c == 's' && i > 0 && Character.toLowerCase(text.charAt(i - 1)) == 'm';
                return milli ? i - 1 : i;
            }
        }
        return text.length();
    }

    /** Seconds are given in milliseconds, anything else as it is. */
    private OptionalLong amount(String number, int decimals, boolean seconds) {
        var matcher = NUMBER.matcher(number);
        boolean form = matcher.matches()
                && !(matcher.group(2).isEmpty() && (matcher.group(3) == null || matcher.group(3).isEmpty()));
        if (!form) {
            return bad("invalid number '" + number + "'");
        }
        if (matcher.group(1).equals("-")) {
            return bad("negative number '" + number + "'");
        }
        String fraction = matcher.group(3) == null ? "" : matcher.group(3);
        boolean roundUp = false;
        if (fraction.length() > decimals) {
            words.findings()
                    .warning(word.place(), "too-many-decimals", "number '" + number + "' has too many decimal places");
            roundUp = fraction.charAt(decimals) >= '5';
            fraction = fraction.substring(0, decimals);
        }
        String whole = matcher.group(2).replaceFirst("^0+", "");
        long value = whole.isEmpty() ? 0 : whole.length() > LONGEST ? Integer.MAX_VALUE : Long.parseLong(whole);
        if (seconds) {
            String padded = fraction + "0".repeat(SECOND_DECIMALS - fraction.length());
            value = value * MILLIS_PER_SECOND + Long.parseLong(padded);
        }
        value += roundUp ? 1 : 0;
        if (value > metric.max()) {
            return bad("number '" + number + "' outside range [" + shown(0, seconds) + ", "
                    + shown(metric.max(), seconds) + "]");
        }
        return OptionalLong.of(value);
    }

    private static String shown(long value, boolean seconds) {
        return seconds ? value / MILLIS_PER_SECOND + "." + "%03d".formatted(value % MILLIS_PER_SECOND) : value + ".";
    }

    private OptionalLong bad(String message) {
        words.error(word, "bad-number", message, "seconds such as 0.5s, milliseconds such as 500ms, or a plain number");
        return OptionalLong.empty();
    }

    private long limited(long value) {
        long least = LEAST_MILLIS * unitsPerMilli();
        long most = MOST_MILLIS * unitsPerMilli();
        if (value < least) {
            words.findings()
                    .notice(word.place(), "value-raised", "rtt value " + word + " below minimum 200ms, resetting");
            return least;
        }
        if (value > most) {
            words.findings()
                    .notice(word.place(), "value-lowered", "rtt value " + word + " exceeds maximum 120s, resetting");
            return most;
        }
        return value;
    }

    /** Units of the kernel per millisecond. */
    private long unitsPerMilli() {
        return metric.max() / MOST_MILLIS;
    }
}
