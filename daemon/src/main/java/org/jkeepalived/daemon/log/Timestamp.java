package org.jkeepalived.daemon.log;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;

/**
 * Local time as C's {@code asctime} and RFC 3164 write it, in English.
 *
 * <p>Made by hand: a locale's formatter costs tens of milliseconds when it is first used. One thread.
 */
final class Timestamp {
    private static final String DAYS = "MonTueWedThuFriSatSun";
    private static final String MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec";

    private final ZoneId zone = ZoneId.systemDefault();
    private long secondOfText = Long.MIN_VALUE;
    private String asctime;
    private String rfc3164;

    /** {@code Sat Nov 21 01:55:08 2026}. */
    String asctime(long timeMillis) {
        compute(timeMillis);
        return asctime;
    }

    /** {@code Nov 21 01:55:08}. */
    String rfc3164(long timeMillis) {
        compute(timeMillis);
        return rfc3164;
    }

    private void compute(long timeMillis) {
        long second = Math.floorDiv(timeMillis, 1000L);
        if (second == secondOfText) {
            return;
        }
        LocalDateTime time = LocalDateTime.ofInstant(Instant.ofEpochSecond(second), zone);
        StringBuilder text = new StringBuilder(24);
        name(text, MONTHS, time.getMonthValue()).append(' ');
        int day = time.getDayOfMonth();
        text.append(day < 10 ? " " : "").append(day).append(' ');
        two(text, time.getHour()).append(':');
        two(text, time.getMinute()).append(':');
        two(text, time.getSecond());
        rfc3164 = text.toString();
        text.setLength(0);
        name(text, DAYS, time.getDayOfWeek().getValue()).append(' ').append(rfc3164).append(' ').append(time.getYear());
        asctime = text.toString();
        secondOfText = second;
    }

    private static StringBuilder name(StringBuilder text, String names, int ordinal) {
        return text.append(names, 3 * (ordinal - 1), 3 * ordinal);
    }

    private static StringBuilder two(StringBuilder text, int number) {
        return text.append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
    }
}
