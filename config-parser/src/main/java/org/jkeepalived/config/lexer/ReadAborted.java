package org.jkeepalived.config.lexer;

/** Reading stopped at a finding that is already recorded. */
public final class ReadAborted extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Carries nothing: the finding says why. */
    public ReadAborted() {
        super(null, null, false, false);
    }
}
