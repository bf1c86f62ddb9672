package org.jkeepalived.netlink.route;

import org.jkeepalived.net.AddressFamily;
import org.jkeepalived.net.IpPrefix;

/** Collects what is said of a {@link RuleSpec}; each method is named as the component it sets. */
public final class RuleBuilder {
    private final AddressFamily family;
    private boolean inverted;
    private IpPrefix from;
    private IpPrefix to;
    private int action = RuleSpec.NOP;
    private long table;
    private long target;
    private long priority;
    private int typeOfService;
    private Long firewallMark;
    private Long firewallMask;
    private int realms;
    private Long suppressPrefixLength;
    private Long suppressInterfaceGroup;
    private String incomingInterface;
    private String outgoingInterface;
    private long tunnelId;
    private boolean l3mdev;
    private RuleSpec.Range userIds;
    private int protocol = RouteSpec.PROTOCOL_KEEPALIVED;
    private Integer ipProtocol;
    private RuleSpec.Range sourcePorts;
    private RuleSpec.Range destinationPorts;

    RuleBuilder(AddressFamily family) {
        this.family = family;
    }

    public RuleBuilder inverted(boolean newInverted) {
        inverted = newInverted;
        return this;
    }

    public RuleBuilder from(IpPrefix newFrom) {
        from = newFrom;
        return this;
    }

    public RuleBuilder to(IpPrefix newTo) {
        to = newTo;
        return this;
    }

    public RuleBuilder priority(long newPriority) {
        priority = newPriority;
        return this;
    }

    public RuleBuilder typeOfService(int newTypeOfService) {
        typeOfService = newTypeOfService;
        return this;
    }

    public RuleBuilder firewallMark(Long newFirewallMark) {
        firewallMark = newFirewallMark;
        return this;
    }

    public RuleBuilder firewallMask(Long newFirewallMask) {
        firewallMask = newFirewallMask;
        return this;
    }

    public RuleBuilder realms(int newRealms) {
        realms = newRealms;
        return this;
    }

    public RuleBuilder suppressPrefixLength(Long newSuppressPrefixLength) {
        suppressPrefixLength = newSuppressPrefixLength;
        return this;
    }

    public RuleBuilder suppressInterfaceGroup(Long newSuppressInterfaceGroup) {
        suppressInterfaceGroup = newSuppressInterfaceGroup;
        return this;
    }

    public RuleBuilder incomingInterface(String newIncomingInterface) {
        incomingInterface = newIncomingInterface;
        return this;
    }

    public RuleBuilder outgoingInterface(String newOutgoingInterface) {
        outgoingInterface = newOutgoingInterface;
        return this;
    }

    public RuleBuilder tunnelId(long newTunnelId) {
        tunnelId = newTunnelId;
        return this;
    }

    public RuleBuilder userIds(RuleSpec.Range newUserIds) {
        userIds = newUserIds;
        return this;
    }

    public RuleBuilder protocol(int newProtocol) {
        protocol = newProtocol;
        return this;
    }

    public RuleBuilder ipProtocol(Integer newIpProtocol) {
        ipProtocol = newIpProtocol;
        return this;
    }

    public RuleBuilder sourcePorts(RuleSpec.Range newSourcePorts) {
        sourcePorts = newSourcePorts;
        return this;
    }

    public RuleBuilder destinationPorts(RuleSpec.Range newDestinationPorts) {
        destinationPorts = newDestinationPorts;
        return this;
    }

    /** Looks for a route in that table. */
    public RuleBuilder lookup(long newTable) {
        action = RuleSpec.LOOKUP;
        table = newTable;
        return this;
    }

    /** Looks for a route in the table of the packet's layer 3 master device. */
    public RuleBuilder lookupL3mdev() {
        action = RuleSpec.LOOKUP;
        l3mdev = true;
        return this;
    }

    /** Goes on at the rule of that priority. */
    public RuleBuilder goTo(long newTarget) {
        action = RuleSpec.GOTO;
        target = newTarget;
        return this;
    }

    /** {@link RuleSpec#NOP}, {@link RuleSpec#BLACKHOLE} and so on, which need nothing else. */
    public RuleBuilder action(int newAction) {
        action = newAction;
        return this;
    }

    RuleBuilder table(long newTable) {
        table = newTable;
        return this;
    }

    RuleBuilder target(long newTarget) {
        target = newTarget;
        return this;
    }

    RuleBuilder l3mdev(boolean newL3mdev) {
        l3mdev = newL3mdev;
        return this;
    }

    public RuleSpec build() {
        return new RuleSpec(family, inverted, from, to, action, table, target, priority, typeOfService, firewallMark,
                firewallMask, realms, suppressPrefixLength, suppressInterfaceGroup, incomingInterface,
                outgoingInterface, tunnelId, l3mdev, userIds, protocol, ipProtocol, sourcePorts, destinationPorts);
    }
}
