package org.jkeepalived.vrrp;

/**
 * One track_ line of a router: what the state of a tracker does to it.
 *
 * <p>Weight 0: a tracker that is down is a fault; with {@code reverse} one that is up. Positive weight: added while it is up. Negative
 * weight: added while it is down. {@code reverse} changes the sign of what is added, not when: priority 100 with weight 20 reverse is 80
 * while up and 100 while down, with -20 reverse 100 while up and 120 while down, as in keepalived. For a tracker with a value (a tracked file) the value times the weight, negated by {@code reverse},
 * is added; -254 or less is a fault, and with weight 0 any value but 0 is.
 *
 * @param trackerId the tracker's id, chosen by the caller and stable across reloads
 * @param weight -254..254
 * @param reverse reverses the sense of the weight
 */
public record Tracking(int trackerId, int weight, boolean reverse) {}
