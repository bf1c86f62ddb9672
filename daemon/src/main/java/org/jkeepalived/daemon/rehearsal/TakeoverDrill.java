package org.jkeepalived.daemon.rehearsal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jkeepalived.config.ConfigLoader;
import org.jkeepalived.config.LoadOptions;
import org.jkeepalived.config.settings.Configuration;
import org.jkeepalived.daemon.interfaces.LinkTable;
import org.jkeepalived.daemon.kernel.EffectBatch;
import org.jkeepalived.daemon.kernel.MemoryKernel;
import org.jkeepalived.daemon.kernel.RouterEffects;
import org.jkeepalived.daemon.mapping.InstanceMapper;
import org.jkeepalived.daemon.mapping.TrackerIds;
import org.jkeepalived.daemon.observe.ReportSink;
import org.jkeepalived.daemon.resource.AddressKey;
import org.jkeepalived.daemon.resource.Claim;
import org.jkeepalived.daemon.resource.Holdings;
import org.jkeepalived.daemon.resource.InstanceResources;
import org.jkeepalived.daemon.resource.PreparedResources;
import org.jkeepalived.daemon.tracking.TrackerSources;
import org.jkeepalived.net.IpAddress;
import org.jkeepalived.netlink.route.InterfaceAddress;
import org.jkeepalived.vrrp.Event;
import org.jkeepalived.vrrp.RouterParameters;
import org.jkeepalived.vrrp.RouterSet;
import org.jkeepalived.vrrp.RouterSetParameters;
import org.jkeepalived.vrrp.RouterState;
import org.jkeepalived.vrrp.TrackerCondition;
import org.jkeepalived.vrrp.packet.ReceivedAdvert;

/**
 * Take-overs and their ends on a {@link SampleHost}, in virtual time: the routers, the effects and the prepared packets are the daemon's
 * own, the ways out lead into memory. One thread uses it; it shares nothing with a daemon that runs beside it.
 */
public final class TakeoverDrill {
    private static final long SECOND_NANOS = 1_000_000_000L;
    private static final int OWNER_PRIORITY = 255;
    private static final int LIMIT = 1_000;

    private final SampleHost host = new SampleHost();
    private final LinkTable links = host.links();
    private final TrackerIds trackerIds = new TrackerIds();
    private final MemoryKernel outputs;
    private final EffectBatch effects;
    private final Configuration configuration;
    private final RouterSetParameters parameters;
    private final RouterSet routers;
    private final List<Peer> peers = new ArrayList<>();
    private long nowNanos = SECOND_NANOS;

    /**
     * @param outputs where everything ends
     * @param reports told what the daemon would log and what scripts it would run
     */
    public TakeoverDrill(MemoryKernel outputs, ReportSink reports) {
        this.outputs = outputs;
        Holdings holdings = new Holdings();
        effects = new EffectBatch(outputs, holdings, reports);
        configuration = ConfigLoader.loadText("rehearsal", SampleHost.configuration("rehearsal"), LoadOptions.run(host))
                .configuration();
        parameters = new InstanceMapper(TrackerSources.KINDS, trackerIds, links).map(configuration);
        routers = new RouterSet(parameters);
        Set<IpAddress> virtual = new HashSet<>();
        for (int i = 0; i < configuration.instances().size(); i++) {
            RouterParameters router = routers.parameters(i);
            effects.put(i, new RouterEffects(links, new InstanceResources(i, holdings, links), router,
                    configuration.instances().get(i), PreparedResources.of(router.resourceSet(), links)));
            router.announced().forEach(resource -> virtual.add(resource.address().address()));
            peers.add(new Peer(router, 1));
        }
        links.setVirtualAddresses((_, address) -> virtual.contains(address));
    }

    /** What it rehearses with. */
    public Configuration configuration() {
        return configuration;
    }

    /** The numbers of what its routers track. */
    public TrackerIds trackerIds() {
        return trackerIds;
    }

    /** What has left its routers. */
    public MemoryKernel outputs() {
        return outputs;
    }

    /** How many routers are MASTER. */
    public int masters() {
        int masters = 0;
        for (int i = 0; i < peers.size(); i++) {
            masters += routers.state(i) == RouterState.MASTER ? 1 : 0;
        }
        return masters;
    }

    /** Starts the routers and lets them all become MASTER. */
    public void start() {
        routers.start(nowNanos, effects);
        carryOut();
        for (int id = 0; id < trackerIds.all().size(); id++) {
            event(new Event.TrackerChanged(id, TrackerCondition.UP));
        }
        takeOver();
    }

    /** A higher router comes, advertises and leaves: every router but the owner gives way and takes over again. */
    public void round() {
        for (int i = 0; i < peers.size(); i++) {
            if (routers.parameters(i).election().priority() != OWNER_PRIORITY) {
                receive(peers.get(i).higher());
            }
        }
        for (int i = 0; i < peers.size(); i++) {
            receive(peers.get(i).higher());
        }
        for (int i = 0; i < peers.size(); i++) {
            if (routers.parameters(i).election().priority() != OWNER_PRIORITY) {
                receive(peers.get(i).release());
            }
        }
        takeOver();
    }

    /** Fires timers until everyone is MASTER, and for a while longer, so that adverts and second announcements go out. */
    void takeOver() {
        for (int i = 0; i < LIMIT && masters() < peers.size(); i++) {
            nextTimers();
        }
        for (int i = 0; i < 2 * peers.size(); i++) {
            nextTimers();
        }
        for (int i = 0; i < effects.size(); i++) {
            echo(effects.get(i));
        }
    }

    private void nextTimers() {
        nowNanos = Math.max(nowNanos, routers.nextDeadlineNanos());
        routers.fireTimers(nowNanos, effects);
        carryOut();
    }

    /** The kernel tells of addresses that were set, as of any others. */
    private void echo(RouterEffects router) {
        for (Claim claim : router.resources().possible()) {
            if (claim.entry().key() instanceof AddressKey key) {
                links.addressAdded(key.interfaceIndex(), key.address().family(), key.address().high(),
                        key.address().low(), claim.resource().address().length(), 0, InterfaceAddress.PERMANENT);
            }
        }
    }

    /** Everything else that may happen to routers, each once; ends with all of them being MASTER. */
    public void incidents() {
        new RehearsedEvents(this, routers, effects).run();
        takeOver();
    }

    /** The configuration with a pause before it begins. */
    RouterSetParameters delayed() {
        return new RouterSetParameters(parameters.routers(), parameters.groups(), parameters.trackers(),
                parameters.pacings(), SECOND_NANOS);
    }

    /** The present in virtual time. */
    long nowNanos() {
        return nowNanos;
    }

    /** Time passes, and timers fire when they are due. */
    void pass(long nanos) {
        long endNanos = nowNanos + nanos;
        while (routers.nextDeadlineNanos() <= endNanos) {
            nextTimers();
        }
        nowNanos = endNanos;
    }

    /** The process is frozen for so long, and wakes up. */
    void freeze(long nanos) {
        nowNanos += nanos;
        nextTimers();
    }

    void receive(ReceivedAdvert advert) {
        nowNanos++;
        routers.receive(advert, nowNanos, effects);
        carryOut();
    }

    void event(Event event) {
        routers.handle(event, nowNanos, effects);
        carryOut();
    }

    private void carryOut() {
        effects.flush();
        for (Event failure : effects.takeEvents()) {
            routers.handle(failure, nowNanos, effects);
        }
    }

    /** Priority 0, and the addresses are removed. */
    public void stop() {
        routers.stop(nowNanos, effects);
        carryOut();
    }
}
