package org.jkeepalived.config.settings;

/**
 * A vrrp_script.
 *
 * @param name unique
 * @param command what to run
 * @param intervalNanos period between starts
 * @param timeoutNanos limit of a run; 0 means the interval
 * @param weight -253..253; 0 means that failure is a FAULT
 * @param reverse the result counts inverted
 * @param rise consecutive successes needed to become good
 * @param fall consecutive failures needed to become bad
 * @param initFail starts as failed instead of unknown
 */
public record ScriptSettings(
        String name,
        ScriptCommand command,
        long intervalNanos,
        long timeoutNanos,
        int weight,
        boolean reverse,
        int rise,
        int fall,
        boolean initFail) {}
