package org.jkeepalived.config.diagnostic;

/**
 * What a finding does to the exit code of a configuration test ({@code -t}). Without an abort the numerically highest code of a run wins; an
 * abort ends reading at once and its code stands alone.
 */
public enum ExitClass {
    /** Logged by a daemon; a test does not say it. */
    NOTICE(0),
    /** Said by a daemon and by a test, and not counted as an error. */
    REMARK(0),
    /** The configuration cannot run on this machine. */
    CANNOT_RUN(4),
    /** Everything else that keepalived counts as an error, warnings included. */
    CONFIG(5),
    /** A script or key that another user could change or that runs as root without leave. */
    SECURITY(6),
    /** A line without its mandatory argument: reading stops. */
    ABORT(2),
    /** An include that the file or the command line declares indispensable: reading stops. */
    ABORT_INCLUDE(6),
    /** More than one configuration may hold: reading stops. keepalived would run until its memory ends. */
    ABORT_LIMIT(5),
    /** The network namespace of the file is not there: keepalived's test ends well before its children read anything. */
    ABORT_NAMESPACE(0);

    private final int code;

    ExitClass(int code) {
        this.code = code;
    }

    /** The process exit code. */
    public int code() {
        return code;
    }

    /** Whether reading stops at a finding of this class. */
    public boolean aborts() {
        return switch (this) {
            case NOTICE, REMARK, CANNOT_RUN, CONFIG, SECURITY -> false;
            case ABORT, ABORT_INCLUDE, ABORT_LIMIT, ABORT_NAMESPACE -> true;
        };
    }
}
