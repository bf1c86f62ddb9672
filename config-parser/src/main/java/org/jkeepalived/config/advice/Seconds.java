package org.jkeepalived.config.advice;

import java.math.BigDecimal;

/** Durations in messages. */
final class Seconds {
    private static final int NANO_DIGITS = 9;

    private Seconds() {}

    /** Such as {@code 2 s} or {@code 0.5 s}. */
    static String text(long nanos) {
        return BigDecimal.valueOf(nanos, NANO_DIGITS).stripTrailingZeros().toPlainString() + " s";
    }
}
