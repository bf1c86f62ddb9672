package org.jkeepalived.netlink.process;

import java.io.IOException;
import org.jkeepalived.netlink.Errno;
import org.jkeepalived.netlink.SystemCallException;
import org.jkeepalived.netlink.libc.Libc;
import org.jkeepalived.netlink.libc.Linux;
import org.jkeepalived.netlink.libc.Memory;
import org.jkeepalived.netlink.libc.NativeText;
import org.jkeepalived.netlink.libc.Sockets;

/**
 * A client of a datagram socket in the file system or the abstract namespace: {@code /dev/log}, {@code $NOTIFY_SOCKET}.
 * Sending never waits. One thread uses it.
 *
 * @see <a href="https://man7.org/linux/man-pages/man7/unix.7.html">unix(7)</a>
 */
public final class UnixDatagram implements AutoCloseable {
    /** struct sockaddr_un: the family, then the path. */
    private static final int FAMILY_SIZE = 2;
    private static final int PATH_LIMIT = 108;
    /** The message's header, the address and the vector; the data has memory of its own, since it may grow. */
    private static final int ADDRESS = Linux.MMSGHDR_SIZE;
    private static final int VECTOR = ADDRESS + 112;
    private static final int FIRST_DATA_SIZE = 2048;

    private final Libc libc = Libc.get();
    private final String name;
    private final Memory message = Memory.allocate(VECTOR + Linux.IOVEC_SIZE);
    private Memory data = Memory.allocate(FIRST_DATA_SIZE);
    private int descriptor;

    private UnixDatagram(int descriptor, String name, byte[] path) {
        this.descriptor = descriptor;
        this.name = name;
        boolean unnamed = path.length > 0 && path[0] == 0;
        message.putShort(ADDRESS, Linux.AF_UNIX);
        message.putBytes(ADDRESS + FAMILY_SIZE, path);
        message.putLong(Linux.MSGHDR_NAME, message.address(ADDRESS));
        // A path ends with a zero; the length of an abstract name is all that ends it.
        message.putInt(Linux.MSGHDR_NAMELEN, FAMILY_SIZE + path.length + (unnamed ? 0 : 1));
        message.putLong(Linux.MSGHDR_IOV, message.address(VECTOR));
        message.putLong(Linux.MSGHDR_IOVLEN, 1);
    }

    /**
     * @param name a path; or an {@code @} and a name of the abstract namespace, as sd_notify(3) writes it
     * @throws IOException where there can be no socket, or the name is too long for one; that nothing listens is found out by sending
     */
    public static UnixDatagram to(String name) throws IOException {
        byte[] path = NativeText.bytes(name);
        boolean unnamed = name.startsWith("@");
        if (path.length > PATH_LIMIT - (unnamed ? 0 : 1)) {
            throw new SystemCallException("sendmmsg", name, Errno.ENAMETOOLONG);
        }
        if (unnamed) {
            path[0] = 0;
        }
        return new UnixDatagram(Sockets.open(Linux.AF_UNIX, Linux.SOCK_DGRAM, 0, name), name, path);
    }

    /**
     * Sends bytes as one datagram.
     *
     * @return false where it would have had to wait, since the reader's queue is full
     * @throws IOException where nothing listens; once something does, the next call succeeds
     */
    public boolean send(byte[] bytes, int length) throws IOException {
        if (length > data.size()) {
            data = Memory.allocate(Integer.highestOneBit(length) << 1);
        }
        data.putBytes(0, bytes, length);
        message.putLong(VECTOR, data.address());
        message.putLong(VECTOR + Linux.IOVEC_LEN, length);
        int result;
        do {
            result = libc.sendmmsg(descriptor, message.address(), 1, Linux.MSG_DONTWAIT);
        } while (result == -Errno.EINTR);
        message.keepAlive();
        data.keepAlive();
        if (result == -Errno.EAGAIN) {
            return false;
        }
        Sockets.check("sendmmsg", name, result);
        return true;
    }

    @Override
    public void close() {
        if (descriptor >= 0) {
            libc.close(descriptor);
            descriptor = -1;
        }
    }
}
