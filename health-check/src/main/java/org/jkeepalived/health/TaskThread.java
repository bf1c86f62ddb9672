package org.jkeepalived.health;

import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** One thread that runs tasks now or later, in order. The tests run the same tasks on a virtual clock. */
interface TaskThread {
    /** Runs a task as soon as those before it are done. Any thread; ignored after {@link #end}. */
    void post(Runnable task);

    /** Runs a task later, unless cancelled by the returned handle. */
    Cancellation after(long delayNanos, Runnable task);

    /** The monotonic clock that delays are measured on. */
    long nanoTime();

    /** Drops what is queued and lets the thread end. */
    void end();

    /** Takes back a task; no effect once it has started. */
    @FunctionalInterface
    interface Cancellation {
        /** Takes it back. */
        void cancel();
    }

    /**
     * A daemon thread of this name, which runs from now on: later there may be no thread to be had.
     *
     * @param failed told, on that thread, what a task threw; the next task runs all the same
     */
    static TaskThread start(String name, Consumer<Throwable> failed) {
        var executor = new ScheduledThreadPoolExecutor(1,
                task -> Thread.ofPlatform().name(name).daemon().unstarted(task));
        executor.prestartCoreThread();
        executor.setRemoveOnCancelPolicy(true);
        executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        return new TaskThread() {
            // The executor would keep to itself what a task throws.
            private Runnable guarded(Runnable task) {
                return () -> {
                    try {
                        task.run();
                    } catch (RuntimeException | Error mistake) {
                        failed.accept(mistake);
                    }
                };
            }

            @Override
            public void post(Runnable task) {
                try {
                    executor.execute(guarded(task));
                } catch (RejectedExecutionException ended) {
                    // Whatever reports after the end has nobody left to tell.
                    return;
                }
            }

            @Override
            public Cancellation after(long delayNanos, Runnable task) {
                try {
                    var future = executor.schedule(guarded(task), Math.max(0, delayNanos), TimeUnit.NANOSECONDS);
                    return () -> future.cancel(false);
                } catch (RejectedExecutionException ended) {
                    return () -> {
                    };
                }
            }

            @Override
            public long nanoTime() {
                return System.nanoTime();
            }

            @Override
            public void end() {
                executor.shutdownNow();
            }
        };
    }
}
