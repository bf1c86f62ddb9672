package org.jkeepalived.netlink.route;

import org.jkeepalived.netlink.libc.Memory;

/**
 * Walks the attributes of a netlink message. An attribute that claims more than is there ends the walk and is
 * remembered; nothing is read beyond the end. Reused; allocates only strings.
 */
final class AttributeReader {
    private static final int ATTRIBUTE_HEADER = 4;

    private Memory memory;
    private int next;
    private int end;
    private int payload;
    private int payloadLength;
    private int type;
    private boolean malformed;

    /** Attributes lie in {@code memory} from {@code start}, which is aligned, to before {@code limit}. */
    void reset(Memory newMemory, int start, int limit) {
        memory = newMemory;
        next = start;
        end = limit;
        malformed = false;
    }

    /** Steps to the next attribute; false at the end, and at a malformed one. */
    boolean next() {
        if (end - next < ATTRIBUTE_HEADER) {
            return false;
        }
        int length = memory.getUnsignedShort(next);
        if (length < ATTRIBUTE_HEADER || length > end - next) {
            malformed = true;
            return false;
        }
        type = memory.getUnsignedShort(next + 2) & Rtnetlink.NLA_TYPE_MASK;
        payload = next + ATTRIBUTE_HEADER;
        payloadLength = length - ATTRIBUTE_HEADER;
        next += Rtnetlink.align(length);
        return true;
    }

    /** Whether the walk met an attribute that does not fit, or a value shorter than what was read as. */
    boolean malformed() {
        return malformed;
    }

    int type() {
        return type;
    }

    int payload() {
        return payload;
    }

    int payloadLength() {
        return payloadLength;
    }

    int intValue() {
        return has(4) ? memory.getInt(payload) : 0;
    }

    /** The upper half of an IPv6 address, zero for IPv4. */
    long addressHigh() {
        return payloadLength == 4 || !has(16) ? 0 : memory.getLongNetworkOrder(payload);
    }

    /** The lower half of an IPv6 address, or an IPv4 address. */
    long addressLow() {
        if (payloadLength == 4) {
            return memory.getIntNetworkOrder(payload) & 0xffff_ffffL;
        }
        return has(16) ? memory.getLongNetworkOrder(payload + 8) : 0;
    }

    /** Six octets; zero for hardware addresses of another length. */
    long macValue() {
        if (payloadLength != 6) {
            return 0;
        }
        return (long) memory.getUnsignedShortNetworkOrder(payload) << 32
                | memory.getIntNetworkOrder(payload + 2) & 0xffff_ffffL;
    }

    String stringValue() {
        return memory.getString(payload, payloadLength);
    }

    private boolean has(int bytes) {
        if (payloadLength < bytes) {
            malformed = true;
            return false;
        }
        return true;
    }
}
