package org.jkeepalived.daemon.service;

import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * The thread that may wait for disks: reads configurations, writes dumps and the record of addresses, talks to the
 * service manager. It runs from the start on. Its queue has no bound of its own: whoever adds to it has at most one
 * task of a kind waiting.
 */
final class FilesThread implements Executor, AutoCloseable {
    private static final long LIMIT_MILLIS = 1_000;

    private final ThreadPoolExecutor executor = new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(), Thread.ofPlatform().daemon(true).name("files").factory());
    private final Consumer<Throwable> failed;

    /** @param failed told, on this thread, what a task threw; the next task runs all the same */
    FilesThread(Consumer<Throwable> failed) {
        this.failed = failed;
        executor.prestartAllCoreThreads();
    }

    /** Any thread; after the end tasks are dropped. */
    @Override
    public void execute(Runnable task) {
        try {
            executor.execute(() -> {
                try {
                    task.run();
                } catch (RuntimeException | Error mistake) {
                    failed.accept(mistake);
                }
            });
        } catch (RejectedExecutionException ended) {
            // What comes after the end has nobody left to be done for.
            return;
        }
    }

    /**
     * What was begun is finished, within reason: the service manager hears of the stop, and no record of addresses
     * stays behind.
     */
    @Override
    public void close() {
        executor.shutdown();
        try {
            executor.awaitTermination(LIMIT_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
