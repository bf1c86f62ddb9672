package org.jkeepalived.vrrp;

import java.util.ArrayList;
import java.util.List;
import org.jkeepalived.net.AddressFamily;
import org.jkeepalived.net.IpAddress;
import org.jkeepalived.net.IpPrefix;
import org.jkeepalived.vrrp.packet.AdvertFormat;
import org.jkeepalived.vrrp.packet.Authentication;
import org.jkeepalived.vrrp.packet.ProtocolVersion;

/** Makes {@link RouterParameters}; whatever is not set has keepalived's default. Not thread safe. */
public final class RouterParametersBuilder {

    private final String name;
    private final AddressFamily family;
    private final int vrid;
    private ProtocolVersion version;
    private String interfaceName = "";
    private int interfaceIndex;
    private IpAddress configuredSource;
    private IpAddress sourceAddress;
    private IpAddress multicastGroup;
    private boolean unicast;
    private List<UnicastPeer> peers = List.of();
    private long advertIntervalNanos = 1_000_000_000L;
    private Authentication authentication = Authentication.NONE;
    private boolean checksumAsV2;
    private boolean trackInterface = true;
    private ElectionSettings election = ElectionSettings.DEFAULT;
    private ReceiveSettings receive = ReceiveSettings.DEFAULT;
    private AnnouncementSettings announcement = AnnouncementSettings.DEFAULT;
    private List<Resource> resources = List.of();
    private String[] addressTexts = {};
    private List<Tracking> trackings = List.of();
    private List<String> configurationFaults = List.of();

    /** Version 2 for IPv4 and 3 for IPv6, the usual group of the family. */
    public RouterParametersBuilder(String name, AddressFamily family, int vrid) {
        this.name = name;
        this.family = family;
        this.vrid = vrid;
        version = family == AddressFamily.IPV4 ? ProtocolVersion.V2 : ProtocolVersion.V3;
        multicastGroup = family == AddressFamily.IPV4 ? AdvertFormat.GROUP_IPV4 : AdvertFormat.GROUP_IPV6;
    }

    public RouterParametersBuilder version(ProtocolVersion value) {
        version = value;
        return this;
    }

    /** The interface; index 0 when it does not exist. */
    public RouterParametersBuilder onInterface(String value, int index) {
        interfaceName = value;
        interfaceIndex = index;
        return this;
    }

    /** The source that the configuration gives a unicast router, or the group of a multicast one: part of the identity. */
    public RouterParametersBuilder configuredSource(IpAddress value) {
        configuredSource = value;
        return this;
    }

    /** The source address in use now, null for none. */
    public RouterParametersBuilder source(IpAddress value) {
        sourceAddress = value;
        return this;
    }

    public RouterParametersBuilder multicastGroup(IpAddress value) {
        multicastGroup = value;
        return this;
    }

    /** Makes it a unicast router with these peers, possibly none. */
    public RouterParametersBuilder unicastPeers(List<UnicastPeer> value) {
        unicast = true;
        peers = value;
        return this;
    }

    public RouterParametersBuilder advertIntervalNanos(long value) {
        advertIntervalNanos = value;
        return this;
    }

    public RouterParametersBuilder authentication(Authentication value) {
        authentication = value;
        return this;
    }

    public RouterParametersBuilder checksumAsV2(boolean value) {
        checksumAsV2 = value;
        return this;
    }

    public RouterParametersBuilder trackInterface(boolean value) {
        trackInterface = value;
        return this;
    }

    public RouterParametersBuilder election(ElectionSettings value) {
        election = value;
        return this;
    }

    /** Sets the base priority and leaves the other election settings as they are. */
    public RouterParametersBuilder priority(int value) {
        election = election.withPriority(value);
        return this;
    }

    public RouterParametersBuilder receive(ReceiveSettings value) {
        receive = value;
        return this;
    }

    public RouterParametersBuilder announcement(AnnouncementSettings value) {
        announcement = value;
        return this;
    }

    /** What the kernel holds for it while MASTER, in configuration order. */
    public RouterParametersBuilder resources(List<Resource> value) {
        resources = value;
        addressTexts = new String[0];
        return this;
    }

    /** Addresses on the router's interface that are advertised, announced and tracked, by text; a prefix length may be left out. */
    public RouterParametersBuilder addresses(String... texts) {
        addressTexts = texts;
        resources = List.of();
        return this;
    }

    public RouterParametersBuilder trackings(List<Tracking> value) {
        trackings = value;
        return this;
    }

    public RouterParametersBuilder configurationFaults(List<String> value) {
        configurationFaults = value;
        return this;
    }

    public RouterParameters build() {
        List<Resource> all = new ArrayList<>(resources);
        for (String text : addressTexts) {
            all.add(Resource.address(interfaceName, IpPrefix.parse(text), ResourceSpec.NONE));
        }
        RouterIdentity identity = new RouterIdentity(family, interfaceName, vrid, unicast, configuredSource);
        return new RouterParameters(name, version, identity, interfaceIndex, sourceAddress, multicastGroup, peers,
                advertIntervalNanos, authentication, checksumAsV2, trackInterface, election, receive, announcement,
                new ResourceSet(all), trackings, configurationFaults);
    }
}
