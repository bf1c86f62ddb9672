package org.jkeepalived.lab;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** The Internet checksum (RFC 1071). */
final class Checksum {
    private Checksum() {}

    /** The checksum of the bytes, 0 when they include a right one. */
    static int of(byte[] bytes) {
        int sum = 0;
        for (int i = 0; i < bytes.length; i++) {
            sum += (bytes[i] & 0xff) << (i % 2 == 0 ? 8 : 0);
        }
        while (sum >>> 16 != 0) {
            sum = (sum & 0xffff) + (sum >>> 16);
        }
        return ~sum & 0xffff;
    }

    /** The message behind its pseudo header; {@code addresses} is source and destination of either family. */
    static byte[] withPseudoHeader(byte[] addresses, byte[] message) {
        var all = ByteBuffer.allocate(addresses.length + 8 + message.length).put(addresses);
        if (addresses.length == 8) {
            all.put((byte) 0).put((byte) Advert.PROTOCOL).putShort((short) message.length);
        } else {
            all.putInt(message.length).putInt(Advert.PROTOCOL);
        }
        all.put(message);
        return Arrays.copyOf(all.array(), all.position());
    }
}
