package org.jkeepalived.config.iproute;

import org.jkeepalived.config.iproute.LineOption.Lists;

/** The options and actions of a rule's line, as ip rule takes them, and keepalived's own. */
enum RuleOption implements LineOption.Declared {
    FAMILY(LineOption.of("", "Family of a rule whose addresses do not tell it.", "inet", "inet6")),
    FROM(LineOption.of("ADDR[/PREFIX] or all", "Source.", "from")),
    TO(LineOption.of("ADDR[/PREFIX] or all", "Destination.", "to")),
    NOT(LineOption.of("", "The rule applies to everything else.", "not")),
    TABLE(LineOption.of("TABLE", "Looks up this table: a name of rt_tables or a number.", "table", "lookup")),
    PREFERENCE(LineOption.of("N", "Place among the rules.", "preference", "order", "priority")),
    TYPE_OF_SERVICE(LineOption.of("TOS", "Type of service: a name of rt_dsfield or 0..255.", "tos", "dsfield")),
    FIREWALL_MARK(LineOption.of("N[/MASK]", "Firewall mark.", "fwmark")),
    REALMS(LineOption.of("[R1/]R2", "Realms, IPv4 only.", "realms")),
    SUPPRESS_PREFIX_LENGTH(LineOption.of("N", "Passes over routes with a prefix of that length or less.",
            "suppress_prefixlength", "sup_pl")),
    SUPPRESS_INTERFACE_GROUP(LineOption.of("GROUP", "Passes over routes through interfaces of that group.",
            "suppress_ifgroup", "sup_group")),
    INCOMING(LineOption.of("IFNAME", "Interface that a packet comes from.", "iif", "dev")),
    OUTGOING(LineOption.of("IFNAME", "Interface that a socket is bound to.", "oif")),
    TUNNEL(LineOption.of("N", "Tunnel identifier.", "tunnel-id")),
    USER_IDS(LineOption.of("N-N", "Users whose packets they are.", "uidrange")),
    L3MDEV(LineOption.of("", "Looks up the table of the packet's VRF.", "l3mdev")),
    PROTOCOL(LineOption.of("PROTOCOL", "Who added it: a name of rt_protos or 0..255.", "protocol")),
    IP_PROTOCOL(LineOption.of("PROTOCOL", "Protocol of the packet: a name or a number.", "ipproto")),
    SOURCE_PORTS(LineOption.of("N[-N]", "Source ports.", "sport")),
    DESTINATION_PORTS(LineOption.of("N[-N]", "Destination ports.", "dport")),
    GOTO(LineOption.of("N", "Goes on at the rule of that preference.", "goto")),
    NOP(LineOption.of("", "Does nothing.", "nop")),
    REFUSAL(LineOption.of("", "Drops or refuses the packet.", "blackhole", "unreachable", "prohibit")),
    TYPE(LineOption.of("ACTION", "As the action alone.", "type")),
    NO_TRACK(LineOption.of("", "Its removal by others changes nothing.", "no_track")),
    TRACK_GROUP(
            LineOption.of("GROUP", "It follows the instances of that track_group.", "track_group").only(Lists.STATIC));

    static final LineOptions<RuleOption> OPTIONS = new LineOptions<>(values());

    private final LineOption option;

    RuleOption(LineOption option) {
        this.option = option;
    }

    @Override
    public LineOption option() {
        return option;
    }
}
