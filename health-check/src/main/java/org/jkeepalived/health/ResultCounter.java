package org.jkeepalived.health;

/**
 * Turns single successes and failures into a result. The counter runs from 0 to {@code rise + fall - 1} and is good from {@code rise} on;
 * crossing that border moves it to the far end, so that the way back needs {@code fall} failures or {@code rise} successes in a row. The
 * first result ever needs only one.
 */
final class ResultCounter {
    private final int rise;
    private final int fall;
    private int value;
    private boolean known;

    ResultCounter(int rise, int fall) {
        this.rise = rise;
        this.fall = fall;
    }

    /** Takes one success or failure. Returns whether the result is another one now. */
    boolean add(boolean success) {
        boolean before = good();
        if (!known) {
            known = true;
            value = success ? best() : 0;
            return true;
        }
        if (success == before) {
            value = success ? best() : 0;
            return false;
        }
        value += success ? 1 : -1;
        if (good() == before) {
            return false;
        }
        value = success ? best() : 0;
        return true;
    }

    /** Takes over a result known from before, as if it stood at its far end. */
    void assume(boolean good) {
        known = true;
        value = good ? best() : 0;
    }

    boolean good() {
        return known && value >= rise;
    }

    boolean known() {
        return known;
    }

    int value() {
        return value;
    }

    private int best() {
        return rise + fall - 1;
    }
}
