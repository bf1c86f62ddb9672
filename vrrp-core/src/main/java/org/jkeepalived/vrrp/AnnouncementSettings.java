package org.jkeepalived.vrrp;

/**
 * How often gratuitous ARPs and unsolicited neighbour advertisements are sent, for each address.
 *
 * @param repeat packets when becoming master, and in the second burst
 * @param delayNanos wait before the second burst, 0 for none
 * @param refreshNanos period of refreshes while master, 0 for none
 * @param refreshRepeat packets of a refresh
 * @param lowerPrioRepeat packets after a master heard a lower priority
 * @param lowerPrioDelayNanos wait before the second burst after that, 0 for none
 */
public record AnnouncementSettings(
        int repeat,
        long delayNanos,
        long refreshNanos,
        int refreshRepeat,
        int lowerPrioRepeat,
        long lowerPrioDelayNanos) {

    /** keepalived's defaults: five packets, five more after five seconds, no refresh. */
    public static final AnnouncementSettings DEFAULT = new AnnouncementSettings(5, 5_000_000_000L, 0, 1, 5,
            5_000_000_000L);

    public AnnouncementSettings {
        if (repeat < 0 || refreshRepeat < 0 || lowerPrioRepeat < 0 || delayNanos < 0 || refreshNanos < 0
                || lowerPrioDelayNanos < 0) {
            throw new IllegalArgumentException("announcement counts and times are not negative");
        }
    }
}
