package org.jkeepalived.netlink.route;

import java.nio.charset.StandardCharsets;
import org.jkeepalived.net.IpAddress;
import org.jkeepalived.netlink.libc.Memory;

/** Appends netlink messages and their attributes to a block of memory: netlink(7), rtnetlink(7). */
final class MessageWriter {
    private final Memory memory;
    private int position;
    private int messageStart;

    MessageWriter(Memory memory) {
        this.memory = memory;
    }

    /** The bytes written so far. */
    int length() {
        return position;
    }

    /** Begins a message; {@link #end} must close it. */
    void begin(int type, int flags, int sequence) {
        messageStart = position;
        memory.putInt(position, 0);
        memory.putShort(position + Rtnetlink.HEADER_TYPE, type);
        memory.putShort(position + Rtnetlink.HEADER_FLAGS, flags);
        memory.putInt(position + Rtnetlink.HEADER_SEQUENCE, sequence);
        memory.putInt(position + 12, 0);
        position += Rtnetlink.HEADER;
    }

    /** struct ifaddrmsg. */
    void addressHeader(int family, int prefixLength, int flags, int scope, int interfaceIndex) {
        memory.putByte(position, family);
        memory.putByte(position + 1, prefixLength);
        memory.putByte(position + 2, flags);
        memory.putByte(position + 3, scope);
        memory.putInt(position + 4, interfaceIndex);
        position += 8;
    }

    /** struct ifinfomsg of a request for everything. */
    void linkHeader() {
        memory.clear(position, 16);
        position += 16;
    }

    void putInt(int type, int value) {
        attribute(type, 4);
        memory.putInt(position, value);
        position += 4;
    }

    void putAddress(int type, IpAddress address) {
        if (address.isIpv6()) {
            attribute(type, 16);
            memory.putLongNetworkOrder(position, address.high());
            memory.putLongNetworkOrder(position + 8, address.low());
            position += 16;
        } else {
            attribute(type, 4);
            memory.putIntNetworkOrder(position, (int) address.low());
            position += 4;
        }
    }

    /** Zero-terminated. */
    void putString(int type, String value) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        attribute(type, bytes.length + 1);
        memory.putBytes(position, bytes);
        int padded = Rtnetlink.align(bytes.length + 1);
        memory.clear(position + bytes.length, padded - bytes.length);
        position += padded;
    }

    /** struct ifa_cacheinfo: preferred and valid lifetime in seconds, all ones for ever. */
    void putLifetimes(int preferredSeconds, int validSeconds) {
        attribute(Rtnetlink.IFA_CACHEINFO, 16);
        memory.putInt(position, preferredSeconds);
        memory.putInt(position + 4, validSeconds);
        memory.putLong(position + 8, 0);
        position += 16;
    }

    private void attribute(int type, int length) {
        memory.putShort(position, 4 + length);
        memory.putShort(position + 2, type);
        position += 4;
    }

    void end() {
        memory.putInt(messageStart, position - messageStart);
        position = Rtnetlink.align(position);
    }
}
