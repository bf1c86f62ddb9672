package org.jkeepalived.netlink.event;

import org.jkeepalived.netlink.SystemCallException;

/** What is done when something that a {@link Poller} waits for is readable. */
@FunctionalInterface
public interface ReadyHandler {
    /**
     * Reads; on the poller's thread. What it leaves unread is reported again.
     *
     * @throws SystemCallException where the poller's owner cannot go on
     */
    void ready() throws SystemCallException;
}
