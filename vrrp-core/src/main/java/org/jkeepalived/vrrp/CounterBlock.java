package org.jkeepalived.vrrp;

/** The running counters behind {@link RouterCounters}. */
final class CounterBlock {

    long advertsReceived;
    long advertsSent;
    long becameMaster;
    long releasedMaster;
    long lengthErrors;
    long ttlErrors;
    long typeErrors;
    long intervalErrors;
    long addressListErrors;
    long authenticationTypeUnknown;
    long authenticationTypeMismatch;
    long authenticationFailures;
    long priorityZeroReceived;
    long priorityZeroSent;
    long versionErrors;
    long checksumErrors;
    long notPeerErrors;
    long ownAddressAdverts;
    long stalls;
    long addressesRestored;
    long sendErrors;

    /** Adds one to the counter of a finding. */
    void count(AdvertFinding finding) {
        switch (finding) {
            case TOO_SHORT, TOO_LONG -> lengthErrors++;
            case TTL, PEER_TTL -> ttlErrors++;
            case VERSION -> versionErrors++;
            case AUTHENTICATION_TYPE_UNKNOWN -> authenticationTypeUnknown++;
            case AUTHENTICATION_TYPE_MISMATCH -> authenticationTypeMismatch++;
            case PASSWORD -> authenticationFailures++;
            case INTERVAL_MISMATCH, INTERVAL_ZERO -> intervalErrors++;
            case PACKET_TYPE -> typeErrors++;
            case CHECKSUM -> checksumErrors++;
            case ADDRESSING_KIND, NO_ADDRESS, FIRST_ADDRESS_NOT_LINK_LOCAL, ADDRESS_COUNT, ADDRESS_LIST ->
                    addressListErrors++;
            case NOT_A_PEER -> notPeerErrors++;
            case OWN_ADDRESS -> ownAddressAdverts++;
            case OWNER_IGNORES -> {
                // wanted by the configuration, not an error
            }
        }
    }

    RouterCounters toRecord() {
        return new RouterCounters(advertsReceived, advertsSent, becameMaster, releasedMaster, lengthErrors, ttlErrors,
                typeErrors, intervalErrors, addressListErrors, authenticationTypeUnknown, authenticationTypeMismatch,
                authenticationFailures, priorityZeroReceived, priorityZeroSent, versionErrors, checksumErrors,
                notPeerErrors, ownAddressAdverts, stalls, addressesRestored, sendErrors);
    }
}
