package org.jkeepalived.transcript;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A VRRP message in words, such as {@code v3 vrid 51 priority 150 for 10.0.0.100}: right unless the words say otherwise. Of these there
 * are {@code type}, {@code count}, {@code interval} (seconds in version 2, else centiseconds), {@code auth N}, {@code password X},
 * {@code ttl}, {@code from}, {@code to}, {@code checksum wrong}, {@code cut N} (bytes that are left), {@code longer N}.
 */
public final class CraftedAdvert {
    private final int version;
    private int type = 1;
    private int vrid = 51;
    private int priority = 100;
    private int count = -1;
    private int interval;
    private int authType;
    private byte[] password = new byte[8];
    private int ttl = 255;
    private String from = "";
    private String to = "";
    private boolean wrongChecksum;
    private int cut = Integer.MAX_VALUE;
    private int longer;
    private final List<String> addresses = new ArrayList<>();

    /** @param words what the sender is said to send */
    public CraftedAdvert(String words) {
        String[] all = words.strip().split(" +");
        version = Integer.parseInt(all[0].substring(1));
        interval = version == 2 ? 1 : 100;
        for (int i = 1; i + 1 < all.length; i += 2) {
            word(all[i], all[i + 1]);
        }
    }

    private void word(String name, String value) {
        switch (name) {
            case "vrid" -> vrid = Integer.parseInt(value);
            case "priority" -> priority = Integer.parseInt(value);
            case "type" -> type = Integer.parseInt(value);
            case "count" -> count = Integer.parseInt(value);
            case "interval" -> interval = Integer.parseInt(value);
            case "auth" -> authType = Integer.parseInt(value);
            case "password" -> {
                authType = 1;
                password = Arrays.copyOf(value.getBytes(StandardCharsets.US_ASCII), 8);
            }
            case "ttl" -> ttl = Integer.parseInt(value);
            case "from" -> from = value;
            case "to" -> to = value;
            case "checksum" -> wrongChecksum = value.equals("wrong");
            case "cut" -> cut = Integer.parseInt(value);
            case "longer" -> longer = Integer.parseInt(value);
            case "for" -> addresses.addAll(List.of(value.split(",")));
            default -> throw new IllegalArgumentException("no such word: " + name);
        }
    }

    /** Whether it goes over IPv6. */
    public boolean ipv6() {
        return !addresses.isEmpty() && addresses.getFirst().contains(":");
    }

    /** The sender's address, or what it has when none is given. */
    public String from(String own) {
        return from.isEmpty() ? own : from;
    }

    /** Where it goes. */
    public String to() {
        return !to.isEmpty() ? to : ipv6() ? "ff02::12" : "224.0.0.18";
    }

    /** TTL or hop limit. */
    public int ttl() {
        return ttl;
    }

    /** The message. */
    public byte[] message(String own) {
        int size = ipv6() ? 16 : 4;
        int length = 8 + addresses.size() * size + (version == 2 ? 8 : 0) + longer;
        var out = ByteBuffer.allocate(length);
        out.put((byte) (version << 4 | type)).put((byte) vrid).put((byte) priority);
        out.put((byte) (count < 0 ? addresses.size() : count));
        if (version == 2) {
            out.put((byte) authType).put((byte) interval);
        } else {
            out.putShort((short) interval);
        }
        out.putShort((short) 0);
        addresses.forEach(address -> out.put(bytes(address)));
        if (version == 2) {
            out.put(password);
        }
        byte[] message = Arrays.copyOf(out.array(), Math.min(length, cut));
        if (message.length >= 8) {
            int sum = checksum(version == 2 ? message : withPseudoHeader(message, own));
            ByteBuffer.wrap(message).putShort(6, (short) (wrongChecksum ? sum + 1 : sum));
        }
        return message;
    }

    private byte[] withPseudoHeader(byte[] message, String own) {
        var all = ByteBuffer.allocate(40 + message.length);
        all.put(bytes(from(own))).put(bytes(to()));
        if (ipv6()) {
            all.putInt(message.length).putInt(112);
        } else {
            all.put((byte) 0).put((byte) 112).putShort((short) message.length);
        }
        all.put(message);
        return Arrays.copyOf(all.array(), all.position());
    }

    private static int checksum(byte[] bytes) {
        int sum = 0;
        for (int i = 0; i < bytes.length; i++) {
            sum += (bytes[i] & 0xff) << (i % 2 == 0 ? 8 : 0);
        }
        while (sum >>> 16 != 0) {
            sum = (sum & 0xffff) + (sum >>> 16);
        }
        return ~sum & 0xffff;
    }

    /** The IP packet that carries it. */
    public byte[] packet(String own) {
        byte[] message = message(own);
        byte[] source = bytes(from(own));
        byte[] destination = bytes(to());
        if (ipv6()) {
            return ByteBuffer.allocate(40 + message.length)
                    .putInt(0x6c000000)
                    .putShort((short) message.length)
                    .put((byte) 112)
                    .put((byte) ttl)
                    .put(source)
                    .put(destination)
                    .put(message)
                    .array();
        }
        var packet = ByteBuffer.allocate(20 + message.length)
                .put((byte) 0x45)
                .put((byte) 0xc0)
                .putShort((short) (20 + message.length))
                .putInt(0)
                .put((byte) ttl)
                .put((byte) 112)
                .putShort((short) 0)
                .put(source)
                .put(destination)
                .put(message);
        packet.putShort(10, (short) checksum(Arrays.copyOf(packet.array(), 20)));
        return packet.array();
    }

    /** An address as it is on the wire. */
    public static byte[] bytes(String address) {
        try {
            return InetAddress.getByName(address).getAddress();
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
