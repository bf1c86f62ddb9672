package org.jkeepalived.vrrp;

/** What can be wrong with a received advert, in keepalived's order of checks. Numbers refer to docs/protocol-statements.md. */
public enum AdvertFinding {
    /** Shorter than its header or its address count asks for. Received and expected are lengths in bytes. */
    TOO_SHORT,
    /** Longer than its header and its address count say. Received and expected are lengths in bytes. */
    TOO_LONG,
    /** Multicast with a TTL or hop limit other than 255. */
    TTL,
    /** Another protocol version. */
    VERSION,
    /** VRRPv2: an authentication type that does not exist. */
    AUTHENTICATION_TYPE_UNKNOWN,
    /** VRRPv2: an authentication type that is not ours. */
    AUTHENTICATION_TYPE_MISMATCH,
    /** VRRPv2: a wrong password. */
    PASSWORD,
    /** VRRPv2: another interval than ours; values in seconds. */
    INTERVAL_MISMATCH,
    /** Not an advertisement. */
    PACKET_TYPE,
    /** VRRPv3: an interval of zero. */
    INTERVAL_ZERO,
    /** A wrong checksum. */
    CHECKSUM,
    /** Multicast to a unicast router or the reverse; received is 1 for multicast. */
    ADDRESSING_KIND,
    /** VRRPv3 without any address. */
    NO_ADDRESS,
    /** VRRPv3 over IPv6 whose first address is not link-local. */
    FIRST_ADDRESS_NOT_LINK_LOCAL,
    /** An owner that ignores adverts; silent. */
    OWNER_IGNORES,
    /** Another number of addresses than ours; accepted. */
    ADDRESS_COUNT,
    /** An address of ours is missing in the advert; accepted. */
    ADDRESS_LIST,
    /** A unicast sender that is no peer. */
    NOT_A_PEER,
    /** A unicast peer with a TTL outside its range. */
    PEER_TTL,
    /** Our own priority from our own address: an advert of ours came back, or somebody uses our address. */
    OWN_ADDRESS
}
