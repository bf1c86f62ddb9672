package org.jkeepalived.vrrp;

import org.jkeepalived.net.AddressFamily;
import org.jkeepalived.vrrp.packet.ReceivedAdvert;

/** Finds the router that an advert is for, by interface, family and virtual router id. */
final class RouterDirectory {

    /** Interfaces and ids that are remembered as reported. */
    private static final int UNKNOWN_LIMIT = 4096;

    private LongTable<Router> routers = new LongTable<>();
    private final LongTable<Boolean> unknownReported = new LongTable<>();
    long unknownVridAdverts;
    long unreadableAdverts;

    void rebuild(Iterable<Router> all) {
        routers = new LongTable<>();
        for (Router router : all) {
            RouterParameters parameters = router.parameters;
            if (router.interfaceIndex == 0 && !parameters.identity().interfaceName().isEmpty()) {
                continue;
            }
            routers.put(key(router.interfaceIndex, parameters.family(), parameters.unicast(), parameters.vrid()),
                    router);
        }
    }

    /** The router, or null. One of the right kind (unicast, multicast) goes first; one of the other kind will say what is wrong. */
    Router find(ReceivedAdvert advert) {
        Router router = find(advert, !advert.multicast());
        return router != null ? router : find(advert, advert.multicast());
    }

    private Router find(ReceivedAdvert advert, boolean unicast) {
        Router router = routers.get(key(advert.interfaceIndex(), advert.family(), unicast, advert.vrid()));
        return router != null || !unicast ? router : routers.get(key(0, advert.family(), true, advert.vrid()));
    }

    /** Counts an advert that nobody wants and reports its router id once per interface. */
    void countUnknown(ReceivedAdvert advert, ActionSink out) {
        unknownVridAdverts++;
        long key = key(advert.interfaceIndex(), advert.family(), !advert.multicast(), advert.vrid());
        if (unknownReported.get(key) == null && unknownReported.size() < UNKNOWN_LIMIT) {
            unknownReported.put(key, Boolean.TRUE);
            out.accept(RouterSet.WHOLE_SET,
                    new Action.UnknownVrid(advert.interfaceIndex(), advert.family(), advert.vrid(), advert.source()));
        }
    }

    private static long key(int interfaceIndex, AddressFamily family, boolean unicast, int vrid) {
        return (long) interfaceIndex << 10 | (family == AddressFamily.IPV6 ? 1 << 9 : 0) | (unicast ? 1 << 8 : 0)
                | vrid;
    }
}
