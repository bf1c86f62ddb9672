package org.jkeepalived.config.settings;

/**
 * When gratuitous ARPs and unsolicited neighbour advertisements are sent (keepalived.conf(5), garp_*).
 *
 * @param masterDelayNanos pause before the second burst after becoming master; 0 sends no second burst
 * @param masterRepeat packets per address in a burst, at least 1
 * @param masterRefreshNanos period of the refresh while master; 0 never
 * @param masterRefreshRepeat packets per refresh, at least 1
 * @param lowerPrioDelayNanos pause before the second burst after a lower priority advert
 * @param lowerPrioRepeat packets after a lower priority advert; 0 none
 */
public record Garp(
        long masterDelayNanos,
        int masterRepeat,
        long masterRefreshNanos,
        int masterRefreshRepeat,
        long lowerPrioDelayNanos,
        int lowerPrioRepeat) {}
