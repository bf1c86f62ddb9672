package org.jkeepalived.config.draft;

import org.jkeepalived.config.finding.Place;
import org.jkeepalived.config.settings.BfdSettings;
import org.jkeepalived.net.IpAddress;

/** A bfd_instance while it is read; null where nothing was written. */
public final class BfdDraft {
    private static final int TTL_IPV4 = 255;
    private static final int TTL_IPV6 = 64;
    private static final long NANOS_PER_MILLISECOND = 1_000_000L;

    public final String name;
    public final Place place;
    public IpAddress neighbour;
    public IpAddress source;
    public long minRxNanos = 10 * NANOS_PER_MILLISECOND;
    public long minTxNanos = 10 * NANOS_PER_MILLISECOND;
    public long idleTxNanos = 1000 * NANOS_PER_MILLISECOND;
    public int multiplier = 5;
    public boolean passive;
    public Integer ttl;
    public int maxHops;
    public boolean multihop;
    public int weight;
    public boolean reverse;
    /** The keyword vrrp was given. */
    public boolean forVrrp;
    /** The keyword checker was given. */
    public boolean forChecker;
    /** Something in it was so wrong that the session is not run; what else is wrong with its addresses and times is not reported. */
    public boolean unusable;

    /** A session without neighbour. */
    public BfdDraft(String name, Place place) {
        this.name = name;
        this.place = place;
    }

    /** Whether instances may follow it. */
    public boolean tellsVrrp() {
        return forVrrp || !forChecker;
    }

    /** Whether checkers may follow it. */
    public boolean tellsChecker() {
        return forChecker || !forVrrp;
    }

    /** Its own or its family's TTL; only of a session with a neighbour. */
    public int effectiveTtl() {
        if (ttl != null) {
            return ttl;
        }
        return neighbour.isIpv6() ? TTL_IPV6 : TTL_IPV4;
    }

    /** Only of a usable session. */
    public BfdSettings settings() {
        return new BfdSettings(name, neighbour, source, minRxNanos, minTxNanos, idleTxNanos, multiplier, passive,
                effectiveTtl(), maxHops, multihop, weight, reverse, tellsVrrp(), tellsChecker());
    }
}
