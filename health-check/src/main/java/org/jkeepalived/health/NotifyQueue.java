package org.jkeepalived.health;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jkeepalived.health.TaskThread.Cancellation;

/** The notifications of one instance or group: one state whose scripts run, at most one that waits. On the runner's thread. */
final class NotifyQueue {
    private final ScriptLauncher launcher;
    private final NotifyListener listener;
    private final TaskThread thread;
    private final ScriptDoctor doctor;
    private final Runnable whenIdle;
    private final Deque<ScriptCommand> toStart = new ArrayDeque<>();
    private final List<Run> running = new ArrayList<>();
    private NotifyRequest current;
    private NotifyRequest waiting;
    private Cancellation besidePatience = () -> {
    };
    private Cancellation waitingPatience = () -> {
    };

    NotifyQueue(ScriptLauncher launcher, NotifyListener listener, TaskThread thread, ScriptDoctor doctor,
            Runnable whenIdle) {
        this.launcher = launcher;
        this.listener = listener;
        this.thread = thread;
        this.doctor = doctor;
        this.whenIdle = whenIdle;
    }

    boolean idle() {
        return running.isEmpty() && toStart.isEmpty() && waiting == null;
    }

    void add(NotifyRequest request) {
        if (idle()) {
            begin(request);
            return;
        }
        boolean occurrence = request.state() == NotifyState.MASTER_RX_LOWER_PRI;
        if (waiting != null && occurrence) {
            listener.event(new NotifyEvent.Superseded(request, waiting.state()));
            return;
        }
        if (waiting != null) {
            listener.event(new NotifyEvent.Superseded(waiting, request.state()));
        }
        boolean first = waiting == null;
        boolean hurriedBefore = !first && isRelease(waiting.state());
        waiting = request;
        if (request.state() == NotifyState.STOP) {
            waitingPatience.cancel();
            waitingPatience = thread.after(NotifyRunner.STOP_PATIENCE_NANOS, this::startWaiting);
        } else if (isRelease(request.state())) {
            if (!hurriedBefore) {
                waitingPatience.cancel();
                waitingPatience = thread.after(NotifyRunner.RELEASE_PATIENCE_NANOS, this::startBeside);
            }
        } else if (first) {
            waitingPatience = thread.after(NotifyRunner.PATIENCE_NANOS, this::endOverdue);
        }
    }

    private static boolean isRelease(NotifyState state) {
        return state == NotifyState.BACKUP || state == NotifyState.FAULT;
    }

    /** A script that stays in the foreground must not keep a host that is MASTER no more from hearing so. */
    private void startBeside() {
        long restNanos = NotifyRunner.PATIENCE_NANOS - NotifyRunner.RELEASE_PATIENCE_NANOS;
        if (waiting == null) {
            return;
        }
        if (!isRelease(waiting.state())) {
            waitingPatience = thread.after(restNanos, this::endOverdue);
            return;
        }
        List<Run> older = List.copyOf(running);
        for (Run run : older) {
            listener.event(new NotifyEvent.StartedBeside(run.request, run.command, waiting.state()));
        }
        thread.after(restNanos, () -> end(older));
        startWaiting();
    }

    /** Of these, what still runs. */
    private void end(List<Run> runs) {
        for (Run run : runs) {
            if (running.contains(run)) {
                listener.event(new NotifyEvent.Overdue(run.request, run.command));
                run.signal(Signals.SIGTERM);
            }
        }
        thread.after(Signals.KILL_AFTER_NANOS, () -> runs.forEach(run -> {
            if (running.contains(run)) {
                run.signal(Signals.SIGKILL);
            }
        }));
    }

    /** Starts nothing more and sends SIGTERM to what runs. */
    void abandon() {
        toStart.clear();
        waiting = null;
        waitingPatience.cancel();
        besidePatience.cancel();
        running.forEach(run -> run.signal(Signals.SIGTERM));
    }

    private void begin(NotifyRequest request) {
        current = request;
        toStart.addAll(request.commands());
        // Not at once: whoever reports a thousand states is not to wait for a thousand scripts to be started.
        thread.post(() -> {
            if (current == request) {
                startNext();
            }
        });
    }

    private void startNext() {
        besidePatience.cancel();
        while (!toStart.isEmpty()) {
            if (start(toStart.removeFirst())) {
                long patienceNanos = current.state() == NotifyState.STOP
                        ? NotifyRunner.STOP_BESIDE_NANOS
                        : NotifyRunner.PATIENCE_NANOS;
                besidePatience = thread.after(patienceNanos, this::startNext);
                return;
            }
        }
        if (running.isEmpty()) {
            startWaiting();
        }
    }

    private void startWaiting() {
        waitingPatience.cancel();
        if (waiting == null) {
            whenIdle.run();
            return;
        }
        toStart.clear();
        var next = waiting;
        waiting = null;
        begin(next);
    }

    private boolean start(ScriptCommand command) {
        var run = new Run(current, command);
        running.add(run);
        try {
            run.process = launcher.launch(command, status -> thread.post(() -> exited(run, status)));
            return true;
        } catch (LaunchFailure failure) {
            running.remove(run);
            listener.event(new NotifyEvent.CannotRun(current, command, doctor.launchFailed(command, failure)));
            return false;
        } catch (RuntimeException | Error unforeseen) {
            running.remove(run);
            listener.event(new NotifyEvent.CannotRun(current, command,
                    doctor.launchFailed(command, new LaunchFailure(LaunchFailure.Kind.OTHER, unforeseen.toString()))));
            return false;
        }
    }

    private void exited(Run run, ExitStatus status) {
        running.remove(run);
        listener.event(new NotifyEvent.Finished(run.request, run.command, status));
        if (running.stream().noneMatch(other -> other.request == current)) {
            startNext();
        }
    }

    private void endOverdue() {
        // What of the older state has not started yet is stale by now.
        toStart.clear();
        besidePatience.cancel();
        for (var run : List.copyOf(running)) {
            listener.event(new NotifyEvent.Overdue(run.request, run.command));
            run.signal(Signals.SIGTERM);
        }
        waitingPatience = thread.after(Signals.KILL_AFTER_NANOS, () -> {
            running.forEach(run -> run.signal(Signals.SIGKILL));
            // A process that even SIGKILL does not end at once hangs in the kernel; the new state is not its hostage.
            waitingPatience = thread.after(Signals.KILL_AFTER_NANOS, () -> {
                running.clear();
                startWaiting();
            });
        });
    }

    private static final class Run {
        final NotifyRequest request;
        final ScriptCommand command;
        RunningScript process;

        Run(NotifyRequest request, ScriptCommand command) {
            this.request = request;
            this.command = command;
        }

        void signal(int signo) {
            if (process != null) {
                process.signalGroup(signo);
            }
        }
    }
}
