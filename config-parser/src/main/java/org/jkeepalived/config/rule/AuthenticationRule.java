package org.jkeepalived.config.rule;

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
        if (instance.effectiveVersion(scope.global()) == 3) {
            problem = "VRRP version 3 does not support authentication. Ignoring.";
        } else if (instance.strict(scope.global())) {
            problem = "Strict mode does not support authentication. Ignoring.";
        } else if (instance.authPass == null || instance.authPass.isEmpty()) {
            problem = "Authentication specified but no password given. Ignoring";
        }
        if (problem == null && instance.authType == Authentication.Type.AH && instance.state == InitialState.MASTER
                && !instance.owner()) {
            scope.findings().warning(null, "master-with-ah",
                    who + "Initial state master is incompatible with AH authentication - clearing");
            instance.state = InitialState.BACKUP;
        }
        if (problem != null) {
            scope.findings().warning(null, "authentication-ignored", who + problem);
            instance.authType = null;
            instance.authPass = null;
        }
    }
}
