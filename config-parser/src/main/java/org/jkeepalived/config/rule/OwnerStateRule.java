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
            scope.findings().warning(null, "master-not-owner",
                    "(" + instance.name + ") State MASTER must match being address owner");
            instance.state = instance.owner() ? InitialState.MASTER : InitialState.BACKUP;
        }
        if (Boolean.TRUE.equals(instance.ownerIgnoreAdverts) && !instance.owner()) {
            scope.findings().warning(null, "not-owner",
                    "(" + instance.name + ") owner_ignore_adverts is only for the address owner - clearing");
            instance.ownerIgnoreAdverts = false;
        }
        if (instance.owner() && instance.strict(scope.global())) {
            instance.ownerIgnoreAdverts = true;
        }
    }
}
