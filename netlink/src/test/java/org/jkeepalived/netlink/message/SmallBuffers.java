package org.jkeepalived.netlink.message;

import org.jkeepalived.netlink.libc.Linux;
import org.jkeepalived.netlink.libc.Sockets;

/** Makes the kernel run out of room. */
public final class SmallBuffers {
    private SmallBuffers() {}

    /** Leaves room for a few replies only. */
    public static void shrinkReceiveBuffer(NetlinkSocket socket) {
        Sockets.tryInt(socket.descriptor(), Linux.SOL_SOCKET, Linux.SO_RCVBUF, 4096);
    }
}
