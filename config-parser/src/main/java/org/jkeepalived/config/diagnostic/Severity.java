package org.jkeepalived.config.diagnostic;

/** How a finding is named to the reader; what it does to exit codes is {@link ExitClass}'s business. */
public enum Severity {
    /** Ours, not keepalived's. */
    ADVICE,
    NOTICE,
    WARNING,
    ERROR;

    /** The lower-case word printed before the code. */
    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
