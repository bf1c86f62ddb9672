package org.jkeepalived.vrrp;

/** So many at once, then one after every gap: a token bucket. */
final class Allowance {

    private final int atOnce;
    private int left;
    /** Up to when what was earned is counted; ahead of the present when something was taken in advance. */
    private long countedNanos;

    Allowance(int atOnce) {
        this.atOnce = atOnce;
        left = atOnce;
    }

    /** Takes one if there is one. */
    boolean take(long gapNanos, long nowNanos) {
        if (left == atOnce) {
            countedNanos = nowNanos;
        }
        long earned = (nowNanos - countedNanos) / gapNanos;
        if (earned > 0) {
            left = (int) Math.min(atOnce, left + earned);
            countedNanos += earned * gapNanos;
        }
        if (left == 0) {
            return false;
        }
        left--;
        return true;
    }

    /** Takes the next one in advance when {@link #take} had none; the moment when it may be used. */
    long takeNext(long gapNanos) {
        countedNanos += gapNanos;
        return countedNanos;
    }
}
