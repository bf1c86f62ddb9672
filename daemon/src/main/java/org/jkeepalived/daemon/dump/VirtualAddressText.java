package org.jkeepalived.daemon.dump;

import org.jkeepalived.config.settings.StaticAddress;
import org.jkeepalived.config.settings.VirtualAddress;

/** An address as keepalived writes it, in dumps and in its log; every part and its place as found by running it. */
public final class VirtualAddressText {
    private VirtualAddressText() {}

    /** A static address, with its track group. */
    public static String of(StaticAddress address, boolean set) {
        return line(address.address(), address.trackGroup(), set);
    }

    /** An address of an instance. */
    public static String of(VirtualAddress address, boolean set) {
        return line(address, null, set);
    }

    /** The lifetime is that of IPv6 alone: IPv4 addresses have one too, but it is not shown. */
    private static String line(VirtualAddress address, String trackGroup, boolean set) {
        return new Words().add(address.prefixText())
                .add("brd", address.broadcast())
                .add("dev", address.interfaceName())
                .add("scope", scope(address.scope()))
                .add("label", address.label())
                .add("peer", address.peer() == null ? null : address.peer() + "/" + hostLength(address))
                .addIf(address.home(), "home")
                .addIf(address.duplicateDetection(), "-nodad")
                .addIf(address.manageTemporary(), "mngtmpaddr")
                .addIf(address.noPrefixRoute(), "noprefixroute")
                .addIf(address.autojoin(), "autojoin")
                .addIf(address.noTrack(), "no_track")
                .add("track_group", trackGroup)
                .addIf(address.address().isIpv6(), lifetime(address.preferredLifetimeSeconds()))
                .addIf(set, "set")
                .toString();
    }

    private static int hostLength(VirtualAddress address) {
        return address.address().isIpv6() ? 128 : 32;
    }

    private static String lifetime(long seconds) {
        return seconds == 0
                ? "deprecated"
                : "preferred_lft " + (seconds == VirtualAddress.FOREVER ? "forever" : Long.toString(seconds));
    }

    /** The names of iproute2's rt_scopes. */
    private static String scope(int scope) {
        return switch (scope) {
            case 0 -> "global";
            case 200 -> "site";
            case 253 -> "link";
            case 254 -> "host";
            case 255 -> "nowhere";
            default -> Integer.toString(scope);
        };
    }
}
