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
            scope.findings().warning(null, "authentication-ignored",
                    who + "auth_hmac cannot be combined with authentication - ignoring authentication");
            instance.authType = null;
            instance.authPass = null;
        }
        boolean signs = instance.hmac.mode != Mode.RECEIVE_ONLY;
        boolean known = instance.hmac.keys.containsKey(instance.hmac.activeKey);
        if (!known && (signs || instance.hmac.activeKey != 0)) {
            scope.findings().warning(null, "no-active-key", who + "auth_hmac active_key " + instance.hmac.activeKey
                    + " is not defined - disabling auth_hmac");
            instance.hmac = null;
        }
    }
}
