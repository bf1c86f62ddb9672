package org.jkeepalived.config.rule;

import org.jkeepalived.config.draft.InstanceDraft;
import org.jkeepalived.config.draft.LinkDraft;
import org.jkeepalived.config.settings.AddressFamily;

/** What use_vmac, use_ipvlan and vrf need and exclude. */
final class PrivateLinkRule implements InstanceRule {
    @Override
    public void apply(InstanceDraft instance, Scope scope) {
        LinkDraft link = instance.link;
        String who = "(" + instance.name + ") ";
        AddressFamily family = instance.family == null ? AddressFamily.IPV4 : instance.family;
        boolean strict = instance.strict(scope.global());
        if (link.vrf != null && instance.interfaceName != null && !instance.interfaceBySource) {
            report(scope, who + "vrf can only be specified without interface - clearing");
            link.vrf = null;
        } else if (link.vrf != null && instance.peers.isEmpty()) {
            report(scope, who + "vrf can only be specified with unicast - clearing");
            link.vrf = null;
        }
        if (link.ipvlan.wanted && family == AddressFamily.IPV4 && link.ipvlanAddress == null) {
            report(scope,
                    who + "IPv4 ipvlan requires a source ip address to be configured. setting instance to fault state");
        }
        if (link.macAddress != null && strict) {
            report(scope, "(" + instance.name + "): cannot specify MAC address with strict mode - clearing");
            link.macAddress = null;
        }
        if (link.transmitFromBase && !link.vmac.wanted) {
            report(scope, who + "vmac_xmit_base is only valid with a vmac");
            link.transmitFromBase = false;
        } else if (link.transmitFromBase && strict) {
            report(scope, who + "xmit_base is incompatible with strict mode - resetting");
            link.transmitFromBase = false;
        }
        if (link.promoteSecondaries && link.vmac.wanted) {
            report(scope, who + "promote_secondaries is automatically set for vmacs - ignoring");
            link.promoteSecondaries = false;
        }
    }

    /** What keepalived says at the closing brace of the instance's block. */
    static void atEndOfBlock(InstanceDraft instance, Scope scope) {
        LinkDraft link = instance.link;
        if (!link.isPrivate() || instance.peers.isEmpty()) {
            return;
        }
        if (instance.interfaceName == null || instance.interfaceBySource) {
            scope.findings().warning(instance.closing, "private-link",
                    "(" + instance.name
                            + "): Cannot use VMAC/ipvlan with unicast and no interface - clearing use_vmac");
            link.vmac.wanted = false;
            link.ipvlan.wanted = false;
        } else if (!link.transmitFromBase) {
            scope.findings().warning(instance.closing, "private-link",
                    "(" + instance.name + ") unicast with use_vmac requires vmac_xmit_base - setting");
            link.transmitFromBase = true;
        }
    }

    private static void report(Scope scope, String message) {
        scope.findings().warning(null, "private-link", message);
    }
}
