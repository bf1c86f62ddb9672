package org.jkeepalived.health;

/** Receives the events of a {@link CheckRunner}, in order, on the runner's thread. It must not block. */
@FunctionalInterface
public interface CheckListener {
    /** Something happened. */
    void event(CheckEvent event);
}
