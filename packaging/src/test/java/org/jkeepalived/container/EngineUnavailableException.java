package org.jkeepalived.container;

/** This machine cannot run the container tests; the message says what it lacks. */
final class EngineUnavailableException extends Exception {
    private static final long serialVersionUID = 1L;

    EngineUnavailableException(String message) {
        super(message);
    }
}
