package org.jkeepalived.daemon.loop;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jkeepalived.netlink.event.Poller;

/** Tasks that other threads have for the loop. Bounded: a sender waits where the loop is far behind; the loop itself never waits here. */
public final class Inbox {

    private static final int CAPACITY = 4096;

    private final BlockingQueue<Runnable> tasks = new ArrayBlockingQueue<>(CAPACITY);
    private final Poller poller;
    private volatile boolean closed;

    public Inbox(Poller poller) {
        this.poller = poller;
    }

    /** Runs the task on the loop's thread, soon; drops it when the loop has ended. Not for the loop's own thread. */
    public void post(Runnable task) {
        try {
            if (!closed) {
                tasks.put(task);
                poller.wakeup();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Runs what is there. The loop's thread only. */
    void drain() {
        for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
            task.run();
        }
    }

    /** From now on tasks are dropped. */
    void close() {
        closed = true;
        tasks.clear();
    }
}
