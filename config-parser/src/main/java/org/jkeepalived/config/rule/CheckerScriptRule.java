package org.jkeepalived.config.rule;

import org.jkeepalived.config.draft.CommandDraft;
import org.jkeepalived.config.rule.ScriptFile.Verdict;

import java.util.List;

/** Scripts that run on changes of servers: their accounts and their files, as {@link ScriptFileRule} says of the others. */
final class CheckerScriptRule {
    private boolean anyAsRoot;
    private boolean anyInsecure;
    private boolean accountMissing;

    void apply(Scope scope) {
        ScriptAccountRule accounts = new ScriptAccountRule();
        List<CommandDraft> commands = scope.draft().servers().flatMap(server -> server.commands.values().stream())
                .toList();
        for (CommandDraft command : commands) {
            assign(command, accounts, scope);
            command.unusable = command.account == null || check(command, scope) != Verdict.USABLE;
        }
        CommandDraft reader = scope.global().lvsFifo.script;
        if (reader != null && !reader.unusable && !scope.draft().virtualServers.isEmpty()) {
            reader.unusable = check(reader, scope) != Verdict.USABLE;
        }
        if (anyAsRoot && !scope.global().scriptSecurity) {
            scope.findings().security(null, "script-security",
                    "SECURITY VIOLATION - check scripts are being executed but script_security not enabled."
                            + (anyInsecure ? " There are insecure scripts." : ""));
        }
    }

    /** keepalived says once only that there is no account to run scripts with. */
    private void assign(CommandDraft command, ScriptAccountRule accounts, Scope scope) {
        if (command.userName == null && accountMissing) {
            return;
        }
        accounts.assign(command, scope);
        if (command.account == null && command.userName == null) {
            accountMissing = true;
        } else if (command.account == null) {
            scope.findings().notice(null, "unknown-account",
                    "Invalid user/group for script " + command.arguments.getFirst() + " - ignoring");
        }
    }

    private Verdict check(CommandDraft command, Scope scope) {
        ScriptFile file = new ScriptFile(command, scope);
        Verdict verdict = file.check();
        anyInsecure |= file.insecure();
        anyAsRoot |= verdict != Verdict.NOT_FOUND && command.account.uid() == 0;
        return verdict;
    }
}
