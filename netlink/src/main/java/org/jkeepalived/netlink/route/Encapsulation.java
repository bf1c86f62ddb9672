package org.jkeepalived.netlink.route;

import java.util.List;
import org.jkeepalived.net.IpAddress;
import org.jkeepalived.netlink.message.MessageWriter;

/**
 * What a route wraps its packets in: RTA_ENCAP_TYPE and RTA_ENCAP, LWTUNNEL_ENCAP_* and LWTUNNEL_IP_* of
 * linux/lwtunnel.h, ip-route(8).
 */
public sealed interface Encapsulation {
    /** LWTUNNEL_ENCAP_*. */
    int type();

    /** Writes what stands in RTA_ENCAP. */
    void write(MessageWriter writer);

    /**
     * MPLS.
     *
     * @param labels outermost first, 0 to 1048575
     */
    record Mpls(List<Integer> labels) implements Encapsulation {
        private static final int LWTUNNEL_ENCAP_MPLS = 1;
        private static final int MPLS_IPTUNNEL_DST = 1;
        private static final int LABEL_SHIFT = 12;
        private static final int BOTTOM_OF_STACK = 0x100;

        public Mpls {
            labels = List.copyOf(labels);
        }

        @Override
        public int type() {
            return LWTUNNEL_ENCAP_MPLS;
        }

        @Override
        public void write(MessageWriter writer) {
            int stack = writer.beginAttribute(MPLS_IPTUNNEL_DST);
            for (int i = 0; i < labels.size(); i++) {
                int bottom = i == labels.size() - 1 ? BOTTOM_OF_STACK : 0;
                writer.appendU32NetworkOrder(labels.get(i) << LABEL_SHIFT | bottom);
            }
            writer.endAttribute(stack);
        }
    }

    /**
     * A tunnel of IPv4, or of IPv6 where {@code ipv6} is set.
     *
     * @param id tunnel id, 64 bits without sign, or null
     * @param destination outer destination, or null
     * @param source outer source, or null
     * @param typeOfService outer type of service or traffic class, 0 to 255
     * @param timeToLive outer TTL or hop limit, 0 to 255
     * @param flags LWTUNNEL_IP_FLAGS, 0 to 65535; the kernel reads them in network order, keepalived sends them in the
     *        machine's, and so do we
     */
    record Tunnel(
            boolean ipv6,
            Long id,
            IpAddress destination,
            IpAddress source,
            int typeOfService,
            int timeToLive,
            int flags) implements Encapsulation {
        private static final int LWTUNNEL_ENCAP_IP = 2;
        private static final int LWTUNNEL_ENCAP_IP6 = 4;
        private static final int LWTUNNEL_IP_ID = 1;
        private static final int LWTUNNEL_IP_DST = 2;
        private static final int LWTUNNEL_IP_SRC = 3;
        /** LWTUNNEL_IP6_HOPLIMIT is the same. */
        private static final int LWTUNNEL_IP_TTL = 4;
        /** LWTUNNEL_IP6_TC is the same. */
        private static final int LWTUNNEL_IP_TOS = 5;
        private static final int LWTUNNEL_IP_FLAGS = 6;

        @Override
        public int type() {
            return ipv6 ? LWTUNNEL_ENCAP_IP6 : LWTUNNEL_ENCAP_IP;
        }

        @Override
        public void write(MessageWriter writer) {
            if (id != null) {
                writer.putU64NetworkOrder(LWTUNNEL_IP_ID, id);
            }
            if (destination != null) {
                writer.putAddress(LWTUNNEL_IP_DST, destination);
            }
            if (source != null) {
                writer.putAddress(LWTUNNEL_IP_SRC, source);
            }
            if (typeOfService != 0) {
                writer.putU8(LWTUNNEL_IP_TOS, typeOfService);
            }
            if (timeToLive != 0) {
                writer.putU8(LWTUNNEL_IP_TTL, timeToLive);
            }
            if (flags != 0) {
                writer.putU16(LWTUNNEL_IP_FLAGS, flags);
            }
        }
    }

    /**
     * Identifier locator addressing.
     *
     * @param locator the upper half of the address
     */
    record Ila(long locator) implements Encapsulation {
        private static final int LWTUNNEL_ENCAP_ILA = 3;
        private static final int ILA_ATTR_LOCATOR = 1;

        @Override
        public int type() {
            return LWTUNNEL_ENCAP_ILA;
        }

        @Override
        public void write(MessageWriter writer) {
            writer.putU64NetworkOrder(ILA_ATTR_LOCATOR, locator);
        }
    }
}
