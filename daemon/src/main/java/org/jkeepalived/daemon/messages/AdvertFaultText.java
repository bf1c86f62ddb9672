package org.jkeepalived.daemon.messages;

import org.jkeepalived.net.AddressFamily;
import org.jkeepalived.vrrp.Action.AdvertFaulty;
import org.jkeepalived.vrrp.RouterParameters;

/** What keepalived says of an advert that is not as it should be, without the instance's name. */
final class AdvertFaultText {
    private static final int IPV4_HEADER = 20;

    private AdvertFaultText() {}

    static String of(RouterParameters router, AdvertFaulty faulty) {
        String from = " from " + faulty.source();
        long received = faulty.received();
        long expected = faulty.expected();
        return switch (faulty.finding()) {
            case TOO_SHORT -> "vrrp packet too short" + from + lengths(router, received, expected);
            case TOO_LONG -> "vrrp packet too long" + from + lengths(router, received, expected);
            case TTL -> "invalid TTL/HL" + from + ". Received " + received + " and expect " + expected;
            case VERSION -> "wrong VRRP version" + from + ". Received " + received + " and expect " + expected;
            case AUTHENTICATION_TYPE_UNKNOWN -> "Invalid auth type" + from + ": " + received;
            case AUTHENTICATION_TYPE_MISMATCH ->
                    "received a " + received + " auth" + from + ", expecting " + expected + "!";
            case PASSWORD -> "received an invalid passwd" + from + "!";
            case INTERVAL_MISMATCH ->
                    "advertisement interval mismatch" + from + " mine=" + expected + " sec rcv'd=" + received + " sec";
            case PACKET_TYPE -> "Invalid packet type" + from + ". " + received + " and expect " + expected;
            case INTERVAL_ZERO -> "advertisement interval of zero" + from;
            case CHECKSUM -> "Invalid VRRPv" + router.version().number() + " checksum" + from;
            case ADDRESSING_KIND -> received == 1
                    ? "received a multicast advert" + from + ", expecting unicast"
                    : "received a unicast advert" + from + ", expecting multicast";
            case NO_ADDRESS -> "advert without addresses" + from;
            case FIRST_ADDRESS_NOT_LINK_LOCAL -> "first address is not link-local in advert" + from;
            case OWNER_IGNORES -> "ignoring advert" + from + " as address owner";
            case ADDRESS_COUNT -> "expected " + expected + " VIPs but received " + received + from;
            case ADDRESS_LIST -> "ip address associated with VRID " + router.vrid() + " not present in advert" + from
                    + ": " + faulty.address();
            case NOT_A_PEER -> "unicast source address " + faulty.source() + " not a unicast peer";
            case PEER_TTL ->
                    "TTL/HL " + received + from + " not in range [" + expected + ", " + faulty.expectedLimit() + "]";
            case OWN_ADDRESS ->
                    "received an advert" + from + ", which is our own address, with our priority " + received;
        };
    }

    /** keepalived's raw sockets give it the IP header of version 4, and its lengths are with that. */
    private static String lengths(RouterParameters router, long received, long expected) {
        int header = router.family() == AddressFamily.IPV4 ? IPV4_HEADER : 0;
        return ", length " + (header + received) + " and expect " + (header + expected);
    }
}
