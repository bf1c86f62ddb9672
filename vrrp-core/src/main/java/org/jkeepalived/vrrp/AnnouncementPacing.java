package org.jkeepalived.vrrp;

import java.util.List;

/**
 * The least time between announcements on a group of interfaces, which share one limit (vrrp_garp_interval, vrrp_gna_interval,
 * garp_group). Interfaces that no pacing names send everything at once.
 *
 * @param interfaceNames the interfaces
 * @param garpIntervalNanos between gratuitous ARPs, 0 for none
 * @param gnaIntervalNanos between unsolicited neighbour advertisements, 0 for none
 */
public record AnnouncementPacing(List<String> interfaceNames, long garpIntervalNanos, long gnaIntervalNanos) {

    public AnnouncementPacing {
        interfaceNames = List.copyOf(interfaceNames);
    }
}
