package org.jkeepalived.netlink.event;

import org.jkeepalived.netlink.libc.Libc;

/** Something open that a {@link Poller} can wait for until it is readable. */
public abstract class Pollable implements AutoCloseable {
    private static final int CLOSED = -1;

    private int descriptor;

    /** Owns the descriptor from now on. */
    protected Pollable(int descriptor) {
        this.descriptor = descriptor;
    }

    /** The descriptor, for the subclass and the poller. */
    protected final int descriptor() {
        return descriptor;
    }

    public final boolean isOpen() { return descriptor != CLOSED; }

    /** Closes it, which also takes it out of every poller. A second call does nothing. */
    @Override
    public void close() {
        if (descriptor != CLOSED) {
            Libc.get().close(descriptor);
            descriptor = CLOSED;
        }
    }
}
