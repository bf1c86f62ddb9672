package org.jkeepalived.vrrp.packet;

import java.nio.ByteBuffer;
import org.jkeepalived.net.AddressFamily;
import org.jkeepalived.net.IpAddress;

/**
 * A view of one received VRRP message and of what its IP header said. One object serves a receiving thread: {@link #message} and
 * {@link #header} move it to the next packet, nothing is copied or allocated. The view is valid until the buffer changes.
 *
 * <p>The router id needs {@link #hasVrid()}, the other accessors of the fixed header need {@link #hasFixedHeader()}, those of addresses and
 * authentication data and the checksum need {@link #isComplete()}; after these checks reading cannot fail, and without them it may read what
 * lies behind the message in the buffer.
 */
public final class ReceivedAdvert {

    private ByteBuffer buffer = ByteBuffer.allocate(0);
    private int offset;
    private int length;
    private AddressFamily family = AddressFamily.IPV4;
    private int interfaceIndex;
    private long sourceHigh;
    private long sourceLow;
    private long destinationHigh;
    private long destinationLow;
    private int ttl;
    private boolean multicast;

    /** A view of nothing. */
    public ReceivedAdvert() {}

    /**
     * Points the view at the VRRP message itself, behind any IP header.
     *
     * @param messageBuffer heap or direct memory, read by absolute index; position, limit below the range and byte order do not matter
     * @param messageOffset index of the first byte of the message
     * @param messageLength number of bytes received
     */
    public ReceivedAdvert message(ByteBuffer messageBuffer, int messageOffset, int messageLength) {
        buffer = messageBuffer;
        offset = messageOffset;
        length = messageLength;
        return this;
    }

    /**
     * Sets what the IP header and the socket said.
     *
     * @param packetFamily family of the packet
     * @param receivingInterfaceIndex index of the interface it came in by
     * @param packetTtl TTL or hop limit, -1 when unknown
     * @param toMulticast whether the destination is a multicast group
     */
    public ReceivedAdvert header(AddressFamily packetFamily, int receivingInterfaceIndex, int packetTtl,
            boolean toMulticast) {
        family = packetFamily;
        interfaceIndex = receivingInterfaceIndex;
        ttl = packetTtl;
        multicast = toMulticast;
        return this;
    }

    /** Sets source and destination; halves as in {@link IpAddress}. */
    public ReceivedAdvert addresses(long fromHigh, long fromLow, long toHigh, long toLow) {
        sourceHigh = fromHigh;
        sourceLow = fromLow;
        destinationHigh = toHigh;
        destinationLow = toLow;
        return this;
    }

    public AddressFamily family() {
        return family;
    }

    public int interfaceIndex() {
        return interfaceIndex;
    }

    /** TTL or hop limit of the packet, -1 when unknown. */
    public int ttl() {
        return ttl;
    }

    public boolean multicast() {
        return multicast;
    }

    public long sourceHigh() {
        return sourceHigh;
    }

    public long sourceLow() {
        return sourceLow;
    }

    /** The sender as a value; allocates. */
    public IpAddress source() {
        return new IpAddress(family, sourceHigh, sourceLow);
    }

    /** Whom the packet was sent to, as a value; allocates. */
    public IpAddress destination() {
        return new IpAddress(family, destinationHigh, destinationLow);
    }

    /** A copy of the message as received. */
    public byte[] message() {
        byte[] copy = new byte[length];
        for (int i = 0; i < length; i++) {
            copy[i] = buffer.get(offset + i);
        }
        return copy;
    }

    /** Bytes received. */
    public int length() {
        return length;
    }

    /** Whether the eight bytes that precede the addresses are there. */
    public boolean hasFixedHeader() {
        return length >= AdvertHeader.ADDRESSES;
    }

    /** Whether at least version, type and virtual router id are there. */
    public boolean hasVrid() {
        return length > AdvertHeader.VRID;
    }

    /** Whether everything that version and address count ask for is there, so that no accessor reads behind the end. */
    public boolean isComplete() {
        return hasFixedHeader() && surplusBytes() >= 0;
    }

