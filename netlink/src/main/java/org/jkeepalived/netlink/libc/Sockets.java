package org.jkeepalived.netlink.libc;

import org.jkeepalived.netlink.Errno;
import org.jkeepalived.netlink.SystemCallException;

/** Opens descriptors and sets options, turning failures into exceptions that name the operation and its object. */
public final class Sockets {
    private static final Libc LIBC = Libc.get();

    private Sockets() {}

    /** A non-blocking socket that children do not inherit. */
    public static int open(int domain, int type, int protocol, String object) throws SystemCallException {
        int flags = Linux.SOCK_NONBLOCK | Linux.SOCK_CLOEXEC;
        return check("socket", object, LIBC.socket(domain, type | flags, protocol));
    }

    /** The result itself where it is no error. */
    public static int check(String operation, String object, long result) throws SystemCallException {
        if (Libc.failed(result)) {
            throw new SystemCallException(operation, object, (int) -result);
        }
        return (int) result;
    }

    public static void setInt(int fd, int level, int name, int value, String option, String object)
            throws SystemCallException {
        Memory memory = Memory.allocate(4);
        memory.putInt(0, value);
        set(fd, level, name, memory, option, object);
    }

    public static void set(int fd, int level, int name, Memory value, String option, String object)
            throws SystemCallException {
        int result = LIBC.setsockopt(fd, level, name, value.address(), value.size());
        value.keepAlive();
        check("setsockopt " + option, object, result);
    }

    /** Sets an option that improves something and may be missing or not permitted. */
    public static boolean tryInt(int fd, int level, int name, int value) {
        Memory memory = Memory.allocate(4);
        memory.putInt(0, value);
        int result = LIBC.setsockopt(fd, level, name, memory.address(), 4);
        memory.keepAlive();
        return !Libc.failed(result);
    }

    /** A receive buffer beyond net.core.rmem_max where we may, else as much of it as the system gives. */
    public static void receiveBuffer(int fd, int bytes) {
        if (!tryInt(fd, Linux.SOL_SOCKET, Linux.SO_RCVBUFFORCE, bytes)) {
            tryInt(fd, Linux.SOL_SOCKET, Linux.SO_RCVBUF, bytes);
        }
    }

    /** A send buffer beyond net.core.wmem_max where we may, else as much of it as the system gives. */
    public static void sendBuffer(int fd, int bytes) {
        if (!tryInt(fd, Linux.SOL_SOCKET, Linux.SO_SNDBUFFORCE, bytes)) {
            tryInt(fd, Linux.SOL_SOCKET, Linux.SO_SNDBUF, bytes);
        }
    }

    /** Whether a result says that a non-blocking call had nothing to do, or was interrupted before it did anything. */
    public static boolean wouldBlock(long result) {
        return result == -Errno.EAGAIN || result == -Errno.EINTR;
    }
}
