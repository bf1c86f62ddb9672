/**
 * The state machines of VRRP (RFC 3768, RFC 9568) with keepalived's additions: tracking, FAULT, sync groups, preemption delay, announcement
 * bursts, reload.
 *
 * <p>{@link org.jkeepalived.vrrp.RouterSet} is the interface: adverts, events and the time go in, {@link org.jkeepalived.vrrp.Action actions} come
 * out. No sockets, files, threads, clocks or randomness here, so that tests and the simulator run what the daemon runs.
 *
 * <p>A router's state is a compact mutable object with an enum, not a record per state: a master that re-advertises and a backup that hears
 * its master only move a deadline in a heap of primitives, thousands of times a second and without allocating. What a snapshot shows is
 * copied into records on request.
 */
package org.jkeepalived.vrrp;
