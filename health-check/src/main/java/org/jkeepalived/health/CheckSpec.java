package org.jkeepalived.health;

/**
 * One vrrp_script.
 *
 * @param name unique name
 * @param command what to run
 * @param intervalNanos time between starts, positive
 * @param timeoutNanos longest run; 0 means the interval
 * @param rise consecutive successes that make a bad script good, at least 1
 * @param fall consecutive failures that make a good script bad, at least 1
 * @param initFail whether it counts as failed until its first result
 */
public record CheckSpec(
        String name,
        ScriptCommand command,
        long intervalNanos,
        long timeoutNanos,
        int rise,
        int fall,
        boolean initFail) {
    /**
     * Validates.
     *
     * @throws IllegalArgumentException on a value outside its range
     */
    public CheckSpec {
        if (intervalNanos <= 0 || timeoutNanos < 0 || rise < 1 || fall < 1) {
            throw new IllegalArgumentException(name + ": interval " + intervalNanos + ", timeout " + timeoutNanos
                    + ", rise " + rise + ", fall " + fall);
        }
    }

    /** The longest run that is allowed. */
    public long effectiveTimeoutNanos() {
        return timeoutNanos == 0 ? intervalNanos : timeoutNanos;
    }
}
