package org.jkeepalived.config.settings;

import org.jkeepalived.net.IpAddress;

/**
 * Where a route sends its packets, or one leg of a multipath route.
 *
 * @param via the neighbour, or null for a network that is connected
 * @param interfaceName outgoing interface, or null for the kernel's choice
 * @param onLink the neighbour is reachable although no prefix of the interface holds it
 * @param encapsulation what packets are wrapped in, or null
 * @param realms IPv4 only, or null
 * @param weight share of a leg, 1..256
 */
public record NextHop(
        IpAddress via,
        String interfaceName,
        boolean onLink,
        Encapsulation encapsulation,
        Realms realms,
        int weight) {
    /** The options that do not leave everything to the kernel. */
    String options() {
        return new OptionText().add("via", via)
                .addWord("dev", interfaceName)
                .add("weight", weight == 1 ? null : weight)
                .addIf(onLink, "onlink")
                .add("realms", realms == null ? null : realms.asWritten())
                .add("encap", encapsulation == null ? null : encapsulation.asWritten())
                .toString();
    }
}
