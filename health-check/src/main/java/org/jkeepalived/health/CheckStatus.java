package org.jkeepalived.health;

/**
 * A check at one moment, for dumps and status.
 *
 * @param name its name
 * @param result what is known
 * @param resultCounter keepalived's counter, 0..rise+fall-1: good from {@code rise} on
 * @param runState what its process does
 * @param lastRunNanos how long the last completed run took, -1 before the first
 * @param unrunnable why it cannot run, in one line; empty when it can
 */
public record CheckStatus(
        String name,
        CheckResult result,
        int resultCounter,
        RunState runState,
        long lastRunNanos,
        String unrunnable) {
    /** The state of a check's process, in the words of keepalived's data dump. */
    public enum RunState {
        /** Not running. */
        IDLE("idle"),
        /** Running. */
        RUNNING("running"),
        /** Over its timeout and sent SIGTERM. */
        TERMINATION_REQUESTED("requested termination"),
        /** Ignored SIGTERM and was sent SIGKILL. */
        FORCING_TERMINATION("forcing termination");

        private final String label;

        RunState(String label) {
            this.label = label;
        }

        /** The dump's word. */
        public String label() {
            return label;
        }
    }
}
