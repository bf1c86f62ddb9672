package org.jkeepalived.config.settings;

import java.util.List;

/**
 * The packet filters that keep addresses from answering where they must not.
 *
 * @param nftables nftables, or null when it is not used
 * @param nftablesPriority priority of the chains in nftables
 * @param nftablesByIndex interfaces are matched by index instead of name
 * @param nftablesCounters rules count packets
 * @param iptables vrrp_iptables, or null when it is not used
 */
public record Firewall(
        String nftables,
        int nftablesPriority,
        boolean nftablesByIndex,
        boolean nftablesCounters,
        Iptables iptables) {

    /**
     * Rules in chains of iptables.
     *
     * @param inputChain chain for what arrives
     * @param outputChain chain for what leaves, or null when only the input chain was named
     * @param sets names of the six ipsets: IPv4, IPv6, IPv6 with interface, IGMP, MLD, neighbour discovery; empty when rules name addresses
     */
    public record Iptables(String inputChain, String outputChain, List<String> sets) {
        public Iptables {
            sets = List.copyOf(sets);
        }
    }
}
