package org.jkeepalived.daemon.kernel;

import java.nio.ByteBuffer;
import java.util.List;
import org.jkeepalived.config.settings.InstanceSettings;
import org.jkeepalived.daemon.interfaces.LinkTable;
import org.jkeepalived.daemon.resource.InstanceResources;
import org.jkeepalived.daemon.resource.PreparedResources;
import org.jkeepalived.net.IpAddress;
import org.jkeepalived.netlink.packet.AdvertFrame;
import org.jkeepalived.netlink.packet.AnnouncementFrame;
import org.jkeepalived.vrrp.Resource;
import org.jkeepalived.vrrp.RouterParameters;
import org.jkeepalived.vrrp.packet.AdvertFormat;
import org.jkeepalived.vrrp.packet.AdvertPayload;

/**
 * Everything of one router that can be prepared before it is needed: packets of its adverts, netlink requests for its resources, frames
 * that announce them. What depends on interface indexes and hardware addresses is made anew when the {@link LinkTable} has changed.
 */
public final class RouterEffects {

    private static final int NO_TTL = -1;

    private final LinkTable links;
    private RouterParameters parameters;
    private InstanceSettings settings;
    private final InstanceResources resources;
    private IpAddress source;
    private int advertsGeneration;
    private int resourcesGeneration;
    private AdvertFrame[] adverts = {};
    private AdvertPayload advertised;
    /** Whether {@link EffectBatch} has queued one of its adverts and not sent it. */
    boolean advertQueued;
    /** Whether {@link EffectBatch} has announcements of it waiting. */
    boolean announcementsQueued;

    /** @param resources what it holds, empty so far */
    public RouterEffects(LinkTable links, InstanceResources resources, RouterParameters parameters,
            InstanceSettings settings, PreparedResources prepared) {
        this.links = links;
        this.resources = resources;
        configure(parameters, settings, prepared);
    }

    /**
     * Another configuration of the same router.
     *
     * @param prepared its resources, or null when they are the same as before
     */
    public void configure(RouterParameters newParameters, InstanceSettings newSettings, PreparedResources prepared) {
        parameters = newParameters;
        settings = newSettings;
        source = newParameters.sourceAddress();
        advertsGeneration = 0;
        if (prepared != null) {
            resources.configure(prepared);
            resourcesGeneration = links.generation();
        }
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
        advertsGeneration = 0;
    }

    /** Makes sure that everything fits the interfaces as they are now; cheap when nothing changed. */
    public void prepare() {
        int generation = links.generation();
        if (advertsGeneration != generation) {
            prepareAdverts();
            advertsGeneration = generation;
        }
        if (resourcesGeneration != generation) {
            resources.refresh();
            resourcesGeneration = generation;
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

    /** What it holds in the kernel. */
    public InstanceResources resources() {
        return resources;
    }

    /** The frames that announce these resources; ready beforehand when they are all that the router announces. */
    AnnouncementFrame[] announcements(List<Resource> announced) {
        return resources.announcements(announced);
    }
}
