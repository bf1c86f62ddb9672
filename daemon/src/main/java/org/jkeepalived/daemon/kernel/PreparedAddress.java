package org.jkeepalived.daemon.kernel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jkeepalived.config.settings.VirtualAddress;
import org.jkeepalived.netlink.packet.AnnouncementFrame;
import org.jkeepalived.netlink.route.AddressSpec;
import org.jkeepalived.netlink.route.Link;

/** A virtual address as the kernel and the neighbours will see it, and how many of its removals by this process are still to be heard of. */
public final class PreparedAddress {

    private final org.jkeepalived.vrrp.VirtualAddress address;
    private final AddressSpec spec;
    private final AnnouncementFrame announcement;

    private PreparedAddress(org.jkeepalived.vrrp.VirtualAddress address, AddressSpec spec,
            AnnouncementFrame announcement) {
        this.address = address;
        this.spec = spec;
        this.announcement = announcement;
    }

    static PreparedAddress of(org.jkeepalived.vrrp.VirtualAddress address, VirtualAddress settings, Link link,
            boolean router) {
        var ip = settings.address();
        int flags = (ip.isIpv6() && !settings.duplicateDetection() ? AddressSpec.NODAD : 0)
                | (settings.home() ? AddressSpec.HOME_ADDRESS : 0)
                | (settings.manageTemporary() ? AddressSpec.MANAGE_TEMPORARY : 0)
                | (settings.noPrefixRoute() ? AddressSpec.NO_PREFIX_ROUTE : 0)
                | (settings.autojoin() ? AddressSpec.MULTICAST_AUTOJOIN : 0);
        var spec = new AddressSpec(link.index(), ip, settings.prefixLength(), settings.peer(), settings.broadcast(),
                settings.scope(), settings.label() == null ? "" : settings.label(), flags,
                (int) settings.preferredLifetimeSeconds());
        return new PreparedAddress(address, spec, AnnouncementFrame.of(link.index(), link.hardware(), ip, router));
    }

    /** Whether the interface forwards, which the R flag of a neighbour advertisement tells (RFC 4861 section 4.4). */
    static boolean forwardsIpv6(String interfaceName) {
        try {
            return Files.readString(Path.of("/proc/sys/net/ipv6/conf", interfaceName, "forwarding")).startsWith("1");
        } catch (IOException e) {
            return false;
        }
    }

    /** The core's form. */
    public org.jkeepalived.vrrp.VirtualAddress address() {
        return address;
    }

    /** The kernel's form. */
    public AddressSpec spec() {
        return spec;
    }

    AnnouncementFrame announcement() {
        return announcement;
    }
}
