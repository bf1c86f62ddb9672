package org.jkeepalived.config.rule;

import org.jkeepalived.config.draft.InstanceDraft;
import org.jkeepalived.config.settings.InitialState;

/** state MASTER without a priority makes an address owner (255); strict mode wants MASTER and owner to go together (RFC 5798 section 6.4.1). */
final class OwnerStateRule implements InstanceRule {
    @Override
    public void apply(InstanceDraft instance, Scope scope) {
        instance.priority = instance.effectivePriority();
        if (instance.state == null) {
            instance.state = instance.owner() ? InitialState.MASTER : InitialState.BACKUP;
        }
        if (instance.strict(scope.global()) && instance.owner() != (instance.state == InitialState.MASTER)) {
            scope.findings()
                    .warning(scope.place(instance, "state", "priority"), "master-not-owner",
                            "(" + instance.name + ") State MASTER must match being address owner")
                    .expecting(instance.owner()
                            ? "state MASTER with priority 255"
                            : "state BACKUP, or priority 255 where the addresses are the interface's own");
            instance.state = instance.owner() ? InitialState.MASTER : InitialState.BACKUP;
        }
        if (Boolean.TRUE.equals(instance.ownerIgnoreAdverts) && !instance.owner()) {
            scope.findings()
                    .warning(scope.place(instance, "owner_ignore_adverts"), "not-owner",
                            "(" + instance.name + ") owner_ignore_adverts is only for the address owner - clearing")
                    .expecting("priority 255");
            instance.ownerIgnoreAdverts = false;
        }
        if (instance.owner() && instance.strict(scope.global())) {
            instance.ownerIgnoreAdverts = true;
        }
    }
}
