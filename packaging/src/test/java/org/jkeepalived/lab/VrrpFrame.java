package org.jkeepalived.lab;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * A VRRP message to inject, right by default and wrong in whatever way a test asks for. Setters return the frame itself.
 */
public final class VrrpFrame {
    private final boolean ipv6;
    private final byte[] source;
    private final String sourceMac;
    private byte[] destination;
    private String destinationMac;
    private int hopLimit = 255;
    private int version;
    private int type = 1;
    private int vrid = 51;
    private int priority = 100;
    private int count = -1;
    private int authType;
    private byte[] authData = new byte[8];
    private int interval;
    private int reserved;
    private List<byte[]> addresses = List.of();
    private int checksumError;
    private boolean plainChecksum;
    private int cutTo = Integer.MAX_VALUE;
    private byte[] trailer = {};

    private VrrpFrame(int version, String source, String sourceMac) {
        this.version = version;
        this.source = bytes(source);
        this.sourceMac = sourceMac;
        ipv6 = this.source.length == 16;
        destination = bytes(ipv6 ? "ff02::12" : "224.0.0.18");
        destinationMac = ipv6 ? "33:33:00:00:00:12" : "01:00:5e:00:00:12";
        interval = version == 2 ? 1 : 100;
    }

    /** A version 2 message, interval 1 s, without authentication. */
    public static VrrpFrame v2(HostSpec sender) {
        return new VrrpFrame(2, sender.address(), sender.mac());
    }

    /** A version 3 message over IPv4, interval 100 cs. */
    public static VrrpFrame v3(HostSpec sender) {
        return new VrrpFrame(3, sender.address(), sender.mac());
    }

    /** A version 3 message over IPv6 from the sender's link-local address, interval 100 cs. */
    public static VrrpFrame v3Ipv6(HostSpec sender) {
        return new VrrpFrame(3, sender.linkLocal(), sender.mac());
    }

    private static byte[] bytes(String address) {
        try {
            return InetAddress.getByName(address).getAddress();
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(e);
        }
    }

    public VrrpFrame to(String address, String mac) {
        destination = bytes(address);
        destinationMac = mac;
        return this;
    }

    public VrrpFrame hopLimit(int value) {
        hopLimit = value;
        return this;
    }

    public VrrpFrame version(int value) {
        version = value;
        return this;
    }

    public VrrpFrame type(int value) {
        type = value;
        return this;
    }

    public VrrpFrame vrid(int value) {
        vrid = value;
        return this;
    }

    public VrrpFrame priority(int value) {
        priority = value;
        return this;
    }

    /** A count that is not the number of addresses. */
    public VrrpFrame count(int value) {
        count = value;
        return this;
    }

    /** Authentication by password, zero padded. */
    public VrrpFrame password(String value) {
        authType = 1;
        authData = Arrays.copyOf(value.getBytes(StandardCharsets.US_ASCII), 8);
        return this;
    }

    public VrrpFrame authType(int value) {
        authType = value;
        return this;
    }

    /** Seconds in version 2, centiseconds in version 3. */
    public VrrpFrame interval(int value) {
        interval = value;
        return this;
    }

    public VrrpFrame reserved(int value) {
        reserved = value;
        return this;
    }

    public VrrpFrame addresses(String... values) {
        addresses = Arrays.stream(values).map(VrrpFrame::bytes).toList();
        return this;
    }

    public VrrpFrame wrongChecksum() {
        checksumError = 1;
        return this;
    }

    /** Version 3 over IPv4: the checksum of RFC 9568, without the pseudo header. */
    public VrrpFrame plainChecksum() {
        plainChecksum = true;
        return this;
    }

    /** Only the first bytes of the message; the lengths in the IP header agree with that. */
    public VrrpFrame cutTo(int bytes) {
        cutTo = bytes;
        return this;
    }

    /** Bytes behind the message that its checksum covers. */
    public VrrpFrame trailer(int length) {
        trailer = new byte[length];
        return this;
    }

    private byte[] message() {
        int length = 8 + addresses.stream().mapToInt(address -> address.length).sum() + (version == 2 ? 8 : 0)
                + trailer.length;
        var out = ByteBuffer.allocate(length);
        out.put((byte) (version << 4 | type))
                .put((byte) vrid)
                .put((byte) priority)
                .put((byte) (count < 0 ? addresses.size() : count));
        if (version == 2) {
            out.put((byte) authType).put((byte) interval);
        } else {
            out.putShort((short) (reserved << 12 | interval));
        }
        out.putShort((short) 0);
        addresses.forEach(out::put);
        if (version == 2) {
            out.put(authData);
        }
        byte[] message = Arrays.copyOf(out.array(), Math.min(length, cutTo));
        if (message.length >= 8) {
            boolean plain = version == 2 || plainChecksum;
            byte[] covered = plain
                    ? message
                    : Checksum.withPseudoHeader(
                            ByteBuffer.allocate(2 * source.length).put(source).put(destination).array(), message);
            ByteBuffer.wrap(message).putShort(6, (short) (Checksum.of(covered) + checksumError));
        }
        return message;
    }

    /** The whole Ethernet frame. */
    public byte[] build() {
        byte[] message = message();
        var out = ByteBuffer.allocate(14 + 40 + message.length);
        out.put(mac(destinationMac)).put(mac(sourceMac)).putShort((short) (ipv6 ? 0x86dd : 0x0800));
        if (ipv6) {
            out.putInt(0x6c000000).putShort((short) message.length).put((byte) Advert.PROTOCOL).put((byte) hopLimit);
            out.put(source).put(destination);
        } else {
            var header = ByteBuffer.allocate(20)
                    .put((byte) 0x45)
                    .put((byte) 0xc0)
                    .putShort((short) (20 + message.length))
                    .putInt(0)
                    .put((byte) hopLimit)
                    .put((byte) Advert.PROTOCOL)
                    .putShort((short) 0)
                    .put(source)
                    .put(destination);
            header.putShort(10, (short) Checksum.of(header.array()));
            out.put(header.array());
        }
        out.put(message);
        return Arrays.copyOf(out.array(), out.position());
    }

    private static byte[] mac(String text) {
        return HexFormat.ofDelimiter(":").parseHex(text);
    }
}
