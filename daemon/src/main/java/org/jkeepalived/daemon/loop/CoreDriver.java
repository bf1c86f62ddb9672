package org.jkeepalived.daemon.loop;

import org.jkeepalived.daemon.kernel.EffectBatch;
import org.jkeepalived.daemon.observe.History;
import org.jkeepalived.net.AddressFamily;
import org.jkeepalived.netlink.packet.ReceivedAdverts;
import org.jkeepalived.vrrp.Event;
import org.jkeepalived.vrrp.Reconfiguration;
import org.jkeepalived.vrrp.RouterSet;
import org.jkeepalived.vrrp.packet.ReceivedAdvert;

/**
 * The one place through which everything goes that the routers are told: adverts, timers, events, another
 * configuration, the stop. It is remembered in the {@link History}; what the routers want done is left in the {@link
 * EffectBatch}. The loop's thread owns it. An advert that changes nothing allocates nothing.
 */
public final class CoreDriver {

    private final EffectBatch effects;
    private final History history;
    private final ReceivedAdvert advert = new ReceivedAdvert();
    private RouterSet routers;

    public CoreDriver(EffectBatch effects, History history) {
        this.effects = effects;
        this.history = history;
    }

    /** The routers to drive; before anything else. */
    public void adopt(RouterSet newRouters) {
        routers = newRouters;
    }

    /** The routers, to ask; what they are told goes through this object. */
    public RouterSet routers() {
        return routers;
    }

    /** What they were told last, and what came of it. */
    public History history() {
        return history;
    }

    /** The routers begin. */
    public void start() {
        long nowNanos = System.nanoTime();
        history.started(nowNanos);
        routers.start(nowNanos, effects);
    }

    /** An advert was received: the {@code i}th of a batch. */
    void receive(ReceivedAdverts batch, int i, AddressFamily family, int interfaceIndex, long nowNanos) {
        history.advert(family, interfaceIndex, batch.hopLimit(i), batch.multicast(i), batch.sourceHigh(i),
                batch.sourceLow(i), batch.destinationHigh(i), batch.destinationLow(i), batch.buffer(),
                batch.payloadOffset(i), batch.payloadLength(i), nowNanos);
        advert.message(batch.buffer(), batch.payloadOffset(i), batch.payloadLength(i))
                .header(family, interfaceIndex, batch.hopLimit(i), batch.multicast(i))
                .addresses(batch.sourceHigh(i), batch.sourceLow(i), batch.destinationHigh(i), batch.destinationLow(i));
        routers.receive(advert, nowNanos, effects);
    }

    /** Timers are due. */
    void fireTimers(long nowNanos) {
        history.timers(nowNanos);
        routers.fireTimers(nowNanos, effects);
    }

    /** Something else happened. */
    public void handle(Event event) {
        long nowNanos = System.nanoTime();
        history.event(event, nowNanos);
        routers.handle(event, nowNanos, effects);
    }

    /** The configuration is another one. */
    public void apply(Reconfiguration plan) {
        long nowNanos = System.nanoTime();
        history.reconfigured(plan.parameters(), nowNanos);
        routers.apply(plan, nowNanos, effects);
    }

    /** The counters begin at 0 again. */
    public void clearCounters() {
        history.countersCleared(System.nanoTime());
        routers.clearCounters();
    }

    /** The routers end. */
    public void stop() {
        long nowNanos = System.nanoTime();
        history.stopped(nowNanos);
        routers.stop(nowNanos, effects);
    }
}
