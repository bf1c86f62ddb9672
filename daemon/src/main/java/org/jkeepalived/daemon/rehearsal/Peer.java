package org.jkeepalived.daemon.rehearsal;

import java.nio.ByteBuffer;
import java.util.List;
import org.jkeepalived.net.IpAddress;
import org.jkeepalived.vrrp.RouterParameters;
import org.jkeepalived.vrrp.packet.AdvertFormat;
import org.jkeepalived.vrrp.packet.ReceivedAdvert;

/** Another router of the same virtual router, as far as its adverts go. */
final class Peer {
    private static final int HIGHEST_BYTE = 0xff;
    private static final int UNUSED_VRID = 250;

    private final RouterParameters router;
    private final IpAddress source;
    private final IpAddress destination;
    private final ByteBuffer higher;
    private final ByteBuffer release;
    private final ReceivedAdvert advert = new ReceivedAdvert();

    /** @param order which one it is of several, from 1 on: their addresses grow */
    Peer(RouterParameters router, int order) {
        this.router = router;
        this.source = router.unicast()
                ? router.peers().get(order - 1).address()
                : new IpAddress(router.family(), router.sourceAddress().high(), router.sourceAddress().low() + order);
        this.destination = router.unicast() ? router.sourceAddress() : router.multicastGroup();
        this.higher = bytes(HIGHEST_BYTE - 1, router.advertIntervalNanos());
        this.release = bytes(0, router.advertIntervalNanos());
    }

    private ByteBuffer bytes(int priority, long intervalNanos) {
        AdvertFormat format = new AdvertFormat(router.version(), router.family(), router.vrid(), intervalNanos,
                router.authentication(), !router.checksumAsV2(), router.advertisedAddresses(), source,
                List.of(destination));
        return ByteBuffer.wrap(format.encode(priority).bytes(0));
    }

    /** Its advert with a priority above all others but the owner's. */
    ReceivedAdvert higher() {
        return advert(higher, AdvertFormat.TTL);
    }

    /** Its advert that releases mastership. */
    ReceivedAdvert release() {
        return advert(release, AdvertFormat.TTL);
    }

    /** Its advert at a priority and an interval. */
    ReceivedAdvert at(int priority, long intervalNanos) {
        return advert(bytes(priority, intervalNanos), AdvertFormat.TTL);
    }

    /** An advert from beyond the link. */
    ReceivedAdvert fromAfar() {
        return advert(higher, AdvertFormat.TTL - 1);
    }

    /** An advert for a virtual router that nobody has. */
    ReceivedAdvert forNobody() {
        ByteBuffer message = bytes(HIGHEST_BYTE - 1, router.advertIntervalNanos());
        return advert(message.put(1, (byte) UNUSED_VRID), AdvertFormat.TTL);
    }

    private ReceivedAdvert advert(ByteBuffer message, int ttl) {
        return advert.message(message, 0, message.capacity())
                .header(router.family(), SampleHost.FIRST_INDEX, ttl, !router.unicast())
                .addresses(source.high(), source.low(), destination.high(), destination.low());
    }
}
