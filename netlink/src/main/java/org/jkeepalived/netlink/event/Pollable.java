package org.jkeepalived.netlink.event;

import org.jkeepalived.netlink.libc.Libc;

/** Something open that a {@link Poller} can wait for until it is readable. */
public abstract class Pollable implements AutoCloseable {
    private static final int CLOSED = -1;

    /** Its place in the {@link Poller} that waits for it; the poller's alone. */
    int slot = Poller.NO_SLOT;

    private int descriptor;

    /** Owns the descriptor from now on. */
    protected Pollable(int descriptor) {
        this.descriptor = descriptor;
    }

    /** The descriptor, for the subclass and the poller. */
    protected final int descriptor() {
        return descriptor;
    }

    public final boolean isOpen() {
        return descriptor != CLOSED;
    }

    /**
     * Closes it; a second call does nothing. A poller should have unregistered it before: while another thread starts a
     * child process, the child shares the descriptor for a moment, and until then the poller goes on reporting it.
     */
    @Override
    public void close() {
        if (descriptor != CLOSED) {
            Libc.get().close(descriptor);
            descriptor = CLOSED;
        }
    }
}
