package org.jkeepalived.config.rule;

import org.jkeepalived.config.draft.InstanceDraft;
import org.jkeepalived.config.settings.AddressFamily;

import java.util.HashMap;
import java.util.Map;

/** Two instances of one family must not share a router id on an interface (RFC 5798 section 5.2.3). */
final class SameRouterIdRule {
    private record Key(String interfaceName, int virtualRouterId, AddressFamily family) {}

    void apply(Scope scope) {
        Map<Key, InstanceDraft> seen = new HashMap<>();
        for (InstanceDraft instance : scope.draft().instances.values()) {
            if (instance.virtualRouterId == null || instance.interfaceName == null) {
                continue;
            }
            AddressFamily family = instance.family == null ? AddressFamily.IPV4 : instance.family;
            InstanceDraft other = seen.putIfAbsent(new Key(instance.interfaceName, instance.virtualRouterId, family),
                    instance);
            if (other != null) {
                scope.findings().endsStart(null, "same-router-id",
                        other.name + " and " + instance.name + " both use VRID "
                                + instance.virtualRouterId + " with " + family.label() + " on interface "
                                + instance.interfaceName,
                        "a virtual_router_id of its own");
            }
        }
    }
}
