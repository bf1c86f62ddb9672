package org.jkeepalived.config.settings;

import java.math.BigInteger;
import org.jkeepalived.net.AddressFamily;
import org.jkeepalived.net.IpAddress;

/** A line of a virtual_server_group. */
public sealed interface GroupEntry {
    /** The line as it is written. */
    String written();

    /** A line with addresses: their first and last, and the port that they share. */
    sealed interface Addresses extends GroupEntry {
        /** The first. */
        IpAddress first();

        /** The last; the first when there is one only. */
        IpAddress last();

        /** 0 for every port. */
        int port();

        /** {@code FIRST-LAST,PORT} or {@code FIRST,PORT}, as messages name it. */
        default String label() {
            String range = first().equals(last()) ? "" : "-" + AddressText.of(last());
            return AddressText.of(first()) + range + "," + port();
        }
    }

    /**
     * All addresses with a prefix.
     *
     * @param first without host bits
     * @param prefixLength 1..32, or 1..128 for IPv6; the whole address for one host
     * @param port 0 for every port
     */
    record Block(IpAddress first, int prefixLength, int port) implements Addresses {
        @Override
        public IpAddress last() {
            byte[] bytes = first.toBytes();
            for (int bit = prefixLength; bit < bytes.length * Byte.SIZE; bit++) {
                bytes[bit / Byte.SIZE] |= (byte) (0x80 >> bit % Byte.SIZE);
            }
            return IpAddress.of(bytes);
        }

        @Override
        public String written() {
            boolean host = prefixLength == first.toBytes().length * Byte.SIZE;
            return AddressText.of(first) + (host ? "" : "/" + prefixLength) + (port == 0 ? "" : " " + port);
        }
    }

    /**
     * Addresses that follow each other.
     *
     * @param first the lowest
     * @param last the highest, of the same family
     * @param port 0 for every port
     */
    record Range(IpAddress first, IpAddress last, int port) implements Addresses {
        /** Whether the last comes after the first. */
        public boolean ascends() {
            return new BigInteger(1, last.toBytes()).compareTo(new BigInteger(1, first.toBytes())) > 0;
        }

        @Override
        public String written() {
            return AddressText.of(first) + "-" + AddressText.of(last) + (port == 0 ? "" : " " + port);
        }
    }

    /**
     * Packets that the firewall has marked.
     *
     * @param mark 0..4294967295
     * @param family null for both
     */
    record FirewallMark(long mark, AddressFamily family) implements GroupEntry {
        @Override
        public String written() {
            String word = family == null ? "" : family == AddressFamily.IPV4 ? " inet" : " inet6";
            return "fwmark " + mark + word;
        }
    }

}
