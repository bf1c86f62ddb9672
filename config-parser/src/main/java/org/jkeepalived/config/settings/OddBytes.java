package org.jkeepalived.config.settings;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Text that may hold bytes that are no UTF-8, as files written with GBK or Latin-1 do: such a byte 0xNN becomes the lone surrogate U+DCNN, which valid
 * UTF-8 cannot give, so that the bytes of a value can be had again.
 */
public final class OddBytes {
    private static final int ESCAPE = 0xDC00;
    private static final int FIRST_ODD = 0x80;
    private static final int LAST_ODD = 0xFF;
    private static final int BYTE = 0xFF;

    private OddBytes() {}

    /** Bytes to text. */
    public static String decode(byte[] bytes) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        try {
            return decoder.decode(in).toString();
        } catch (CharacterCodingException e) {
            return decodeOdd(decoder, bytes);
        }
    }

    private static String decodeOdd(CharsetDecoder decoder, byte[] bytes) {
        CharBuffer out = CharBuffer.allocate(bytes.length);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        decoder.reset();
        while (decoder.decode(in, out, true).isError()) {
            out.put((char) (ESCAPE + (in.get() & BYTE)));
        }
        return out.flip().toString();
    }

    /** Text to the bytes it came from. */
    public static byte[] encode(String text) {
        if (indexOfOdd(text) < 0) {
            return text.getBytes(StandardCharsets.UTF_8);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream(text.length());
        int plain = 0;
        for (int i = 0; i < text.length(); i++) {
            if (isOdd(text, i)) {
                out.writeBytes(text.substring(plain, i).getBytes(StandardCharsets.UTF_8));
                out.write(text.charAt(i) - ESCAPE);
                plain = i + 1;
            }
        }
        out.writeBytes(text.substring(plain).getBytes(StandardCharsets.UTF_8));
        return out.toByteArray();
    }

    /** Where the first byte that is no UTF-8 stands, or -1. */
    public static int indexOfOdd(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (isOdd(text, i)) {
                return i;
            }
        }
        return -1;
    }

    /** Bytes that the text takes in a file. */
    public static int length(String text) {
        int length = text.length();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= FIRST_ODD && !isOdd(text, i)) {
                length += c >= 0x800 && !Character.isSurrogate(c) ? 2 : 1;
            }
        }
        return length;
    }

    private static boolean isOdd(String text, int index) {
        char c = text.charAt(index);
        return c >= ESCAPE + FIRST_ODD && c <= ESCAPE + LAST_ODD
                && (index == 0 || !Character.isHighSurrogate(text.charAt(index - 1)));
    }
}
