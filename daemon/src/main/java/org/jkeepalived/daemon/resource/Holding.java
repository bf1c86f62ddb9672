package org.jkeepalived.daemon.resource;

import java.util.ArrayList;
import java.util.List;

/** One thing in the kernel and who claims it. */
final class Holding {
    final Object key;
    /** Mostly one. */
    final List<Claim> claims = new ArrayList<>(1);
    /** This process has added it, or found a leftover of its own: the last one who lets go removes it. */
    boolean ours;
    /** How often the kernel was asked to take it away and has not said that it is gone. */
    int removalsUnderWay;

    Holding(Object key) {
        this.key = key;
    }

    boolean heldByOther(Claim claim) {
        for (int i = 0; i < claims.size(); i++) {
            if (claims.get(i) != claim && claims.get(i).held) {
                return true;
            }
        }
        return false;
    }

    boolean held() {
        return heldByOther(null);
    }
}
