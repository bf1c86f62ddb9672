package org.jkeepalived.config.rule;

import static org.jkeepalived.config.settings.InstanceSettings.VIRTUAL_ROUTER_ID;

import java.util.HashMap;
import java.util.Map;
import org.jkeepalived.config.draft.InstanceDraft;
import org.jkeepalived.config.finding.Place;
import org.jkeepalived.net.AddressFamily;

/** Two instances of one family that speak over the same group, or from the same unicast source, must not share a router id on an interface. */
final class SameRouterIdRule {
    void apply(Scope scope) {
        Map<String, InstanceDraft> seen = new HashMap<>();
        for (InstanceDraft instance : scope.draft().instances.values()) {
            if (instance.own(VIRTUAL_ROUTER_ID) == null || instance.interfaceName == null) {
                continue;
            }
            AddressFamily family = instance.family == null ? AddressFamily.IPV4 : instance.family;
            InstanceDraft other = seen.putIfAbsent(key(instance, family), instance);
            if (other != null) {
                scope.findings()
                        .endsStart(scope.place(instance, "virtual_router_id"), "same-router-id",
                                other.name + " and " + instance.name + " both use VRID "
                                        + instance.own(VIRTUAL_ROUTER_ID) + " with " + family.label() + " on interface "
                                        + instance.interfaceName,
                                "a virtual_router_id of its own")
                        .because(where(other, scope));
            }
        }
    }

    private static String where(InstanceDraft other, Scope scope) {
        Place place = scope.place(other, "virtual_router_id");
        return place == null ? null : other.name + " has it in line " + place.position().line();
    }

    /** Everything two instances of one router id would have in common. Text: hashing a record for the first time costs a start over 10 ms. */
    private static String key(InstanceDraft instance, AddressFamily family) {
        Object medium = "group " + instance.mcastDestination;
        if (!instance.peers.isEmpty()) {
            medium = "unicast from " + instance.source;
        }
        return instance.interfaceName + " " + instance.own(VIRTUAL_ROUTER_ID) + " " + family + " " + medium;
    }
}
