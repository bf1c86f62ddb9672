package org.jkeepalived.netlink.message;

import org.jkeepalived.netlink.Errno;
import org.jkeepalived.netlink.libc.Libc;
import org.jkeepalived.netlink.libc.Linux;
import org.jkeepalived.netlink.libc.Memory;

/**
 * Receives netlink messages and walks them: {@link #receive}, then {@link #next} until it is false. A message that
 * claims more than is there ends the walk. One thread uses it; it allocates nothing.
 */
public final class MessageReader {
    private final Memory memory;
    private int length;
    private int start;
    private int end;
    private int following;

    /** @param capacity the longest datagram that it can receive, in bytes */
    public MessageReader(int capacity) {
        memory = Memory.allocate(capacity);
    }

    /**
     * Receives one datagram without waiting.
     *
     * @return its length, or the negated errno: EAGAIN where there is none, ENOBUFS where the kernel had to drop some
     */
    public long receive(int descriptor) {
        return receive(Libc.get(), descriptor);
    }

    long receive(Libc libc, int descriptor) {
        long received = libc.recv(descriptor, memory.address(), memory.size(), Linux.MSG_DONTWAIT);
        memory.keepAlive();
        received(Libc.failed(received) ? 0 : (int) received);
        return received;
    }

    /** The first so many bytes of the memory are there to be walked. */
    void received(int bytes) {
        length = bytes;
        following = 0;
    }

    Memory memory() {
        return memory;
    }

    /** Steps to the next message. */
    public boolean next() {
        if (length - following < Netlink.HEADER) {
            return false;
        }
        int size = memory.getInt(following);
        if (size < Netlink.HEADER || size > length - following) {
            return false;
        }
        start = following;
        end = start + size;
        following = start + Netlink.align(size);
        return true;
    }

    public int type() {
        return memory.getUnsignedShort(start + Netlink.HEADER_TYPE);
    }

    public int flags() {
        return memory.getUnsignedShort(start + Netlink.HEADER_FLAGS);
    }

    public int sequence() {
        return memory.getInt(start + Netlink.HEADER_SEQUENCE);
    }

    /** Bytes behind the netlink header. */
    public int payloadLength() {
        return end - start - Netlink.HEADER;
    }

    /** The byte at that offset of the payload, which must be that long. */
    public int u8(int offset) {
        return memory.getUnsignedByte(at(offset, 1));
    }

    /** The 16 bits at that offset of the payload. */
    public int u16(int offset) {
        return memory.getUnsignedShort(at(offset, 2));
    }

    /** The 32 bits at that offset of the payload. */
    public int u32(int offset) {
        return memory.getInt(at(offset, 4));
    }

    private int at(int offset, int bytes) {
        if (offset < 0 || offset > payloadLength() - bytes) {
            throw new IndexOutOfBoundsException(offset + " of " + payloadLength());
        }
        return start + Netlink.HEADER + offset;
    }

    /** Has {@code attributes} walk what stands behind so many bytes of the payload. */
    public void attributes(AttributeReader attributes, int headerLength) {
        int limit = Math.min(headerLength, payloadLength());
        attributes.reset(memory, Netlink.align(start + Netlink.HEADER + limit), end);
    }

    /**
     * What an NLMSG_ERROR says, or an NLMSG_DONE: zero for an acknowledgement, else the positive errno. EPROTO where it
     * is cut short.
     */
    public int errno() {
        if (payloadLength() < 4) {
            return type() == Netlink.NLMSG_DONE ? Errno.NONE : Errno.EPROTO;
        }
        return -u32(0);
    }

    /**
     * Has {@code attributes} walk what an NLMSG_ERROR says beside the errno: struct nlmsgerr is the errno, then the
     * request or its header alone, then attributes.
     */
    void explanation(AttributeReader attributes) {
        int request = start + Netlink.HEADER + 4;
        attributes.reset(memory, end, end);
        if (type() != Netlink.NLMSG_ERROR || (flags() & Netlink.NLM_F_ACK_TLVS) == 0
                || end - request < Netlink.HEADER) {
            return;
        }
        boolean capped = (flags() & Netlink.NLM_F_CAPPED) != 0;
        int requestLength = capped ? Netlink.HEADER : memory.getInt(request);
        if (requestLength >= Netlink.HEADER && requestLength <= end - request) {
            attributes.reset(memory, request + Netlink.align(requestLength), end);
        }
    }
}
