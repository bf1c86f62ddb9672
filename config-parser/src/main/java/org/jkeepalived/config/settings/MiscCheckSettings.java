package org.jkeepalived.config.settings;

/**
 * MISC_CHECK: a program says whether the server is well.
 *
 * @param probe when
 * @param command what is run
 * @param timeoutNanos limit of a run, after which it counts as failed
 * @param dynamic the exit status sets the weight: 1 is a failure, 2..255 is a weight of 0..253
 */
public record MiscCheckSettings(ProbeSettings probe, ScriptCommand command, long timeoutNanos, boolean dynamic)
        implements
            CheckerSettings {}
