package org.jkeepalived.config.rule;

import org.jkeepalived.config.draft.GlobalDraft;
import org.jkeepalived.config.host.UserIds;
import org.jkeepalived.config.report.Place;

import java.util.Optional;

/**
 * The accounts of one process's scripts: the one that is named, else script_user, else keepalived_script where that exists, else root, which
 * enable_script_security forbids.
 */
final class ScriptAccounts {
    private static final String DEFAULT_USER = "keepalived_script";

    private final Scope scope;
    private boolean defaultReported;

    ScriptAccounts(Scope scope) {
        this.scope = scope;
    }

    /** The account of a script that names none; null when there is none, which is reported. */
    UserIds fallback(Place place) {
        GlobalDraft global = scope.global();
        if (global.scriptUser != null) {
            return named(global.scriptUser, global.scriptGroup);
        }
        Optional<UserIds> standard = scope.facts().user(DEFAULT_USER);
        if (standard.isPresent()) {
            return standard.get();
        }
        if (global.scriptSecurity) {
            scope.findings().error(place, "no-account", "Unable to set default user " + DEFAULT_USER + " for script",
                    "script_user in global_defs, or an account " + DEFAULT_USER);
            return null;
        }
        if (!defaultReported && !scope.test()) {
            defaultReported = true;
            scope.findings().notice(null, "no-account", "Script user '" + DEFAULT_USER + "' does not exist");
        }
        return new UserIds("root", 0, 0);
    }

    /**
     * A named account; null when there is none.
     *
     * @param group
     *            null for the user's own
     */
    UserIds named(String user, String group) {
        Optional<UserIds> ids = scope.facts().user(user);
        if (ids.isEmpty() || group == null) {
            return ids.orElse(null);
        }
        return scope.facts().group(group).map(gid -> new UserIds(user, ids.get().uid(), gid)).orElse(null);
    }
}
