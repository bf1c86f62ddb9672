package org.jkeepalived.net;

/** Text of addresses: dotted quad, RFC 4291 section 2.2 when read, RFC 5952 when written. */
final class IpText {

    private IpText() {}

    static byte[] parse(String text) {
        byte[] bytes = text.indexOf(':') >= 0 ? parse6(text) : parse4(text);
        if (bytes == null) {
            throw new IllegalArgumentException("not an IP address: " + text);
        }
        return bytes;
    }

    private static byte[] parse4(String text) {
        String[] parts = text.split("\\.", -1);
        byte[] bytes = new byte[4];
        for (int i = 0; i < 4; i++) {
            int value = parts.length == 4 ? number(parts[i], 10, 3) : -1;
            boolean octal = parts.length == 4 && parts[i].length() > 1 && parts[i].charAt(0) == '0';
            if (value < 0 || value > 255 || octal) {
                return null;
            }
            bytes[i] = (byte) value;
        }
        return bytes;
    }

    private static byte[] parse6(String text) {
        int gap = text.indexOf("::");
        if (gap < 0) {
            byte[] all = groups(text, true);
            return all != null && all.length == 16 ? all : null;
        }
        byte[] head = groups(text.substring(0, gap), false);
        byte[] tail = groups(text.substring(gap + 2), true);
        if (head == null || tail == null || head.length + tail.length > 14) {
            return null;
        }
        byte[] bytes = new byte[16];
        System.arraycopy(head, 0, bytes, 0, head.length);
        System.arraycopy(tail, 0, bytes, 16 - tail.length, tail.length);
        return bytes;
    }

    /** The bytes of groups separated by colons, the last of which may be a dotted quad where the address ends; null when malformed. */
    private static byte[] groups(String text, boolean atEnd) {
        if (text.isEmpty()) {
            return new byte[0];
        }
        String[] parts = text.split(":", -1);
        boolean quad = parts[parts.length - 1].indexOf('.') >= 0;
        byte[] last = quad && atEnd ? parse4(parts[parts.length - 1]) : null;
        int plain = quad ? parts.length - 1 : parts.length;
        if (plain > 8 || quad && last == null) {
            return null;
        }
        byte[] bytes = new byte[2 * plain + (quad ? 4 : 0)];
        for (int i = 0; i < plain; i++) {
            int value = number(parts[i], 16, 4);
            if (value < 0) {
                return null;
            }
            bytes[2 * i] = (byte) (value >>> 8);
            bytes[2 * i + 1] = (byte) value;
        }
        if (quad) {
            System.arraycopy(last, 0, bytes, 2 * plain, 4);
        }
        return bytes;
    }

    /** The number of at most maxDigits digits, or -1. */
    private static int number(String text, int radix, int maxDigits) {
        if (text.isEmpty() || text.length() > maxDigits) {
            return -1;
        }
        int value = 0;
        for (int i = 0; i < text.length(); i++) {
            int digit = text.charAt(i) < 128 ? Character.digit(text.charAt(i), radix) : -1;
            if (digit < 0) {
                return -1;
            }
            value = value * radix + digit;
        }
        return value;
    }

    static String format(IpAddress address) {
        return address.family() == AddressFamily.IPV4 ? format4(address.low()) : format6(address);
    }

    private static String format4(long low) {
        return (low >>> 24) + "." + (low >>> 16 & 0xff) + "." + (low >>> 8 & 0xff) + "." + (low & 0xff);
    }

    private static String format6(IpAddress address) {
        if (address.high() == 0 && address.low() >>> 32 == 0xffff) {
            return "::ffff:" + format4(address.low() & 0xffff_ffffL);
        }
        int[] groups = new int[8];
        for (int i = 0; i < 8; i++) {
            groups[i] = (int) ((i < 4 ? address.high() : address.low()) >>> 16 * (3 - i % 4)) & 0xffff;
        }
        int gapStart = -1;
        int gapLength = 1;
        for (int i = 0, run = 0; i < 8; i++) {
            run = groups[i] == 0 ? run + 1 : 0;
            if (run > gapLength) {
                gapLength = run;
                gapStart = i - run + 1;
            }
        }
        StringBuilder text = new StringBuilder(39);
        for (int i = 0; i < 8; i++) {
            if (i == gapStart) {
                text.append("::");
                i += gapLength - 1;
            } else {
                if (i > 0 && i != gapStart + gapLength) {
                    text.append(':');
                }
                text.append(Integer.toHexString(groups[i]));
            }
        }
        return text.toString();
    }
}
