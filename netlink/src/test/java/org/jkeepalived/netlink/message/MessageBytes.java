package org.jkeepalived.netlink.message;

import java.util.Arrays;
import java.util.HexFormat;

/** Messages as bytes. */
public final class MessageBytes {
    private MessageBytes() {}

    /** What the request writes. */
    public static byte[] of(Request request) {
        MessageWriter writer = new MessageWriter();
        request.write(writer);
        return of(writer);
    }

    static byte[] of(MessageWriter writer) {
        return writer.memory().getBytes(0, writer.length());
    }

    public static String hex(Request request) {
        return HexFormat.of().formatHex(of(request));
    }

    /** A reader of these bytes, with not one byte more of memory. */
    public static MessageReader reader(byte[] bytes) {
        return reader(bytes, bytes.length);
    }

    /** A reader of the first so many bytes. */
    public static MessageReader reader(byte[] bytes, int length) {
        MessageReader reader = new MessageReader(length);
        reader.memory().putBytes(0, Arrays.copyOf(bytes, length));
        reader.received(length);
        return reader;
    }

    /**
     * The first so many bytes of a message, whose header claims that this is all: what a kernel would send that knows
     * less than this one.
     */
    public static MessageReader shortened(byte[] bytes, int length) {
        MessageReader reader = reader(bytes, length);
        if (length >= 4) {
            reader.memory().putInt(0, length);
        }
        return reader;
    }
}
