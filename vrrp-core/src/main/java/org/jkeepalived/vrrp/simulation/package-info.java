/**
 * A simulated network of routers: virtual clock, loss, one-way partitions, duplicates, drifting clocks, frozen processes, crashes. It runs
 * the same {@link org.jkeepalived.vrrp.RouterSet} as the daemon and checks after every event what must never happen and what must have
 * happened by then. Everything follows from a seed.
 */
package org.jkeepalived.vrrp.simulation;
