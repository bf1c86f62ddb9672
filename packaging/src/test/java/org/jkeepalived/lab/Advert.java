package org.jkeepalived.lab;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A VRRP message on the wire, decoded without help of the code under test (RFC 3768 section 5, RFC 9568 section 5).
 *
 * @param start offset of the VRRP header in the frame
 * @param end offset behind the message
 */
public record Advert(Packet packet, int start, int end) {
    /** IP protocol number. */
    public static final int PROTOCOL = 112;
    private static final int ETHERNET = 14;

    public boolean isIpv6() {
        return packet.etherType() == 0x86dd;
    }

    public long timeNanos() {
        return packet.timeNanos();
    }

    public String source() {
        return isIpv6() ? packet.ip(ETHERNET + 8, 16) : packet.ip(ETHERNET + 12, 4);
    }

    public String destination() {
        return isIpv6() ? packet.ip(ETHERNET + 24, 16) : packet.ip(ETHERNET + 16, 4);
    }

    /** TTL or hop limit. */
    public int hopLimit() {
        return packet.u8(ETHERNET + (isIpv6() ? 7 : 8));
    }

    /** Type of service or traffic class. */
    public int trafficClass() {
        return isIpv6() ? packet.u16(ETHERNET) >> 4 & 0xff : packet.u8(ETHERNET + 1);
    }

    public int version() {
        return packet.u8(start) >> 4;
    }

    public int type() {
        return packet.u8(start) & 0xf;
    }

    public int vrid() {
        return packet.u8(start + 1);
    }

    public int priority() {
        return packet.u8(start + 2);
    }

    /** The count field. */
    public int count() {
        return packet.u8(start + 3);
    }

    /** Version 2: authentication type. */
    public int authType() {
        return packet.u8(start + 4);
    }

    /** Version 2: seconds; version 3: centiseconds. */
    public int interval() {
        return version() == 2 ? packet.u8(start + 5) : packet.u16(start + 4) & 0xfff;
    }

    /** Version 3: the four reserved bits. */
    public int reserved() {
        return packet.u8(start + 4) >> 4;
    }

    public int length() {
        return end - start;
    }

    private int addressLength() {
        return isIpv6() ? 16 : 4;
    }

    /** Addresses in the order of the message. */
    public List<String> addresses() {
        var found = new ArrayList<String>();
        int at = start + 8;
        for (int i = 0; i < count() && at + addressLength() <= end; i++, at += addressLength()) {
            found.add(packet.ip(at, addressLength()));
        }
        return found;
    }

    /** Version 2: the bytes behind the addresses. */
    public byte[] authData() {
        return Arrays.copyOfRange(packet.frame(), start + 8 + count() * addressLength(), end);
    }

    /** Whether the checksum over the message alone is right (RFC 3768; RFC 9568 for IPv4). */
    public boolean plainChecksumIsRight() {
        return Checksum.of(message()) == 0;
    }

    /** Whether the checksum over pseudo header and message is right (RFC 5798 as commonly read; RFC 9568 for IPv6). */
    public boolean pseudoHeaderChecksumIsRight() {
        int from = ETHERNET + (isIpv6() ? 8 : 12);
        byte[] addresses = Arrays.copyOfRange(packet.frame(), from, from + 2 * addressLength());
        return Checksum.of(Checksum.withPseudoHeader(addresses, message())) == 0;
    }

    private byte[] message() {
        return Arrays.copyOfRange(packet.frame(), start, end);
    }

    @Override
    public String toString() {
        return "VRRPv%d %s > %s vrid %d priority %d interval %d %s".formatted(version(), source(), destination(),
                vrid(), priority(), interval(), addresses());
    }
}
