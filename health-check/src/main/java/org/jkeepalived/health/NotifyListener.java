package org.jkeepalived.health;

/** Receives the events of a {@link NotifyRunner}, in order, on the runner's thread. It must not block. */
@FunctionalInterface
public interface NotifyListener {
    /** Something happened. */
    void event(NotifyEvent event);
}
