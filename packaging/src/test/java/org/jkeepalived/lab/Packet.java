package org.jkeepalived.lab;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/**
 * A frame from the wire.
 *
 * @param timeNanos when it was captured, nanoseconds since the epoch
 * @param frame the frame from its Ethernet header on
 */
public record Packet(long timeNanos, byte[] frame) {
    private static final int ETHERNET = 14;
    private static final int IPV6 = 40;

    /** Byte at {@code offset} as 0 to 255. */
    int u8(int offset) {
        return frame[offset] & 0xff;
    }

    int u16(int offset) {
        return u8(offset) << 8 | u8(offset + 1);
    }

    String mac(int offset) {
        return HexFormat.ofDelimiter(":").formatHex(frame, offset, offset + 6);
    }

    String ip(int offset, int length) {
        try {
            return InetAddress.getByAddress(Arrays.copyOfRange(frame, offset, offset + length))
                    .getHostAddress()
                    .replaceFirst("(^|:)(0(:|$)){2,}", "::");
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(e);
        }
    }

    public String destinationMac() {
        return mac(0);
    }

    public String sourceMac() {
        return mac(6);
    }

    public int etherType() {
        return u16(12);
    }

    /** The VRRP message in this frame, when it is one with a whole fixed header. */
    public Optional<Advert> advert() {
        int start;
        int end;
        if (etherType() == 0x0800 && u8(ETHERNET + 9) == Advert.PROTOCOL) {
            start = ETHERNET + (u8(ETHERNET) & 0xf) * 4;
            end = ETHERNET + u16(ETHERNET + 2);
        } else if (etherType() == 0x86dd && u8(ETHERNET + 6) == Advert.PROTOCOL) {
            start = ETHERNET + IPV6;
            end = start + u16(ETHERNET + 4);
        } else {
            return Optional.empty();
        }
        return end - start >= 8 && end <= frame.length ? Optional.of(new Advert(this, start, end)) : Optional.empty();
    }

    /** The ARP message in this frame. */
    public Optional<Arp> arp() {
        if (etherType() != 0x0806) {
            return Optional.empty();
        }
        return Optional.of(new Arp(this, u16(20), mac(22), ip(28, 4), mac(32), ip(38, 4)));
    }

    /** The neighbour advertisement (RFC 4861 section 4.4) in this frame. */
    public Optional<NeighbourAdvert> neighbourAdvert() {
        int icmp = ETHERNET + IPV6;
        if (etherType() != 0x86dd || u8(ETHERNET + 6) != 58 || u8(icmp) != 136) {
            return Optional.empty();
        }
        String lladdr = frame.length >= icmp + 32 && u8(icmp + 24) == 2 ? mac(icmp + 26) : "";
        return Optional.of(new NeighbourAdvert(this, ip(ETHERNET + 8, 16), ip(ETHERNET + 24, 16), u8(ETHERNET + 7),
                u8(icmp + 4), ip(icmp + 8, 16), lladdr));
    }

    /**
     * An ARP message (RFC 826).
     *
     * @param operation 1 request, 2 reply
     */
    public record Arp(
            Packet packet,
            int operation,
            String senderMac,
            String senderIp,
            String targetMac,
            String targetIp) {
        public boolean isGratuitous() {
            return senderIp.equals(targetIp);
        }
    }

    /**
     * A neighbour advertisement.
     *
     * @param flags the byte with R (0x80), S (0x40) and O (0x20)
     * @param linkLayer value of the target link-layer address option, empty when there is none
     */
    public record NeighbourAdvert(
            Packet packet,
            String source,
            String destination,
            int hopLimit,
            int flags,
            String target,
            String linkLayer) {}

    /** One line for people. */
    public String summary() {
        String what = advert().map(Advert::toString)
                .or(() -> arp().map(arp -> "arp " + arp.operation() + " " + arp.senderIp() + " is at " + arp.senderMac()
                        + ", for " + arp.targetIp()))
                .orElse("type 0x%04x, %d bytes".formatted(etherType(), frame.length));
        return "%d.%06d %s > %s %s".formatted(timeNanos / 1_000_000_000, timeNanos % 1_000_000_000 / 1000, sourceMac(),
                destinationMac(), what);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Packet packet && timeNanos == packet.timeNanos && Arrays.equals(frame, packet.frame);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(frame);
    }

    @Override
    public String toString() {
        return summary();
    }
}
