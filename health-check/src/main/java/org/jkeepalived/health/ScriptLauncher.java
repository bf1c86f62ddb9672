package org.jkeepalived.health;

/**
 * The means to start programs. A program is started with a process group of its own, an empty signal mask, default signal handlers and
 * its three standard streams on /dev/null.
 */
public interface ScriptLauncher {
    /** Told once how a started program ended; called on any thread, must not block. */
    @FunctionalInterface
    interface ExitListener {
        /** The program has been reaped. */
        void exited(ExitStatus status);
    }

    /**
     * Starts a program and returns at once. The listener may be called before this method returns.
     *
     * @throws LaunchFailure when the kernel refuses to execute the file; the listener is then never called
     */
    RunningScript launch(ScriptCommand command, ExitListener listener) throws LaunchFailure;
}
