package org.jkeepalived.daemon.kernel;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jkeepalived.config.settings.InstanceSettings;
import org.jkeepalived.config.settings.VirtualAddress;
import org.jkeepalived.daemon.interfaces.LinkTable;
import org.jkeepalived.daemon.mapping.InstanceMapper;
import org.jkeepalived.net.IpAddress;
import org.jkeepalived.netlink.packet.AdvertFrame;
import org.jkeepalived.netlink.packet.AnnouncementFrame;
import org.jkeepalived.netlink.route.AddressBatch;
import org.jkeepalived.netlink.route.Link;
import org.jkeepalived.vrrp.RouterParameters;
import org.jkeepalived.vrrp.packet.AdvertFormat;
import org.jkeepalived.vrrp.packet.AdvertPayload;

/**
 * Everything of one router that can be prepared before it is needed: packets of its adverts, netlink requests for its addresses, frames that
 * announce them. What depends on interface indexes and hardware addresses is made anew when the {@link LinkTable} has changed.
 */
public final class RouterEffects {

    private static final int NO_TTL = -1;

    private record Place(int interfaceIndex, IpAddress address) {}

    private final LinkTable links;
    private RouterParameters parameters;
    private InstanceSettings settings;
    private List<VirtualAddress> configured = List.of();
    private final Map<org.jkeepalived.vrrp.VirtualAddress, Integer> positions = new HashMap<>();
    private IpAddress source;
    private int preparedGeneration;
    private AdvertFrame[] adverts = {};
    private AdvertPayload advertised;
    private AddressBatch batch;
    private AnnouncementFrame[] announcements = {};
    /** By position in the configuration; null where the interface does not exist. */
    private PreparedAddress[] prepared = {};
    private List<PreparedAddress> possible = List.of();
    private final Map<Place, PreparedAddress> placed = new HashMap<>();
    /** What the configuration before had: a reload removes it after the new one is known. */
    private final Map<org.jkeepalived.vrrp.VirtualAddress, PreparedAddress> retired = new HashMap<>();
    /** Whether {@link EffectBatch} has queued one of its adverts and not sent it. */
    boolean advertQueued;
    /** Whether {@link EffectBatch} has announcements of it waiting. */
    boolean announcementsQueued;

    public RouterEffects(LinkTable links, RouterParameters parameters, InstanceSettings settings) {
        this.links = links;
        configure(parameters, settings);
    }

    /** Another configuration of the same router. */
    public void configure(RouterParameters newParameters, InstanceSettings newSettings) {
        retired.clear();
        possible.forEach(address -> retired.put(address.address(), address));
        parameters = newParameters;
        settings = newSettings;
        source = newParameters.sourceAddress();
        configured = InstanceMapper.allAddresses(newSettings);
        positions.clear();
        for (int i = 0; i < configured.size(); i++) {
            positions.putIfAbsent(newParameters.addresses().get(i), i);
        }
        preparedGeneration = 0;
    }

    public RouterParameters parameters() {
        return parameters;
    }

    public InstanceSettings settings() {
        return settings;
    }

    /** The source of its adverts, null while there is none. */
    public IpAddress source() {
        return source;
    }

    /** Another source of its adverts; null while there is none. */
    public void setSource(IpAddress newSource) {
        source = newSource;
        preparedGeneration = 0;
    }

    /** Makes sure that everything fits the interfaces as they are now; cheap when nothing changed. */
    public void prepare() {
        if (preparedGeneration != links.generation()) {
            prepareAdverts();
            prepareAddresses();
            preparedGeneration = links.generation();
        }
    }

    private void prepareAdverts() {
        advertised = null;
        int index = links.index(parameters.identity().interfaceName());
        if (source == null || index == 0 && !parameters.unicast()) {
            adverts = new AdvertFrame[0];
            return;
        }
        var from = source;
        int length = AdvertFormat.length(parameters.version(), parameters.family(),
                parameters.advertisedAddresses().size());
        int count = parameters.unicast() ? parameters.peers().size() : 1;
        adverts = new AdvertFrame[count];
        for (int i = 0; i < count; i++) {
            IpAddress to = parameters.unicast() ? parameters.peers().get(i).address() : parameters.multicastGroup();
            boolean scoped = to.isMulticast() || to.isLinkLocal();
            int ttl = parameters.unicast() && settings.unicastTtl() != NO_TTL
                    ? settings.unicastTtl()
                    : AdvertFormat.TTL;
            adverts[i] = new AdvertFrame(scoped ? index : 0, from, to, ttl, length);
        }
    }

