package org.jkeepalived.config.rule;

import org.jkeepalived.config.draft.InstanceDraft;
import org.jkeepalived.config.settings.HmacTrailer.Mode;

/** auth_hmac takes the place of VRRPv2 authentication, and needs the key that is to sign. */
final class HmacRule implements InstanceRule {
    @Override
    public void apply(InstanceDraft instance, Scope scope) {
        if (instance.hmac == null) {
            return;
        }
        String who = "(" + instance.name + ") ";
        if (instance.authType != null) {
            scope.findings()
                    .warning(scope.place(instance, "auth_type", "auth_hmac"), "authentication-with-hmac",
                            who + "auth_hmac cannot be combined with authentication - ignoring authentication")
                    .expecting("either auth_hmac or authentication");
            instance.authType = null;
            instance.authPass = null;
        }
        boolean signs = instance.hmac.mode != Mode.RECEIVE_ONLY;
        boolean known = instance.hmac.keys.containsKey(instance.hmac.activeKey);
        if (!known && (signs || instance.hmac.activeKey != 0)) {
            scope.findings()
                    .warning(scope.place(instance, "auth_hmac"), "no-active-key",
                            who + "auth_hmac active_key " + instance.hmac.activeKey
                                    + " is not defined - disabling auth_hmac")
                    .expecting("active_key with the number of one of the keys");
            instance.hmac = null;
        }
    }
}
