package org.jkeepalived.vrrp.packet;

import java.nio.ByteBuffer;
import java.util.List;
import org.jkeepalived.net.AddressFamily;
import org.jkeepalived.net.IpAddress;

/**
 * Everything in an advertisement except its priority.
 *
 * @param version protocol version
 * @param family family of the carrying packet and of every address
 * @param vrid virtual router id, 1..255
 * @param advertIntervalNanos advertisement interval; whole seconds 1..255 in version 2, centiseconds 1..4095 in version 3
 * @param authentication authentication data of version 2; {@link Authentication#NONE} in version 3
 * @param pseudoHeader whether the checksum of a version 3 IPv4 message covers the pseudo header (RFC 5798 as implementations read it);
 *        without it the message alone is covered, as RFC 9568 section 5.2.8 has it. Version 2 never, IPv6 always covers it
 * @param addresses the advertised addresses in configuration order, at most 255
 * @param source source address of the packets; needed where the pseudo header is covered
 * @param destinations the multicast group, or the unicast peers
 */
public record AdvertFormat(
        ProtocolVersion version,
        AddressFamily family,
        int vrid,
        long advertIntervalNanos,
        Authentication authentication,
        boolean pseudoHeader,
        List<IpAddress> addresses,
        IpAddress source,
        List<IpAddress> destinations) {

    /** IP protocol number and IPv6 next header of VRRP. */
    public static final int IP_PROTOCOL = 112;
    /** TTL and hop limit that senders use and multicast receivers require. */
    public static final int TTL = 255;
    /** The IPv4 group 224.0.0.18. */
    public static final IpAddress GROUP_IPV4 = new IpAddress(AddressFamily.IPV4, 0, 0xe0000012L);
    /** The IPv6 group ff02::12. */
    public static final IpAddress GROUP_IPV6 = new IpAddress(AddressFamily.IPV6, 0xff02L << 48, 0x12);

    public AdvertFormat {
        addresses = List.copyOf(addresses);
        destinations = List.copyOf(destinations);
        if (vrid < 1 || vrid > 255) {
            throw new IllegalArgumentException("virtual router id " + vrid + " is outside 1..255");
        }
        if (addresses.size() > 255) {
            throw new IllegalArgumentException(addresses.size() + " addresses do not fit into one advertisement");
        }
        long unit = version == ProtocolVersion.V2 ? AdvertHeader.NANOS_PER_SECOND : AdvertHeader.NANOS_PER_CENTISECOND;
        long units = advertIntervalNanos / unit;
        if (advertIntervalNanos % unit != 0 || units < 1 || units > (version == ProtocolVersion.V2 ? 255 : 4095)) {
            throw new IllegalArgumentException(
                    "an advertisement cannot carry an interval of " + advertIntervalNanos + " ns");
        }
    }

    /** Length of the message in bytes. */
    public int length() {
        return length(version, family, addresses.size());
    }

    /** Length of a message with the given number of addresses, in bytes. */
    public static int length(ProtocolVersion version, AddressFamily family, int addressCount) {
        return AdvertHeader.length(version == ProtocolVersion.V2, family, addressCount);
    }

    /** Builds the message at a priority of 0..255, once per destination. */
    public AdvertPayload encode(int priority) {
        byte[][] variants = new byte[destinations.size()][];
        for (int i = 0; i < variants.length; i++) {
            variants[i] = encode(priority, destinations.get(i));
        }
        return new AdvertPayload(priority, variants);
    }

    private byte[] encode(int priority, IpAddress destination) {
        ByteBuffer buffer = ByteBuffer.allocate(length());
        int versionAndType = version.number() << 4 | AdvertHeader.TYPE_ADVERTISEMENT;
        buffer.put(AdvertHeader.VERSION_AND_TYPE, (byte) versionAndType);
        buffer.put(AdvertHeader.VRID, (byte) vrid);
        buffer.put(AdvertHeader.PRIORITY, (byte) priority);
        buffer.put(AdvertHeader.ADDRESS_COUNT, (byte) addresses.size());
        for (int i = 0; i < addresses.size(); i++) {
            buffer.put(AdvertHeader.address(family, i), addresses.get(i).toBytes());
        }
        if (version == ProtocolVersion.V2) {
            long seconds = advertIntervalNanos / AdvertHeader.NANOS_PER_SECOND;
            buffer.put(AdvertHeader.AUTHENTICATION_TYPE, (byte) authentication.type());
            buffer.put(AdvertHeader.INTERVAL_SECONDS, (byte) seconds);
            buffer.putLong(AdvertHeader.address(family, addresses.size()), authentication.data());
        } else {
            long centiseconds = advertIntervalNanos / AdvertHeader.NANOS_PER_CENTISECOND;
            buffer.putShort(AdvertHeader.INTERVAL_CENTISECONDS, (short) centiseconds);
        }
        long sum = Checksum.sum(buffer, 0, buffer.capacity());
        if (coversPseudoHeader()) {
            sum += Checksum.pseudoHeader(source.high(), source.low(), destination.high(), destination.low(),
                    buffer.capacity());
        }
        buffer.putShort(AdvertHeader.CHECKSUM, (short) ~Checksum.fold(sum));
        return buffer.array();
    }

    private boolean coversPseudoHeader() {
        return version == ProtocolVersion.V3 && (family == AddressFamily.IPV6 || pseudoHeader);
    }
}
