package org.jkeepalived.config.rule;

import static org.jkeepalived.config.settings.InstanceSettings.STATE;

import org.jkeepalived.config.draft.InstanceDraft;
import org.jkeepalived.config.settings.Authentication;
import org.jkeepalived.config.settings.InitialState;

/** Authentication is for version 2 outside strict mode, and needs a type and a password (RFC 3768 dropped it). */
final class AuthenticationRule implements InstanceRule {
    @Override
    public void apply(InstanceDraft instance, Scope scope) {
        if (instance.authType == null) {
            instance.authPass = null;
            return;
        }
        String who = "(" + instance.name + ") ";
        String problem = null;
        String code = null;
        String expected = null;
        if (instance.effectiveVersion() == 3) {
            code = "authentication-version-3";
            expected = "no authentication block, or version 2";
            problem = "VRRP version 3 does not support authentication. Ignoring.";
        } else if (instance.strict()) {
            code = "authentication-strict";
            expected = "no authentication block, or no strict mode";
            problem = "Strict mode does not support authentication. Ignoring.";
        } else if (instance.authPass == null || instance.authPass.isEmpty()) {
            code = "authentication-no-password";
            expected = "auth_pass TEXT";
            problem = "Authentication specified but no password given. Ignoring";
        }
        if (problem == null && instance.authType == Authentication.Type.AH && instance.own(STATE) == InitialState.MASTER
                && !instance.owner()) {
            scope.findings()
                    .warning(scope.place(instance, "state"), "master-with-ah",
                            who + "Initial state master is incompatible with AH authentication - clearing")
                    .expecting("state BACKUP");
            instance.put(STATE, InitialState.BACKUP);
        }
        if (problem != null) {
            scope.findings().warning(scope.place(instance, "auth_type"), code, who + problem).expecting(expected);
            instance.authType = null;
            instance.authPass = null;
        }
    }
}
