package org.jkeepalived.netlink.libc;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Text to the bytes that the system takes: UTF-8, and a lone surrogate U+DCNN, as which text from files keeps a byte that is no UTF-8, to that byte
 * 0xNN.
 */
public final class NativeText {

    private static final char FIRST = '\udc80';
    private static final char LAST = '\udcff';

    private NativeText() {}

    public static byte[] bytes(String text) {
        ByteArrayOutputStream out = null;
        int plain = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= FIRST && c <= LAST && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)))) {
                out = out == null ? new ByteArrayOutputStream(text.length()) : out;
                out.writeBytes(text.substring(plain, i).getBytes(StandardCharsets.UTF_8));
                out.write(c);
                plain = i + 1;
            }
        }
        if (out == null) {
            return text.getBytes(StandardCharsets.UTF_8);
        }
        out.writeBytes(text.substring(plain).getBytes(StandardCharsets.UTF_8));
        return out.toByteArray();
    }
}
