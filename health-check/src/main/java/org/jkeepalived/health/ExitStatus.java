package org.jkeepalived.health;

/** How a process ended (wait(2)). */
public sealed interface ExitStatus {
    /**
     * It ended by itself.
     *
     * @param code 0..255
     */
    record Exited(int code) implements ExitStatus {}

    /**
     * A signal ended it.
     *
     * @param signo the signal's number
     */
    record Signalled(int signo) implements ExitStatus {}

    /** Whether the program reported success, that is exited with 0. */
    default boolean success() {
        return this instanceof Exited(int code) && code == 0;
    }
}
