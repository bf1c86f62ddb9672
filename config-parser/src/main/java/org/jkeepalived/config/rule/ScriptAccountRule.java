package org.jkeepalived.config.rule;

import java.util.Iterator;
import java.util.Optional;
import org.jkeepalived.config.draft.CommandDraft;
import org.jkeepalived.config.draft.GlobalDraft;
import org.jkeepalived.config.draft.ScriptDraft;
import org.jkeepalived.config.finding.Place;
import org.jkeepalived.config.host.UserIds;

/**
 * Gives every command its account: its own, else script_user, else keepalived_script where that exists, else root, which enable_script_security
 * forbids.
 */
public final class ScriptAccountRule {
    /** The account of scripts that name none, where it exists. */
    public static final String DEFAULT_USER = "keepalived_script";

    private boolean defaultReported;

    void apply(Scope scope) {
        for (Iterator<ScriptDraft> it = scope.draft().scripts.values().iterator(); it.hasNext();) {
            ScriptDraft script = it.next();
            if (script.command == null) {
                scope.findings()
                        .error(end(script), "no-script", "No script set for vrrp_script " + script.name + " - removing",
                                "script COMMAND");
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
            assign(command, scope);
            if (command.account == null) {
                command.unusable = true;
                if (command.userName != null) {
                    noSuchAccount(command, scope);
                }
            }
        }
    }

    /** keepalived's test is silent about it, and its daemon drops the script. */
    private static void noSuchAccount(CommandDraft command, Scope scope) {
        if (scope.test()) {
            scope.findings()
                    .advice(command.place, "notify-account",
                            "there is no account " + command.userName
                                    + (command.groupName == null ? "" : ", or no group " + command.groupName)
                                    + ": the script is never run",
                            "the command with its arguments in one pair of quotes, or an account of this machine");
            return;
        }
        if (scope.facts().user(command.userName).isEmpty()) {
            scope.findings()
                    .notice(command.place.untold(), "notify-account",
                            "Script user '" + command.userName + "' does not exist");
        }
        scope.findings()
                .notice(command.place.untold(), "notify-account",
                        "Invalid user/group for notify script " + command.arguments.getFirst() + " - ignoring");
    }

    /** Gives the command the account that it names or the default one; none where that does not exist. */
    void assign(CommandDraft command, Scope scope) {
        command.account = command.userName != null
                ? account(command.userName, command.groupName, scope)
                : fallback(command.place, scope);
    }

    private boolean script(ScriptDraft script, Scope scope) {
        if (script.userName != null) {
            script.command.account = account(script.userName, script.groupName, scope);
            if (script.command.account == null) {
                scope.findings()
                        .error(script.userPlace, "unknown-account",
                                "Unable to set uid/gid for script " + script.command.quoted(),
                                "an account of this machine");
            }
            return script.command.account != null;
        }
        script.command.account = fallback(end(script), scope);
        if (script.command.account == null) {
            scope.findings()
                    .error(end(script), "no-account",
                            "Unable to set default user for vrrp script " + script.name + " - removing",
                            "user USER, or script_user in global_defs");
        }
        return script.command.account != null;
    }

    /** keepalived looks at the whole block when it is closed; of one that never is it tells no line. */
    private static Place end(ScriptDraft script) {
        return script.closing == null ? script.place.untold() : script.closing;
    }

    /** The account of a script that names none; null when there is none, which is reported at this place. */
    UserIds fallback(Place place, Scope scope) {
        GlobalDraft global = scope.global();
        if (global.scriptUserUnknown) {
            return null;
        }
        if (global.scriptUser != null) {
            return account(global.scriptUser, global.scriptGroup, scope);
        }
        Optional<UserIds> standard = scope.facts().user(DEFAULT_USER);
        if (standard.isPresent()) {
            return standard.get();
        }
        if (global.scriptSecurity()) {
            if (!defaultReported) {
                defaultReported = true;
                scope.findings()
                        .error(place, "no-account", "Unable to set default user " + DEFAULT_USER + " for script",
                                "script_user in global_defs, or an account " + DEFAULT_USER);
            }
            return null;
        }
        if (!defaultReported && !scope.test()) {
            defaultReported = true;
            scope.findings().notice(null, "no-account", "Script user '" + DEFAULT_USER + "' does not exist");
        }
        return new UserIds("root", 0, 0);
    }

    private static UserIds account(String user, String group, Scope scope) {
        Optional<UserIds> ids = scope.facts().user(user);
        if (ids.isEmpty() || group == null) {
            return ids.orElse(null);
        }
        return scope.facts().group(group).map(gid -> new UserIds(user, ids.get().uid(), gid)).orElse(null);
    }
}
