package org.jkeepalived.config.rule;

import static org.jkeepalived.config.settings.InstanceSettings.OWNER_IGNORE_ADVERTS;
import static org.jkeepalived.config.settings.InstanceSettings.PRIORITY;
import static org.jkeepalived.config.settings.InstanceSettings.STATE;

import org.jkeepalived.config.draft.InstanceDraft;
import org.jkeepalived.config.settings.InitialState;

/** state MASTER without a priority makes an address owner (255); strict mode wants MASTER and owner to go together (RFC 5798 section 6.4.1). */
final class OwnerStateRule implements InstanceRule {
    @Override
    public void apply(InstanceDraft instance, Scope scope) {
        instance.put(PRIORITY, instance.effectivePriority());
        if (instance.own(STATE) == null) {
            instance.put(STATE, instance.owner() ? InitialState.MASTER : InitialState.BACKUP);
        }
        if (instance.strict() && instance.owner() != (instance.own(STATE) == InitialState.MASTER)) {
            scope.findings()
                    .warning(scope.place(instance, "state", "priority"), "master-not-owner",
                            "(" + instance.name + ") State MASTER must match being address owner")
                    .expecting(instance.owner()
                            ? "state MASTER with priority 255"
                            : "state BACKUP, or priority 255 where the addresses are the interface's own");
            instance.put(STATE, instance.owner() ? InitialState.MASTER : InitialState.BACKUP);
        }
        if (Boolean.TRUE.equals(instance.own(OWNER_IGNORE_ADVERTS)) && !instance.owner()) {
            scope.findings()
                    .warning(scope.place(instance, "owner_ignore_adverts"), "not-owner",
                            "(" + instance.name + ") owner_ignore_adverts is only for the address owner - clearing")
                    .expecting("priority 255");
            instance.put(OWNER_IGNORE_ADVERTS, false);
        }
        if (instance.owner() && instance.strict()) {
            instance.put(OWNER_IGNORE_ADVERTS, true);
        }
    }
}
