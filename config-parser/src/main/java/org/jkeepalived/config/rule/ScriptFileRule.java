package org.jkeepalived.config.rule;

import java.util.ArrayList;
import org.jkeepalived.config.draft.CommandDraft;
import org.jkeepalived.config.draft.ScriptDraft;
import org.jkeepalived.config.rule.ScriptFile.Verdict;
import org.jkeepalived.config.settings.ScriptCommand;

/**
 * A program must be there and executable; one that runs as root must not be changeable by anybody else. Without enable_script_security such a
 * program runs all the same, with a security finding. Track scripts that cannot run are dropped.
 */
final class ScriptFileRule {
    private CommandDraft asRoot;
    private boolean anyInsecure;

    void apply(Scope scope) {
        for (ScriptDraft script : new ArrayList<>(scope.draft().scripts.values())) {
            Verdict verdict = ScriptCommand.isForShell(script.command.arguments)
                    ? Verdict.USABLE
                    : check(script.command, scope);
            if (verdict == Verdict.NOT_FOUND) {
                scope.findings()
                        .warning(script.command.place.untold(), "script-disabled",
                                "Disabling track script " + script.name + " since not found/accessible");
            } else if (verdict == Verdict.INSECURE || verdict == Verdict.WRONG_TYPE) {
                scope.findings()
                        .warning(script.command.place.untold(), "script-disabled",
                                "Disabling track script " + script.name + " due to insecure");
            }
            if (verdict != Verdict.USABLE) {
                scope.draft().scripts.remove(script.name);
                scope.followers().forEach(follower -> follower.followed().scripts.remove(script.name));
            }
        }
        for (CommandDraft command : scope.draft().notifyCommands()) {
            if (!command.unusable) {
                command.unusable = check(command, scope) != Verdict.USABLE;
            }
        }
        if (!scope.draft().instances.isEmpty()) {
            for (CommandDraft command : GlobalScriptRule.vrrpReaders(scope)) {
                command.unusable = check(command, scope) != Verdict.USABLE;
            }
        }
        if (asRoot != null && !scope.global().scriptSecurity()) {
            scope.findings()
                    .security(asRoot.place.untold(), "script-security",
                            "SECURITY VIOLATION - scripts are being executed but script_security not enabled."
                                    + (anyInsecure ? " There are insecure scripts." : ""))
                    .expecting(
                            "script_user USER in global_defs, so that root does not run it, or enable_script_security");
        }
    }

    private Verdict check(CommandDraft command, Scope scope) {
        ScriptFile file = new ScriptFile(command, scope);
        Verdict verdict = file.check();
        anyInsecure |= file.insecure();
        if (asRoot == null && verdict != Verdict.NOT_FOUND && command.account.uid() == 0) {
            asRoot = command;
        }
        return verdict;
    }
}
