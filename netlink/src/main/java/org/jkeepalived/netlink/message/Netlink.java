package org.jkeepalived.netlink.message;

/**
 * Numbers of netlink that every family has, named as in the kernel's linux/netlink.h.
 *
 * @see <a href="https://man7.org/linux/man-pages/man7/netlink.7.html">netlink(7)</a>
 */
public final class Netlink {
    public static final int NETLINK_ROUTE = 0;
    public static final int NETLINK_NETFILTER = 12;
    public static final int NETLINK_GENERIC = 16;

    public static final int SOL_NETLINK = 270;
    public static final int NETLINK_ADD_MEMBERSHIP = 1;
    public static final int NETLINK_DROP_MEMBERSHIP = 2;
    public static final int NETLINK_GET_STRICT_CHK = 12;
    static final int NETLINK_CAP_ACK = 10;
    static final int NETLINK_EXT_ACK = 11;

    public static final int NLM_F_REQUEST = 1;
    public static final int NLM_F_ACK = 4;
    public static final int NLM_F_DUMP_INTERRUPTED = 0x10;
    /** Of a request for something that is there: what is there goes. */
    public static final int NLM_F_REPLACE = 0x100;
    /** Of a request to make something: it must not be there. */
    public static final int NLM_F_EXCL = 0x200;
    public static final int NLM_F_CREATE = 0x400;
    public static final int NLM_F_APPEND = 0x800;
    /** Of a question: everything that there is. */
    public static final int NLM_F_DUMP = 0x300;
    static final int NLM_F_CAPPED = 0x100;
    static final int NLM_F_ACK_TLVS = 0x200;

    public static final int NLMSG_ERROR = 2;
    public static final int NLMSG_DONE = 3;

    /** struct nlmsghdr: length, type, flags, sequence, port. */
    static final int HEADER = 16;
    static final int HEADER_TYPE = 4;
    static final int HEADER_FLAGS = 6;
    static final int HEADER_SEQUENCE = 8;

    static final int NLMSGERR_ATTR_MSG = 1;
    static final int NLMSGERR_ATTR_OFFS = 2;

    /** struct nlattr: length, type. */
    static final int ATTRIBUTE_HEADER = 4;
    static final int NLA_F_NESTED = 0x8000;
    /** The low bits of an attribute's type; the upper two are flags. */
    static final int NLA_TYPE_MASK = 0x3fff;

    private Netlink() {}

    /** Messages and attributes begin at multiples of four. */
    static int align(int length) {
        return length + 3 & ~3;
    }
}
