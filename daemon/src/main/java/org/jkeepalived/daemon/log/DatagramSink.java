package org.jkeepalived.daemon.log;

import java.io.IOException;

/** A connected datagram socket that never waits. Used by one thread at a time. */
public interface DatagramSink extends AutoCloseable {
    /**
     * Sends one datagram.
     *
     * @return false where it would have had to wait
     * @throws IOException where the socket is of no use any more; the caller closes it and opens another
     */
    boolean send(byte[] data, int length) throws IOException;

    @Override
    void close();

    /** Opens sinks. */
    @FunctionalInterface
    interface Opener {
        /**
         * Connects to a Unix datagram socket.
         *
         * @param address a path, or a name of the abstract namespace after {@code @}
         * @throws IOException where nobody listens there
         */
        DatagramSink open(String address) throws IOException;
    }
}
