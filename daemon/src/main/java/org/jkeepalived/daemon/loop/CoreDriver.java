package org.jkeepalived.daemon.loop;

import org.jkeepalived.daemon.kernel.EffectBatch;
import org.jkeepalived.vrrp.Event;
import org.jkeepalived.vrrp.Reconfiguration;
import org.jkeepalived.vrrp.RouterSet;
import org.jkeepalived.vrrp.packet.ReceivedAdvert;

/**
 * The one place through which everything goes that the routers are told: adverts, timers, events, another configuration, the stop. What they want
 * done is left in the {@link EffectBatch}. The loop's thread owns it. An advert that changes nothing allocates nothing.
 */
public final class CoreDriver {

    private final EffectBatch effects;
    private RouterSet routers;

    public CoreDriver(EffectBatch effects) {
        this.effects = effects;
    }

    /** The routers to drive; before anything else. */
    public void adopt(RouterSet newRouters) {
        routers = newRouters;
    }

    /** The routers, to ask; what they are told goes through this object. */
    public RouterSet routers() {
        return routers;
    }

    /** The routers begin. */
    public void start() {
        routers.start(System.nanoTime(), effects);
    }

    /** An advert was received. */
    void receive(ReceivedAdvert advert, long nowNanos) {
        routers.receive(advert, nowNanos, effects);
    }

    /** Timers are due. */
    void fireTimers(long nowNanos) {
        routers.fireTimers(nowNanos, effects);
    }

    /** Something else happened. */
    public void handle(Event event) {
        routers.handle(event, System.nanoTime(), effects);
    }

    /** The configuration is another one. */
    public void apply(Reconfiguration plan) {
        routers.apply(plan, System.nanoTime(), effects);
    }

    /** The routers end. */
    public void stop() {
        routers.stop(System.nanoTime(), effects);
    }
}
