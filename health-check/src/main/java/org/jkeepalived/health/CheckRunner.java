package org.jkeepalived.health;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Runs all vrrp_scripts on one thread of its own. Any thread may call its methods; none of them waits for a script.
 *
 * <p>Every check starts at once, then every interval, counted from start to start. A run that is due while the last one has not ended is
 * skipped, and that is reported until a run has timed out and again once one has ended in time. A run over its timeout gets SIGTERM, two seconds later SIGKILL, and counts as a failure when it has ended.
 *
 * <p>A run that the kernel refused counts as a failure with the status that a shell gives such a command, see
 * {@link LaunchFailure.Kind#exitCode}.
 */
public final class CheckRunner implements AutoCloseable {
    private static final long CLOSE_NANOS = 500_000_000L;
    private static final long TERM_GRACE_NANOS = 200_000_000L;
    private static final long END_POLL_NANOS = 5_000_000L;

    private final ScriptLauncher launcher;
    private final CheckListener listener;
    private final TaskThread thread;
    private final ScriptDoctor doctor = new ScriptDoctor();
    private final Map<String, CheckTask> tasks = new LinkedHashMap<>();
    private volatile boolean closed;

    /**
     * A runner without checks.
     *
     * @param failed told of a mistake in this program, on the runner's thread, which goes on
     */
    public CheckRunner(ScriptLauncher launcher, CheckListener listener, Consumer<Throwable> failed) {
        this(launcher, listener, TaskThread.start("checks", failed));
    }

    CheckRunner(ScriptLauncher launcher, CheckListener listener, TaskThread thread) {
        this.launcher = launcher;
        this.thread = thread;
        this.listener = event -> {
            if (!closed) {
                listener.event(event);
            }
        };
    }

    /**
     * Makes these the checks to run: at the first call a start, later a reload. At a reload running scripts are ended, every check starts
     * anew, and what was known of a check of the same name stands until its next result.
     */
    public void apply(Collection<CheckSpec> checks) {
        var copy = List.copyOf(checks);
        apply(() -> copy);
    }

    /** As {@link #apply(Collection)}; which checks they are is worked out on the runner's thread. */
    public void apply(Supplier<List<CheckSpec>> checks) {
        thread.post(() -> replace(checks.get()));
    }

    /** All checks as they are now, in the order given to {@link #apply}; completed on the runner's thread. */
    public CompletableFuture<List<CheckStatus>> statuses() {
        if (closed) {
            return CompletableFuture.completedFuture(List.of());
        }
        var answer = new CompletableFuture<List<CheckStatus>>();
        thread.post(() -> answer.complete(tasks.values().stream().map(CheckTask::status).toList()));
        return answer;
    }

    /** Ends running scripts with SIGTERM, a fifth of a second later with SIGKILL, and stops; no event follows. They have ended when it returns. */
    @Override
    public void close() {
        closed = true;
        var ended = new CountDownLatch(1);
        thread.post(() -> {
            var ending = List.copyOf(tasks.values());
            replace(List.of());
            awaitEnd(ending, thread.nanoTime() + TERM_GRACE_NANOS, ended);
        });
        try {
            ended.await(CLOSE_NANOS, TimeUnit.NANOSECONDS);
        } catch (InterruptedException stopWaiting) {
            Thread.currentThread().interrupt();
        }
    }

    /** Nobody ends them later: the service manager leaves to themselves what a check has started. */
    private void awaitEnd(List<CheckTask> ending, long limitNanos, CountDownLatch ended) {
        if (thread.nanoTime() < limitNanos && ending.stream().anyMatch(CheckTask::isEnding)) {
            thread.after(END_POLL_NANOS, () -> awaitEnd(ending, limitNanos, ended));
            return;
        }
        ending.forEach(CheckTask::force);
        ended.countDown();
        thread.end();
    }

    private void replace(List<CheckSpec> checks) {
        var earlier = Map.copyOf(tasks);
        tasks.values().forEach(CheckTask::end);
        tasks.clear();
        for (var spec : checks) {
            var task = new CheckTask(spec, launcher, thread, listener, doctor);
            var same = earlier.get(spec.name());
            if (same != null) {
                task.inherit(same);
            }
            tasks.put(spec.name(), task);
        }
        tasks.values().forEach(CheckTask::begin);
    }
}
