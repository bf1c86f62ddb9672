package org.jkeepalived.config.rule;

import java.util.List;
import org.jkeepalived.config.draft.InstanceDraft;
import org.jkeepalived.config.settings.VirtualAddress;
import org.jkeepalived.net.AddressFamily;

/** An advert needs at least one address in version 3 and in strict mode, and holds only as many as its packet does. */
final class AddressCountRule implements InstanceRule {
    private static final int MOST = 255;
    private static final int IPV4_HEADER = 20;
    private static final int IPV6_HEADER = 40;
    private static final int VRRP_HEADER = 8;
    /** What keepalived leaves free in an IPv6 packet beside the headers. */
    private static final int IPV6_MARGIN = 20;
    private static final int V2_PASSWORD = 8;

    @Override
    public void apply(InstanceDraft instance, Scope scope) {
        String who = "(" + instance.name + ") ";
        int version = instance.effectiveVersion();
        if (instance.addresses.isEmpty()) {
            boolean required = version == 3 || instance.strict();
            if (!instance.allowNoAddress && required) {
                scope.findings()
                        .endsStart(scope.place(instance, "virtual_ipaddress"), "no-address-required",
                                who + "No VIP specified; at least one is required", "virtual_ipaddress { ADDR }");
            } else if (!instance.allowNoAddress) {
                scope.findings()
                        .warning(scope.place(instance, "virtual_ipaddress"), "no-address",
                                who + "No VIP specified; at least one is sensible")
                        .expecting("virtual_ipaddress { ADDR }");
            }
            return;
        }
        boolean six = instance.family == AddressFamily.IPV6;
        int room = scope.facts().mtu(instance.interfaceName) - VRRP_HEADER
                - (six ? IPV6_HEADER + IPV6_MARGIN : IPV4_HEADER) - (version == 2 ? V2_PASSWORD : 0);
        int most = Math.clamp(room / (six ? 16 : 4), 1, MOST);
        if (instance.addresses.size() > most) {
            scope.findings()
                    .warning(scope.place(instance, "virtual_ipaddress"), "too-many-addresses",
                            who + "Number of VIPs (" + instance.addresses.size()
                                    + ") exceeds maximum/space available in packet (max " + most
                                    + " addresses) - excess moved to eVIPs");
            List<VirtualAddress> excess = instance.addresses.subList(most, instance.addresses.size());
            instance.excluded.addAll(0, excess);
            excess.clear();
        }
        if (six && instance.strict() && !instance.addresses.getFirst().address().isLinkLocal()) {
            scope.findings()
                    .warning(scope.place(instance, "virtual_ipaddress"), "not-link-local",
                            who + "the first IPv6 VIP address must be link local")
                    .expecting("an address of fe80::/10 as the first one");
        }
    }
}
