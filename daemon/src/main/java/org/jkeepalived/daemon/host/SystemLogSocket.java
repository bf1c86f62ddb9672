package org.jkeepalived.daemon.host;

import java.io.IOException;
import org.jkeepalived.daemon.log.DatagramSink;
import org.jkeepalived.netlink.process.UnixDatagram;

/** A datagram socket for the log and the service manager, over netlink's. Used by the log's and the files' threads. */
public final class SystemLogSocket implements DatagramSink {

    private final UnixDatagram socket;

    private SystemLogSocket(UnixDatagram socket) {
        this.socket = socket;
    }

    /**
     * Connects to a Unix datagram socket.
     *
     * @param address a path, or a name of the abstract namespace after {@code @}
     * @throws IOException where there can be no socket
     */
    public static DatagramSink open(String address) throws IOException {
        return new SystemLogSocket(UnixDatagram.to(address));
    }

    @Override
    public boolean send(byte[] data, int length) throws IOException {
        return socket.send(data, length);
    }

    @Override
    public void close() {
        socket.close();
    }
}
