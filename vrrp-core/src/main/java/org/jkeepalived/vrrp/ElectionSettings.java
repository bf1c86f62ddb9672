package org.jkeepalived.vrrp;

/**
 * How a router takes part in elections.
 *
 * @param priority base priority 1..255; 255 marks the owner of the addresses
 * @param preempt whether it takes over from a live master of lower priority
 * @param preemptDelayNanos how long it tolerates such a master first, 0 for not at all
 * @param downTimerAdverts adverts that a master may miss, 3 in the RFC
 * @param lowerPrioNoAdvert a master stays silent when it hears a lower priority (RFC 5798) instead of answering at once (RFC 9568)
 * @param higherPrioSendAdvert a master sends one more advert before it gives way
 * @param ownerIgnoreAdverts an owner drops every advert
 * @param startsAsBackup an owner waits like others at its start (keepalived's {@code state BACKUP}) instead of taking over at once
 */
public record ElectionSettings(
        int priority,
        boolean preempt,
        long preemptDelayNanos,
        int downTimerAdverts,
        boolean lowerPrioNoAdvert,
        boolean higherPrioSendAdvert,
        boolean ownerIgnoreAdverts,
        boolean startsAsBackup) {

    public static final int OWNER_PRIORITY = 255;

    /** keepalived's defaults: priority 100, preemption at once, three adverts. */
    public static final ElectionSettings DEFAULT = new ElectionSettings(100, true, 0, 3, false, false, false, false);

    public ElectionSettings {
        if (priority < 1 || priority > OWNER_PRIORITY) {
            throw new IllegalArgumentException("priority " + priority + " is outside 1..255");
        }
        if (preemptDelayNanos < 0 || downTimerAdverts < 1) {
            throw new IllegalArgumentException(
                    "preempt delay " + preemptDelayNanos + ", down timer adverts " + downTimerAdverts);
        }
    }

    /** The same settings with another base priority. */
    public ElectionSettings withPriority(int newPriority) {
        return new ElectionSettings(newPriority, preempt, preemptDelayNanos, downTimerAdverts, lowerPrioNoAdvert,
                higherPrioSendAdvert, ownerIgnoreAdverts, startsAsBackup);
    }

    /** The same settings with preemption as given. */
    public ElectionSettings withPreemption(boolean newPreempt, long newDelayNanos) {
        return new ElectionSettings(priority, newPreempt, newDelayNanos, downTimerAdverts, lowerPrioNoAdvert,
                higherPrioSendAdvert, ownerIgnoreAdverts, startsAsBackup);
    }

    /** The same settings with another start. */
    public ElectionSettings withStartAsBackup(boolean newStartsAsBackup) {
        return new ElectionSettings(priority, preempt, preemptDelayNanos, downTimerAdverts, lowerPrioNoAdvert,
                higherPrioSendAdvert, ownerIgnoreAdverts, newStartsAsBackup);
    }

    boolean owner() {
        return priority == OWNER_PRIORITY;
    }

    /** Whether it becomes MASTER at its start without listening first. */
    boolean startsAsMaster() {
        return owner() && !startsAsBackup;
    }
}
