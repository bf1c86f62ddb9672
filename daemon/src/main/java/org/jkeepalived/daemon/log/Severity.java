package org.jkeepalived.daemon.log;

/** The syslog severities in use (RFC 3164 section 4.1.1). */
public enum Severity {
    ERROR(3),
    WARNING(4),
    INFO(6);

    private final int code;

    Severity(int code) {
        this.code = code;
    }

    /** The severity's number in RFC 3164. */
    public int code() {
        return code;
    }
}
