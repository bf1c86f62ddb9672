package org.jkeepalived.daemon.observe;

import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Consumer;

/**
 * The reports that wait for one observer: a bounded queue between the loop, which never waits, and the observer's
 * thread. What does not fit is counted, said in the log and told to the observer.
 */
final class Mailbox {
    /** One who has left everything lying for so long is dead or hangs. */
    private static final long SILENT_NANOS = 5_000_000_000L;

    private final Observer observer;
    private final Executor thread;
    private final Consumer<String> log;
    private final AtomicReferenceArray<Report> slots;
    private final int mask;
    /** Written by the loop alone. */
    private final AtomicLong tail = new AtomicLong();
    /** Written by the observer's thread alone. */
    private final AtomicLong head = new AtomicLong();
    private final AtomicLong lost = new AtomicLong();
    private final AtomicLong failures = new AtomicLong();
    private final AtomicBoolean scheduled = new AtomicBoolean();
    private final Runnable drain = this::drain;
    private volatile RunningConfiguration latest;
    /** When the observer was asked to look, and had not been; of the loop's thread. */
    private long askedNanos;
    private boolean saidSilent;
    /** Of the observer's thread. */
    private RunningConfiguration known;
    private long lossTold;

    /**
     * @param thread runs tasks one after the other
     * @param capacity a power of two
     * @param log told once of each kind of trouble
     */
    Mailbox(Observer observer, Executor thread, int capacity, Consumer<String> log) {
        if (Integer.bitCount(capacity) != 1) {
            throw new IllegalArgumentException("not a power of two: " + capacity);
        }
        this.observer = observer;
        this.thread = thread;
        this.log = log;
        this.slots = new AtomicReferenceArray<>(capacity);
        this.mask = capacity - 1;
    }

    Observer observer() {
        return observer;
    }

    /** Reports that did not fit. */
    long lost() {
        return lost.get();
    }

    /** Leaves a report. On the loop's thread. */
    void offer(Report report) {
        long position = tail.get();
        if (position - head.get() > mask) {
            if (lost.getAndIncrement() == 0) {
                log.accept("The observer " + observer.name() + " cannot keep up, reports to it are lost");
            }
        } else {
            slots.set((int) position & mask, report);
            tail.set(position + 1);
        }
        schedule(report.timeNanos());
    }

    /** Another configuration runs. On the loop's thread. */
    void configuration(RunningConfiguration configuration, long nowNanos) {
        latest = configuration;
        schedule(nowNanos);
    }

    private void schedule(long nowNanos) {
        if (scheduled.compareAndSet(false, true)) {
            askedNanos = nowNanos;
            saidSilent = false;
            try {
                thread.execute(drain);
            } catch (RejectedExecutionException ended) {
                // Its thread has ended with the daemon: nobody is left to be told.
                return;
            }
        } else if (!saidSilent && nowNanos - askedNanos > SILENT_NANOS) {
            saidSilent = true;
            log.accept("The observer " + observer.name() + " has not answered for " + SILENT_NANOS / 1_000_000_000L
                    + " s");
        }
    }

    private void drain() {
        // Before the first look: what comes later asks again.
        scheduled.set(false);
        for (Report report = poll(); report != null; report = poll()) {
            Report next = report;
            adopt(next.configuration());
            tellLoss();
            attempt(() -> observer.onReport(next));
        }
        adopt(latest);
        tellLoss();
        attempt(observer::caughtUp);
    }

    private Report poll() {
        long position = head.get();
        if (position == tail.get()) {
            return null;
        }
        int slot = (int) position & mask;
        Report report = slots.get(slot);
        slots.set(slot, null);
        head.set(position + 1);
        return report;
    }

    /** A report that was on its way while the configuration changed does not bring the old one back. */
    private void adopt(RunningConfiguration configuration) {
        if (configuration != null && (known == null || configuration.number() > known.number())) {
            known = configuration;
            attempt(() -> observer.onConfiguration(configuration));
        }
    }

    private void tellLoss() {
        long now = lost.get();
        if (now > lossTold) {
            long missed = now - lossTold;
            lossTold = now;
            log.accept("The observer " + observer.name() + " has lost " + missed + " reports");
            attempt(() -> observer.onLoss(missed));
        }
    }

    /** An observer's mistake is its own; an {@link Error} too, since its thread serves others. */
    private void attempt(Runnable call) {
        try {
            call.run();
        } catch (RuntimeException | Error mistake) {
            if (failures.getAndIncrement() == 0) {
                log.accept("The observer " + observer.name() + " failed: " + mistake);
            }
        }
    }
}
