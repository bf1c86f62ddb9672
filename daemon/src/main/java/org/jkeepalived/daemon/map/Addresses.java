package org.jkeepalived.daemon.map;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.jkeepalived.config.settings.AddressFamily;
import org.jkeepalived.vrrp.packet.Family;
import org.jkeepalived.vrrp.packet.IpAddress;

/** The same address in the forms of the parser (InetAddress), the core and the OS room. */
public final class Addresses {
    private Addresses() {}

    /** For the core; null stays null. */
    public static IpAddress core(InetAddress address) {
        return address == null ? null : IpAddress.of(address.getAddress());
    }

    /** For the core; null stays null. */
    public static IpAddress core(org.jkeepalived.netlink.IpAddress address) {
        return address == null ? null : new IpAddress(family(address.family()), address.high(), address.low());
    }

    /** For the OS room; null stays null. */
    public static org.jkeepalived.netlink.IpAddress netlink(IpAddress address) {
        return address == null
                ? null
                : new org.jkeepalived.netlink.IpAddress(family(address.family()), address.high(), address.low());
    }

    /** For the OS room; null stays null. */
    public static org.jkeepalived.netlink.IpAddress netlink(InetAddress address) {
        return address == null ? null : org.jkeepalived.netlink.IpAddress.ofBytes(address.getAddress());
    }

    /** For the parser; null stays null. */
    public static InetAddress inet(org.jkeepalived.netlink.IpAddress address) {
        try {
            return address == null ? null : InetAddress.getByAddress(core(address).toBytes());
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(e);
        }
    }

    public static Family family(AddressFamily family) {
        return switch (family) {
            case IPV4 -> Family.IPV4;
            case IPV6 -> Family.IPV6;
        };
    }

    public static Family family(org.jkeepalived.netlink.AddressFamily family) {
        return switch (family) {
            case IPV4 -> Family.IPV4;
            case IPV6 -> Family.IPV6;
        };
    }

    public static org.jkeepalived.netlink.AddressFamily family(Family family) {
        return switch (family) {
            case IPV4 -> org.jkeepalived.netlink.AddressFamily.IPV4;
            case IPV6 -> org.jkeepalived.netlink.AddressFamily.IPV6;
        };
    }
}
