package org.jkeepalived.netlink.route;

import org.jkeepalived.netlink.Errno;
import org.jkeepalived.netlink.SystemCallException;
import org.jkeepalived.netlink.event.Pollable;
import org.jkeepalived.netlink.libc.Libc;
import org.jkeepalived.netlink.libc.Linux;
import org.jkeepalived.netlink.libc.Memory;
import org.jkeepalived.netlink.libc.Sockets;
import org.jkeepalived.netlink.message.MessageReader;
import org.jkeepalived.netlink.message.MessageWriter;
import org.jkeepalived.netlink.message.Netlink;

/**
 * Watches interfaces and addresses. {@link #open} asks for everything that exists, {@link #read} tells it and every
 * change to a listener; where the kernel had to drop events, everything is asked for anew. One thread uses it, it never
 * blocks, and events of addresses allocate nothing.
 *
 * @see <a href="https://man7.org/linux/man-pages/man7/rtnetlink.7.html">rtnetlink(7)</a>
 */
public final class RouteMonitor extends Pollable {
    private static final int RECEIVE_BUFFER = 16 << 20;
    private static final int READ_SIZE = 64 << 10;
    /** Bounds one {@link #read}, so that a storm of events cannot keep the loop from its timers. */
    private static final int READS_PER_CALL = 1024;
    private static final int RTMGRP_LINK = 1;
    private static final int RTMGRP_IPV4_IFADDR = 0x10;
    private static final int RTMGRP_IPV6_IFADDR = 0x100;
    /** What is being dumped, beside the message types. */
    private static final int NOTHING = 0;

    private final MessageReader messages = new MessageReader(READ_SIZE);
    private final MessageWriter request = new MessageWriter();
    private final LinkMessages links = new LinkMessages();
    private final AddressMessages addresses = new AddressMessages();
    private int dumping = NOTHING;
    private int dumpSequence;
    private boolean dumpInterrupted;
    private boolean dumpAnnounced;

    private RouteMonitor(int descriptor) {
        super(descriptor);
    }

    public static RouteMonitor open() throws SystemCallException {
        return open(RTMGRP_LINK | RTMGRP_IPV4_IFADDR | RTMGRP_IPV6_IFADDR);
    }

    /** Without groups it tells what exists and nothing else. */
    static RouteMonitor open(int groups) throws SystemCallException {
        int fd = Sockets.open(Linux.AF_NETLINK, Linux.SOCK_RAW, Netlink.NETLINK_ROUTE, "route monitor");
        Memory address = Memory.allocate(12);
        address.putShort(0, Linux.AF_NETLINK);
        address.putInt(8, groups);
        int bound = Libc.get().bind(fd, address.address(), 12);
        address.keepAlive();
        if (Libc.failed(bound)) {
            Libc.get().close(fd);
            throw new SystemCallException("bind", "route monitor", -bound);
        }
        Sockets.receiveBuffer(fd, RECEIVE_BUFFER);
        RouteMonitor monitor = new RouteMonitor(fd);
        monitor.startDump();
        return monitor;
    }

    /** For tests: room for a few events only, so that the kernel has to drop some. */
    void shrinkReceiveBuffer() {
        Sockets.tryInt(descriptor(), Linux.SOL_SOCKET, Linux.SO_RCVBUF, 4096);
    }

    /** Whether everything that exists has not been told yet. */
    public boolean isDumping() {
        return dumping != NOTHING;
    }

    /** Tells everything anew, between {@link RouteListener#dumpStarted} and {@link RouteListener#dumpCompleted}. */
    public void startDump() throws SystemCallException {
        if (isDumping()) {
            // One at a time; its end starts the next.
            dumpInterrupted = true;
            return;
        }
        dumpInterrupted = false;
        dumpAnnounced = false;
        requestDump(Rtnetlink.RTM_GETLINK);
    }

    private void requestDump(int type) throws SystemCallException {
        request.reset();
        if (type == Rtnetlink.RTM_GETLINK) {
            LinkMessages.writeDump(request);
        } else {
            AddressMessages.writeDump(request);
        }
        request.sequence(++dumpSequence);
        dumping = type;
        Sockets.check("dump", "route monitor", request.send(descriptor()));
    }

    /** Reads until everything that exists has been told. A dump is ready as fast as it is read, so this is not a wait. */
    public void readDump(RouteListener listener) throws SystemCallException {
        while (isDumping()) {
            read(listener);
        }
    }

    /**
     * Tells what has happened since the last call. What is left after a bounded amount makes it readable again.
     *
     * @throws SystemCallException where the socket itself fails
     */
    public void read(RouteListener listener) throws SystemCallException {
        for (int i = 0; i < READS_PER_CALL; i++) {
            long length = messages.receive(descriptor());
            if (length == -Errno.ENOBUFS) {
                startDump();
            } else if (length == -Errno.EAGAIN) {
                return;
            } else if (Libc.failed(length) && length != -Errno.EINTR) {
                throw new SystemCallException("recv", "route monitor", (int) -length);
            }
            tell(messages, listener);
        }
    }

    /** Tells what was received; what is cut short or malformed is left out. */
    void tell(MessageReader received, RouteListener listener) throws SystemCallException {
        while (received.next()) {
            message(received, listener);
        }
    }

    private void message(MessageReader message, RouteListener listener) throws SystemCallException {
        boolean ofDump = isDumping() && message.sequence() == dumpSequence;
        if (ofDump && !dumpAnnounced) {
            dumpAnnounced = true;
            listener.dumpStarted();
        }
        if (ofDump && (message.flags() & Netlink.NLM_F_DUMP_INTERRUPTED) != 0) {
            dumpInterrupted = true;
        }
        switch (message.type()) {
            case Netlink.NLMSG_DONE -> dumpEnded(ofDump, listener);
            case Netlink.NLMSG_ERROR -> dumpFailed(ofDump, message.errno());
            case Rtnetlink.RTM_NEWLINK, Rtnetlink.RTM_DELLINK -> links.tell(message, listener);
            case Rtnetlink.RTM_NEWADDR, Rtnetlink.RTM_DELADDR -> addresses.tell(message, listener);
            default -> {
                // Other message types belong to no group that was asked for.
            }
        }
    }

    private void dumpEnded(boolean ofDump, RouteListener listener) throws SystemCallException {
        if (!ofDump) {
            return;
        }
        if (dumpInterrupted) {
            dumping = NOTHING;
            startDump();
        } else if (dumping == Rtnetlink.RTM_GETLINK) {
            requestDump(Rtnetlink.RTM_GETADDR);
        } else {
            dumping = NOTHING;
            listener.dumpCompleted();
        }
    }

    private static void dumpFailed(boolean ofDump, int errno) throws SystemCallException {
        if (ofDump && errno != Errno.NONE) {
            throw new SystemCallException("dump", "route monitor", errno);
        }
    }
}
