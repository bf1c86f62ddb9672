package org.jkeepalived.daemon.process;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Tells the service manager that the loop turns, as long as it does: a loop that hangs is found out and the daemon started again.
 *
 * <p>A thread of its own wakes the loop a few times within the service manager's interval and speaks when the loop has counted a turn since.
 * The loop has no part in it but the counting.
 */
public final class Watchdog implements AutoCloseable {
    /** A message may be late by two thirds of the interval before anything happens. */
    private static final int MESSAGES_PER_INTERVAL = 3;
    private static final long CLOSE_LIMIT_MILLIS = 1_000;

    private final Thread thread;
    private volatile boolean closed;

    private Watchdog(ServiceManager manager, long intervalNanos, LongSupplier turns, Runnable wakeLoop) {
        long pauseNanos = Math.max(1, intervalNanos / MESSAGES_PER_INTERVAL);
        thread = Thread.ofPlatform()
                .daemon(true)
                .name("watchdog")
                .unstarted(() -> watch(manager, pauseNanos, turns, wakeLoop));
    }

    /**
     * Begins to watch, where the service manager waits for that; without it there is no thread.
     *
     * @param turns how often the loop has turned
     * @param wakeLoop makes the loop turn, if it can
     * @return what ends it, null where there is nothing to end
     */
    public static Watchdog start(ServiceManager manager, LongSupplier turns, Runnable wakeLoop) {
        if (manager.watchdogIntervalNanos().isEmpty()) {
            return null;
        }
        Watchdog watchdog = new Watchdog(manager, manager.watchdogIntervalNanos().getAsLong(), turns, wakeLoop);
        watchdog.thread.start();
        return watchdog;
    }

    private void watch(ServiceManager manager, long pauseNanos, LongSupplier turns, Runnable wakeLoop) {
        try {
            while (!closed) {
                long before = turns.getAsLong();
                wakeLoop.run();
                TimeUnit.NANOSECONDS.sleep(pauseNanos);
                if (turns.getAsLong() != before) {
                    manager.alive();
                }
            }
        } catch (InterruptedException ended) {
            // Nobody else interrupts this thread.
            return;
        }
    }

    /** Afterwards the loop is not woken any more. */
    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        try {
            thread.join(CLOSE_LIMIT_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
