package org.jkeepalived.vrrp;

import java.util.List;
import org.jkeepalived.net.AddressFamily;
import org.jkeepalived.net.IpAddress;
import org.jkeepalived.vrrp.packet.AdvertFormat;
import org.jkeepalived.vrrp.packet.Authentication;
import org.jkeepalived.vrrp.packet.ProtocolVersion;

/**
 * One virtual router as configured. Made by {@link RouterParametersBuilder}.
 *
 * @param name name of the instance
 * @param version protocol version; IPv6 needs 3
 * @param identity what makes it the same router across a reload
 * @param interfaceIndex index of the interface at the time of configuration, 0 when it does not exist or there is none
 * @param sourceAddress source address of adverts at the time of configuration, null when there is none yet (a fault until
 *        {@link Event.SourceAddressChanged})
 * @param multicastGroup destination of a multicast router
 * @param peers destinations of a unicast router
 * @param advertIntervalNanos own advertisement interval; whole seconds in version 2, centiseconds in version 3
 * @param authentication VRRPv2 authentication
 * @param checksumAsV2 version 3 over IPv4: send the checksum without the pseudo header
 * @param trackInterface whether the interface's link state is a reason for FAULT
 * @param election election settings
 * @param receive settings of optional checks
 * @param announcement announcement settings
 * @param resourceSet what the kernel holds for it while MASTER
 * @param trackings what it tracks
 * @param configurationFaults texts of faults that only another configuration can clear
 */
public record RouterParameters(
        String name,
        ProtocolVersion version,
        RouterIdentity identity,
        int interfaceIndex,
        IpAddress sourceAddress,
        IpAddress multicastGroup,
        List<UnicastPeer> peers,
        long advertIntervalNanos,
        Authentication authentication,
        boolean checksumAsV2,
        boolean trackInterface,
        ElectionSettings election,
        ReceiveSettings receive,
        AnnouncementSettings announcement,
        ResourceSet resourceSet,
        List<Tracking> trackings,
        List<String> configurationFaults) {

    public RouterParameters {
        peers = List.copyOf(peers);
        trackings = List.copyOf(trackings);
        configurationFaults = List.copyOf(configurationFaults);
        if (identity.family() == AddressFamily.IPV6 && version == ProtocolVersion.V2) {
            throw new IllegalArgumentException(name + ": IPv6 needs VRRP version 3");
        }
    }

    /** The same with other resources; those of an earlier configuration, where they are equal, spare a comparison. */
    public RouterParameters with(ResourceSet resources) {
        return new RouterParameters(name, version, identity, interfaceIndex, sourceAddress, multicastGroup, peers,
                advertIntervalNanos, authentication, checksumAsV2, trackInterface, election, receive, announcement,
                resources, trackings, configurationFaults);
    }

    public AddressFamily family() {
        return identity.family();
    }

    public int vrid() {
        return identity.vrid();
    }

    public boolean unicast() {
        return identity.unicast();
    }

    /** What the kernel holds for it while MASTER, in the order of installation. */
    public List<Resource> resources() {
        return resourceSet.all();
    }

    /** The addresses that neighbours are told of. */
    public List<Resource> announced() {
        return resourceSet.announced();
    }

    /** The addresses in its adverts, in configuration order. */
    public List<IpAddress> advertisedAddresses() {
        return resourceSet.advertisedAddresses();
    }

    /** Where its adverts go, in the order of the variants of a payload. */
    public List<IpAddress> destinations() {
        return unicast() ? peers.stream().map(UnicastPeer::address).toList() : List.of(multicastGroup);
    }

    /** The format of its adverts when sent from the given address. */
    public AdvertFormat advertFormat(IpAddress source) {
        return new AdvertFormat(version, family(), vrid(), advertIntervalNanos, authentication, !checksumAsV2,
                advertisedAddresses(), source, destinations());
    }
}
