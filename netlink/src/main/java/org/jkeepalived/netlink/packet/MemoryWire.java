package org.jkeepalived.netlink.packet;

import org.jkeepalived.net.AddressFamily;
import org.jkeepalived.netlink.SystemCallException;
import org.jkeepalived.netlink.libc.Libc;
import org.jkeepalived.netlink.libc.Linux;
import org.jkeepalived.netlink.libc.Memory;
import org.jkeepalived.netlink.libc.Sockets;

/**
 * A wire that is no network: what its transmitter sends, its receiver receives, and what its announcer sends is thrown
 * away. The system calls and the code around them are the real ones, so that a daemon can rehearse a takeover before it
 * has one, without privileges. IPv4 alone, because a raw IPv6 socket receives no header. One thread uses it.
 */
public final class MemoryWire implements AutoCloseable {
    private static final int BUFFER = 4 << 20;

    private final VrrpTransmitter transmitter;
    private final VrrpReceiver receiver;
    private final Announcer announcer;
    private final int sink;
    private final Memory discarded = Memory.allocate(64);

    private MemoryWire(Memory pairs) {
        transmitter = new VrrpTransmitter(AddressFamily.IPV4, pairs.getInt(0));
        receiver = new VrrpReceiver(pairs.getInt(4), AddressFamily.IPV4, 0, "");
        announcer = new Announcer(pairs.getInt(8));
        sink = pairs.getInt(12);
    }

    public static MemoryWire open() throws SystemCallException {
        Memory pairs = Memory.allocate(16);
        for (int pair = 0; pair < 16; pair += 8) {
            // Sequenced packets keep their boundaries, and the kernel ignores the addresses in their headers.
            Sockets.check("socketpair", "",
                    Libc.get()
                            .socketpair(Linux.AF_UNIX, Linux.SOCK_SEQPACKET | Linux.SOCK_NONBLOCK | Linux.SOCK_CLOEXEC,
                                    0, pairs.address(pair)));
            Sockets.sendBuffer(pairs.getInt(pair), BUFFER);
        }
        return new MemoryWire(pairs);
    }

    public VrrpTransmitter transmitter() {
        return transmitter;
    }

    public VrrpReceiver receiver() {
        return receiver;
    }

    public Announcer announcer() {
        return announcer;
    }

    /** Throws away what the announcer has sent, and returns how many frames that were. Some 200 fit in between. */
    public int discardAnnouncements() {
        int count = 0;
        while (!Libc.failed(Libc.get().recv(sink, discarded.address(), discarded.size(), Linux.MSG_DONTWAIT))) {
            count++;
        }
        return count;
    }

    @Override
    public void close() {
        transmitter.close();
        receiver.close();
        announcer.close();
        Libc.get().close(sink);
    }
}
