package org.jkeepalived.health;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * Runs notify scripts: for each instance or group in the order of its states and never two states at once; different instances and groups
 * in parallel. While the scripts of one state run, only the newest of the states that follow is kept, and it always runs.
 *
 * <p>Limits: the notify script of a state starts beside the script of that state when that one has not ended after
 * {@link #PATIENCE_NANOS}. A script that still runs when a newer state has waited for as long gets SIGTERM, two seconds later SIGKILL. STOP
 * waits for {@link #STOP_PATIENCE_NANOS} only, then starts beside the older script; its own two are {@link #STOP_BESIDE_NANOS} apart at most.
 * BACKUP and FAULT, whose scripts take away what a MASTER must not leave behind, wait for {@link
 * #RELEASE_PATIENCE_NANOS} and start beside it.
 */
public final class NotifyRunner implements Executor, AutoCloseable {
    /** How long a newer state waits for the scripts of the older one: ten seconds. */
    public static final long PATIENCE_NANOS = 10_000_000_000L;

    /** How long BACKUP and FAULT wait for the scripts of the older state: one second. */
    public static final long RELEASE_PATIENCE_NANOS = 1_000_000_000L;

    /** How long STOP waits for the scripts of the older state: half a second. */
    public static final long STOP_PATIENCE_NANOS = 500_000_000L;

    /** How long the script of STOP has for itself before the notify script starts beside it: a quarter of a second. */
    public static final long STOP_BESIDE_NANOS = 250_000_000L;

    /** How long {@link #close} waits for scripts, as keepalived does: one second. */
    public static final long STOP_GRACE_NANOS = 1_000_000_000L;

    private static final long AFTER_TERM_NANOS = 200_000_000L;

    private final ScriptLauncher launcher;
    private final NotifyListener listener;
    private final TaskThread thread;
    private final ScriptDoctor doctor = new ScriptDoctor();
    private final ConcurrentLinkedQueue<NotifyRequest> inbox = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean drainPosted = new AtomicBoolean();
    private final Map<NotifyTarget, NotifyQueue> queues = new HashMap<>();
    private Runnable whenIdle = () -> {
    };

    /**
     * A runner with nothing to do.
     *
     * @param failed told of a mistake in this program, on the runner's thread, which goes on
     */
    public NotifyRunner(ScriptLauncher launcher, NotifyListener listener, Consumer<Throwable> failed) {
        this(launcher, listener, TaskThread.start("notify", failed));
    }

    NotifyRunner(ScriptLauncher launcher, NotifyListener listener, TaskThread thread) {
        this.launcher = launcher;
        this.listener = listener;
        this.thread = thread;
    }

    /** Runs a task on the runner's thread, after those before it. Any thread. */
    @Override
    public void execute(Runnable task) {
        thread.post(task);
    }

    /** Queues a state change. Any thread; at most one short lock for a burst of them. */
    public void submit(NotifyRequest request) {
        inbox.add(request);
        if (drainPosted.compareAndSet(false, true)) {
            thread.post(this::drain);
        }
    }

    /**
     * Waits until every queued script has ended, at most {@link #STOP_GRACE_NANOS}, sends SIGTERM to those that have not, and stops the
     * thread. A script that ignores SIGTERM goes on without us, as with keepalived: it may be the one that asked for this stop. To be called after the STOP requests were submitted, by a thread that may wait.
     */
    @Override
    public void close() {
        if (!awaitIdle(STOP_GRACE_NANOS)) {
            thread.post(() -> queues.values().forEach(NotifyQueue::abandon));
            awaitIdle(AFTER_TERM_NANOS);
        }
        thread.end();
    }

    /** Runs a task once, as soon as no script runs or waits. On the runner's thread. */
    void whenIdle(Runnable task) {
        whenIdle = task;
        idleCheck();
    }

    private boolean awaitIdle(long nanos) {
        var idle = new CountDownLatch(1);
        thread.post(() -> {
            drain();
            whenIdle(idle::countDown);
        });
        return await(idle, nanos);
    }

    private static boolean await(CountDownLatch latch, long nanos) {
        try {
            return latch.await(nanos, TimeUnit.NANOSECONDS);
        } catch (InterruptedException stopWaiting) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void drain() {
        drainPosted.set(false);
        for (NotifyRequest request = inbox.poll(); request != null; request = inbox.poll()) {
            queues.computeIfAbsent(request.target(),
                    _ -> new NotifyQueue(launcher, listener, thread, doctor, this::idleCheck)).add(request);
        }
    }

    private void idleCheck() {
        if (queues.values().stream().allMatch(NotifyQueue::idle)) {
            // A daemon that runs for years sees many names come and go.
            queues.clear();
            var task = whenIdle;
            whenIdle = () -> {
            };
            task.run();
        }
    }
}
