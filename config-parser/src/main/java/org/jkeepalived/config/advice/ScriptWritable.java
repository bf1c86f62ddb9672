package org.jkeepalived.config.advice;

import org.jkeepalived.config.draft.CommandDraft;
import org.jkeepalived.config.draft.ScriptDraft;
import org.jkeepalived.config.host.FileFacts;

/**
 * A component of a script's path that everybody may write: any local user decides what the check says. What root runs is the business of
 * enable_script_security and keepalived's own findings.
 */
final class ScriptWritable implements Adviser {
    private static final int OTHERS_WRITE = 002;
    private static final int STICKY = 01000;

    @Override
    public void advise(Survey survey) {
        for (ScriptDraft script : survey.scripts()) {
            CommandDraft command = script.command;
            if (command != null && command.account != null && command.account.uid() != 0) {
                check(command, survey);
            }
        }
        for (CommandDraft command : survey.draft().notifyCommands()) {
            if (!command.unusable && command.account != null && command.account.uid() != 0) {
                check(command, survey);
            }
        }
    }

    private static void check(CommandDraft command, Survey survey) {
        String program = command.arguments.getFirst();
        for (int slash = 0; slash >= 0; slash = program.indexOf('/', slash + 1)) {
            String part = slash == 0 ? "/" : program.substring(0, slash);
            if (writable(survey.facts().file(part))) {
                report(command, part, survey);
                return;
            }
        }
        if (writable(survey.facts().file(program))) {
            report(command, program, survey);
        }
    }

    private static boolean writable(FileFacts file) {
        boolean sticky = file.directory() && (file.mode() & STICKY) != 0;
        return file.error() == null && !sticky && (file.mode() & OTHERS_WRITE) != 0;
    }

    private static void report(CommandDraft command, String part, Survey survey) {
        survey.findings()
                .advice(command.place, "script-writable", "everybody may write " + part + ", and so decide what "
                        + command.arguments.getFirst() + " does", "chmod o-w " + part);
    }
}
