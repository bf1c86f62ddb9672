package org.jkeepalived.net;

/**
 * A 48-bit hardware address.
 *
 * @param value the address in the low 48 bits, its first octet highest
 */
public record MacAddress(long value) {
    public static final MacAddress NONE = new MacAddress(0);
    public static final MacAddress BROADCAST = new MacAddress(0xffff_ffff_ffffL);

    public MacAddress {
        if (value >>> 48 != 0) {
            throw new IllegalArgumentException("not a 48-bit hardware address: " + Long.toHexString(value));
        }
    }

    /** Six lower-case hexadecimal octets joined by colons. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(17);
        for (int shift = 40; shift >= 0; shift -= 8) {
            int octet = (int) (value >>> shift) & 0xff;
            text.append(Character.forDigit(octet >>> 4, 16)).append(Character.forDigit(octet & 0xf, 16));
            if (shift > 0) {
                text.append(':');
            }
        }
        return text.toString();
    }
}
