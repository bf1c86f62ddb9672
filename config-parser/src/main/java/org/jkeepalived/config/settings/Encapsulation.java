package org.jkeepalived.config.settings;

import java.util.List;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import org.jkeepalived.net.IpAddress;

/** What a route wraps its packets in: the words after {@code encap}. */
public sealed interface Encapsulation {

    /** The words after {@code encap}. */
    String asWritten();

    /**
     * MPLS.
     *
     * @param labels outermost first, one or two of 0..1048575
     */
    record Mpls(List<Integer> labels) implements Encapsulation {
        public Mpls {
            labels = List.copyOf(labels);
        }

        @Override
        public String asWritten() {
            return "mpls " + labels.stream().map(String::valueOf).collect(Collectors.joining("/"));
        }
    }

    /**
     * An IPv4 tunnel.
     *
     * @param id tunnel id, 64 bits without sign, or null
     * @param destination outer destination, or null
     * @param source outer source, or null
     * @param typeOfService outer type of service, 0..255
     * @param timeToLive outer TTL, 0..255
     * @param flags tunnel flags, 0..65535
     */
    record Ip(Long id, IpAddress destination, IpAddress source, int typeOfService, int timeToLive, int flags)
            implements
                Encapsulation {
        @Override
        public String asWritten() {
            return tunnel("ip", id, destination, source, new String[]{"tos", "ttl", "flags"}, typeOfService, timeToLive,
                    flags);
        }
    }

    /**
     * An IPv6 tunnel.
     *
     * @param id tunnel id, 64 bits without sign, or null
     * @param destination outer destination, or null
     * @param source outer source, or null
     * @param trafficClass outer traffic class, 0..255
     * @param hopLimit outer hop limit, 0..255
     * @param flags tunnel flags, 0..65535
     */
    record Ip6(Long id, IpAddress destination, IpAddress source, int trafficClass, int hopLimit, int flags)
            implements
                Encapsulation {
        @Override
        public String asWritten() {
            return tunnel("ip6", id, destination, source, new String[]{"tc", "hoplimit", "flags"}, trafficClass,
                    hopLimit, flags);
        }
    }

    /**
     * Identifier locator addressing.
     *
     * @param locator the upper half of the address
     */
    record Ila(long locator) implements Encapsulation {
        @Override
        public String asWritten() {
            StringJoiner groups = new StringJoiner(":", "ila ", "");
            for (int shift = 48; shift >= 0; shift -= 16) {
                groups.add(Long.toHexString(locator >>> shift & 0xffff));
            }
            return groups.toString();
        }
    }

    private static String tunnel(String type, Long id, IpAddress destination, IpAddress source, String[] names,
            int... values) {
        OptionText out = new OptionText().add(type)
                .add("id", id == null ? null : Long.toUnsignedString(id))
                .add("dst", destination)
                .add("src", source);
        for (int i = 0; i < names.length; i++) {
            out.add(names[i], values[i] == 0 ? null : values[i]);
        }
        return out.toString();
    }
}
