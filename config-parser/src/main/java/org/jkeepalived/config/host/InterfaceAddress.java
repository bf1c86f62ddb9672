package org.jkeepalived.config.host;

import org.jkeepalived.net.IpAddress;

/**
 * An address that an interface has now.
 *
 * @param address numeric
 * @param prefixLength 0..32 or 0..128
 */
public record InterfaceAddress(IpAddress address, int prefixLength) {
    private static final int BYTE_BITS = 8;

    /** Whether the other address is of the same family and in the same prefix. */
    public boolean covers(IpAddress other) {
        byte[] mine = address.toBytes();
        byte[] its = other.toBytes();
        if (mine.length != its.length) {
            return false;
        }
        for (int bit = 0; bit < prefixLength; bit++) {
            int mask = 0x80 >> bit % BYTE_BITS;
            if (((mine[bit / BYTE_BITS] ^ its[bit / BYTE_BITS]) & mask) != 0) {
                return false;
            }
        }
        return true;
    }
}
