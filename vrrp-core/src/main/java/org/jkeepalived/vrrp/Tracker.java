package org.jkeepalived.vrrp;

/**
 * Something whose condition routers follow: a script, an interface, a file, a process, a BFD session.
 *
 * @param id the caller's id, 0 or more, small
 * @param initial the condition before the first event
 */
public record Tracker(int id, TrackerCondition initial) {}
