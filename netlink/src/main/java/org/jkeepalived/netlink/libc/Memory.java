package org.jkeepalived.netlink.libc;

import com.kenai.jffi.MemoryIO;
import java.lang.ref.Reference;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * A zeroed block of memory outside the Java heap, that lives as long as this object is reachable. Offsets are in bytes;
 * accesses are checked. Integers are in the machine's byte order but where a name says {@code NetworkOrder}.
 */
public final class Memory {
    /** An address that is no address: C's NULL. */
    public static final long NULL = 0;

    private final ByteBuffer buffer;
    private final long address;

    private Memory(ByteBuffer buffer) {
        this.buffer = buffer.order(ByteOrder.nativeOrder());
        this.address = MemoryIO.getInstance().getDirectBufferAddress(buffer);
    }

    public static Memory allocate(int bytes) {
        return new Memory(ByteBuffer.allocateDirect(bytes));
    }

    /** A zero-terminated copy in UTF-8. */
    public static Memory ofString(String text) {
        byte[] bytes = NativeText.bytes(text);
        Memory memory = allocate(bytes.length + 1);
        memory.putBytes(0, bytes);
        return memory;
    }

    /** Writes to memory that is not of this class's making; that it is there, and may be written, is the caller's knowledge. */
    public static void overwrite(long address, byte[] bytes) {
        MemoryIO.getInstance().putByteArray(address, bytes, 0, bytes.length);
    }

    public long address() {
        return address;
    }

    public long address(int offset) {
        return address + offset;
    }

    /**
     * Marks the end of the native calls that use the address. Memory that only a local variable holds would otherwise be
     * free to go as soon as its address has been read.
     */
    public void keepAlive() {
        Reference.reachabilityFence(this);
    }

    public int size() {
        return buffer.capacity();
    }

    /** The same memory, in network byte order, for readers of packets; its position and limit are the reader's. */
    public ByteBuffer networkOrderView() {
        return buffer.duplicate().order(ByteOrder.BIG_ENDIAN);
    }

    /** A part of the same memory, in network byte order. */
    public ByteBuffer networkOrderSlice(int offset, int length) {
        return buffer.slice(offset, length).order(ByteOrder.BIG_ENDIAN);
    }

    public byte getByte(int offset) {
        return buffer.get(offset);
    }

    public int getUnsignedByte(int offset) {
        return buffer.get(offset) & 0xff;
    }

    public int getUnsignedShort(int offset) {
        return buffer.getShort(offset) & 0xffff;
    }

    public int getInt(int offset) {
        return buffer.getInt(offset);
    }

    public long getLong(int offset) {
        return buffer.getLong(offset);
    }

    public int getUnsignedShortNetworkOrder(int offset) {
        return getUnsignedByte(offset) << 8 | getUnsignedByte(offset + 1);
    }

    public int getIntNetworkOrder(int offset) {
        int value = buffer.getInt(offset);
        return ByteOrder.nativeOrder() == ByteOrder.BIG_ENDIAN ? value : Integer.reverseBytes(value);
    }

    public long getLongNetworkOrder(int offset) {
        long value = buffer.getLong(offset);
        return ByteOrder.nativeOrder() == ByteOrder.BIG_ENDIAN ? value : Long.reverseBytes(value);
    }

    public void putByte(int offset, int value) {
        buffer.put(offset, (byte) value);
    }

    public void putShort(int offset, int value) {
        buffer.putShort(offset, (short) value);
    }

    public void putInt(int offset, int value) {
        buffer.putInt(offset, value);
    }

    public void putLong(int offset, long value) {
        buffer.putLong(offset, value);
    }

    public void putShortNetworkOrder(int offset, int value) {
        buffer.put(offset, (byte) (value >> 8));
        buffer.put(offset + 1, (byte) value);
    }

    public void putIntNetworkOrder(int offset, int value) {
        buffer.putInt(offset, ByteOrder.nativeOrder() == ByteOrder.BIG_ENDIAN ? value : Integer.reverseBytes(value));
    }

    public void putLongNetworkOrder(int offset, long value) {
        buffer.putLong(offset, ByteOrder.nativeOrder() == ByteOrder.BIG_ENDIAN ? value : Long.reverseBytes(value));
    }

    public void putBytes(int offset, byte[] bytes) {
        buffer.put(offset, bytes);
    }

    /** The first {@code length} of the bytes. */
    public void putBytes(int offset, byte[] bytes, int length) {
        buffer.put(offset, bytes, 0, length);
    }

    public byte[] getBytes(int offset, int length) {
        byte[] bytes = new byte[length];
        buffer.get(offset, bytes);
        return bytes;
    }

    /** The bytes up to the first zero, or {@code limit} bytes where there is none, as UTF-8. */
    public String getString(int offset, int limit) {
        int length = 0;
        while (length < limit && buffer.get(offset + length) != 0) {
            length++;
        }
        return new String(getBytes(offset, length), StandardCharsets.UTF_8);
    }

    public void copyFrom(int offset, Memory source, int sourceOffset, int length) {
        buffer.put(offset, source.buffer, sourceOffset, length);
    }

    public void clear(int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            buffer.put(i, (byte) 0);
        }
    }
}
