package org.jkeepalived.config.keywords;

import java.util.List;
import java.util.OptionalLong;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.ObjLongConsumer;
import org.jkeepalived.config.declaration.Keyword;
import org.jkeepalived.config.declaration.WholeNumber;
import org.jkeepalived.config.draft.CommandDraft;
import org.jkeepalived.config.draft.GlobalDraft;
import org.jkeepalived.config.lexer.Word;
import org.jkeepalived.config.setting.ReloadEffect;

/** The keywords of global_defs about scripts in general: those that the daemon runs at its start and its end, and how scripts are run. */
final class LifecycleKeywords {
    private static final WholeNumber SECONDS = WholeNumber.lenient(1, 1000);
    private static final String COMMAND = "COMMAND [USER [GROUP]]";

    static final List<Keyword<GlobalDraft>> ALL = List.of(
            script("startup", global -> global.scripts.startup, (global, command) -> global.scripts.startup = command)
                    .onReload(ReloadEffect.NEEDS_RESTART)
                    .says("Run once before the daemon starts its work."),
            timeout("startup", global -> global.scripts.startupTimeoutSeconds,
                    (global, seconds) -> global.scripts.startupTimeoutSeconds = seconds)
                    .onReload(ReloadEffect.NEEDS_RESTART)
                    .says("Seconds after which startup_script is ended."),
            script("shutdown", global -> global.scripts.shutdown,
                    (global, command) -> global.scripts.shutdown = command)
                    .says("Run once after the daemon has ended its work."),
            timeout("shutdown", global -> global.scripts.shutdownTimeoutSeconds,
                    (global, seconds) -> global.scripts.shutdownTimeoutSeconds = seconds)
                    .says("Seconds after which shutdown_script is ended."),
            GlobalForms
                    .yesNo("use_symlink_paths", (global, on) -> global.scripts.symlinkPaths = on,
                            global -> global.scripts.symlinkPaths)
                    .says("Keep script paths as written instead of resolving their symbolic links."),
            GlobalForms
                    .yesNo("set_supplementary_groups", (global, on) -> global.scripts.supplementaryGroups = on,
                            global -> global.scripts.supplementaryGroups)
                    .notYet()
                    .says("Run every script with all the groups of its user."));

    private LifecycleKeywords() {}

    private static Keyword.Builder<GlobalDraft> script(String moment, Function<GlobalDraft, CommandDraft> getter,
            BiConsumer<GlobalDraft, CommandDraft> setter) {
        return Keyword.<GlobalDraft>words(moment + "_script", COMMAND, (global, statement, binding) -> {
            if (statement.argument() == null) {
                GlobalForms.missing(statement, moment + " script missing", COMMAND, binding);
                return;
            }
            if (getter.apply(global) != null) {
                binding.findings()
                        .error(statement.keyword().place(), "already-set", moment + " script already specified");
                return;
            }
            CommandDraft command = CommandLine.read(statement, binding);
            if (command == null) {
                binding.findings()
                        .error(statement.argument().place(), "bad-script", "Invalid " + moment + " script", COMMAND);
            } else {
                setter.accept(global, command);
            }
        })
                .defaults("none")
                .shows(global -> CommandLine.shown(getter.apply(global)))
                .example(moment + "_script \"/usr/local/bin/changed " + moment + "\" root");
    }

    private static Keyword.Builder<GlobalDraft> timeout(String moment, Function<GlobalDraft, Long> getter,
            ObjLongConsumer<GlobalDraft> setter) {
        String name = moment + "_script_timeout";
        return Keyword.<GlobalDraft>words(name, "seconds 1..1000", (global, statement, binding) -> {
            Word word = statement.argument();
            if (word == null) {
                GlobalForms.missing(statement, name + " requires value", SECONDS.accepts(), binding);
                return;
            }
            OptionalLong seconds = SECONDS.read(word, binding);
            if (seconds.isPresent()) {
                setter.accept(global, seconds.getAsLong());
            } else {
                binding.findings()
                        .error(word.place(), "value-ignored", name + " '" + word + "' must be in [1, 1000] - ignoring");
            }
        }).defaults("10").shows(getter).example(name + " 20");
    }
}
