package org.jkeepalived.daemon.dump;

/**
 * When gratuitous ARPs and unsolicited NAs are sent. Delays in seconds.
 *
 * @param refreshSeconds 0 means never
 */
public record GarpSettings(
        int delaySeconds,
        int repeat,
        int refreshSeconds,
        int refreshRepeat,
        int lowerPriorityDelaySeconds,
        int lowerPriorityRepeat) {}
