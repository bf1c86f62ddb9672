package org.jkeepalived.vrrp.packet;

import java.nio.ByteBuffer;

/**
 * The VRRP message of one router at one priority, ready to send. Immutable: as long as a router hands out the same object, a sender may
 * reuse the bytes it copied before.
 *
 * <p>There is one variant per destination because the checksum may cover the destination address: variant 0 is the multicast group of a
 * multicast router, variant i the i-th unicast peer of a unicast one.
 */
public final class AdvertPayload {

    private final int priority;
    private final byte[][] variants;

    AdvertPayload(int priority, byte[][] variants) {
        this.priority = priority;
        this.variants = variants;
    }

    /** The priority in the message; 0 announces the release of mastership. */
    public int priority() {
        return priority;
    }

    /** The number of destinations. */
    public int destinations() {
        return variants.length;
    }

    /** Length of the message in bytes, the same for every destination. */
    public int length() {
        return variants.length == 0 ? 0 : variants[0].length;
    }

    /** Writes the message for one destination at the target's position and advances it. */
    public void copyTo(int destination, ByteBuffer target) {
        target.put(variants[destination]);
    }

    /** A copy of the message for one destination. */
    public byte[] bytes(int destination) {
        return variants[destination].clone();
    }
}
