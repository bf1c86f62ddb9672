package org.jkeepalived.netlink.message;

import org.jkeepalived.net.IpAddress;
import org.jkeepalived.netlink.libc.Memory;

/**
 * Walks the attributes of a netlink message, or of a nest in one. An attribute that claims more than is there ends the
 * walk and is remembered; a value that is shorter than what it is read as reads as zero and is remembered too; nothing
 * is read beyond the end. Reused; allocates only strings and addresses.
 */
public final class AttributeReader {
    private Memory memory;
    private int next;
    private int end;
    private int payload;
    private int payloadLength;
    private int type;
    private boolean malformed;

    /** At nothing. */
    public AttributeReader() {}

    /** Attributes lie in {@code memory} from {@code start}, which is aligned, to before {@code limit}. */
    void reset(Memory newMemory, int start, int limit) {
        memory = newMemory;
        next = start;
        end = limit;
        malformed = false;
    }

    /** Walks what the other reader's attribute consists of. */
    public void nested(AttributeReader outer) {
        reset(outer.memory, outer.payload, outer.payload + outer.payloadLength);
    }

    /** Walks the attributes behind a fixed part of the other reader's attribute, to {@code length} bytes of it. */
    public void nested(AttributeReader outer, int offset, int length) {
        int limit = outer.payload + Math.min(length, outer.payloadLength);
        reset(outer.memory, Math.min(outer.payload + offset, limit), limit);
    }

    /** Steps to the next attribute; false at the end, and at a malformed one. */
    public boolean next() {
        if (end - next < Netlink.ATTRIBUTE_HEADER) {
            return false;
        }
        int length = memory.getUnsignedShort(next);
        if (length < Netlink.ATTRIBUTE_HEADER || length > end - next) {
            malformed = true;
            return false;
        }
        type = memory.getUnsignedShort(next + 2) & Netlink.NLA_TYPE_MASK;
        payload = next + Netlink.ATTRIBUTE_HEADER;
        payloadLength = length - Netlink.ATTRIBUTE_HEADER;
        next += Netlink.align(length);
        return true;
    }

    /** Whether the walk met an attribute that does not fit, or a value shorter than what was read as. */
    public boolean malformed() {
        return malformed;
    }

    /** Without NLA_F_NESTED and NLA_F_NET_BYTEORDER. */
    public int type() {
        return type;
    }

    /** Bytes of the value. */
    public int length() {
        return payloadLength;
    }

    public int u8() {
        return u8(0);
    }

    /** The byte at that offset of the value. */
    public int u8(int offset) {
        return has(offset + 1) ? memory.getUnsignedByte(payload + offset) : 0;
    }

    public int u16() {
        return u16(0);
    }

    /** The 16 bits at that offset of the value. */
    public int u16(int offset) {
        return has(offset + 2) ? memory.getUnsignedShort(payload + offset) : 0;
    }

    public int u32() {
        return u32(0);
    }

    /** The 32 bits at that offset of the value; negative where the highest is set. */
    public int u32(int offset) {
        return has(offset + 4) ? memory.getInt(payload + offset) : 0;
    }

    public long u64NetworkOrder() {
        return has(8) ? memory.getLongNetworkOrder(payload) : 0;
    }

    /** The upper half of an IPv6 address, zero for IPv4. */
    public long addressHigh() {
        return payloadLength == 4 || !has(16) ? 0 : memory.getLongNetworkOrder(payload);
    }

    /** The lower half of an IPv6 address, or an IPv4 address. */
    public long addressLow() {
        if (payloadLength == 4) {
            return memory.getIntNetworkOrder(payload) & 0xffff_ffffL;
        }
        return has(16) ? memory.getLongNetworkOrder(payload + 8) : 0;
    }

    /** The address, whose family its length tells. */
    public IpAddress address() {
        return address(0);
    }

    /** The address behind so many bytes of the value. */
    public IpAddress address(int offset) {
        if (payloadLength - offset == 4) {
            return IpAddress.ipv4(memory.getIntNetworkOrder(payload + offset));
        }
        return has(offset + 16)
                ? IpAddress.ipv6(memory.getLongNetworkOrder(payload + offset),
                        memory.getLongNetworkOrder(payload + offset + 8))
                : IpAddress.ipv4(0);
    }

    /** Six octets; zero for hardware addresses of another length. */
    public long mac() {
        if (payloadLength != 6) {
            return 0;
        }
        return (long) memory.getUnsignedShortNetworkOrder(payload) << 32
                | memory.getIntNetworkOrder(payload + 2) & 0xffff_ffffL;
    }

    /** To the first zero byte. */
    public String string() {
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
