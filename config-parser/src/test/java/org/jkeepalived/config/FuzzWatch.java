package org.jkeepalived.config;

import java.util.concurrent.TimeUnit;

/** Ends the process, with the input on the console, when reading one input does not end: what hangs cannot be interrupted. */
final class FuzzWatch implements AutoCloseable {
    private static final long LIMIT_NANOS = TimeUnit.SECONDS.toNanos(60);

    /** An input being read. */
    private record Reading(long seed, String input, long since) {}

    private final Thread reader = Thread.currentThread();
    private volatile Reading reading;
    private volatile boolean over;

    /**
     * A watch over the calling thread.
     *
     * @param on false for one that does nothing
     */
    FuzzWatch(boolean on) {
        if (on) {
            Thread.ofPlatform().daemon().name("fuzz-watch").start(this::watch);
        }
    }

    void begins(long seed, String input) {
        reading = new Reading(seed, input, System.nanoTime());
    }

    void ends() {
        reading = null;
    }

    private void watch() {
        while (!over) {
            Reading now = reading;
            if (now != null && now == reading && System.nanoTime() - now.since > LIMIT_NANOS) {
                System.err
                        .println("seed " + now.seed + " takes more than 60 s:\n" + FuzzMinimizer.printable(now.input));
                for (StackTraceElement element : reader.getStackTrace()) {
                    System.err.println("  at " + element);
                }
                System.err.flush();
                Runtime.getRuntime().halt(1);
            }
            try {
                Thread.sleep(100);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    @Override
    public void close() {
        over = true;
    }
}
