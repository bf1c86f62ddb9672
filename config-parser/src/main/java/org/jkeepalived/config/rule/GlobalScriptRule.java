package org.jkeepalived.config.rule;

import java.util.ArrayList;
import java.util.List;
import org.jkeepalived.config.draft.CommandDraft;
import org.jkeepalived.config.draft.FifoDraft;
import org.jkeepalived.config.finding.Part;
import org.jkeepalived.config.rule.ScriptFile.Verdict;

/** The programs that global_defs names: what runs at the start and the end of the daemon, and what reads notify FIFOs. */
final class GlobalScriptRule {
    private boolean anyAsRoot;
    private boolean anyInsecure;

    /** Gives each its account. */
    void accounts(ScriptAccountRule accounts, Scope scope) {
        scope.findings().in(Part.PARENT);
        lifecycle(scope.global().startup, "startup", accounts, scope);
        lifecycle(scope.global().shutdown, "shutdown", accounts, scope);
        fifo(scope.global().fifo, "notify_fifo", accounts, scope);
        fifo(scope.global().vrrpFifo, "vrrp_notify_fifo", accounts, scope);
        fifo(scope.global().lvsFifo, "lvs_notify_fifo", accounts, scope);
        scope.findings().in(Part.VRRP);
    }

    private static void lifecycle(CommandDraft command, String moment, ScriptAccountRule accounts, Scope scope) {
        if (command == null) {
            return;
        }
        accounts.assign(command, scope);
        if (command.account == null) {
            command.unusable = true;
            scope.findings()
                    .error(command.place, "unknown-account", "Invalid " + moment + " script",
                            "an account of this machine");
        }
    }

    private static void fifo(FifoDraft fifo, String keyword, ScriptAccountRule accounts, Scope scope) {
        CommandDraft command = fifo.script;
        if (command == null) {
            return;
        }
        accounts.assign(command, scope);
        if (command.account == null) {
            command.unusable = true;
            scope.findings()
                    .notice(null, "unknown-account", "Invalid user/group for " + keyword + " script "
                            + command.arguments.getFirst() + " - ignoring");
        }
    }

    /** The files of the scripts that keepalived's parent runs. */
    void parentFiles(Scope scope) {
        scope.findings().in(Part.PARENT);
        check(scope.global().startup, scope);
        check(scope.global().shutdown, scope);
        if (anyAsRoot && !scope.global().scriptSecurity()) {
            scope.findings()
                    .security(null, "script-security",
                            "SECURITY VIOLATION - start/shutdown scripts are being executed but script_security not enabled."
                                    + (anyInsecure ? " There are insecure scripts." : ""));
        }
        scope.findings().in(Part.VRRP);
    }

    /** The scripts of FIFOs that the VRRP process writes. */
    static List<CommandDraft> vrrpReaders(Scope scope) {
        List<CommandDraft> readers = new ArrayList<>();
        for (FifoDraft fifo : List.of(scope.global().fifo, scope.global().vrrpFifo)) {
            if (fifo.script != null && !fifo.script.unusable) {
                readers.add(fifo.script);
            }
        }
        return readers;
    }

    private void check(CommandDraft command, Scope scope) {
        if (command == null || command.unusable) {
            return;
        }
        ScriptFile file = new ScriptFile(command, scope);
        Verdict verdict = file.check();
        command.unusable = verdict != Verdict.USABLE;
        anyInsecure |= file.insecure();
        anyAsRoot |= verdict != Verdict.NOT_FOUND && command.account.uid() == 0;
    }

    /** keepalived drops the second of two FIFOs with one path. */
    void paths(Scope scope) {
        String shared = scope.global().fifo.path;
        dropSame(scope.global().vrrpFifo, "vrrp_notify_fifo", shared, scope);
        dropSame(scope.global().lvsFifo, "lvs_notify_fifo", shared, scope);
    }

    private static void dropSame(FifoDraft fifo, String keyword, String shared, Scope scope) {
        if (shared != null && shared.equals(fifo.path)) {
            scope.findings()
                    .notice(fifo.place, "duplicate", keyword + " " + shared + " is the same as notify_fifo - ignoring");
            fifo.path = null;
        }
    }
}
