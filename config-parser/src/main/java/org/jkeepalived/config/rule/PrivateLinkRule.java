package org.jkeepalived.config.rule;

import org.jkeepalived.config.draft.InstanceDraft;
import org.jkeepalived.config.draft.LinkDraft;
import org.jkeepalived.net.AddressFamily;

/** What use_vmac, use_ipvlan and vrf need and exclude. */
final class PrivateLinkRule implements InstanceRule {
    @Override
    public void apply(InstanceDraft instance, Scope scope) {
        LinkDraft link = instance.link;
        String who = "(" + instance.name + ") ";
        AddressFamily family = instance.family == null ? AddressFamily.IPV4 : instance.family;
        boolean strict = instance.strict();
        if (link.vrf != null && instance.interfaceName != null && !instance.interfaceBySource) {
            report(instance, scope, "vrf", "vrf-with-interface",
                    who + "vrf can only be specified without interface - clearing", "either interface or vrf");
            link.vrf = null;
        } else if (link.vrf != null && instance.peers.isEmpty()) {
            report(instance, scope, "vrf", "vrf-without-unicast",
                    who + "vrf can only be specified with unicast - clearing", "unicast_peer { ADDR }");
            link.vrf = null;
        }
        if (link.ipvlan.wanted && family == AddressFamily.IPV4 && link.ipvlanAddress == null) {
            report(instance, scope, "use_ipvlan", "ipvlan-without-source",
                    who + "IPv4 ipvlan requires a source ip address to be configured. setting instance to fault state",
                    "use_ipvlan IFNAME ADDR");
        }
        if (link.macAddress != null && strict) {
            report(instance, scope, "use_vmac", "mac-with-strict",
                    "(" + instance.name + "): cannot specify MAC address with strict mode - clearing",
                    "use_vmac without a MAC address, or no strict mode");
            link.macAddress = null;
        }
        if (link.transmitFromBase && !link.vmac.wanted) {
            report(instance, scope, "vmac_xmit_base", "xmit-base-without-vmac",
                    who + "vmac_xmit_base is only valid with a vmac", "use_vmac");
            link.transmitFromBase = false;
        } else if (link.transmitFromBase && strict) {
            report(instance, scope, "vmac_xmit_base", "xmit-base-strict",
                    who + "xmit_base is incompatible with strict mode - resetting",
                    "no vmac_xmit_base, or no strict mode");
            link.transmitFromBase = false;
        }
        if (link.promoteSecondaries && link.vmac.wanted) {
            report(instance, scope, "promote_secondaries", "promote-secondaries-vmac",
                    who + "promote_secondaries is automatically set for vmacs - ignoring", "no promote_secondaries");
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
            scope.findings()
                    .warning(instance.closing, "private-link-no-interface", "(" + instance.name
                            + "): Cannot use VMAC/ipvlan with unicast and no interface - clearing use_vmac");
            link.vmac.wanted = false;
            link.ipvlan.wanted = false;
        } else if (!link.transmitFromBase) {
            scope.findings()
                    .warning(instance.closing, "private-link-unicast",
                            "(" + instance.name + ") unicast with use_vmac requires vmac_xmit_base - setting");
            link.transmitFromBase = true;
        }
    }

    private static void report(InstanceDraft instance, Scope scope, String keyword, String code, String message,
            String expected) {
        scope.findings().warning(scope.place(instance, keyword), code, message).expecting(expected);
    }
}
