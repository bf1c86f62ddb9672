package org.jkeepalived.netlink.route;

import org.jkeepalived.net.IpAddress;
import org.jkeepalived.netlink.libc.Linux;

/**
 * Numbers of rtnetlink that more than one object has, named as in the kernel's linux/rtnetlink.h.
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

    private Rtnetlink() {}

    /** AF_* of an address. */
    static int family(IpAddress address) {
        return address.isIpv6() ? Linux.AF_INET6 : Linux.AF_INET;
    }
}
