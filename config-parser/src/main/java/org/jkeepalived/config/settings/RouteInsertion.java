package org.jkeepalived.config.settings;

import java.util.Locale;

/** How a route joins equal ones that are there already. */
public enum RouteInsertion {
    /** Fails when there is one. */
    ADD,
    /** Before them. */
    PREPEND,
    /** After them. */
    APPEND;

    /** The option's word. */
    public String asWritten() {
        return name().toLowerCase(Locale.ROOT);
    }
}