    private boolean isVersion2() {
        return versionNumber() == ProtocolVersion.V2.number();
    }

    public int versionNumber() {
        return unsigned(AdvertHeader.VERSION_AND_TYPE) >>> 4;
    }

    public int type() {
        return unsigned(AdvertHeader.VERSION_AND_TYPE) & 0xf;
    }

    public int vrid() {
        return unsigned(AdvertHeader.VRID);
    }

    public int priority() {
        return unsigned(AdvertHeader.PRIORITY);
    }

    public int addressCount() {
        return unsigned(AdvertHeader.ADDRESS_COUNT);
    }

    /** Authentication type of a version 2 message. */
    public int authenticationType() {
        return unsigned(AdvertHeader.AUTHENTICATION_TYPE);
    }

    /** Interval in nanoseconds: byte 5 in seconds (version 2), or the low 12 bits of bytes 4 and 5 in centiseconds, reserved bits ignored. */
    public long advertIntervalNanos() {
        int at = AdvertHeader.INTERVAL_CENTISECONDS;
        return isVersion2()
                ? unsigned(AdvertHeader.INTERVAL_SECONDS) * AdvertHeader.NANOS_PER_SECOND
                : ((unsigned(at) & 0xf) << 8 | unsigned(at + 1)) * AdvertHeader.NANOS_PER_CENTISECOND;
    }

    /** Length that version and address count ask for, in bytes; other versions than 2 are measured as version 3. */
    public int expectedLength() {
        return AdvertHeader.length(isVersion2(), family, addressCount());
    }

    /** Received length minus {@link #expectedLength()}: negative when truncated. */
    public int surplusBytes() {
        return length - expectedLength();
    }

    /** The eight bytes of authentication data of a version 2 message, packed as in {@link Authentication#data()}. */
    public long authenticationData() {
        return eightBytes(AdvertHeader.address(family, addressCount()));
    }

    /** The first half of the i-th address, 0 for IPv4. */
    public long addressHigh(int index) {
        return family == AddressFamily.IPV4 ? 0 : eightBytes(AdvertHeader.address(family, index));
    }

    /** The second half of the i-th address, or the IPv4 address. */
    public long addressLow(int index) {
        if (family == AddressFamily.IPV6) {
            return eightBytes(AdvertHeader.address(family, index) + Long.BYTES);
        }
        int at = AdvertHeader.address(family, index);
        return (long) unsigned(at) << 24 | unsigned(at + 1) << 16 | unsigned(at + 2) << 8 | unsigned(at + 3);
    }

    /** The i-th address as a value; allocates. */
    public IpAddress address(int index) {
        return new IpAddress(family, addressHigh(index), addressLow(index));
    }

    /** Whether the first address lies in fe80::/10. */
    public boolean firstAddressIsLinkLocal() {
        return addressCount() > 0 && IpAddress.isLinkLocal(addressHigh(0));
    }

    /**
     * Whether the checksum is right. Both readings of version 3 over IPv4 are accepted, with and without the pseudo header, because
     * implementations differ. The checksum of a message that is not complete is wrong; bytes behind the message are not covered.
     */
    public boolean checksumIsRight() {
        if (!isComplete()) {
            return false;
        }
        int covered = expectedLength();
        long sum = Checksum.sum(buffer, offset, covered);
        if (family == AddressFamily.IPV4 && Checksum.fold(sum) == 0xffff) {
            return true;
        }
        if (isVersion2()) {
            return false;
        }
        long pseudo = Checksum.pseudoHeader(sourceHigh, sourceLow, destinationHigh, destinationLow, covered);
        return Checksum.fold(sum + pseudo) == 0xffff;
    }

    private int unsigned(int index) {
        return buffer.get(offset + index) & 0xff;
    }

    private long eightBytes(int index) {
        long value = 0;
        for (int i = 0; i < 8; i++) {
            value = value << 8 | unsigned(index + i);
        }
        return value;
    }
}
