package org.jkeepalived.health;

import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.concurrent.TimeUnit;

/** A {@link TaskThread} whose time only passes when a test says so. */
final class VirtualThread implements TaskThread {
    private final PriorityQueue<Task> tasks = new PriorityQueue<>(
            Comparator.comparingLong(Task::dueNanos).thenComparingLong(Task::order));
    private long now = 1_000_000_000_000L;
    private long order;
    private boolean ended;

    private record Task(long dueNanos, long order, Runnable task) {}

    @Override
    public void post(Runnable task) {
        after(0, task);
    }

    @Override
    public Cancellation after(long delayNanos, Runnable task) {
        var entry = new Task(now + delayNanos, order++, task);
        if (!ended) {
            tasks.add(entry);
        }
        return () -> tasks.remove(entry);
    }

    @Override
    public long nanoTime() {
        return now;
    }

    @Override
    public void end() {
        ended = true;
        tasks.clear();
    }

    void passSeconds(double seconds) {
        long until = now + (long) (seconds * TimeUnit.SECONDS.toNanos(1));
        while (!tasks.isEmpty() && tasks.peek().dueNanos() <= until) {
            var task = tasks.poll();
            now = Math.max(now, task.dueNanos());
            task.task().run();
        }
        now = until;
    }

    /** Lets time pass without running anything, as when the daemon is stopped or starved. */
    void stallSeconds(double seconds) {
        now += (long) (seconds * TimeUnit.SECONDS.toNanos(1));
    }

    void settle() {
        passSeconds(0);
    }
}
