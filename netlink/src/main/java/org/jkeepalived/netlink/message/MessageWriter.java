package org.jkeepalived.netlink.message;

import org.jkeepalived.net.IpAddress;
import org.jkeepalived.netlink.libc.Libc;
import org.jkeepalived.netlink.libc.Memory;
import org.jkeepalived.netlink.libc.NativeText;

/**
 * Appends netlink messages and their attributes to memory that grows: netlink(7). Integers are in the machine's byte
 * order but where a name says {@code NetworkOrder}. {@code append} writes fields of a message's fixed header, {@code
 * put} an attribute with its header and padding.
 */
public final class MessageWriter {
    private static final int FIRST_CAPACITY = 256;
    private static final int LONGEST_ATTRIBUTE = 0xffff;

    private Memory memory;
    private int position;
    private int messageStart;

    public MessageWriter() {
        this(FIRST_CAPACITY);
    }

    /** @param capacity what it has room for before it grows, in bytes */
    MessageWriter(int capacity) {
        memory = Memory.allocate(capacity);
    }

    /** Forgets what was written. */
    public void reset() {
        position = 0;
    }

    /** The bytes written so far. */
    int length() {
        return position;
    }

    Memory memory() {
        return memory;
    }

    /** Begins a message; {@link #end} must close it. */
    public void begin(int type, int flags) {
        messageStart = position;
        appendU32(0);
        appendU16(type);
        appendU16(flags);
        appendZeros(8);
    }

    /** Closes the message. */
    public void end() {
        memory.putInt(messageStart, position - messageStart);
        pad();
    }

    /** The number by which replies to the message that was begun last name it. */
    public void sequence(int sequence) {
        memory.putInt(messageStart + Netlink.HEADER_SEQUENCE, sequence);
    }

    /** Sends everything written; returns what send(2) returns, or the negated errno. */
    public long send(int descriptor) {
        long sent = Libc.get().send(descriptor, memory.address(), position, 0);
        memory.keepAlive();
        return sent;
    }

    public void appendU8(int value) {
        reserve(1);
        memory.putByte(position++, value);
    }

    public void appendU16(int value) {
        reserve(2);
        memory.putShort(position, value);
        position += 2;
    }

    public void appendU16NetworkOrder(int value) {
        reserve(2);
        memory.putShortNetworkOrder(position, value);
        position += 2;
    }

    public void appendU32(int value) {
        reserve(4);
        memory.putInt(position, value);
        position += 4;
    }

    public void appendU32NetworkOrder(int value) {
        reserve(4);
        memory.putIntNetworkOrder(position, value);
        position += 4;
    }

    public void appendU64NetworkOrder(long value) {
        reserve(8);
        memory.putLongNetworkOrder(position, value);
        position += 8;
    }

    public void appendZeros(int count) {
        reserve(count);
        memory.clear(position, count);
        position += count;
    }

    public void appendBytes(byte[] bytes) {
        reserve(bytes.length);
        memory.putBytes(position, bytes);
        position += bytes.length;
    }

    /** 4 or 16 bytes. */
    public void appendAddress(IpAddress address) {
        if (address.isIpv6()) {
            appendU64NetworkOrder(address.high());
            appendU64NetworkOrder(address.low());
        } else {
            appendU32NetworkOrder((int) address.low());
        }
    }

    /**
     * Begins an attribute whose value is what is appended and put until {@link #endAttribute}.
     *
     * @return what to end it with
     */
    public int beginAttribute(int type) {
        int start = beginPart();
        appendU16(type);
        return start;
    }

    /**
     * Begins a part of an attribute that starts with its own length, as struct rtnexthop does, and ends as an
     * attribute.
     *
     * @return what to end it with
     */
    public int beginPart() {
        int start = position;
        appendU16(0);
        return start;
    }

    /** Begins an attribute that consists of attributes: NLA_F_NESTED. */
    public int beginNest(int type) {
        return beginAttribute(type | Netlink.NLA_F_NESTED);
    }

    /** Ends the attribute, nest or part that began there. */
    public void endAttribute(int start) {
        int length = position - start;
        if (length > LONGEST_ATTRIBUTE) {
            throw new IllegalArgumentException("an attribute of " + length + " bytes");
        }
        memory.putShort(start, length);
        pad();
    }

    public void putU8(int type, int value) {
        int start = beginAttribute(type);
        appendU8(value);
        endAttribute(start);
    }

    public void putU16(int type, int value) {
        int start = beginAttribute(type);
        appendU16(value);
        endAttribute(start);
    }

    public void putU32(int type, int value) {
        int start = beginAttribute(type);
        appendU32(value);
        endAttribute(start);
    }

    public void putU32NetworkOrder(int type, int value) {
        int start = beginAttribute(type);
        appendU32NetworkOrder(value);
        endAttribute(start);
    }

    public void putU64NetworkOrder(int type, long value) {
        int start = beginAttribute(type);
        appendU64NetworkOrder(value);
        endAttribute(start);
    }

    /** 4 or 16 bytes. */
    public void putAddress(int type, IpAddress address) {
        int start = beginAttribute(type);
        appendAddress(address);
        endAttribute(start);
    }

    /** Zero-terminated. */
    public void putString(int type, String value) {
        int start = beginAttribute(type);
        appendBytes(NativeText.bytes(value));
        appendU8(0);
        endAttribute(start);
    }

    private void pad() {
        appendZeros(Netlink.align(position) - position);
    }

    private void reserve(int bytes) {
        if (bytes > memory.size() - position) {
            Memory larger = Memory.allocate(Math.max(memory.size() * 2, position + bytes));
            larger.copyFrom(0, memory, 0, position);
            memory = larger;
        }
    }
}
