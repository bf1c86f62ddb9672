package org.jkeepalived.config.settings;

import java.util.List;

/**
 * How the state of links is watched and how gratuitous messages share them.
 *
 * @param polling linkbeat_use_polling: the links of every instance are asked for their state
 * @param linkbeat linkbeat_interfaces, in file order
 * @param delays interface_up_down_delays, in file order
 * @param garpGroups garp_group blocks, in file order
 */
public record LinkSettings(
        boolean polling,
        List<Linkbeat> linkbeat,
        List<LinkDelay> delays,
        List<GarpGroup> garpGroups) {
    public LinkSettings {
        linkbeat = List.copyOf(linkbeat);
        delays = List.copyOf(delays);
        garpGroups = List.copyOf(garpGroups);
    }

    /**
     * An interface that is asked for the state of its link.
     *
     * @param interfaceName its name
     * @param method how it is asked
     */
    public record Linkbeat(String interfaceName, Method method) {}

    /** How an interface is asked for the state of its link. */
    public enum Method {
        /** The first of the others that works, in their order. */
        PROBE,
        /** The registers of the transceiver. */
        MII,
        /** The link query of ethtool. */
        ETHTOOL,
        /** The flags of the interface. */
        IOCTL
    }

    /**
     * How long a change of a link must last before it counts.
     *
     * @param interfaceName the interface
     * @param downNanos for a link that goes down
     * @param upNanos for a link that comes up
     */
    public record LinkDelay(String interfaceName, long downNanos, long upNanos) {}

    /**
     * Interfaces whose gratuitous messages share one limit.
     *
     * @param garpIntervalNanos least gap between gratuitous ARPs, 0 for none
     * @param gnaIntervalNanos least gap between unsolicited neighbour advertisements, 0 for none
     * @param interfaces its members
     */
    public record GarpGroup(long garpIntervalNanos, long gnaIntervalNanos, List<String> interfaces) {
        public GarpGroup {
            interfaces = List.copyOf(interfaces);
        }
    }
}
