package org.jkeepalived.config.draft;

/**
 * How a checker probes, or what a virtual server or a real server says about it for the checkers inside. Null is what was not written: the block around
 * decides then, and at last the checker's own default.
 */
public final class ProbeDraft {
    /** The kind of block, which messages name. */
    public enum Level {
        VIRTUAL_SERVER,
        REAL_SERVER,
        CHECKER
    }

    /** The kind of block. */
    public final Level level;
    /** delay_loop: from one probe to the next. */
    public Long delayLoopNanos;
    /** delay_before_retry. */
    public Long delayBeforeRetryNanos;
    /** retry: failures in a row that are forgiven. */
    public Long retries;
    /** warmup: the first probe comes after a random part of it. */
    public Long warmupNanos;
    /** connect_timeout. */
    public Long connectTimeoutNanos;
    /** alpha: down until a probe succeeds. */
    public Boolean alpha;
    /** log_all_failures. */
    public Boolean logAllFailures;

    /** Nothing written. */
    public ProbeDraft(Level level) {
        this.level = level;
    }
}
