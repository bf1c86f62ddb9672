package org.jkeepalived.config.rule;

import org.jkeepalived.config.draft.InstanceDraft;

/** In strict mode only an owner accepts traffic to the addresses; version 3 may be told to accept it (RFC 5798 section 6.1, Accept_Mode). */
final class AcceptRule implements InstanceRule {
    @Override
    public void apply(InstanceDraft instance, Scope scope) {
        if (!instance.strict(scope.global())) {
            return;
        }
        int version = instance.effectiveVersion(scope.global());
        if (Boolean.TRUE.equals(instance.accept) && version == 2) {
            scope.findings()
                    .warning(scope.place(instance, "accept"), "accept-mode", "(" + instance.name
                            + ") warning - accept mode for VRRP version 2 does not comply with RFC3768 - resetting")
                    .expecting("version 3, or no strict mode");
            instance.accept = false;
        }
        instance.accept = Boolean.TRUE.equals(instance.accept);
        if (!instance.accept) {
            scope.findings()
                    .notActedOn(scope.place(instance, "strict_mode"), "(" + instance.name
                            + ") strict mode: this version installs no firewall rule that drops traffic to the addresses, they answer");
        }
    }
}
