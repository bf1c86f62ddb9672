package org.jkeepalived.config.settings;

import java.util.List;
import org.jkeepalived.net.AddressFamily;
import org.jkeepalived.net.IpAddress;

/**
 * A vrrp_instance with every default resolved.
 *
 * @param name unique
 * @param state initial wish; MASTER when the priority is 255
 * @param interfaceName interface of the instance
 * @param interfaceExists false with dynamic_interfaces, or where a start waits for it: starts in FAULT
 * @param virtualRouterId 1..255
 * @param priority 1..255, 255 is the address owner
 * @param advertIntervalNanos whole seconds in version 2, steps of 10 ms up to 40.95 s in version 3
 * @param version 2 or 3
 * @param family of the adverts
 * @param addresses advertised addresses, in order
 * @param excludedAddresses addresses that are set but not advertised
 * @param routes virtual_routes
 * @param rules virtual_rules
 * @param nopreempt does not take over from a live lower priority master
 * @param preemptDelayNanos pause before preempting
 * @param authentication of the adverts
 * @param sourceAddress mcast_src_ip or unicast_src_ip, or null for the interface's first address
 * @param trackSourceAddress track_src_ip
 * @param multicastDestination group the adverts go to when there are no peers
 * @param unicastPeers empty means multicast
 * @param unicastTtl TTL or hop limit of unicast adverts, -1 when not set
 * @param checkUnicastSource drop unicast adverts from addresses that are not peers
 * @param unicastFault unicast was asked for, has no peers and unicast_fault_no_peer forbids multicast: stays in FAULT
 * @param trackInterfaces followed interfaces beside the instance's own
 * @param trackScripts followed scripts
 * @param trackSources followed files, processes and sessions
 * @param trackPrimary false with dont_track_primary
 * @param garp gratuitous messages
 * @param lowerPrioNoAdvert stay silent on lower priority adverts
 * @param higherPrioSendAdvert one more advert before yielding
 * @param downTimerAdverts missed adverts that make a backup take over
 * @param skipCheckAdvAddr do not compare address lists of an unchanged master
 * @param strict strict RFC mode
 * @param accept answer traffic to the addresses although not the owner
 * @param v3ChecksumAsV2 compute version 3 IPv4 checksums without pseudo header
 * @param ownerIgnoreAdverts a priority 255 instance drops what it hears
 * @param notifyScripts programs told of changes
 * @param smtpAlert mail on changes
 * @param notifyPriorityChanges priority lines in the FIFO
 * @param syncGroup name of its group, or null
 * @param debug 0..4
 * @param link what the instance wants of its interface
 * @param unicastChecksum which checksum unicast version 3 adverts over IPv4 have
 * @param timerExpiredPriority
 *        with nopreempt: a master that was not scheduled so long that a backup of this priority took over steps down; 0 when it does not
 */
public record InstanceSettings(
        String name,
        InitialState state,
        String interfaceName,
        boolean interfaceExists,
        int virtualRouterId,
        int priority,
        long advertIntervalNanos,
        int version,
        AddressFamily family,
        List<VirtualAddress> addresses,
        List<VirtualAddress> excludedAddresses,
        List<VirtualRoute> routes,
        List<VirtualRule> rules,
        boolean nopreempt,
        long preemptDelayNanos,
        Authentication authentication,
        IpAddress sourceAddress,
        boolean trackSourceAddress,
        IpAddress multicastDestination,
        List<UnicastPeer> unicastPeers,
        int unicastTtl,
        boolean checkUnicastSource,
        boolean unicastFault,
        List<TrackedInterface> trackInterfaces,
        List<TrackedScript> trackScripts,
        TrackedSources trackSources,
        boolean trackPrimary,
        Garp garp,
        boolean lowerPrioNoAdvert,
        boolean higherPrioSendAdvert,
        int downTimerAdverts,
        boolean skipCheckAdvAddr,
        boolean strict,
        boolean accept,
        boolean v3ChecksumAsV2,
        boolean ownerIgnoreAdverts,
        NotifyScripts notifyScripts,
        boolean smtpAlert,
        boolean notifyPriorityChanges,
        String syncGroup,
        int debug,
        InterfaceSettings link,
        UnicastChecksum unicastChecksum,
        int timerExpiredPriority) {
    public InstanceSettings {
        addresses = List.copyOf(addresses);
        excludedAddresses = List.copyOf(excludedAddresses);
        routes = List.copyOf(routes);
        rules = List.copyOf(rules);
        unicastPeers = List.copyOf(unicastPeers);
        trackInterfaces = List.copyOf(trackInterfaces);
        trackScripts = List.copyOf(trackScripts);
    }

    /** What makes it the same one across a reload. */
    public InstanceIdentity identity() {
        return new InstanceIdentity(family, interfaceName, virtualRouterId, unicast(),
                unicast() ? sourceAddress : multicastDestination);
    }

    /** The password of clear text authentication as {@link Authentication} has it, or null without it. */
    public String password() {
        return authentication.type() == Authentication.Type.PASS ? authentication.password() : null;
    }

    /** Whether the adverts go to peers instead of a group. */
    public boolean unicast() {
        return !unicastPeers.isEmpty();
    }
}
