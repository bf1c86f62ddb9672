package org.jkeepalived.daemon.resource;

import org.jkeepalived.config.settings.NumberRange;
import org.jkeepalived.config.settings.RuleAction;
import org.jkeepalived.config.settings.VirtualRule;
import org.jkeepalived.daemon.dump.RuleText;
import org.jkeepalived.net.AddressFamily;
import org.jkeepalived.netlink.route.RouteSpec;
import org.jkeepalived.netlink.route.RuleBuilder;
import org.jkeepalived.netlink.route.RuleMessages;
import org.jkeepalived.netlink.route.RuleSpec;
import org.jkeepalived.vrrp.Resource;
import org.jkeepalived.vrrp.ResourceKind;

/** A policy rule: virtual_rules, static_rules. Loaded only where a configuration has one. */
public final class RuleObject implements KernelObject {
    private final VirtualRule settings;

    private RuleObject(VirtualRule settings) {
        this.settings = settings;
    }

    /** The core's form of a rule. */
    public static Resource resource(VirtualRule settings) {
        RuleObject object = new RuleObject(settings);
        return Resource.other(ResourceKind.RULE, object.interfaceName(), !settings.noTrack(), object);
    }

    @Override
    public ResourceKind kind() {
        return ResourceKind.RULE;
    }

    @Override
    public String interfaceName() {
        return settings.incomingInterface() != null
                ? settings.incomingInterface()
                : settings.outgoingInterface() != null ? settings.outgoingInterface() : "";
    }

    /** The kernel knows interfaces of rules by name, whether they exist or not. */
    @Override
    public KernelEntry prepare(Interfaces interfaces) {
        RuleSpec spec = spec();
        boolean ours = spec.protocol() == RouteSpec.PROTOCOL_KEEPALIVED;
        return new KernelEntry(spec.asTold(), RuleMessages.add(spec), RuleMessages.delete(spec), _ -> undo(), ours,
                ours);
    }

    private RuleSpec spec() {
        RuleBuilder rule = RuleSpec.of(settings.family())
                .inverted(settings.inverted())
                .from(RouteObject.prefix(settings.from()))
                .to(RouteObject.prefix(settings.to()))
                .priority(settings.preference())
                .typeOfService(settings.typeOfService())
                .firewallMark(settings.firewallMark())
                .firewallMask(settings.firewallMask())
                .realms(RouteObject.realms(settings.realms()))
                .suppressPrefixLength(settings.suppressPrefixLength())
                .suppressInterfaceGroup(settings.suppressInterfaceGroup())
                .incomingInterface(settings.incomingInterface())
                .outgoingInterface(settings.outgoingInterface())
                .tunnelId(settings.tunnelId())
                .userIds(range(settings.userIds()))
                .protocol(settings.protocol())
                .ipProtocol(settings.ipProtocol())
                .sourcePorts(range(settings.sourcePorts()))
                .destinationPorts(range(settings.destinationPorts()));
        return act(rule, settings.action()).build();
    }

    private static RuleBuilder act(RuleBuilder rule, RuleAction action) {
        return switch (action) {
            case RuleAction.Lookup(long table) -> rule.lookup(table);
            case RuleAction.Goto(long target) -> rule.goTo(target);
            case RuleAction.Plain plain -> switch (plain) {
                case NOP -> rule.action(RuleSpec.NOP);
                case BLACKHOLE -> rule.action(RuleSpec.BLACKHOLE);
                case UNREACHABLE -> rule.action(RuleSpec.UNREACHABLE);
                case PROHIBIT -> rule.action(RuleSpec.PROHIBIT);
                case L3MDEV -> rule.lookupL3mdev();
            };
        };
    }

    private static RuleSpec.Range range(NumberRange range) {
        return range == null ? null : new RuleSpec.Range(range.first(), range.last());
    }

    private String undo() {
        StringBuilder line = new StringBuilder(80);
        line.append(settings.family() == AddressFamily.IPV6 ? "-6" : "-4").append(" rule del ");
        if (settings.inverted()) {
            line.append("not ");
        }
        if (settings.from() != null) {
            line.append("from ").append(settings.from().asWritten()).append(' ');
        }
        if (settings.to() != null) {
            line.append("to ").append(settings.to().asWritten()).append(' ');
        }
        if (settings.incomingInterface() != null) {
            line.append("iif ").append(settings.incomingInterface()).append(' ');
        }
        if (settings.outgoingInterface() != null) {
            line.append("oif ").append(settings.outgoingInterface()).append(' ');
        }
        if (settings.protocol() != 0) {
            line.append("protocol ").append(settings.protocol()).append(' ');
        }
        return line.append("priority ").append(settings.preference()).toString();
    }

    @Override
    public String text() {
        return RuleText.of(settings);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RuleObject that && settings.equals(that.settings);
    }

    @Override
    public int hashCode() {
        return Long.hashCode(settings.preference()) * 31 + settings.family().hashCode();
    }
}
