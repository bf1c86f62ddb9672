package org.jkeepalived.config.settings;

import java.util.Locale;

/** Transport protocol of a virtual server. */
public enum TransportProtocol {
    TCP,
    UDP,
    SCTP;

    /** The word in labels of services: {@code tcp}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
