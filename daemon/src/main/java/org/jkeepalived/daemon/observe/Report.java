package org.jkeepalived.daemon.observe;

import org.jkeepalived.vrrp.Action;
import org.jkeepalived.vrrp.RouterParameters;

/**
 * What happened in the core. Immutable, for any thread.
 *
 * @param timeNanos when it had been carried out, on {@link System#nanoTime}'s clock
 * @param configuration what ran then: names and settings are looked up there
 * @param router the router's configuration, null for an action of the whole set
 */
public record Report(long timeNanos, RunningConfiguration configuration, RouterParameters router, Action action) {}
