package org.jkeepalived.daemon.service;

import java.util.List;
import org.jkeepalived.daemon.kernel.EffectBatch;
import org.jkeepalived.daemon.kernel.RouterEffects;
import org.jkeepalived.net.IpAddress;
import org.jkeepalived.vrrp.Action;
import org.jkeepalived.vrrp.RouterParameters;
import org.jkeepalived.vrrp.RouterSet;
import org.jkeepalived.vrrp.RouterState;
import org.jkeepalived.vrrp.UnicastPeer;
import org.jkeepalived.vrrp.packet.AdvertFormat;

/**
 * The end that needs the state machines no more: each MASTER releases mastership and gives up its addresses, router by
 * router, so that one whose state is damaged keeps none of the others from it. For after {@link RouterSet#stop} itself
 * has failed. The loop's thread.
 */
final class EmergencyStop {
    /** Never read. Freed before anything else: where memory has run out, the end needs some. */
    private byte[] unusedReserve = new byte[256 * 1024];

    private final EffectBatch effects;
    private boolean[] masters = {};

    EmergencyStop(EffectBatch effects) {
        this.effects = effects;
    }

    /** Makes room for what is still to be done, and notes who is MASTER; before anything else is tried. */
    void begin(RouterSet routers) {
        unusedReserve = null;
        masters = new boolean[effects.size()];
        for (int number = 0; number < masters.length; number++) {
            masters[number] = effects.get(number) != null && routers.state(number) == RouterState.MASTER;
        }
    }

    /** Releases those who were MASTER; returns whether everything could be asked for. */
    boolean release() {
        boolean complete = true;
        for (int number = 0; number < masters.length; number++) {
            if (masters[number]) {
                complete &= release(number, effects.get(number));
            }
        }
        return complete;
    }

    private boolean release(int number, RouterEffects router) {
        try {
            effects.accept(number, new Action.SendAdvert(format(router.parameters(), router.source()).encode(0)));
            effects.accept(number, new Action.Remove(router.parameters().resourceSet().removal()));
            effects.flush();
            return true;
        } catch (RuntimeException | Error mistake) {
            // The next one is to have its turn.
            return false;
        }
    }

    private static AdvertFormat format(RouterParameters router, IpAddress source) {
        List<IpAddress> destinations = router.unicast()
                ? router.peers().stream().map(UnicastPeer::address).toList()
                : List.of(router.multicastGroup());
        return new AdvertFormat(router.version(), router.family(), router.vrid(), router.advertIntervalNanos(),
                router.authentication(), !router.checksumAsV2(), router.advertisedAddresses(), source, destinations);
    }
}
