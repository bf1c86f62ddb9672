package org.jkeepalived.config.rule;

import org.jkeepalived.config.draft.CommandDraft;
import org.jkeepalived.config.draft.ScriptDraft;

import java.util.Iterator;

/** Gives every command of instances, groups and vrrp_script blocks its account. */
final class ScriptAccountRule {
    private ScriptAccounts accounts;

    void apply(Scope scope) {
        accounts = new ScriptAccounts(scope);
        for (Iterator<ScriptDraft> it = scope.draft().scripts.values().iterator(); it.hasNext();) {
            ScriptDraft script = it.next();
            if (script.command == null) {
                scope.findings().error(script.place, "no-script",
                        "No script set for vrrp_script " + script.name + " - removing", "script COMMAND");
                it.remove();
                continue;
            }
            script.command.userName = script.userName;
            script.command.groupName = script.groupName;
            if (!script(script, scope)) {
                it.remove();
            }
        }
        for (CommandDraft command : scope.draft().notifyCommands()) {
            command.account = command.userName != null
                    ? accounts.named(command.userName, command.groupName)
                    : accounts.fallback(command.place);
            if (command.account == null) {
                command.unusable = true;
                if (command.userName != null) {
                    scope.findings().notice(command.place, "unknown-account",
                            "Unable to set uid/gid for script " + command.quoted() + " - disabling");
                }
            }
        }
    }

    private boolean script(ScriptDraft script, Scope scope) {
        if (script.userName != null) {
            script.command.account = accounts.named(script.userName, script.groupName);
            if (script.command.account == null) {
                scope.findings().error(script.userPlace, "unknown-account",
                        "Unable to set uid/gid for script " + script.command.quoted(),
                        "an account of this machine");
            }
            return script.command.account != null;
        }
        script.command.account = accounts.fallback(script.place);
        if (script.command.account == null) {
            scope.findings().error(script.place, "no-account",
                    "Unable to set default user for vrrp script " + script.name + " - removing",
                    "user USER, or script_user in global_defs");
        }
        return script.command.account != null;
    }
}
