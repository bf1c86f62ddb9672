package org.jkeepalived.config.rule;

import java.util.List;
import org.jkeepalived.config.draft.CommandDraft;
import org.jkeepalived.config.draft.MiscCheckDraft;
import org.jkeepalived.config.rule.ScriptFile.Verdict;

/** Scripts that run on changes of servers: their accounts and their files, as {@link ScriptFileRule} says of the others. */
final class CheckerScriptRule {
    private CommandDraft asRoot;
    private boolean anyInsecure;
    private boolean accountMissing;

    void apply(Scope scope) {
        ScriptAccountRule accounts = new ScriptAccountRule();
        List<MiscCheckDraft> programs = scope.draft().virtualServers.stream()
                .flatMap(service -> service.realServers.stream())
                .flatMap(server -> server.checkers.stream())
                .filter(MiscCheckDraft.class::isInstance)
                .map(MiscCheckDraft.class::cast)
                .toList();
        programs.forEach(check -> assign(check, accounts, scope));
        programs.forEach(check -> file(check, scope));
        List<CommandDraft> commands = scope.draft()
                .servers()
                .flatMap(server -> server.commands.values().stream())
                .toList();
        for (CommandDraft command : commands) {
            assign(command, accounts, scope);
            command.unusable = command.account == null || check(command, scope) != Verdict.USABLE;
        }
        CommandDraft reader = scope.global().lvsFifo.script;
        if (reader != null && !reader.unusable && !scope.draft().virtualServers.isEmpty()) {
            reader.unusable = check(reader, scope) != Verdict.USABLE;
        }
        if (asRoot != null && !scope.global().scriptSecurity()) {
            scope.findings()
                    .security(asRoot.place.untold(), "script-security",
                            "SECURITY VIOLATION - check scripts are being executed but script_security not enabled."
                                    + (anyInsecure ? " There are insecure scripts." : ""));
        }
    }

    private void assign(MiscCheckDraft check, ScriptAccountRule accounts, Scope scope) {
        check.command.account = check.account;
        if (check.account != null) {
            return;
        }
        check.command.account = accountMissing ? null : accounts.fallback(check.end, scope);
        if (check.command.account == null) {
            accountMissing = true;
            check.command.unusable = true;
            scope.findings()
                    .error(check.end, "no-account",
                            "Unable to set default user for misc script " + check.command.quoted() + " - removing",
                            "user USER, or script_user in global_defs");
        }
    }

    private void file(MiscCheckDraft check, Scope scope) {
        if (check.command.unusable) {
            return;
        }
        Verdict verdict = check(check.command, scope);
        check.command.unusable = verdict != Verdict.USABLE;
        String why = switch (verdict) {
            case USABLE, NOT_EXECUTABLE -> null;
            case NOT_FOUND -> "since not found/accessible";
            case INSECURE, WRONG_TYPE -> "due to insecure";
        };
        if (why != null) {
            scope.findings()
                    .notice(check.command.place.untold(), "script-disabled",
                            "Disabling misc script " + check.command.quoted() + " " + why);
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
            scope.findings()
                    .notice(command.place.untold(), "unknown-account",
                            "Invalid user/group for script " + command.arguments.getFirst() + " - ignoring");
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
