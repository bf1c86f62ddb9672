package org.jkeepalived.netlink.packet;

import java.nio.ByteBuffer;
import org.jkeepalived.net.AddressFamily;
import org.jkeepalived.netlink.libc.Linux;
import org.jkeepalived.netlink.libc.Memory;

/**
 * Room for the packets of one {@link VrrpReceiver#receive}, reused by the next; one object serves all receivers of a
 * thread. Accessors take the packet's index in the batch, read plain arrays and allocate nothing.
 */
public final class ReceivedAdverts {
    /** The most packets of one batch. */
    public static final int CAPACITY = 64;

    /** 255 IPv6 addresses and an authentication trailer fit; what is longer is cut and says so. */
    static final int SLOT = 4608;

    private static final int NAME_SIZE = 32;
    private static final int CONTROL_SIZE = 128;
    private static final int IOVECS = CAPACITY * Linux.MMSGHDR_SIZE;
    private static final int NAMES = IOVECS + CAPACITY * Linux.IOVEC_SIZE;
    private static final int CONTROLS = NAMES + CAPACITY * NAME_SIZE;
    private static final int DATA = CONTROLS + CAPACITY * CONTROL_SIZE;
    private static final int IPV6_PKTINFO = 50;
    private static final int IPV6_HOPLIMIT = 52;
    private static final int MINIMUM_IPV4_HEADER = 20;

    private final Memory memory = Memory.allocate(DATA + CAPACITY * SLOT);
    private final ByteBuffer buffer = memory.networkOrderView();
    private final int[] payloadOffset = new int[CAPACITY];
    private final int[] payloadLength = new int[CAPACITY];
    private final int[] hopLimit = new int[CAPACITY];
    private final long[] sourceHigh = new long[CAPACITY];
    private final long[] sourceLow = new long[CAPACITY];
    private final long[] destinationHigh = new long[CAPACITY];
    private final long[] destinationLow = new long[CAPACITY];
    private final boolean[] truncated = new boolean[CAPACITY];
    private AddressFamily family = AddressFamily.IPV4;

    public ReceivedAdverts() {
        for (int i = 0; i < CAPACITY; i++) {
            int message = i * Linux.MMSGHDR_SIZE;
            int iovec = IOVECS + i * Linux.IOVEC_SIZE;
            memory.putLong(message + Linux.MSGHDR_NAME, memory.address(NAMES + i * NAME_SIZE));
            memory.putLong(message + Linux.MSGHDR_IOV, memory.address(iovec));
            memory.putLong(message + Linux.MSGHDR_IOVLEN, 1);
            memory.putLong(message + Linux.MSGHDR_CONTROL, memory.address(CONTROLS + i * CONTROL_SIZE));
            memory.putLong(iovec, memory.address(DATA + i * SLOT));
            memory.putLong(iovec + Linux.IOVEC_LEN, SLOT);
            rearm(i);
        }
    }

    /** The kernel overwrites these with what it delivered. */
    private void rearm(int i) {
        int message = i * Linux.MMSGHDR_SIZE;
        memory.putInt(message + Linux.MSGHDR_NAMELEN, NAME_SIZE);
        memory.putLong(message + Linux.MSGHDR_CONTROLLEN, CONTROL_SIZE);
    }

    long messagesAddress() {
        return memory.address();
    }

    /** For tests: the slot's packet as if it had been received. */
    void place(int i, byte[] packet) {
        memory.putBytes(DATA + i * SLOT, packet);
        memory.putInt(i * Linux.MMSGHDR_SIZE + Linux.MMSGHDR_LEN, packet.length);
    }

    void decode(AddressFamily newFamily, int count) {
        family = newFamily;
        for (int i = 0; i < count; i++) {
            int message = i * Linux.MMSGHDR_SIZE;
            int length = memory.getInt(message + Linux.MMSGHDR_LEN);
            truncated[i] = (memory.getInt(message + Linux.MSGHDR_FLAGS) & Linux.MSG_TRUNC) != 0;
            if (newFamily == AddressFamily.IPV4) {
                decodeIpv4(i, length);
            } else {
                decodeIpv6(i, length);
            }
            rearm(i);
        }
    }

