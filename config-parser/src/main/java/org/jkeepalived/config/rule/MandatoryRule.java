package org.jkeepalived.config.rule;

import static org.jkeepalived.config.settings.InstanceSettings.VIRTUAL_ROUTER_ID;

import org.jkeepalived.config.draft.InstanceDraft;

/** The router id and the interface have no default. */
final class MandatoryRule implements InstanceRule {
    @Override
    public void apply(InstanceDraft instance, Scope scope) {
        if (instance.interfaceName == null) {
            scope.findings()
                    .endsStart(scope.place(instance), "no-interface", "(" + instance.name + ") Unknown interface!",
                            "interface IFNAME");
        }
        if (instance.own(VIRTUAL_ROUTER_ID) == null) {
            scope.findings()
                    .endsStart(scope.place(instance), "no-router-id",
                            "(" + instance.name + ") the virtual router id must be set", "virtual_router_id 1..255");
        }
    }
}
