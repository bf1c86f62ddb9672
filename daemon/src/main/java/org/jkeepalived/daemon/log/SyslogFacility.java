package org.jkeepalived.daemon.log;

import java.util.Optional;

/** The syslog facilities that keepalived's -S accepts (RFC 3164 section 4.1.1). */
public enum SyslogFacility {
    USER(1),
    DAEMON(3),
    LOCAL0(16),
    LOCAL1(17),
    LOCAL2(18),
    LOCAL3(19),
    LOCAL4(20),
    LOCAL5(21),
    LOCAL6(22),
    LOCAL7(23);

    private final int code;

    SyslogFacility(int code) {
        this.code = code;
    }

    /** The facility's number in RFC 3164. */
    public int code() {
        return code;
    }

    /** Reads {@code 0} to {@code 7}, {@code local0} to {@code local7}, {@code user} or {@code daemon}. */
    public static Optional<SyslogFacility> parse(String text) {
        String name = text.length() == 1 && Character.isDigit(text.charAt(0)) ? "local" + text : text;
        for (SyslogFacility facility : values()) {
            if (facility.name().equals(name.toUpperCase(java.util.Locale.ROOT)) && !name.equals(facility.name())) {
                return Optional.of(facility);
            }
        }
        return Optional.empty();
    }
}
