package org.jkeepalived.netlink.packet;

import org.jkeepalived.net.AddressFamily;
import org.jkeepalived.netlink.SystemCallException;
import org.jkeepalived.netlink.libc.Libc;
import org.jkeepalived.netlink.libc.Linux;
import org.jkeepalived.netlink.libc.Sockets;

/**
 * Sends the adverts of one address family, through any interface, all that are queued in one system call. Nothing comes
 * back to the sender, neither by multicast loop nor otherwise. One thread uses it; sending allocates nothing and never
 * blocks.
 *
 * @see <a href="https://man7.org/linux/man-pages/man7/raw.7.html">raw(7)</a>
 */
public final class VrrpTransmitter implements AutoCloseable {
    private static final int IP_MULTICAST_LOOP = 34;
    private static final int IPV6_MULTICAST_LOOP = 19;
    private static final int TC_PRIO_CONTROL = 7;
    private static final int SEND_BUFFER = 4 << 20;

    private final AddressFamily family;
    private final int descriptor;
    private final SendQueue queue;

    VrrpTransmitter(AddressFamily family, int descriptor) {
        this.family = family;
        this.descriptor = descriptor;
        this.queue = new SendQueue(descriptor);
    }

    /** Needs CAP_NET_RAW. */
    public static VrrpTransmitter open(AddressFamily family) throws SystemCallException {
        boolean ipv4 = family == AddressFamily.IPV4;
        String object = "advert transmitter " + family;
        // IPPROTO_RAW: our own IP headers, and nothing is ever queued for reading.
        int fd = Sockets.open(ipv4 ? Linux.AF_INET : Linux.AF_INET6, Linux.SOCK_RAW, Linux.IPPROTO_RAW, object);
        try {
            if (ipv4) {
                Sockets.setInt(fd, Linux.IPPROTO_IP, IP_MULTICAST_LOOP, 0, "IP_MULTICAST_LOOP", object);
            } else {
                Sockets.setInt(fd, Linux.IPPROTO_IPV6, IPV6_MULTICAST_LOOP, 0, "IPV6_MULTICAST_LOOP", object);
            }
        } catch (SystemCallException e) {
            Libc.get().close(fd);
            throw e;
        }
        Sockets.tryInt(fd, Linux.SOL_SOCKET, Linux.SO_PRIORITY, TC_PRIO_CONTROL);
        Sockets.sendBuffer(fd, SEND_BUFFER);
        return new VrrpTransmitter(family, fd);
    }

    /** Will be sent by the next {@link #flush}, or before when more than 1024 are queued. */
    public void queue(AdvertFrame frame) {
        if (frame.family() != family) {
            throw new IllegalArgumentException("a frame of " + frame.family() + " for " + family);
        }
        queue.add(frame);
    }

    /**
     * Sends all that is queued, in order.
     *
     * @return how many frames could not be sent since the last flush; {@link #failed} names them
     */
    public int flush() {
        return queue.flush();
    }

    /** The i-th frame that the last {@link #flush} could not send; its {@link OutboundFrame#errno} says why. */
    public AdvertFrame failed(int i) {
        return (AdvertFrame) queue.failed(i);
    }

    @Override
    public void close() {
        Libc.get().close(descriptor);
    }
}
