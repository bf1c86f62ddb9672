package org.jkeepalived.config.settings;

import java.net.Inet4Address;
import java.net.InetAddress;

/**
 * An address of virtual_ipaddress or virtual_ipaddress_excluded.
 *
 * @param address
 *            numeric, without zone
 * @param prefixLength
 *            0..32 or 0..128
 * @param interfaceName
 *            where it goes: its own dev or the instance's interface
 * @param ownInterface
 *            dev was written
 * @param scope
 *            rtnetlink scope, 0 global
 * @param broadcast
 *            IPv4 broadcast address, or null
 * @param label
 *            IPv4 label, or null
 * @param peer
 *            point-to-point peer, or null
 * @param home
 *            IPv6 home address flag
 * @param duplicateDetection
 *            -nodad: IPv6 duplicate address detection is made
 * @param manageTemporary
 *            mngtmpaddr
 * @param noPrefixRoute
 *            noprefixroute
 * @param autojoin
 *            autojoin
 * @param noTrack
 *            no_track: its removal changes no state
 * @param preferredLifetimeSeconds
 *            seconds, 4294967295 for ever
 */
public record VirtualAddress(InetAddress address, int prefixLength, String interfaceName, boolean ownInterface,
        int scope, Inet4Address broadcast,
        String label, InetAddress peer, boolean home, boolean duplicateDetection, boolean manageTemporary,
        boolean noPrefixRoute,
        boolean autojoin, boolean noTrack, long preferredLifetimeSeconds) {
    /** The lifetime that never ends. */
    public static final long FOREVER = 0xffff_ffffL;
}
