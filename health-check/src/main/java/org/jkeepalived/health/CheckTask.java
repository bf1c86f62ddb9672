package org.jkeepalived.health;

import java.util.HashSet;
import java.util.Set;
import org.jkeepalived.health.CheckStatus.RunState;
import org.jkeepalived.health.TaskThread.Cancellation;

/** One check: its timer, its process, its result. All of it happens on the runner's thread. */
final class CheckTask {
    private static final int COMMAND_NOT_EXECUTABLE = 126;
    private static final int COMMAND_NOT_FOUND = 127;

    /** A timeout that is noticed this late says that this daemon was stalled, not that the script is slow. */
    private static final long STALL_NANOS = 500_000_000L;

    private final CheckSpec spec;
    private final ScriptLauncher launcher;
    private final TaskThread thread;
    private final CheckListener listener;
    private final ScriptDoctor doctor;
    private final ResultCounter counter;
    private final Set<String> told = new HashSet<>();

    private RunState runState = RunState.IDLE;
    private RunningScript process;
    private Cancellation nextRun = () -> {
    };
    private Cancellation kill = () -> {
    };
    private int runNumber;
    /** A script that was told to end because its check did, until it has. */
    private RunningScript ending;
    private int endingRun = -1;
    private Cancellation force = () -> {
    };
    private long startedNanos;
    private long lastRunNanos = -1;
    private int lastCode;
    /** The last run timed out: that is known by now, a line for each skipped run would say nothing new. */
    private boolean overran;
    private String unrunnable = "";

    CheckTask(CheckSpec spec, ScriptLauncher launcher, TaskThread thread, CheckListener listener, ScriptDoctor doctor) {
        this.spec = spec;
        this.launcher = launcher;
        this.thread = thread;
        this.listener = listener;
        this.doctor = doctor;
        this.counter = new ResultCounter(spec.rise(), spec.fall());
    }

    /** Takes over what an earlier check of the same name knew. */
    void inherit(CheckTask earlier) {
        lastCode = earlier.lastCode;
        lastRunNanos = earlier.lastRunNanos;
        if (!earlier.counter.known()) {
            return;
        }
        boolean good = earlier.counter.good();
        counter.assume(good);
        listener.event(new CheckEvent.AssumedOnReload(spec.name(), good));
    }

    /** Starts the first run and the timer. */
    void begin() {
        if (spec.initFail() && !counter.known()) {
            listener.event(new CheckEvent.ResultChanged(spec.name(), CheckResult.DOWN));
        }
        run(thread.nanoTime());
    }

    /** Ends the process and the timer; a later exit of the process is no longer listened to. */
    void end() {
        nextRun.cancel();
        kill.cancel();
        if (process != null) {
            ending = process;
            endingRun = runNumber;
            process.signalGroup(Signals.SIGTERM);
            process = null;
            force = thread.after(Signals.KILL_AFTER_NANOS, this::force);
        }
        runNumber++;
    }

    /** Whether a script that was told to end has not ended yet. */
    boolean isEnding() {
        return ending != null;
    }

    /** Ends it if it has not ended by itself. */
    void force() {
        if (ending != null) {
            ending.signalGroup(Signals.SIGKILL);
            ending = null;
        }
    }

    CheckStatus status() {
        return new CheckStatus(spec.name(), result(), counter.value(), runState, lastRunNanos, unrunnable);
    }

    private CheckResult result() {
        if (!counter.known()) {
            return spec.initFail() ? CheckResult.DOWN : CheckResult.UNKNOWN;
        }
        return counter.good() ? CheckResult.UP : CheckResult.DOWN;
    }

    private void run(long dueNanos) {
        // Counted from the time it was due, so that lateness does not add up; a stall of whole intervals is not made up for.
        long nextNanos = Math.max(dueNanos + spec.intervalNanos(), thread.nanoTime());
        nextRun = thread.after(nextNanos - thread.nanoTime(), () -> run(nextNanos));
        if (runState == RunState.IDLE) {
            start();
        } else if (!overran) {
            listener.event(new CheckEvent.AlreadyRunning(spec.name(), runState != RunState.RUNNING));
        }
    }

