package org.jkeepalived.netlink.process;

import java.io.IOException;
import java.nio.ByteBuffer;
import jnr.unixsocket.UnixDatagramChannel;
import jnr.unixsocket.UnixSocketAddress;

/**
 * A client of a datagram socket in the file system or the abstract namespace: {@code /dev/log}, {@code $NOTIFY_SOCKET}.
 * Sending may block, so it has no place on the loop's thread. One thread uses it.
 *
 * @see <a href="https://man7.org/linux/man-pages/man7/unix.7.html">unix(7)</a>
 */
public final class UnixDatagram implements AutoCloseable {
    private final UnixDatagramChannel channel;
    private final UnixSocketAddress address;

    private UnixDatagram(UnixDatagramChannel channel, UnixSocketAddress address) {
        this.channel = channel;
        this.address = address;
    }

    /**
     * @param name a path; or an {@code @} and a name of the abstract namespace, as sd_notify(3) writes it
     * @throws IOException where there can be no socket; that nothing listens is found out by sending
     */
    public static UnixDatagram to(String name) throws IOException {
        String path = name.startsWith("@") ? "\0" + name.substring(1) : name;
        return new UnixDatagram(UnixDatagramChannel.open(), new UnixSocketAddress(path));
    }

    /**
     * Sends what remains in the buffer as one datagram.
     *
     * @throws IOException where nothing listens; once something does, the next call succeeds
     */
    public void send(ByteBuffer datagram) throws IOException {
        channel.send(datagram, address);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
