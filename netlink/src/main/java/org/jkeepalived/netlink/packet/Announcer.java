package org.jkeepalived.netlink.packet;

import org.jkeepalived.netlink.SystemCallException;
import org.jkeepalived.netlink.libc.Libc;
import org.jkeepalived.netlink.libc.Linux;
import org.jkeepalived.netlink.libc.Sockets;

/**
 * Sends gratuitous ARPs and unsolicited neighbour advertisements, of any interface, in as few system calls as fit. One
 * thread uses it; sending allocates nothing and never blocks. A frame may be queued several times.
 *
 * @see <a href="https://man7.org/linux/man-pages/man7/packet.7.html">packet(7)</a>
 */
public final class Announcer implements AutoCloseable {
    private static final int SEND_BUFFER = 8 << 20;

    private final int descriptor;
    private final SendQueue queue;

    Announcer(int descriptor) {
        this.descriptor = descriptor;
        this.queue = new SendQueue(descriptor);
    }

    /** Needs CAP_NET_RAW. */
    public static Announcer open() throws SystemCallException {
        // Protocol 0 receives nothing.
        int fd = Sockets.open(Linux.AF_PACKET, Linux.SOCK_RAW, 0, "announcer");
        Sockets.sendBuffer(fd, SEND_BUFFER);
        return new Announcer(fd);
    }

    /** Will be sent by the next {@link #flush}, or before when more than 1024 are queued. */
    public void queue(AnnouncementFrame frame) {
        queue.add(frame);
    }

    /**
     * Sends all that is queued, in order.
     *
     * @return how many frames could not be sent since the last flush; {@link #failed} names the first 1024 of them
     */
    public int flush() {
        return queue.flush();
    }

    /** The i-th frame that the last {@link #flush} could not send; its {@link OutboundFrame#errno} says why. */
    public AnnouncementFrame failed(int i) {
        return (AnnouncementFrame) queue.failed(i);
    }

    @Override
    public void close() {
        Libc.get().close(descriptor);
    }
}