    private void start() {
        int run = ++runNumber;
        startedNanos = thread.nanoTime();
        runState = RunState.RUNNING;
        try {
            process = launcher.launch(spec.command(), status -> thread.post(() -> exited(run, status)));
            awaitTimeout(run, startedNanos + spec.effectiveTimeoutNanos());
        } catch (LaunchFailure failure) {
            notLaunched(failure);
        } catch (RuntimeException | Error unforeseen) {
            // No thread or no memory to be had: the next run is tried as if this one had been refused.
            notLaunched(new LaunchFailure(LaunchFailure.Kind.OTHER, unforeseen.toString()));
        }
    }

    private void notLaunched(LaunchFailure failure) {
        kill.cancel();
        process = null;
        runNumber++;
        runState = RunState.IDLE;
        cannotRun(doctor.launchFailed(spec.command(), failure));
        finish(new ExitStatus.Exited(failure.kind().exitCode()), false);
    }

    private void awaitTimeout(int run, long dueNanos) {
        kill = thread.after(dueNanos - thread.nanoTime(), () -> {
            long lateNanos = thread.nanoTime() - dueNanos;
            if (lateNanos > STALL_NANOS) {
                // The script may have ended while nobody listened: its exit has to be heard first.
                awaitTimeout(run, thread.nanoTime() + STALL_NANOS);
            } else {
                timedOut(run);
            }
        });
    }

    private void timedOut(int run) {
        if (run != runNumber || process == null) {
            return;
        }
        runState = RunState.TERMINATION_REQUESTED;
        process.signalGroup(Signals.SIGTERM);
        kill = thread.after(Signals.KILL_AFTER_NANOS, () -> {
            if (run == runNumber && process != null) {
                runState = RunState.FORCING_TERMINATION;
                process.signalGroup(Signals.SIGKILL);
            }
        });
    }

    private void exited(int run, ExitStatus status) {
        if (run == endingRun) {
            force.cancel();
            ending = null;
        }
        if (run != runNumber) {
            return;
        }
        kill.cancel();
        boolean timedOut = runState != RunState.RUNNING;
        overran = timedOut;
        runState = RunState.IDLE;
        process = null;
        lastRunNanos = thread.nanoTime() - startedNanos;
        if (timedOut) {
            cannotRun(doctor.timedOut(spec.command(), spec.effectiveTimeoutNanos(), spec.timeoutNanos() == 0));
        } else if (status instanceof ExitStatus.Exited(int code) && code == COMMAND_NOT_FOUND) {
            cannotRun(doctor.commandNotFound(spec.command()));
        } else if (status instanceof ExitStatus.Exited(int code) && code == COMMAND_NOT_EXECUTABLE) {
            cannotRun(doctor.commandNotExecutable(spec.command()));
        } else {
            told.clear();
            unrunnable = "";
        }
        finish(status, timedOut);
    }

    private void finish(ExitStatus status, boolean timedOut) {
        if (!timedOut && status instanceof ExitStatus.Exited(int code) && code != lastCode) {
            lastCode = code;
            listener.event(new CheckEvent.ReturnCodeChanged(spec.name(), code));
        }
        boolean success = !timedOut && status.success();
        // A check that starts as failed is DOWN already: its first failure is worth a line, but changes nothing.
        CheckResult before = result();
        if (!counter.add(success)) {
            return;
        }
        if (success) {
            listener.event(new CheckEvent.Succeeded(spec.name()));
        } else {
            listener.event(
                    timedOut ? new CheckEvent.TimedOut(spec.name()) : new CheckEvent.Failed(spec.name(), status));
        }
        if (result() != before) {
            listener.event(new CheckEvent.ResultChanged(spec.name(), result()));
        }
    }

    private void cannotRun(Diagnosis diagnosis) {
        unrunnable = diagnosis.text();
        if (told.add(diagnosis.cause() + diagnosis.problem())) {
            listener.event(new CheckEvent.CannotRun(spec.name(), diagnosis));
        }
    }
}
