package org.jkeepalived.daemon.rehearsal;

import org.jkeepalived.daemon.kernel.EffectBatch;
import org.jkeepalived.daemon.tracking.ScriptSource;
import org.jkeepalived.net.IpAddress;
import org.jkeepalived.net.IpPrefix;
import org.jkeepalived.vrrp.ElectionSettings;
import org.jkeepalived.vrrp.Event;
import org.jkeepalived.vrrp.LinkState;
import org.jkeepalived.vrrp.Resource;
import org.jkeepalived.vrrp.RouterParameters;
import org.jkeepalived.vrrp.RouterSet;
import org.jkeepalived.vrrp.TrackerCondition;

/** What happens to routers besides take-overs, each once. Router numbers are positions in the sample configuration. */
final class RehearsedEvents {
    private static final int VERSION_2 = 0;
    private static final int VERSION_3 = 1;
    private static final int UNICAST = 3;
    private static final int OWNER = 4;
    private static final int LOW = 50;
    private static final int HIGH = ElectionSettings.OWNER_PRIORITY - 1;
    private static final long OTHER_INTERVAL_NANOS = 100_000_000L;
    private static final long FREEZE_NANOS = 60_000_000_000L;

    private static final IpAddress HOST = IpAddress.parse("192.0.2.1");
    private static final int FLOOD = 30;
    private static final long REPORT_NANOS = 2_000_000_000L;
    private static final long SETTLE_NANOS = 10_000_000L;
    private static final long RETRY_NANOS = 1_100_000_000L;
    private static final long HOLD_NANOS = 11_000_000_000L;

    private final TakeoverDrill drill;
    private final RouterSet routers;
    private final EffectBatch effects;

    RehearsedEvents(TakeoverDrill drill, RouterSet routers, EffectBatch effects) {
        this.drill = drill;
        this.routers = routers;
        this.effects = effects;
    }

    void run() {
        heardByMasters();
        heardByBackups();
        faults();
        resources();
        drill.freeze(FREEZE_NANOS);
        new RouterSet(drill.delayed()).start(drill.nowNanos(), effects);
        effects.flush();
    }

    private RouterParameters router(int number) {
        return routers.parameters(number);
    }

    private Peer peer(int number, int order) {
        return new Peer(router(number), order);
    }

    private void heardByMasters() {
        Peer lower = peer(VERSION_2, 1);
        long intervalNanos = router(VERSION_2).advertIntervalNanos();
        drill.receive(lower.at(LOW, intervalNanos));
        drill.receive(lower.release());
        drill.receive(lower.fromAfar());
        drill.receive(lower.forNobody());
        int own = routers.snapshot(drill.nowNanos()).routers().get(VERSION_2).effectivePriority();
        drill.receive(lower.at(own, intervalNanos));
        drill.receive(peer(OWNER, 1).at(ElectionSettings.OWNER_PRIORITY, router(OWNER).advertIntervalNanos()));
        Peer flooding = peer(OWNER, 1);
        for (int i = 0; i < FLOOD; i++) {
            drill.receive(flooding.at(LOW, router(OWNER).advertIntervalNanos()));
        }
        drill.pass(REPORT_NANOS);
        drill.receive(flooding.at(LOW, router(OWNER).advertIntervalNanos()));
    }

    private void heardByBackups() {
        drill.receive(peer(VERSION_3, 1).higher());
        drill.receive(peer(VERSION_3, 2).at(HIGH, OTHER_INTERVAL_NANOS));
        drill.receive(peer(VERSION_3, 2).at(LOW, OTHER_INTERVAL_NANOS));
        Peer unicast = peer(UNICAST, 1);
        drill.receive(unicast.higher());
        drill.receive(unicast.at(LOW, router(UNICAST).advertIntervalNanos()));
        drill.receive(unicast.higher());
    }

    private void faults() {
        for (String script : new String[]{"rehearse", "rehearse_fault"}) {
            int id = drill.trackerIds().of(ScriptSource.id(script));
            drill.event(new Event.TrackerChanged(id, TrackerCondition.DOWN));
            drill.event(new Event.TrackerChanged(id, TrackerCondition.UP));
        }
        String link = router(VERSION_2).identity().interfaceName();
        drill.event(new Event.InterfaceChanged(link, SampleHost.FIRST_INDEX, LinkState.DOWN));
        drill.event(new Event.InterfaceChanged(link, SampleHost.FIRST_INDEX, LinkState.UP));
        drill.event(new Event.SourceAddressChanged(VERSION_3, null));
        drill.event(new Event.SourceAddressChanged(VERSION_3, router(VERSION_3).sourceAddress()));
        drill.takeOver();
    }

    private void resources() {
        Resource resource = router(VERSION_2).resources().getFirst();
        drill.event(new Event.ResourceRefused(VERSION_2, resource, "rehearsal", false));
        drill.pass(RETRY_NANOS);
        drill.event(new Event.ResourceInstalled(VERSION_2, resource));
        drill.event(new Event.ResourceLost(VERSION_2, resource));
        drill.pass(SETTLE_NANOS);
        drill.event(new Event.ResourceInstalled(VERSION_2, resource));
        drill.event(new Event.ResourceLost(VERSION_2, resource));
        drill.takeOver();
        lostWithTheHosts();
        drill.event(new Event.ResourceRefused(VERSION_3, router(VERSION_3).resources().getFirst(), "rehearsal", true));
        drill.event(new Event.AdvertNotSent(VERSION_2, "rehearsal"));
        drill.event(new Event.AnnouncementRequested(VERSION_2));
    }

    /** An address of the host's own vanishes together with one of a router's, and does not come back in time. */
    private void lostWithTheHosts() {
        Resource resource = router(VERSION_2).resources().get(1);
        IpPrefix host = new IpPrefix(HOST, resource.address().length());
        drill.event(new Event.HostAddressChanged(resource.interfaceName(), host, true));
        drill.event(new Event.HostAddressChanged(resource.interfaceName(), host, false));
        drill.event(new Event.ResourceLost(VERSION_2, resource));
        drill.takeOver();
        drill.pass(HOLD_NANOS);
    }
}
