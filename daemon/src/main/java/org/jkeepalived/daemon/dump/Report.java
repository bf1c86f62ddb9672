package org.jkeepalived.daemon.dump;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Lines of a dump, and numbers and times as printf(3) and ctime(3) write them. */
final class Report {
    private static final int G_DIGITS = 6;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE MMM", Locale.ROOT);
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    private final StringBuilder text = new StringBuilder(16_384);
    private final ZoneId zone;

    Report(ZoneId zone) {
        this.zone = zone;
    }

    void section(String title) {
        text.append("------< ").append(title).append(" >------\n");
    }

    /** A line, indented by so many blanks. */
    void line(int indent, String line) {
        text.repeat(' ', indent).append(line).append('\n');
    }

    void field(int indent, String name, Object value) {
        text.repeat(' ', indent).append(name).append(" = ").append(value).append('\n');
    }

    /** {@code SECONDS.MICROS (DAY MON DD HH:MM:SS.MICROS YYYY)}. */
    String time(long epochMicros) {
        var at = at(epochMicros);
        return seconds(epochMicros) + " (" + date(at) + micros(epochMicros) + " " + at.getYear() + ")";
    }

    /** The same without the year. */
    String timeWithoutYear(long epochMicros) {
        return seconds(epochMicros) + " (" + date(at(epochMicros)) + micros(epochMicros) + ")";
    }

    @Override
    public String toString() {
        return text.toString();
    }

    /** Seconds with six decimals, {@code %f}. */
    static String seconds(long micros) {
        return BigDecimal.valueOf(micros, 6).toPlainString();
    }

    /** Seconds from microseconds as {@code %g}. */
    static String general(long micros) {
        return general(micros / 1e6);
    }

    /** {@code %g}: six significant digits, no trailing zeros. */
    static String general(double number) {
        var value = new BigDecimal(number).round(new MathContext(G_DIGITS, RoundingMode.HALF_EVEN))
                .stripTrailingZeros();
        if (value.signum() == 0) {
            return "0";
        }
        int exponent = value.precision() - value.scale() - 1;
        if (exponent >= -4 && exponent < G_DIGITS) {
            return value.toPlainString();
        }
        String mantissa = value.scaleByPowerOfTen(-exponent).toPlainString();
        return mantissa + "e" + (exponent < 0 ? "-" : "+") + (Math.abs(exponent) < 10 ? "0" : "") + Math.abs(exponent);
    }

    private ZonedDateTime at(long epochMicros) {
        return Instant.ofEpochSecond(Math.floorDiv(epochMicros, 1_000_000)).atZone(zone);
    }

    private static String date(ZonedDateTime at) {
        return DAY.format(at) + (at.getDayOfMonth() < 10 ? "  " : " ") + at.getDayOfMonth() + " " + CLOCK.format(at);
    }

    private static String micros(long epochMicros) {
        String digits = Long.toString(1_000_000 + Math.floorMod(epochMicros, 1_000_000L));
        return "." + digits.substring(1);
    }
}
