package org.jkeepalived.config.rule;

import static org.jkeepalived.config.settings.InstanceSettings.ACCEPT;

import org.jkeepalived.config.draft.InstanceDraft;

/** In strict mode only an owner accepts traffic to the addresses; version 3 may be told to accept it (RFC 5798 section 6.1, Accept_Mode). */
final class AcceptRule implements InstanceRule {
    @Override
    public void apply(InstanceDraft instance, Scope scope) {
        if (!instance.strict()) {
            return;
        }
        int version = instance.effectiveVersion();
        if (Boolean.TRUE.equals(instance.own(ACCEPT)) && version == 2) {
            scope.findings()
                    .warning(scope.place(instance, "accept"), "accept-mode", "(" + instance.name
                            + ") warning - accept mode for VRRP version 2 does not comply with RFC3768 - resetting")
                    .expecting("version 3, or no strict mode");
            instance.put(ACCEPT, false);
        }
        instance.put(ACCEPT, Boolean.TRUE.equals(instance.own(ACCEPT)));
        if (!instance.own(ACCEPT)) {
            scope.findings()
                    .notActedOn(scope.place(instance, "strict_mode"), "(" + instance.name
                            + ") strict mode: this version installs no firewall rule that drops traffic to the addresses, they answer");
        }
    }
}
