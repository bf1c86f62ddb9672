package org.jkeepalived.netlink.packet;

import org.jkeepalived.netlink.Errno;
import org.jkeepalived.netlink.libc.Linux;
import org.jkeepalived.netlink.libc.Memory;

/**
 * A packet prepared in memory outside the heap together with the message header that names it, so that sending it is a
 * copy of 56 bytes. The loop's thread owns it.
 */
public abstract sealed class OutboundFrame permits AdvertFrame, AnnouncementFrame {
    static final int IOVEC = 64;
    static final int NAME = IOVEC + Linux.IOVEC_SIZE;
    static final int CONTROL = NAME + 32;

    final Memory memory;
    private final int packetOffset;
    private int errno = Errno.NONE;

    OutboundFrame(int controlSpace, int nameLength, int packetCapacity) {
        packetOffset = CONTROL + controlSpace;
        memory = Memory.allocate(packetOffset + packetCapacity);
        memory.putLong(Linux.MSGHDR_NAME, memory.address(NAME));
        memory.putInt(Linux.MSGHDR_NAMELEN, nameLength);
        memory.putLong(Linux.MSGHDR_IOV, memory.address(IOVEC));
        memory.putLong(Linux.MSGHDR_IOVLEN, 1);
        memory.putLong(IOVEC, memory.address(packetOffset));
        memory.putLong(IOVEC + Linux.IOVEC_LEN, packetCapacity);
        if (controlSpace > 0) {
            memory.putLong(Linux.MSGHDR_CONTROL, memory.address(CONTROL));
            memory.putLong(Linux.MSGHDR_CONTROLLEN, controlSpace);
        }
    }

    final int packetOffset() {
        return packetOffset;
    }

    final void setPacketLength(int bytes) {
        memory.putLong(IOVEC + Linux.IOVEC_LEN, bytes);
    }

    final int packetLength() {
        return (int) memory.getLong(IOVEC + Linux.IOVEC_LEN);
    }

    final void outcome(int newErrno) {
        errno = newErrno;
    }

    /** How the last attempt to send it ended: {@link Errno#NONE} or a positive error number. */
    public final int errno() {
        return errno;
    }

    /** A copy of the packet as it would be sent, for tests and traces. */
    public final byte[] packetBytes() {
        return memory.getBytes(packetOffset, packetLength());
    }
}
