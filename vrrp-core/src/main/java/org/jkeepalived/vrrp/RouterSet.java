package org.jkeepalived.vrrp;

import org.jkeepalived.vrrp.packet.ReceivedAdvert;

/**
 * All virtual routers of a process: their state machines, sync groups, trackers and timers. Deterministic: the same calls with the same
 * arguments give the same actions.
 *
 * <p>Not thread safe; one thread owns it. Every call takes the present time in nanoseconds of a monotonic clock
 * ({@link System#nanoTime}), never less than in the call before. Actions go to the sink before the call returns.
 *
 * <p>The caller drains its sockets into {@link #receive} before it calls {@link #fireTimers}: adverts that waited while the process was
 * frozen must be heard before timers that expired meanwhile.
 *
 * <p>Routers have numbers: at first their positions in {@link RouterSetParameters#routers()}; a reload gives new routers new numbers.
 */
public final class RouterSet {

    /** Prepares the routers in state INIT. */
    public RouterSet(RouterSetParameters parameters) {}

    /** Starts all routers, now or when the startup delay is over. */
    public void start(long nowNanos, ActionSink out) {
        throw new UnsupportedOperationException();
    }

    /** Handles one received packet. Allocates nothing for an advert that changes nothing. */
    public void receive(ReceivedAdvert advert, long nowNanos, ActionSink out) {
        throw new UnsupportedOperationException();
    }

    /**
     * Fires every timer that is due. Adverts that are due within the next millisecond (or hundredth of their interval, where that is less) go
     * out with them.
     */
    public void fireTimers(long nowNanos, ActionSink out) {
        throw new UnsupportedOperationException();
    }

    /** When {@link #fireTimers} wants to be called next; {@link Long#MAX_VALUE} for never. */
    public long nextDeadlineNanos() {
        throw new UnsupportedOperationException();
    }

    /** Handles an event. Before {@link #start} events only record what is known. */
    public void handle(Event event, long nowNanos, ActionSink out) {
        throw new UnsupportedOperationException();
    }

    /** Works out what a new configuration would do; changes nothing. */
    public Reconfiguration plan(RouterSetParameters parameters) {
        throw new UnsupportedOperationException();
    }

    /** Carries out a plan made from the present configuration. Routers that did not change neither transition nor miss an advert. */
    public void apply(Reconfiguration plan, long nowNanos, ActionSink out) {
        throw new UnsupportedOperationException();
    }

    /** Ends all routers: masters send priority 0 and remove their addresses; all enter STOP. Nothing happens afterwards. */
    public void stop(long nowNanos, ActionSink out) {
        throw new UnsupportedOperationException();
    }

    /** An immutable picture of all routers. Allocates. */
    public RouterSetSnapshot snapshot(long nowNanos) {
        throw new UnsupportedOperationException();
    }

    /** The configuration of a router. */
    public RouterParameters parameters(int router) {
        throw new UnsupportedOperationException();
    }

    /** The state of a router. */
    public RouterState state(int router) {
        throw new UnsupportedOperationException();
    }

    /** Zeroes the counters of all routers. */
    public void clearCounters() {
        throw new UnsupportedOperationException();
    }
}
