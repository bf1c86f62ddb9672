package org.jkeepalived.config.rule;

import org.jkeepalived.config.draft.InstanceDraft;

/** The interface of an instance exists; with dynamic_interfaces it may appear later; a unicast source address can stand in for its name. */
final class InterfaceRule implements InstanceRule {
    @Override
    public void apply(InstanceDraft instance, Scope scope) {
        if (instance.interfaceName == null && !instance.peers.isEmpty() && instance.source != null) {
            instance.interfaceName = scope.facts().interfaceHolding(instance.source).orElse(null);
            instance.interfaceBySource = true;
        }
        if (instance.interfaceName == null) {
            return;
        }
        instance.interfaceExists = scope.facts().interfaceExists(instance.interfaceName);
        if (!instance.interfaceExists && !scope.global().dynamicInterfaces) {
            scope.findings().endsStart(instance.interfacePlace, "no-such-interface",
                    "WARNING - interface " + instance.interfaceName + " for vrrp_instance " + instance.name
                            + " doesn't exist",
                    "an interface of this machine");
        }
    }
}
