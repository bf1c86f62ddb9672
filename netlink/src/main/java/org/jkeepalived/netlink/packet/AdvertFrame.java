package org.jkeepalived.netlink.packet;

import java.nio.ByteBuffer;
import org.jkeepalived.net.AddressFamily;
import org.jkeepalived.net.IpAddress;
import org.jkeepalived.netlink.libc.Linux;

/**
 * A VRRP advert with its IP header, to one destination through one interface: RFC 9568 section 5.1. The header carries
 * protocol 112, traffic class 0xc0 (network control, as keepalived sends it), and the source and hop limit that were
 * asked for; the kernel fills in IPv4's identification and checksum.
 *
 * <p>The payload is the caller's, checksum included. It must not change between {@link VrrpTransmitter#queue} and
 * {@link VrrpTransmitter#flush}.
 */
public final class AdvertFrame extends OutboundFrame {
    /** The IP protocol number of VRRP. */
    public static final int PROTOCOL = 112;

    static final int IPV4_HEADER = 20;
    static final int IPV6_HEADER = 40;

    private static final int TRAFFIC_CLASS = 0xc0;
    private static final int IN_PKTINFO_SIZE = 12;
    private static final int IN6_PKTINFO_SIZE = 20;
    private static final int IP_PKTINFO = 8;
    private static final int IPV6_PKTINFO = 50;

    private final AddressFamily family;
    private final int payloadCapacity;
    private final ByteBuffer payload;

    /**
     * @param interfaceIndex the interface it leaves through; 0 leaves that to the routes, for unicast alone
     * @param source the IP source; the unspecified IPv4 address lets the kernel choose
     * @param destination a group, or a unicast peer, of the same family
     * @param hopLimit the TTL or hop limit, 1 to 255
     * @param payloadCapacity the longest payload in bytes
     */
    public AdvertFrame(int interfaceIndex, IpAddress source, IpAddress destination, int hopLimit, int payloadCapacity) {
        super(controlSpace(interfaceIndex, destination), nameLength(destination),
                headerLength(destination.family()) + payloadCapacity);
        if (source.family() != destination.family()) {
            throw new IllegalArgumentException("from " + source + " to " + destination);
        }
        this.family = destination.family();
        this.payloadCapacity = payloadCapacity;
        this.payload = memory.networkOrderSlice(packetOffset() + headerLength(family), payloadCapacity);
        if (family == AddressFamily.IPV4) {
            prepareIpv4(interfaceIndex, destination, hopLimit);
        } else {
            prepareIpv6(interfaceIndex, destination, hopLimit);
        }
        setSource(source);
        setPayloadLength(payloadCapacity);
    }

    private static int headerLength(AddressFamily family) {
        return family == AddressFamily.IPV4 ? IPV4_HEADER : IPV6_HEADER;
    }

    private static int nameLength(IpAddress destination) {
        return destination.isIpv6() ? Linux.SOCKADDR_IN6_SIZE : Linux.SOCKADDR_IN_SIZE;
    }

    private static int controlSpace(int interfaceIndex, IpAddress destination) {
        if (interfaceIndex == 0) {
            return 0;
        }
        return Linux.cmsgSpace(destination.isIpv6() ? IN6_PKTINFO_SIZE : IN_PKTINFO_SIZE);
    }

    private void prepareIpv4(int interfaceIndex, IpAddress destination, int hopLimit) {
        int header = packetOffset();
        memory.putByte(header, 0x45);
        memory.putByte(header + 1, TRAFFIC_CLASS);
        memory.putByte(header + 8, hopLimit);
        memory.putByte(header + 9, PROTOCOL);
        memory.putIntNetworkOrder(header + 16, (int) destination.low());
        memory.putShort(NAME, Linux.AF_INET);
        memory.putIntNetworkOrder(NAME + 4, (int) destination.low());
        if (interfaceIndex != 0) {
            putControl(Linux.IPPROTO_IP, IP_PKTINFO, IN_PKTINFO_SIZE);
            memory.putInt(CONTROL + Linux.CMSGHDR_SIZE, interfaceIndex);
        }
    }

    private void prepareIpv6(int interfaceIndex, IpAddress destination, int hopLimit) {
        int header = packetOffset();
        memory.putIntNetworkOrder(header, 6 << 28 | TRAFFIC_CLASS << 20);
        memory.putByte(header + 6, PROTOCOL);
        memory.putByte(header + 7, hopLimit);
        memory.putLongNetworkOrder(header + 24, destination.high());
        memory.putLongNetworkOrder(header + 32, destination.low());
        memory.putShort(NAME, Linux.AF_INET6);
        memory.putLongNetworkOrder(NAME + 8, destination.high());
        memory.putLongNetworkOrder(NAME + 16, destination.low());
        boolean scoped = destination.isLinkLocal() || destination.isMulticast();
        memory.putInt(NAME + 24, scoped ? interfaceIndex : 0);
        if (interfaceIndex != 0) {
            // The source stays unspecified here: the kernel would insist that it is an address of the interface.
            putControl(Linux.IPPROTO_IPV6, IPV6_PKTINFO, IN6_PKTINFO_SIZE);
            memory.putInt(CONTROL + Linux.CMSGHDR_SIZE + 16, interfaceIndex);
        }
    }

    private void putControl(int level, int type, int dataLength) {
        memory.putLong(CONTROL, Linux.CMSGHDR_SIZE + dataLength);
        memory.putInt(CONTROL + Linux.CMSGHDR_LEVEL, level);
        memory.putInt(CONTROL + Linux.CMSGHDR_TYPE, type);
    }

    public AddressFamily family() {
        return family;
    }

    /** The payload's memory, in network byte order, as long as the capacity; write by index. */
    public ByteBuffer payload() {
        return payload;
    }

    /** Puts another address of the same family into the header. */
    public void setSource(IpAddress source) {
        int header = packetOffset();
        if (family == AddressFamily.IPV4) {
            memory.putIntNetworkOrder(header + 12, (int) source.low());
        } else {
            memory.putLongNetworkOrder(header + 8, source.high());
            memory.putLongNetworkOrder(header + 16, source.low());
        }
    }

    /** @param bytes 0 to the capacity; the header's length field follows */
    public void setPayloadLength(int bytes) {
        if (bytes < 0 || bytes > payloadCapacity) {
            throw new IllegalArgumentException(bytes + " bytes in a frame of " + payloadCapacity);
        }
        int header = packetOffset();
        if (family == AddressFamily.IPV4) {
            memory.putShortNetworkOrder(header + 2, IPV4_HEADER + bytes);
        } else {
            memory.putShortNetworkOrder(header + 4, bytes);
        }
        setPacketLength(headerLength(family) + bytes);
    }
}
