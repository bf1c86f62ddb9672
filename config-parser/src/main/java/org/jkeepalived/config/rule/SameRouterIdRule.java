package org.jkeepalived.config.rule;

import org.jkeepalived.config.draft.InstanceDraft;
import org.jkeepalived.config.settings.AddressFamily;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Two instances of one family that speak over the same group, or from the same unicast source, must not share a router id on an interface. */
final class SameRouterIdRule {
    private record Key(String interfaceName, int virtualRouterId, AddressFamily family, Object medium) {}

    void apply(Scope scope) {
        Map<Key, InstanceDraft> seen = new HashMap<>();
        for (InstanceDraft instance : scope.draft().instances.values()) {
            if (instance.virtualRouterId == null || instance.interfaceName == null) {
                continue;
            }
            AddressFamily family = instance.family == null ? AddressFamily.IPV4 : instance.family;
            InstanceDraft other = seen.putIfAbsent(
                    new Key(instance.interfaceName, instance.virtualRouterId, family, medium(instance)),
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

    /** What keeps two instances apart: unicast peers' source address, or the group. */
    private static Object medium(InstanceDraft instance) {
        if (!instance.peers.isEmpty()) {
            return List.of(instance.source == null ? "unicast" : instance.source);
        }
        return instance.mcastDestination == null ? "default group" : instance.mcastDestination;
    }
}
