package org.jkeepalived.vrrp;

/**
 * Counters of one router since its start or the last {@link RouterSet#clearCounters}. The first group is keepalived's .stats file, the
 * second counts what it has no counter for.
 */
public record RouterCounters(
        long advertsReceived,
        long advertsSent,
        long becameMaster,
        long releasedMaster,
        long lengthErrors,
        long ttlErrors,
        long typeErrors,
        long intervalErrors,
        long addressListErrors,
        long authenticationTypeUnknown,
        long authenticationTypeMismatch,
        long authenticationFailures,
        long priorityZeroReceived,
        long priorityZeroSent,
        long versionErrors,
        long checksumErrors,
        long notPeerErrors,
        long ownAddressAdverts,
        long stalls,
        long addressesRestored,
        long sendErrors) {}
