package org.jkeepalived.netlink.packet;

import org.jkeepalived.netlink.Errno;
import org.jkeepalived.netlink.libc.Libc;
import org.jkeepalived.netlink.libc.Linux;
import org.jkeepalived.netlink.libc.Memory;

/** Frames that leave through one socket in one sendmmsg(2). Allocates nothing once made. */
final class SendQueue {
    /** The most that the kernel takes in one call: UIO_MAXIOV. */
    static final int CAPACITY = 1024;

    private final Libc libc = Libc.get();
    private final int descriptor;
    private final Memory messages = Memory.allocate(CAPACITY * Linux.MMSGHDR_SIZE);
    private final OutboundFrame[] queued = new OutboundFrame[CAPACITY];
    private final OutboundFrame[] failed = new OutboundFrame[CAPACITY];
    private int count;
    private int failures;

    SendQueue(int descriptor) {
        this.descriptor = descriptor;
    }

    void add(OutboundFrame frame) {
        if (count == CAPACITY) {
            transmit();
        }
        messages.copyFrom(count * Linux.MMSGHDR_SIZE, frame.memory, 0, Linux.MSGHDR_SIZE);
        queued[count++] = frame;
    }

    int flush() {
        transmit();
        int result = failures;
        failures = 0;
        return result;
    }

    /** Of the frames that failed since the last but one flush, the i-th; at most the first {@link #CAPACITY} are kept. */
    OutboundFrame failed(int i) {
        return failed[i];
    }

    /** A frame that cannot be sent stops sendmmsg before it; it is noted, and the rest goes on behind it. */
    private void transmit() {
        int next = 0;
        while (next < count) {
            int sent = libc.sendmmsg(descriptor, messages.address(next * Linux.MMSGHDR_SIZE), count - next,
                    Linux.MSG_DONTWAIT);
            if (sent > 0) {
                for (int i = next; i < next + sent; i++) {
                    queued[i].outcome(Errno.NONE);
                    queued[i] = null;
                }
                next += sent;
            } else if (sent != -Errno.EINTR) {
                fail(queued[next], -sent);
                queued[next++] = null;
            }
        }
        count = 0;
    }

    private void fail(OutboundFrame frame, int errno) {
        frame.outcome(errno);
        if (failures < CAPACITY) {
            failed[failures++] = frame;
        }
    }
}
