package org.jkeepalived.config.iproute;

/** The line says something that cannot be used; what, is among the findings. */
final class LineDropped extends Exception {
    private static final long serialVersionUID = 1L;

    LineDropped() {
        super(null, null, false, false);
    }
}
