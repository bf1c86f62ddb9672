package org.jkeepalived.netlink.route;

import org.jkeepalived.net.AddressFamily;
import org.jkeepalived.net.IpAddress;
import org.jkeepalived.net.IpPrefix;
import org.jkeepalived.netlink.libc.Linux;
import org.jkeepalived.netlink.message.MessageWriter;

/**
 * What more than one object of rtnetlink has; numbers are named as in the kernel's linux/rtnetlink.h.
 *
 * @see <a href="https://man7.org/linux/man-pages/man7/rtnetlink.7.html">rtnetlink(7)</a>
 */
final class Rtnetlink {
    static final int RTM_NEWLINK = 16;
    static final int RTM_DELLINK = 17;
    static final int RTM_GETLINK = 18;
    static final int RTM_NEWADDR = 20;
    static final int RTM_DELADDR = 21;
    static final int RTM_GETADDR = 22;
    static final int RTM_NEWROUTE = 24;
    static final int RTM_DELROUTE = 25;
    static final int RTM_GETROUTE = 26;
    static final int RTM_NEWRULE = 32;
    static final int RTM_DELRULE = 33;
    static final int RTM_GETRULE = 34;

    private static final int TABLE_BYTE_MAXIMUM = 255;
    private static final int RT_TABLE_UNSPEC = 0;

    private Rtnetlink() {}

    /** AF_* of an address. */
    static int family(IpAddress address) {
        return family(address.family());
    }

    static int family(AddressFamily family) {
        return family == AddressFamily.IPV6 ? Linux.AF_INET6 : Linux.AF_INET;
    }

    /** Null for another family than the two of the Internet. */
    static AddressFamily family(int number) {
        return switch (number) {
            case Linux.AF_INET -> AddressFamily.IPV4;
            case Linux.AF_INET6 -> AddressFamily.IPV6;
            default -> null;
        };
    }

    /** Null where the address is of another family, or the length is too long. */
    static IpPrefix prefix(AddressFamily family, IpAddress address, int length) {
        return address.family() != family || length > family.bits() ? null : new IpPrefix(address, length);
    }

    /** A table's number where a header has one byte for it; {@link #putLongTable} writes what does not fit. */
    static int tableByte(long table) {
        return table > TABLE_BYTE_MAXIMUM ? RT_TABLE_UNSPEC : (int) table;
    }

    /** RTA_TABLE or FRA_TABLE where the table's number does not fit into the header. */
    static void putLongTable(MessageWriter writer, int type, long table) {
        if (table > TABLE_BYTE_MAXIMUM) {
            writer.putU32(type, (int) table);
        }
    }

    /** Parts of an attribute begin at multiples of four. */
    static int align(int length) {
        return length + 3 & ~3;
    }
}
