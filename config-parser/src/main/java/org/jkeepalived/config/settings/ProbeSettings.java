package org.jkeepalived.config.settings;

/**
 * How the checkers of a server probe, as the server and what is around it say.
 *
 * @param delayLoopNanos from one probe to the next, 60 s by default
 * @param delayBeforeRetryNanos from a failed probe to its repetition; null leaves it to the kind of checker
 * @param retries how often a failed probe is repeated before it counts; null leaves it to the kind of checker
 * @param warmupNanos the first probe comes after a random part of it; the delay loop by default
 * @param connectTimeoutNanos limit for a connection, 5 s by default
 * @param alpha the server is down until a probe succeeds
 * @param logAllFailures each failed probe is logged
 */
public record ProbeSettings(
        long delayLoopNanos,
        Long delayBeforeRetryNanos,
        Long retries,
        long warmupNanos,
        long connectTimeoutNanos,
        boolean alpha,
        boolean logAllFailures) {}
