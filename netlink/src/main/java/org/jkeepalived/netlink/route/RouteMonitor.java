package org.jkeepalived.netlink.route;

import java.util.EnumSet;
import java.util.Set;
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
 * Watches interfaces and addresses, and where {@link #follow} says so routes and rules. {@link #open} asks for
 * everything that exists, {@link #read} tells it and every change to a listener; where the kernel had to drop events,
 * everything is asked for anew. One thread uses it, it never blocks, and events of addresses allocate nothing.
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
    private final RouteMessages routes = new RouteMessages();
    private final RuleMessages rules = new RuleMessages();
    private final Set<RoutingGroup> followed = EnumSet.noneOf(RoutingGroup.class);
    private int followedProtocol;
    private RoutingListener routing;
    /** What is to be dumped when the present dump has ended. */
    private final Set<RoutingGroup> groupsDue = EnumSet.noneOf(RoutingGroup.class);
    private boolean linksDue;
    private int dumping = NOTHING;
    /** Of routes or rules, else null. */
    private RoutingGroup dumpingGroup;
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

    /**
     * From now on tells routes and rules of these groups too: first all that exist, then what comes and goes. What was
     * followed before goes on without being told again, but where the protocol is another; what is not among {@code
     * groups} is told no more.
     *
     * @param protocol RTPROT_* of those that are told, 0 for all
     * @param listener null where {@code groups} is empty
     */
    public void follow(Set<RoutingGroup> groups, int protocol, RoutingListener listener) throws SystemCallException {
        // Lets a dump of routes be limited to a protocol; a kernel that knows it not tells all.
        Sockets.tryInt(descriptor(), Netlink.SOL_NETLINK, Netlink.NETLINK_GET_STRICT_CHK, 1);
        for (RoutingGroup group : RoutingGroup.values()) {
            boolean wanted = groups.contains(group);
            if (wanted && followed.add(group)) {
                membership(Netlink.NETLINK_ADD_MEMBERSHIP, "NETLINK_ADD_MEMBERSHIP", group);
                groupsDue.add(group);
            } else if (!wanted && followed.remove(group)) {
                membership(Netlink.NETLINK_DROP_MEMBERSHIP, "NETLINK_DROP_MEMBERSHIP", group);
                groupsDue.remove(group);
            }
        }
        if (protocol != followedProtocol) {
            groupsDue.addAll(followed);
        }
        followedProtocol = protocol;
        routing = listener;
        if (!isDumping()) {
            nextDump();
        }
    }

    private void membership(int option, String name, RoutingGroup group) throws SystemCallException {
        Sockets.setInt(descriptor(), Netlink.SOL_NETLINK, option, group.number(), name, "route monitor");
    }

    /** Tells everything anew, between {@link RouteListener#dumpStarted} and {@link RouteListener#dumpCompleted}. */
    public void startDump() throws SystemCallException {
        linksDue = true;
        groupsDue.addAll(followed);
        if (isDumping()) {
            // One at a time; its end starts the next.
            dumpInterrupted = true;
        } else {
            nextDump();
        }
    }

    private void nextDump() throws SystemCallException {
        dumping = NOTHING;
        dumpInterrupted = false;
        dumpAnnounced = false;
        if (linksDue) {
            linksDue = false;
            requestDump(Rtnetlink.RTM_GETLINK, null);
        } else if (!groupsDue.isEmpty()) {
            RoutingGroup group = groupsDue.iterator().next();
            groupsDue.remove(group);
            requestDump(group.isRules() ? Rtnetlink.RTM_GETRULE : Rtnetlink.RTM_GETROUTE, group);
        }
    }

    private void requestDump(int type, RoutingGroup group) throws SystemCallException {
        request.reset();
        switch (type) {
            case Rtnetlink.RTM_GETLINK -> LinkMessages.writeDump(request);
            case Rtnetlink.RTM_GETADDR -> AddressMessages.writeDump(request);
            case Rtnetlink.RTM_GETRULE -> RuleMessages.writeDump(request, group.family());
            default -> RouteMessages.writeDump(request, group.family(), followedProtocol);
        }
        request.sequence(++dumpSequence);
        dumping = type;
        dumpingGroup = group;
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
            if (dumpingGroup == null) {
                listener.dumpStarted();
            } else if (followed.contains(dumpingGroup)) {
                routing.dumpStarted(dumpingGroup);
            }
        }
        if (ofDump && (message.flags() & Netlink.NLM_F_DUMP_INTERRUPTED) != 0) {
            dumpInterrupted = true;
        }
        switch (message.type()) {
            case Netlink.NLMSG_DONE -> dumpEnded(ofDump, listener);
            case Netlink.NLMSG_ERROR -> dumpFailed(ofDump, message.errno(), listener);
            case Rtnetlink.RTM_NEWLINK, Rtnetlink.RTM_DELLINK -> links.tell(message, listener);
            case Rtnetlink.RTM_NEWADDR, Rtnetlink.RTM_DELADDR -> addresses.tell(message, listener);
            case Rtnetlink.RTM_NEWROUTE, Rtnetlink.RTM_DELROUTE -> {
                if (routing != null) {
                    routes.tell(message, followedProtocol, routing);
                }
            }
            case Rtnetlink.RTM_NEWRULE, Rtnetlink.RTM_DELRULE -> {
                if (routing != null) {
                    rules.tell(message, followedProtocol, routing);
                }
            }
            default -> {
                // Other message types belong to no group that was asked for.
            }
        }
    }

    private void dumpEnded(boolean ofDump, RouteListener listener) throws SystemCallException {
        if (!ofDump) {
            return;
        }
        if (!dumpInterrupted && dumping == Rtnetlink.RTM_GETLINK) {
            requestDump(Rtnetlink.RTM_GETADDR, null);
            return;
        }
        if (dumpingGroup == null) {
            linksDue |= dumpInterrupted;
            if (!dumpInterrupted) {
                listener.dumpCompleted();
            }
        } else if (followed.contains(dumpingGroup)) {
            if (dumpInterrupted) {
                groupsDue.add(dumpingGroup);
            } else {
                routing.dumpCompleted(dumpingGroup);
            }
        }
        nextDump();
    }

    private void dumpFailed(boolean ofDump, int errno, RouteListener listener) throws SystemCallException {
        if (!ofDump || errno == Errno.NONE) {
            return;
        }
        if (dumpingGroup == null) {
            throw new SystemCallException("dump", "route monitor", errno);
        }
        // The kernel has no such routes or rules at all, for example EAFNOSUPPORT where IPv6 is switched off.
        dumpEnded(true, listener);
    }
}
