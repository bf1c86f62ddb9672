package org.jkeepalived.lab;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits for things that happen by themselves. */
public final class Eventually {
    private static final long POLL_MILLIS = 25;

    private Eventually() {}

    /**
     * Returns as soon as the condition holds.
     *
     * @param dump what a failure shows beside the description
     * @throws AssertionError when the condition does not hold within {@code timeout}
     */
    public static void await(BooleanSupplier condition, String description, Duration timeout, Supplier<String> dump) {
        long giveUpNanos = System.nanoTime() + timeout.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > giveUpNanos) {
                throw new AssertionError(
                        "not within " + timeout.toMillis() + " ms: " + description + "\n" + dump.get());
            }
            pause();
        }
    }

    /** Lets a moment pass between two looks at a condition. */
    static void pause() {
        sleep(Duration.ofMillis(POLL_MILLIS));
    }

    /** Lets time pass in which something must not happen. */
    public static void sleep(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
