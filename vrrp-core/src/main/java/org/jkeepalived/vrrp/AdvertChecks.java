package org.jkeepalived.vrrp;

import org.jkeepalived.net.AddressFamily;
import org.jkeepalived.net.IpAddress;
import org.jkeepalived.vrrp.packet.Authentication;
import org.jkeepalived.vrrp.packet.ProtocolVersion;
import org.jkeepalived.vrrp.packet.ReceivedAdvert;

/**
 * The checks of RFC 3768 section 7.1 and RFC 9568 section 7.1 in keepalived's order. Each finding is counted every time and reported once
 * until the router's state or its master changes. A rejected advert changes nothing else.
 */
final class AdvertChecks {

    private static final int TTL = 255;
    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    private AdvertChecks() {}

    /** Runs all checks and counts the advert as received where it deserves it; whether the advert may take part in the election. */
    static boolean accept(Router router, ReceivedAdvert advert, ActionSink out) {
        if (!headerIsSound(router, advert, out) || !bodyIsSound(router, advert, out)) {
            return false;
        }
        router.counters.advertsReceived++;
        compareAddresses(router, advert, out);
        return !router.parameters.unicast() || peerIsKnown(router, advert, out);
    }

    private static boolean headerIsSound(Router router, ReceivedAdvert advert, ActionSink out) {
        if (!advert.hasFixedHeader()) {
            return reject(router, AdvertFinding.TOO_SHORT, advert, advert.length(), 8, out);
        }
        int surplus = advert.surplusBytes();
        if (surplus < 0) {
            return reject(router, AdvertFinding.TOO_SHORT, advert, advert.length(), advert.expectedLength(), out);
        }
        int known = advert.versionNumber();
        boolean lengthIsKnown = known == ProtocolVersion.V2.number() || known == ProtocolVersion.V3.number();
        if (surplus > 0 && lengthIsKnown) {
            return reject(router, AdvertFinding.TOO_LONG, advert, advert.length(), advert.expectedLength(), out);
        }
        if (advert.multicast() && advert.ttl() >= 0 && advert.ttl() != TTL) {
            return reject(router, AdvertFinding.TTL, advert, advert.ttl(), TTL, out);
        }
        int version = router.parameters.version().number();
        if (advert.versionNumber() != version) {
            return reject(router, AdvertFinding.VERSION, advert, advert.versionNumber(), version, out);
        }
        return true;
    }

    private static boolean bodyIsSound(Router router, ReceivedAdvert advert, ActionSink out) {
        boolean version2 = router.parameters.version() == ProtocolVersion.V2;
        if (version2 && (!authenticationIsRight(router, advert, out) || !intervalIsOurs(router, advert, out))) {
            return false;
        }
        if (advert.type() != 1) {
            return reject(router, AdvertFinding.PACKET_TYPE, advert, advert.type(), 1, out);
        }
        if (!version2 && advert.advertIntervalNanos() == 0) {
            return reject(router, AdvertFinding.INTERVAL_ZERO, advert, 0, 0, out);
        }
        if (!advert.checksumIsRight()) {
            return reject(router, AdvertFinding.CHECKSUM, advert, 0, 0, out);
        }
        if (advert.multicast() == router.parameters.unicast()) {
            return reject(router, AdvertFinding.ADDRESSING_KIND, advert, advert.multicast() ? 1 : 0,
                    router.parameters.unicast() ? 0 : 1, out);
        }
        if (!version2 && !version3AddressesAreSound(router, advert, out)) {
            return false;
        }
        if (router.owner() && router.parameters.election().ownerIgnoreAdverts()) {
            router.counters.count(AdvertFinding.OWNER_IGNORES);
            return false;
        }
        return true;
    }

    private static boolean authenticationIsRight(Router router, ReceivedAdvert advert, ActionSink out) {
        Authentication ours = router.parameters.authentication();
        int type = advert.authenticationType();
        if (type > Authentication.TYPE_AH) {
            return reject(router, AdvertFinding.AUTHENTICATION_TYPE_UNKNOWN, advert, type, ours.type(), out);
        }
        if (type != ours.type()) {
            return reject(router, AdvertFinding.AUTHENTICATION_TYPE_MISMATCH, advert, type, ours.type(), out);
        }
        if (type == Authentication.TYPE_PASSWORD && advert.authenticationData() != ours.data()) {
            return reject(router, AdvertFinding.PASSWORD, advert, 0, 0, out);
        }
        return true;
    }

    private static boolean intervalIsOurs(Router router, ReceivedAdvert advert, ActionSink out) {
        long received = advert.advertIntervalNanos();
        long ours = router.parameters.advertIntervalNanos();
        return received == ours || reject(router, AdvertFinding.INTERVAL_MISMATCH, advert, received / NANOS_PER_SECOND,
                ours / NANOS_PER_SECOND, out);
    }

