package org.jkeepalived.vrrp;

import org.jkeepalived.net.AddressFamily;
import org.jkeepalived.net.IpAddress;

/**
 * What makes a router the same one across a reload; its name may change.
 *
 * @param family address family
 * @param interfaceName interface that carries the adverts; empty for a unicast router without one
 * @param vrid virtual router id, 1..255
 * @param unicast whether it talks to peers instead of the multicast group
 * @param configuredSource the source address that the configuration gives a unicast router, null when left to the interface; the group of a
 *        multicast one
 */
public record RouterIdentity(
        AddressFamily family,
        String interfaceName,
        int vrid,
        boolean unicast,
        IpAddress configuredSource) {

    public RouterIdentity {
        if (vrid < 1 || vrid > 255) {
            throw new IllegalArgumentException("virtual router id " + vrid + " is outside 1..255");
        }
    }
}
