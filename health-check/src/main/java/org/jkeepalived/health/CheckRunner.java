package org.jkeepalived.health;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

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

    private final ScriptLauncher launcher;
    private final CheckListener listener;
    private final TaskThread thread;
    private final ScriptDoctor doctor = new ScriptDoctor();
    private final Map<String, CheckTask> tasks = new LinkedHashMap<>();
    private volatile boolean closed;

    /** A runner without checks. */
    public CheckRunner(ScriptLauncher launcher, CheckListener listener) {
        this(launcher, listener, TaskThread.start("checks"));
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
        thread.post(() -> replace(copy));
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

    /** Ends running scripts with SIGTERM and stops; no event follows. The signals are sent when it returns, at most half a second later. */
    @Override
    public void close() {
        closed = true;
        var signalled = new CountDownLatch(1);
        thread.post(() -> {
            replace(List.of());
            signalled.countDown();
            thread.end();
        });
        try {
            signalled.await(CLOSE_NANOS, TimeUnit.NANOSECONDS);
        } catch (InterruptedException stopWaiting) {
            Thread.currentThread().interrupt();
        }
    }

    private void replace(List<CheckSpec> checks) {
        var earlier = Map.copyOf(tasks);
        tasks.values().forEach(CheckTask::end);
        tasks.clear();
        for (var spec : checks) {
            var task = new CheckTask(spec, launcher, thread, listener, doctor);
            if (earlier.get(spec.name()) instanceof CheckTask same) {
                task.inherit(same);
            }
            tasks.put(spec.name(), task);
        }
        tasks.values().forEach(CheckTask::begin);
    }
}
