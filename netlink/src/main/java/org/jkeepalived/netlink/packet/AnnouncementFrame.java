package org.jkeepalived.netlink.packet;

import org.jkeepalived.net.IpAddress;
import org.jkeepalived.net.MacAddress;

/** An Ethernet frame that tells the neighbours which hardware address an IP address is at. */
public final class AnnouncementFrame extends OutboundFrame {
    private static final int SOCKADDR_LL_SIZE = 20;
    private static final int AF_PACKET = 17;
    private static final int ETHERNET_HEADER = 14;
    private static final int ETHERTYPE_ARP = 0x0806;
    private static final int ETHERTYPE_IPV6 = 0x86dd;
    private static final int ARP_LENGTH = 28;
    private static final int IPV6_HEADER = 40;
    private static final int ADVERTISEMENT_LENGTH = 32;
    private static final int ICMPV6 = 58;
    private static final long ALL_NODES_MAC = 0x3333_0000_0001L;
    private static final long ALL_NODES_HIGH = 0xff02L << 48;
    private static final long ALL_NODES_LOW = 1;

    private AnnouncementFrame(int interfaceIndex, int etherType, long destination, MacAddress hardware, int length) {
        super(0, SOCKADDR_LL_SIZE, ETHERNET_HEADER + length);
        memory.putShort(NAME, AF_PACKET);
        memory.putShortNetworkOrder(NAME + 2, etherType);
        memory.putInt(NAME + 4, interfaceIndex);
        memory.putByte(NAME + 11, 6);
        putMac(NAME + 12, destination);
        putMac(packetOffset(), destination);
        putMac(packetOffset() + 6, hardware.value());
        memory.putShortNetworkOrder(packetOffset() + 12, etherType);
    }

    /**
     * The frame for an address of either family: {@link #gratuitousArp} or {@link #neighbourAdvertisement}.
     *
     * @param router whether the interface forwards IPv6; of no meaning to IPv4
     */
    public static AnnouncementFrame of(int interfaceIndex, MacAddress hardware, IpAddress address, boolean router) {
        return address.isIpv6()
                ? neighbourAdvertisement(interfaceIndex, hardware, address, router)
                : gratuitousArp(interfaceIndex, hardware, address);
    }

    /**
     * A broadcast ARP request whose sender and target address are both {@code address}, the form that RFC 5227 section
     * 3 recommends; the target hardware address is all ones, as keepalived sends it.
     */
    public static AnnouncementFrame gratuitousArp(int interfaceIndex, MacAddress hardware, IpAddress address) {
        AnnouncementFrame frame = new AnnouncementFrame(interfaceIndex, ETHERTYPE_ARP, MacAddress.BROADCAST.value(),
                hardware, ARP_LENGTH);
        int arp = frame.packetOffset() + ETHERNET_HEADER;
        frame.memory.putShortNetworkOrder(arp, 1);
        frame.memory.putShortNetworkOrder(arp + 2, 0x0800);
        frame.memory.putByte(arp + 4, 6);
        frame.memory.putByte(arp + 5, 4);
        frame.memory.putShortNetworkOrder(arp + 6, 1);
        frame.putMac(arp + 8, hardware.value());
        frame.memory.putIntNetworkOrder(arp + 14, (int) address.low());
        frame.putMac(arp + 18, MacAddress.BROADCAST.value());
        frame.memory.putIntNetworkOrder(arp + 24, (int) address.low());
        return frame;
    }

    /**
     * An unsolicited neighbour advertisement from {@code address} to all nodes, hop limit 255, override set: RFC 4861
     * sections 4.4 and 7.2.6.
     *
     * @param router the value of the R flag: whether the interface forwards
     */
    public static AnnouncementFrame neighbourAdvertisement(int interfaceIndex, MacAddress hardware, IpAddress address,
            boolean router) {
        AnnouncementFrame frame = new AnnouncementFrame(interfaceIndex, ETHERTYPE_IPV6, ALL_NODES_MAC, hardware,
                IPV6_HEADER + ADVERTISEMENT_LENGTH);
        int ip = frame.packetOffset() + ETHERNET_HEADER;
        frame.memory.putIntNetworkOrder(ip, 6 << 28);
        frame.memory.putShortNetworkOrder(ip + 4, ADVERTISEMENT_LENGTH);
        frame.memory.putByte(ip + 6, ICMPV6);
        frame.memory.putByte(ip + 7, 255);
        frame.memory.putLongNetworkOrder(ip + 8, address.high());
        frame.memory.putLongNetworkOrder(ip + 16, address.low());
        frame.memory.putLongNetworkOrder(ip + 24, ALL_NODES_HIGH);
        frame.memory.putLongNetworkOrder(ip + 32, ALL_NODES_LOW);
        int icmp = ip + IPV6_HEADER;
        frame.memory.putByte(icmp, 136);
        frame.memory.putIntNetworkOrder(icmp + 4, router ? 0xa000_0000 : 0x2000_0000);
        frame.memory.putLongNetworkOrder(icmp + 8, address.high());
        frame.memory.putLongNetworkOrder(icmp + 16, address.low());
        frame.memory.putByte(icmp + 24, 2);
        frame.memory.putByte(icmp + 25, 1);
        frame.putMac(icmp + 26, hardware.value());
        frame.memory.putShortNetworkOrder(icmp + 2, frame.icmpChecksum(ip));
        return frame;
    }

    /** Over the pseudo header of RFC 8200 section 8.1 and the message, whose checksum field is still zero. */
    private int icmpChecksum(int ip) {
        int sum = ADVERTISEMENT_LENGTH + ICMPV6;
        int end = ip + IPV6_HEADER + ADVERTISEMENT_LENGTH;
        for (int offset = ip + 8; offset < end; offset += 2) {
            sum += memory.getUnsignedShortNetworkOrder(offset);
        }
        sum = (sum & 0xffff) + (sum >>> 16);
        sum = (sum & 0xffff) + (sum >>> 16);
        return ~sum & 0xffff;
    }

    private void putMac(int offset, long mac) {
        memory.putShortNetworkOrder(offset, (int) (mac >>> 32));
        memory.putIntNetworkOrder(offset + 2, (int) mac);
    }
}