    private void prepareAddresses() {
        prepared = new PreparedAddress[configured.size()];
        possible = new ArrayList<>();
        placed.clear();
        Map<String, Boolean> forwarding = new HashMap<>();
        for (int i = 0; i < prepared.length; i++) {
            VirtualAddress address = configured.get(i);
            Link link = links.link(address.interfaceName());
            if (link != null) {
                boolean router = forwarding.computeIfAbsent(link.name(), PreparedAddress::forwardsIpv6);
                prepared[i] = PreparedAddress.of(parameters.addresses().get(i), address, link, router);
                possible.add(prepared[i]);
                placed.put(new Place(link.index(), prepared[i].spec().address()), prepared[i]);
            }
        }
        batch = new AddressBatch(possible.stream().map(PreparedAddress::spec).toList());
        announcements = possible.stream().map(PreparedAddress::announcement).toArray(AnnouncementFrame[]::new);
    }

    /** Puts the payload into the packets, unless it is there already. */
    boolean fill(AdvertPayload payload) {
        if (payload == advertised) {
            return false;
        }
        for (int i = 0; i < adverts.length && i < payload.destinations(); i++) {
            ByteBuffer target = adverts[i].payload();
            target.clear();
            payload.copyTo(i, target);
            adverts[i].setPayloadLength(payload.length());
        }
        advertised = payload;
        return true;
    }

    boolean holds(AdvertPayload payload) {
        return payload == advertised;
    }

    boolean owns(AdvertFrame frame) {
        for (AdvertFrame own : adverts) {
            if (own == frame) {
                return true;
            }
        }
        return false;
    }

    int advertCount() {
        return adverts.length;
    }

    AdvertFrame advert(int i) {
        return adverts[i];
    }

    /** The netlink requests for these addresses; ready beforehand when they are all of the router's. */
    AddressBatch batch(List<org.jkeepalived.vrrp.VirtualAddress> addresses) {
        if (addresses == parameters.addresses() || addresses.equals(parameters.addresses())) {
            return batch;
        }
        return new AddressBatch(known(addresses).stream().map(PreparedAddress::spec).toList());
    }

    /** The frames that announce these addresses; ready beforehand when they are all of the router's. */
    AnnouncementFrame[] announcements(List<org.jkeepalived.vrrp.VirtualAddress> addresses) {
        if (addresses == parameters.addresses() || addresses.equals(parameters.addresses())) {
            return announcements;
        }
        return known(addresses).stream().map(PreparedAddress::announcement).toArray(AnnouncementFrame[]::new);
    }

    /** What was prepared for entry {@code index} of a batch that this router made. */
    PreparedAddress entry(AddressBatch of, int index) {
        if (of == batch) {
            return possible.get(index);
        }
        var spec = of.addresses().get(index);
        PreparedAddress found = find(spec.interfaceIndex(), spec.address());
        if (found == null) {
            for (PreparedAddress old : retired.values()) {
                if (old.spec().equals(spec)) {
                    return old;
                }
            }
        }
        return found;
    }

    /** The address on that interface, or null when it is none of the router's. */
    public PreparedAddress find(int interfaceIndex, IpAddress address) {
        return placed.get(new Place(interfaceIndex, address));
    }

    /** The addresses whose interface exists. */
    public List<PreparedAddress> possibleAddresses() {
        return possible;
    }

    private List<PreparedAddress> known(List<org.jkeepalived.vrrp.VirtualAddress> addresses) {
        List<PreparedAddress> found = new ArrayList<>(addresses.size());
        for (var address : addresses) {
            Integer position = positions.get(address);
            PreparedAddress known = position == null ? retired.get(address) : prepared[position];
            if (known != null) {
                found.add(known);
            }
        }
        return found;
    }
}
