package org.jkeepalived.netlink.route;

import org.jkeepalived.net.AddressFamily;
import org.jkeepalived.net.MacAddress;
import org.jkeepalived.netlink.Errno;
import org.jkeepalived.netlink.SystemCallException;
import org.jkeepalived.netlink.event.Pollable;
import org.jkeepalived.netlink.libc.Libc;
import org.jkeepalived.netlink.libc.Linux;
import org.jkeepalived.netlink.libc.Memory;
import org.jkeepalived.netlink.libc.Sockets;

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
    private static final int IFADDRMSG = 8;
    private static final int IFINFOMSG = 16;
    /** What is being dumped, beside the message types. */
    private static final int NOTHING = 0;

    private final Libc libc = Libc.get();
    private final Memory buffer = Memory.allocate(READ_SIZE);
    private final Memory request = Memory.allocate(64);
    private final AttributeReader attributes = new AttributeReader();
    private final AttributeReader nested = new AttributeReader();
    private int dumping = NOTHING;
    private int dumpSequence;
    private boolean dumpInterrupted;
    private boolean dumpAnnounced;

    private RouteMonitor(int descriptor) {
        super(descriptor);
    }

    public static RouteMonitor open() throws SystemCallException {
        return open(Rtnetlink.RTMGRP_LINK | Rtnetlink.RTMGRP_IPV4_IFADDR | Rtnetlink.RTMGRP_IPV6_IFADDR);
    }

    /** Without groups it tells what exists and nothing else. */
    static RouteMonitor open(int groups) throws SystemCallException {
        int fd = Sockets.open(Linux.AF_NETLINK, Linux.SOCK_RAW, Rtnetlink.NETLINK_ROUTE, "route monitor");
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
        MessageWriter writer = new MessageWriter(request);
        writer.begin(type, Rtnetlink.NLM_F_REQUEST | Rtnetlink.NLM_F_DUMP, ++dumpSequence);
        if (type == Rtnetlink.RTM_GETLINK) {
            writer.linkHeader();
            writer.putInt(Rtnetlink.IFLA_EXT_MASK, Rtnetlink.RTEXT_FILTER_SKIP_STATS);
        } else {
            writer.addressHeader(Linux.AF_UNSPEC, 0, 0, 0, 0);
        }
        writer.end();
        dumping = type;
        long sent = libc.send(descriptor(), request.address(), writer.length(), 0);
        if (Libc.failed(sent)) {
            throw new SystemCallException("dump", "route monitor", (int) -sent);
        }
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
            long length = libc.recv(descriptor(), buffer.address(), READ_SIZE, Linux.MSG_DONTWAIT);
            if (length == -Errno.ENOBUFS) {
                startDump();
            } else if (length == -Errno.EAGAIN) {
                return;
            } else if (Libc.failed(length) && length != -Errno.EINTR) {
                throw new SystemCallException("recv", "route monitor", (int) -length);
            } else if (length > 0) {
                parse(buffer, (int) length, listener);
            }
        }
    }

    /** Tells the messages in {@code memory}; what is cut short or malformed is left out. */
    void parse(Memory memory, int length, RouteListener listener) throws SystemCallException {
        int offset = 0;
        while (length - offset >= Rtnetlink.HEADER) {
            int size = memory.getInt(offset);
            if (size < Rtnetlink.HEADER || size > length - offset) {
                return;
            }
            message(memory, offset, size, listener);
            offset += Rtnetlink.align(size);
        }
    }

    private void message(Memory memory, int offset, int size, RouteListener listener) throws SystemCallException {
        int type = memory.getUnsignedShort(offset + Rtnetlink.HEADER_TYPE);
        int flags = memory.getUnsignedShort(offset + Rtnetlink.HEADER_FLAGS);
        boolean ofDump = isDumping() && memory.getInt(offset + Rtnetlink.HEADER_SEQUENCE) == dumpSequence;
        if (ofDump && !dumpAnnounced) {
            dumpAnnounced = true;
            listener.dumpStarted();
        }
        if (ofDump && (flags & Rtnetlink.NLM_F_DUMP_INTERRUPTED) != 0) {
            dumpInterrupted = true;
        }
        switch (type) {
            case Rtnetlink.NLMSG_DONE -> dumpEnded(ofDump, listener);
            case Rtnetlink.NLMSG_ERROR -> dumpFailed(ofDump,
                    size < Rtnetlink.HEADER + 4 ? Errno.EPROTO : -memory.getInt(offset + Rtnetlink.HEADER));
            case Rtnetlink.RTM_NEWLINK, Rtnetlink.RTM_DELLINK -> link(memory, offset, size, type, listener);
            case Rtnetlink.RTM_NEWADDR, Rtnetlink.RTM_DELADDR -> address(memory, offset, size, type, listener);
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

    private void link(Memory memory, int offset, int size, int type, RouteListener listener) {
        int info = offset + Rtnetlink.HEADER;
        if (size < Rtnetlink.HEADER + IFINFOMSG || memory.getByte(info) != Linux.AF_UNSPEC) {
            // Of another family than AF_UNSPEC are events of a bridge's port, not of the interface.
            return;
        }
        int index = memory.getInt(info + 4);
        String name = "";
        String kind = "";
        int mtu = 0;
        int master = 0;
        int lower = 0;
        long mac = 0;
        attributes.reset(memory, info + IFINFOMSG, offset + size);
        while (attributes.next()) {
            switch (attributes.type()) {
                case Rtnetlink.IFLA_IFNAME -> name = attributes.stringValue();
                case Rtnetlink.IFLA_MTU -> mtu = attributes.intValue();
                case Rtnetlink.IFLA_MASTER -> master = attributes.intValue();
                case Rtnetlink.IFLA_LINK -> lower = attributes.intValue();
                case Rtnetlink.IFLA_ADDRESS -> mac = attributes.macValue();
                case Rtnetlink.IFLA_LINKINFO -> kind = kind(memory);
                default -> {
                    // Not of interest.
                }
            }
        }
        if (type == Rtnetlink.RTM_DELLINK) {
            listener.linkRemoved(index, name);
        } else {
            listener.linkChanged(new Link(index, name, memory.getInt(info + 8), mtu, new MacAddress(mac),
                    memory.getUnsignedShort(info + 2), master, lower, kind));
        }
    }

    private String kind(Memory memory) {
        nested.reset(memory, attributes.payload(), attributes.payload() + attributes.payloadLength());
        while (nested.next()) {
            if (nested.type() == Rtnetlink.IFLA_INFO_KIND) {
                return nested.stringValue();
            }
        }
        return "";
    }

    private void address(Memory memory, int offset, int size, int type, RouteListener listener) {
        int info = offset + Rtnetlink.HEADER;
        if (size < Rtnetlink.HEADER + IFADDRMSG) {
            return;
        }
        int family = memory.getByte(info);
        if (family != Linux.AF_INET && family != Linux.AF_INET6) {
            return;
        }
        int flags = memory.getUnsignedByte(info + 2);
        long high = 0;
        long low = 0;
        boolean found = false;
        boolean local = false;
        attributes.reset(memory, info + IFADDRMSG, offset + size);
        while (attributes.next()) {
            int attribute = attributes.type();
            // IFA_LOCAL is the interface's own address; IFA_ADDRESS is the same, or the peer's where both are there.
            if (attribute == Rtnetlink.IFA_LOCAL || attribute == Rtnetlink.IFA_ADDRESS && !local) {
                high = attributes.addressHigh();
                low = attributes.addressLow();
                local = attribute == Rtnetlink.IFA_LOCAL;
                found = true;
            } else if (attribute == Rtnetlink.IFA_FLAGS) {
                flags = attributes.intValue();
            }
        }
        if (!found || attributes.malformed()) {
            return;
        }
        AddressFamily of = family == Linux.AF_INET ? AddressFamily.IPV4 : AddressFamily.IPV6;
        int prefixLength = memory.getUnsignedByte(info + 1);
        if (type == Rtnetlink.RTM_DELADDR) {
            listener.addressRemoved(memory.getInt(info + 4), of, high, low, prefixLength);
        } else {
            listener.addressAdded(memory.getInt(info + 4), of, high, low, prefixLength,
                    memory.getUnsignedByte(info + 3), flags);
        }
    }
}
