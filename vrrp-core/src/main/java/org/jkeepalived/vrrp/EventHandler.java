package org.jkeepalived.vrrp;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Takes events to the routers that they concern, and remembers what is known of interfaces for routers that come later. */
final class EventHandler {

    private record KnownInterface(int index, LinkState state) {}

    private final List<Router> slots;
    private final List<Router> routers;
    private final RouterDirectory directory;
    private final Trackers trackers;
    private final Faults faults;
    private final ResourceKeeper keeper;
    private final Announcer announcer;
    private final FaultRules faultRules;
    private final Map<String, KnownInterface> interfaces = new HashMap<>();

    /**
     * @param slots routers by number, null where a number is free
     * @param routers routers in configuration order
     */
    EventHandler(List<Router> slots, List<Router> routers, RouterDirectory directory, Trackers trackers, Faults faults,
            ResourceKeeper keeper, Announcer announcer, FaultRules faultRules) {
        this.slots = slots;
        this.routers = routers;
        this.directory = directory;
        this.trackers = trackers;
        this.faults = faults;
        this.keeper = keeper;
        this.announcer = announcer;
        this.faultRules = faultRules;
    }

    /**
     * No pattern switch: events come during a start and a take-over, and its first use costs milliseconds.
     *
     * @param running whether routers may change their states
     */
    void handle(Event event, boolean running, long nowNanos, ActionSink out) {
        if (event instanceof Event.InterfaceChanged changed) {
            interfaceChanged(changed, running, nowNanos, out);
        } else if (event instanceof Event.SourceAddressChanged changed) {
            sourceChanged(changed, running, nowNanos, out);
        } else if (event instanceof Event.TrackerChanged changed) {
            trackerChanged(changed, running, nowNanos, out);
        } else if (event instanceof Event.ResourceLost lost) {
            keeper.lost(router(lost.router()), lost.resource(), nowNanos, out);
        } else if (event instanceof Event.ResourceRefused refused) {
            keeper.refused(router(refused.router()), refused, nowNanos, out);
        } else if (event instanceof Event.ResourceInstalled installed) {
            keeper.installed(router(installed.router()), installed.resource(), nowNanos);
        } else if (event instanceof Event.HostAddressChanged changed) {
            keeper.hostAddressChanged(routers, changed, nowNanos);
        } else if (event instanceof Event.AdvertNotSent failed) {
            Router router = router(failed.router());
            if (router != null) {
                router.counters.sendErrors++;
            }
        } else if (event instanceof Event.AnnouncementRequested request) {
            Router router = router(request.router());
            if (router != null && router.state == RouterState.MASTER) {
                announcer.announce(router, router.takeOverBurst, nowNanos, out);
            }
        } else {
            throw new IllegalStateException("event " + event);
        }
    }

    private Router router(int number) {
        return number >= 0 && number < slots.size() ? slots.get(number) : null;
    }

    /** Applies what is known of the surroundings to a router. */
    void recordFaults(Router router, long nowNanos, ActionSink out) {
        KnownInterface known = interfaces.get(router.parameters.identity().interfaceName());
        if (known != null) {
            router.interfaceIndex = known.index();
            faults.linkChanged(router, known.state(), out);
        }
        faults.sourceChanged(router, out);
        faults.configurationChanged(router, out);
        faults.trackersChanged(router, nowNanos, out);
    }

    private void interfaceChanged(Event.InterfaceChanged changed, boolean running, long nowNanos, ActionSink out) {
        int index = changed.state() == LinkState.MISSING ? 0 : changed.interfaceIndex();
        interfaces.put(changed.interfaceName(), new KnownInterface(index, changed.state()));
        for (Router router : routers) {
            if (router.parameters.identity().interfaceName().equals(changed.interfaceName())) {
                router.interfaceIndex = index;
                faults.linkChanged(router, changed.state(), out);
            }
        }
        directory.rebuild(routers);
        for (Router router : routers) {
            if (router.parameters.identity().interfaceName().equals(changed.interfaceName())) {
                settle(router, running, nowNanos, out);
            }
        }
    }

    private void sourceChanged(Event.SourceAddressChanged changed, boolean running, long nowNanos, ActionSink out) {
        Router router = router(changed.router());
        if (router != null) {
            router.source = changed.address();
            router.prepareAdverts();
            faults.sourceChanged(router, out);
            settle(router, running, nowNanos, out);
        }
    }

    private void trackerChanged(Event.TrackerChanged changed, boolean running, long nowNanos, ActionSink out) {
        if (!trackers.set(changed.trackerId(), changed.condition())) {
            return;
        }
        for (Router router : routers) {
            if (router.follows(changed.trackerId())) {
                faults.trackersChanged(router, nowNanos, out);
            }
        }
        for (Router router : routers) {
            if (router.follows(changed.trackerId())) {
                settle(router, running, nowNanos, out);
            }
        }
    }

    private void settle(Router router, boolean running, long nowNanos, ActionSink out) {
        if (running) {
            faultRules.settle(router, TransitionCause.TRACKERS_READY, nowNanos, out);
        }
    }
}
