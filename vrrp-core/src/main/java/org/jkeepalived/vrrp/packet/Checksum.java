package org.jkeepalived.vrrp.packet;

import java.nio.ByteBuffer;

/**
 * The Internet checksum (RFC 1071) over a VRRP message, with or without the pseudo header of RFC 9568 section 5.2.8. Partial sums are
 * plain longs so that nothing is allocated.
 */
final class Checksum {

    private Checksum() {}

    /** Sum of the 16-bit words of a range; an odd last byte counts as the high byte of a word. */
    static long sum(ByteBuffer buffer, int offset, int length) {
        long sum = 0;
        int end = offset + (length & ~1);
        for (int i = offset; i < end; i += 2) {
            sum += (buffer.get(i) & 0xff) << 8 | buffer.get(i + 1) & 0xff;
        }
        if ((length & 1) != 0) {
            sum += (buffer.get(end) & 0xff) << 8;
        }
        return sum;
    }

    /** Sum of the pseudo header: both addresses, the length of the message and protocol 112. */
    static long pseudoHeader(long sourceHigh, long sourceLow, long destinationHigh, long destinationLow, int length) {
        return words(sourceHigh) + words(sourceLow) + words(destinationHigh) + words(destinationLow) + length
                + AdvertFormat.IP_PROTOCOL;
    }

    /** Folds a sum to 16 bits; 0xffff when the summed data held a correct checksum. */
    static int fold(long sum) {
        long folded = sum;
        while (folded >>> 16 != 0) {
            folded = (folded & 0xffff) + (folded >>> 16);
        }
        return (int) folded;
    }

    private static long words(long value) {
        return (value >>> 48) + (value >>> 32 & 0xffff) + (value >>> 16 & 0xffff) + (value & 0xffff);
    }
}
