package org.jkeepalived.vrrp;

/** What can be wrong with a received advert, in keepalived's order of checks. Numbers refer to docs/protocol-statements.md. */
public enum AdvertFinding {
    /** Shorter than its header or its address count asks for. Received and expected are lengths in bytes. */
    TOO_SHORT(true),
    /** Longer than its header and its address count say. Received and expected are lengths in bytes. */
    TOO_LONG(true),
    /** Multicast with a TTL or hop limit other than 255. */
    TTL(true),
    /** Another protocol version. */
    VERSION(true),
    /** VRRPv2: an authentication type that does not exist. */
    AUTHENTICATION_TYPE_UNKNOWN(true),
    /** VRRPv2: an authentication type that is not ours. */
    AUTHENTICATION_TYPE_MISMATCH(true),
    /** VRRPv2: a wrong password. */
    PASSWORD(true),
    /** VRRPv2: another interval than ours; values in seconds. */
    INTERVAL_MISMATCH(true),
    /** Not an advertisement. */
    PACKET_TYPE(true),
    /** VRRPv3: an interval of zero. */
    INTERVAL_ZERO(true),
    /** A wrong checksum. */
    CHECKSUM(true),
    /** Multicast to a unicast router or the reverse; received is 1 for multicast. */
    ADDRESSING_KIND(true),
    /** VRRPv3 without any address. */
    NO_ADDRESS(true),
    /** VRRPv3 over IPv6 whose first address is not link-local. */
    FIRST_ADDRESS_NOT_LINK_LOCAL(true),
    /** An owner that ignores adverts; silent. */
    OWNER_IGNORES(true),
    /** Another number of addresses than ours; accepted. */
    ADDRESS_COUNT(false),
    /** An address of ours is missing in the advert; accepted. */
    ADDRESS_LIST(false),
    /** A unicast sender that is no peer. */
    NOT_A_PEER(true),
    /** A unicast peer with a TTL outside its range. */
    PEER_TTL(true),
    /** Our own priority from our own address: an advert of ours came back, or somebody uses our address. */
    OWN_ADDRESS(true);

    private final boolean rejects;

    AdvertFinding(boolean rejects) {
        this.rejects = rejects;
    }

    /** Whether the advert is dropped; otherwise it is only reported. */
    public boolean rejects() {
        return rejects;
    }
}
