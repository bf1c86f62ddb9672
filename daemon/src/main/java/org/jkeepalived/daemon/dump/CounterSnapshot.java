package org.jkeepalived.daemon.dump;

/** The counters of an instance, in the order of keepalived.stats. */
public record CounterSnapshot(
        long advertsReceived,
        long advertsSent,
        long becameMaster,
        long releasedMaster,
        PacketErrors packet,
        AuthenticationErrors authentication,
        ExtensionErrors extension,
        long priorityZeroReceived,
        long priorityZeroSent) {
    /** All counters at zero. */
    public static final CounterSnapshot ZERO = new CounterSnapshot(0, 0, 0, 0, new PacketErrors(0, 0, 0, 0, 0),
            new AuthenticationErrors(0, 0, 0), new ExtensionErrors(0, 0, 0, 0, 0, 0), 0, 0);

    /** Adverts refused for their form. */
    public record PacketErrors(long length, long ttl, long invalidType, long advertInterval, long addressList) {}

    /** Adverts refused for their VRRPv2 authentication. */
    public record AuthenticationErrors(long invalidType, long typeMismatch, long failure) {}

    /** Adverts refused for their authentication trailer. */
    public record ExtensionErrors(
            long missing,
            long malformed,
            long unknownKey,
            long invalidHmac,
            long stale,
            long replay) {}
}
