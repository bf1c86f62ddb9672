package org.jkeepalived.netlink.packet;

import java.nio.charset.StandardCharsets;
import org.jkeepalived.net.AddressFamily;
import org.jkeepalived.net.IpAddress;
import org.jkeepalived.netlink.Errno;
import org.jkeepalived.netlink.SystemCallException;
import org.jkeepalived.netlink.event.Pollable;
import org.jkeepalived.netlink.libc.Libc;
import org.jkeepalived.netlink.libc.Linux;
import org.jkeepalived.netlink.libc.Memory;
import org.jkeepalived.netlink.libc.Sockets;

/**
 * Receives what arrives for IP protocol 112 on one interface in one address family: multicast of the groups it joined,
 * and unicast. One thread uses it; receiving never blocks and allocates nothing.
 *
 * <p>An interface that goes away and comes back is another one to the kernel: the receiver must be opened anew.
 *
 * @see <a href="https://man7.org/linux/man-pages/man7/raw.7.html">raw(7)</a>
 */
public final class VrrpReceiver extends Pollable {
    /** The receive buffer unless another size is asked for. */
    public static final int DEFAULT_RECEIVE_BUFFER_BYTES = 1 << 20;

    private static final int IP_ADD_MEMBERSHIP = 35;
    private static final int IP_MULTICAST_ALL = 49;
    private static final int IPV6_ADD_MEMBERSHIP = 20;
    private static final int IPV6_MULTICAST_ALL = 29;
    private static final int IPV6_RECVPKTINFO = 49;
    private static final int IPV6_RECVHOPLIMIT = 51;

    private final AddressFamily family;
    private final int interfaceIndex;
    private final String interfaceName;

    VrrpReceiver(int descriptor, AddressFamily family, int interfaceIndex, String interfaceName) {
        super(descriptor);
        this.family = family;
        this.interfaceIndex = interfaceIndex;
        this.interfaceName = interfaceName;
    }

    /** With {@link #DEFAULT_RECEIVE_BUFFER_BYTES}. */
    public static VrrpReceiver open(AddressFamily family, int interfaceIndex, String interfaceName)
            throws SystemCallException {
        return open(family, interfaceIndex, interfaceName, DEFAULT_RECEIVE_BUFFER_BYTES);
    }

    /**
     * Needs CAP_NET_RAW.
     *
     * @param receiveBufferBytes asked of the kernel beyond its limit where CAP_NET_ADMIN allows, else up to the limit
     */
    public static VrrpReceiver open(AddressFamily family, int interfaceIndex, String interfaceName,
            int receiveBufferBytes) throws SystemCallException {
        boolean ipv4 = family == AddressFamily.IPV4;
        int fd = Sockets.open(ipv4 ? Linux.AF_INET : Linux.AF_INET6, Linux.SOCK_RAW, AdvertFrame.PROTOCOL,
                interfaceName);
        try {
            Memory name = Memory.allocate(16);
            name.putBytes(0, interfaceName.getBytes(StandardCharsets.UTF_8));
            Sockets.set(fd, Linux.SOL_SOCKET, Linux.SO_BINDTODEVICE, name, "SO_BINDTODEVICE", interfaceName);
            Sockets.receiveBuffer(fd, receiveBufferBytes);
            if (ipv4) {
                Sockets.setInt(fd, Linux.IPPROTO_IP, IP_MULTICAST_ALL, 0, "IP_MULTICAST_ALL", interfaceName);
            } else {
                // Since Linux 4.20; without it groups that others joined on this interface are heard too.
                Sockets.tryInt(fd, Linux.IPPROTO_IPV6, IPV6_MULTICAST_ALL, 0);
                Sockets.setInt(fd, Linux.IPPROTO_IPV6, IPV6_RECVPKTINFO, 1, "IPV6_RECVPKTINFO", interfaceName);
                Sockets.setInt(fd, Linux.IPPROTO_IPV6, IPV6_RECVHOPLIMIT, 1, "IPV6_RECVHOPLIMIT", interfaceName);
            }
        } catch (SystemCallException e) {
            Libc.get().close(fd);
            throw e;
        }
        return new VrrpReceiver(fd, family, interfaceIndex, interfaceName);
    }

    /** Receives the group from now on too; a group that was joined already stays so. */
    public void join(IpAddress group) throws SystemCallException {
        boolean ipv4 = group.family() == AddressFamily.IPV4;
        Memory request = Memory.allocate(ipv4 ? 12 : 20);
        if (ipv4) {
            request.putIntNetworkOrder(0, (int) group.low());
            request.putInt(8, interfaceIndex);
        } else {
            request.putLongNetworkOrder(0, group.high());
            request.putLongNetworkOrder(8, group.low());
            request.putInt(16, interfaceIndex);
        }
        long result = Libc.get()
                .setsockopt(descriptor(), ipv4 ? Linux.IPPROTO_IP : Linux.IPPROTO_IPV6,
                        ipv4 ? IP_ADD_MEMBERSHIP : IPV6_ADD_MEMBERSHIP, request.address(), request.size());
        request.keepAlive();
        if (Libc.failed(result) && result != -Errno.EADDRINUSE) {
            throw new SystemCallException("join " + group, interfaceName, (int) -result);
        }
    }

    /**
     * Takes what has arrived, at most {@link ReceivedAdverts#CAPACITY} packets; a full batch may have more behind it.
     *
     * @return how many packets {@code adverts} now holds; 0 where nothing has arrived, or where the socket had an error to tell
     */
    public int receive(ReceivedAdverts adverts) {
        int count = Libc.get()
                .recvmmsg(descriptor(), adverts.messagesAddress(), ReceivedAdverts.CAPACITY, Linux.MSG_DONTWAIT,
                        Memory.NULL);
        if (count <= 0) {
            return 0;
        }
        adverts.decode(family, count);
        return count;
    }

    public int interfaceIndex() {
        return interfaceIndex;
    }

    public String interfaceName() {
        return interfaceName;
    }
}
