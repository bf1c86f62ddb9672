package org.jkeepalived.daemon.process;

import java.util.Map;
import java.util.Optional;

/**
 * Lets the launcher go once the daemon runs by itself.
 *
 * <p>keepalived without {@code -n} reads its configuration, then returns to the shell while a process of a session of
 * its own goes on. A JVM cannot fork; so the launcher starts it in a session of its own and waits for it, passing its
 * exit code on, until {@link #complete} ends the launcher with success.
 */
public final class Detachment {
    /** Names the launcher's process to the daemon; absent in the foreground. */
    public static final String LAUNCHER_VARIABLE = "JKEEPALIVED_LAUNCHER";

    private final Optional<ProcessHandle> launcher;

    /** @param environment the process's environment */
    public Detachment(Map<String, String> environment) {
        String pid = environment.getOrDefault(LAUNCHER_VARIABLE, "");
        // Only our parent can be the launcher: an inherited variable must not name a process to end.
        this.launcher = pid.isEmpty()
                ? Optional.empty()
                : ProcessHandle.current().parent().filter(parent -> Long.toString(parent.pid()).equals(pid));
    }

    /**
     * Ends the launcher, which exits with 0. Called once, after the configuration was read and the pid files written.
     *
     * @param letGo lets go of the standard streams and the working directory; runs only where a launcher waits
     */
    public void complete(Runnable letGo) {
        launcher.ifPresent(process -> {
            letGo.run();
            process.destroy();
        });
    }
}
