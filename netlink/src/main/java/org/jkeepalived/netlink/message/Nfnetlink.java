package org.jkeepalived.netlink.message;

/**
 * The header of netfilter's netlink: struct nfgenmsg of linux/netfilter/nfnetlink.h. Requests that change something go
 * into {@link RequestBatch#atomic}.
 */
public final class Nfnetlink {
    /** struct nfgenmsg: family, version, resource. */
    public static final int HEADER = 4;
    public static final int NFNL_SUBSYS_NFTABLES = 10;

    private static final int NFNETLINK_V0 = 0;

    private Nfnetlink() {}

    /** The message type of one of a subsystem's messages. */
    public static int type(int subsystem, int message) {
        return subsystem << 8 | message;
    }

    /**
     * Begins a message.
     *
     * @param type {@link #type}
     * @param family NFPROTO_*
     * @param resource what the subsystem takes it for, mostly 0
     */
    public static void begin(MessageWriter writer, int type, int flags, int family, int resource) {
        writer.begin(type, flags);
        writer.appendU8(family);
        writer.appendU8(NFNETLINK_V0);
        writer.appendU16NetworkOrder(resource);
    }
}