    /** A raw IPv4 socket delivers the header too. The kernel has checked it and cut what follows the total length. */
    private void decodeIpv4(int i, int length) {
        int packet = DATA + i * SLOT;
        int headerLength = length < MINIMUM_IPV4_HEADER ? length : (memory.getByte(packet) & 0xf) * 4;
        boolean whole = headerLength >= MINIMUM_IPV4_HEADER && headerLength <= length;
        payloadOffset[i] = packet + (whole ? headerLength : length);
        payloadLength[i] = 0;
        hopLimit[i] = 0;
        sourceHigh[i] = 0;
        destinationHigh[i] = 0;
        sourceLow[i] = 0;
        destinationLow[i] = 0;
        if (whole) {
            int totalLength = memory.getUnsignedShortNetworkOrder(packet + 2);
            payloadLength[i] = Math.max(0, Math.min(length, totalLength) - headerLength);
            hopLimit[i] = memory.getUnsignedByte(packet + 8);
            sourceLow[i] = memory.getIntNetworkOrder(packet + 12) & 0xffff_ffffL;
            destinationLow[i] = memory.getIntNetworkOrder(packet + 16) & 0xffff_ffffL;
        }
    }

    /** A raw IPv6 socket delivers the payload; hop limit and destination come as control messages. */
    private void decodeIpv6(int i, int length) {
        int name = NAMES + i * NAME_SIZE;
        payloadOffset[i] = DATA + i * SLOT;
        payloadLength[i] = length;
        sourceHigh[i] = memory.getLongNetworkOrder(name + 8);
        sourceLow[i] = memory.getLongNetworkOrder(name + 16);
        hopLimit[i] = 0;
        destinationHigh[i] = 0;
        destinationLow[i] = 0;
        int control = CONTROLS + i * CONTROL_SIZE;
        int end = control + (int) memory.getLong(i * Linux.MMSGHDR_SIZE + Linux.MSGHDR_CONTROLLEN);
        while (control + Linux.CMSGHDR_SIZE <= end) {
            int size = (int) memory.getLong(control);
            if (size < Linux.CMSGHDR_SIZE || control + size > end) {
                return;
            }
            int data = control + Linux.CMSGHDR_SIZE;
            int type = memory.getInt(control + Linux.CMSGHDR_TYPE);
            if (type == IPV6_HOPLIMIT) {
                hopLimit[i] = memory.getInt(data);
            } else if (type == IPV6_PKTINFO) {
                destinationHigh[i] = memory.getLongNetworkOrder(data);
                destinationLow[i] = memory.getLongNetworkOrder(data + 8);
            }
            control += size + 7 & ~7;
        }
    }

    /** The memory that {@link #payloadOffset} counts in, in network byte order; read by index. */
    public ByteBuffer buffer() {
        return buffer;
    }

    /** Where the VRRP message of packet {@code i} begins in {@link #buffer}. */
    public int payloadOffset(int i) {
        return payloadOffset[i];
    }

    /** The length of the VRRP message in bytes, without any IP header. */
    public int payloadLength(int i) {
        return payloadLength[i];
    }

    /** Whether the packet was longer than the room for it, so that its end is missing. */
    public boolean truncated(int i) {
        return truncated[i];
    }

    /** The TTL or hop limit it arrived with. */
    public int hopLimit(int i) {
        return hopLimit[i];
    }

    /** The upper half of the IPv6 source, zero for IPv4. */
    public long sourceHigh(int i) {
        return sourceHigh[i];
    }

    /** The lower half of the IPv6 source, or the IPv4 source in the lower 32 bits. */
    public long sourceLow(int i) {
        return sourceLow[i];
    }

    /** The upper half of the IPv6 destination, zero for IPv4. */
    public long destinationHigh(int i) {
        return destinationHigh[i];
    }

    /** The lower half of the IPv6 destination, or the IPv4 destination in the lower 32 bits. */
    public long destinationLow(int i) {
        return destinationLow[i];
    }

    /** Whether it was sent to a group. */
    public boolean multicast(int i) {
        return family == AddressFamily.IPV4 ? destinationLow[i] >>> 28 == 0xe : destinationHigh[i] >>> 56 == 0xff;
    }
}