    /** Errata 8299 and 8300. A link-local first address is not asked of others by a router that has none itself, unless it is strict. */
    private static boolean version3AddressesAreSound(Router router, ReceivedAdvert advert, ActionSink out) {
        if (advert.addressCount() == 0) {
            return reject(router, AdvertFinding.NO_ADDRESS, advert, 0, router.advertisedLow.length, out);
        }
        if (advert.family() == AddressFamily.IPV6 && !advert.firstAddressIsLinkLocal()
                && (router.parameters.receive().strict() || firstOwnAddressIsLinkLocal(router))) {
            return reject(router, AdvertFinding.FIRST_ADDRESS_NOT_LINK_LOCAL, advert, 0, 0, out);
        }
        return true;
    }

    private static boolean firstOwnAddressIsLinkLocal(Router router) {
        return router.advertisedHigh.length > 0 && router.advertisedHigh[0] >>> 54 == 0xfe80L >>> 6;
    }

    /** A different list is reported and counted, and accepted (keepalived since 2.3.3): two masters would be worse. */
    private static void compareAddresses(Router router, ReceivedAdvert advert, ActionSink out) {
        int own = router.advertisedLow.length;
        int count = advert.addressCount();
        if (count != own) {
            reject(router, AdvertFinding.ADDRESS_COUNT, advert, count, own, out);
            return;
        }
        boolean skip = router.parameters.receive().skipCheckAddresses() && router.state == RouterState.BACKUP
                && router.isFromMaster(advert.sourceHigh(), advert.sourceLow());
        if (skip) {
            return;
        }
        for (int i = 0; i < own; i++) {
            if (!has(advert, count, i, router.advertisedHigh[i], router.advertisedLow[i])) {
                addressMissing(router, i, advert, out);
                return;
            }
        }
    }

    /** Whether an address is in the advert, most likely at the same place. */
    private static boolean has(ReceivedAdvert advert, int count, int likely, long high, long low) {
        if (advert.addressLow(likely) == low && advert.addressHigh(likely) == high) {
            return true;
        }
        for (int i = 0; i < count; i++) {
            if (advert.addressLow(i) == low && advert.addressHigh(i) == high) {
                return true;
            }
        }
        return false;
    }

    private static void addressMissing(Router router, int index, ReceivedAdvert advert, ActionSink out) {
        router.counters.count(AdvertFinding.ADDRESS_LIST);
        if (isNew(router, AdvertFinding.ADDRESS_LIST, out)) {
            IpAddress missing = new IpAddress(router.parameters.family(), router.advertisedHigh[index],
                    router.advertisedLow[index]);
            out.accept(router.number,
                    new Action.AdvertFaulty(AdvertFinding.ADDRESS_LIST, advert.source(), 0, 0, 0, missing));
        }
    }

    private static boolean peerIsKnown(Router router, ReceivedAdvert advert, ActionSink out) {
        boolean limitsTtl = false;
        var peers = router.parameters.peers();
        for (int i = 0; i < peers.size(); i++) {
            UnicastPeer peer = peers.get(i);
            limitsTtl |= peer.limitsTtl();
            if (peer.address().is(advert.sourceHigh(), advert.sourceLow())) {
                boolean inRange = advert.ttl() < 0 || advert.ttl() >= peer.minTtl() && advert.ttl() <= peer.maxTtl();
                return inRange || report(router, AdvertFinding.PEER_TTL, advert, advert.ttl(), peer.minTtl(),
                        peer.maxTtl(), out);
            }
        }
        return !router.parameters.receive().checkUnicastSource() && !limitsTtl
                || reject(router, AdvertFinding.NOT_A_PEER, advert, 0, 0, out);
    }

    private static boolean reject(Router router, AdvertFinding finding, ReceivedAdvert advert, long received,
            long expected, ActionSink out) {
        return report(router, finding, advert, received, expected, expected, out);
    }

    /** Counts and, the first time, reports; always false so that a check can end with it. */
    static boolean report(Router router, AdvertFinding finding, ReceivedAdvert advert, long received, long expected,
            long expectedLimit, ActionSink out) {
        router.counters.count(finding);
        if (isNew(router, finding, out)) {
            out.accept(router.number,
                    new Action.AdvertFaulty(finding, advert.source(), received, expected, expectedLimit, null));
        }
        return false;
    }

    private static boolean isNew(Router router, AdvertFinding finding, ActionSink out) {
        int bit = 1 << finding.ordinal();
        if ((router.findingsReported & bit) != 0 || !router.mayReport(out)) {
            return false;
        }
        router.findingsReported |= bit;
        return true;
    }
}
