package org.jkeepalived.vrrp;

import java.util.List;

/**
 * What a new configuration would do, worked out by {@link RouterSet#plan} and carried out by {@link RouterSet#apply}, so that the caller
 * can prepare for new router numbers before their actions come.
 *
 * @param parameters the new configuration
 * @param kept routers that go on, in the order of the new configuration together with the added ones
 * @param added routers that start
 * @param removed routers that end
 */
public record Reconfiguration(
        RouterSetParameters parameters,
        List<Kept> kept,
        List<Added> added,
        List<Removed> removed) {

    public Reconfiguration {
        kept = List.copyOf(kept);
        added = List.copyOf(added);
        removed = List.copyOf(removed);
    }

    /** A router with the same identity in both configurations; it keeps number, state, timers and counters. */
    public record Kept(int router, RouterParameters before, RouterParameters after) {}

    /** A new router and the number it will have. A number of a removed router is not reused by the same reload. */
    public record Added(int router, RouterParameters parameters) {}

    /** A router that is no longer configured. Its number is free after {@link RouterSet#apply}. */
    public record Removed(int router, RouterParameters parameters) {}
}
