package org.jkeepalived.daemon.service;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jkeepalived.config.settings.ScriptCommand;
import org.jkeepalived.daemon.log.DaemonLog;
import org.jkeepalived.daemon.mapping.ScriptMapper;
import org.jkeepalived.health.ExitStatus;
import org.jkeepalived.health.LaunchFailure;
import org.jkeepalived.health.RunningScript;
import org.jkeepalived.health.ScriptLauncher;

/**
 * Runs the script of the daemon's start or of its end and waits for it. One that takes too long is asked to end, and killed when it does not; how it
 * ended is logged and changes nothing.
 */
final class LifecycleScript {
    private static final int SIGKILL = 9;
    private static final int SIGTERM = 15;
    private static final long GRACE_NANOS = 1_000_000_000;

    private final ScriptLauncher launcher;
    private final DaemonLog journal;

    LifecycleScript(ScriptLauncher launcher, DaemonLog journal) {
        this.launcher = launcher;
        this.journal = journal;
    }

    /**
     * Blocks for the limit and a second at most.
     *
     * @param moment startup or shutdown
     * @param command null for none
     */
    void run(String moment, ScriptCommand command, long limitNanos) {
        if (command == null) {
            return;
        }
        journal.parent("Running " + moment + " script " + String.join(" ", command.arguments()));
        CompletableFuture<ExitStatus> end = new CompletableFuture<>();
        try {
            RunningScript script = launcher.launch(ScriptMapper.command(command), end::complete);
            if (!ended(end, limitNanos)) {
                journal.parent(moment + " script timed out");
                script.signalGroup(SIGTERM);
                if (!ended(end, GRACE_NANOS)) {
                    script.signalGroup(SIGKILL);
                }
            }
        } catch (LaunchFailure refused) {
            journal.parent("Unable to run " + moment + " script " + command.quoted() + ": " + refused.errnoText());
        }
        if (end.getNow(null) instanceof ExitStatus.Exited(int code)) {
            journal.parent(moment + (code == 0 ? " script script succeeded" : " script script failed, status " + code));
        }
    }

    private static boolean ended(CompletableFuture<ExitStatus> end, long limitNanos) {
        try {
            end.get(limitNanos, TimeUnit.NANOSECONDS);
            return true;
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException | TimeoutException running) {
            return false;
        }
    }
}
