package org.jkeepalived.config.draft;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jkeepalived.config.settings.ProbeSettings;

/**
 * How a checker probes, or what a virtual server or a real server says about it for the checkers inside. Null is what was not written: the block around
 * decides then, and at last the checker's own default.
 */
public final class ProbeDraft {
    private static final long DELAY_LOOP_NANOS = 60_000_000_000L;
    private static final long CONNECT_TIMEOUT_NANOS = 5_000_000_000L;

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

    /**
     * What holds.
     *
     * @param logAllFailures of global_defs
     * @param levels the blocks from the inside out: the first that says something decides
     */
    public static ProbeSettings settings(boolean logAllFailures, List<ProbeDraft> levels) {
        Long loop = first(levels, level -> level.delayLoopNanos);
        Long warmup = first(levels, level -> level.warmupNanos);
        Long timeout = first(levels, level -> level.connectTimeoutNanos);
        Boolean alpha = first(levels, level -> level.alpha);
        Boolean log = first(levels, level -> level.logAllFailures);
        long loopNanos = loop == null ? DELAY_LOOP_NANOS : loop;
        return new ProbeSettings(loopNanos, first(levels, level -> level.delayBeforeRetryNanos),
                first(levels, level -> level.retries), warmup == null ? loopNanos : warmup,
                timeout == null ? CONNECT_TIMEOUT_NANOS : timeout, Boolean.TRUE.equals(alpha),
                log == null ? logAllFailures : log);
    }

    private static <T> T first(List<ProbeDraft> levels, Function<ProbeDraft, T> value) {
        return levels.stream().map(value).filter(Objects::nonNull).findFirst().orElse(null);
    }
}
