package org.jkeepalived.config.keywords;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jkeepalived.config.declaration.Binding;
import org.jkeepalived.config.declaration.Keyword;
import org.jkeepalived.config.declaration.SettingKeywords;
import org.jkeepalived.config.draft.CommandDraft;
import org.jkeepalived.config.draft.GlobalDraft;
import org.jkeepalived.config.setting.ReloadEffect;
import org.jkeepalived.config.settings.ScriptOptions;
import org.jkeepalived.config.syntax.Statement;

/** The keywords of global_defs about scripts in general: those that the daemon runs at its start and its end, and how scripts are run. */
final class LifecycleKeywords {
    private static final String COMMAND = "COMMAND [USER [GROUP]]";

    static final List<Keyword<GlobalDraft>> ALL = all();

    private LifecycleKeywords() {}

    private static List<Keyword<GlobalDraft>> all() {
        List<Keyword<GlobalDraft>> all = new ArrayList<>();
        all.add(script(new Moment(true)).onReload(ReloadEffect.NEEDS_RESTART)
                .says("Run once before the daemon starts its work."));
        all.addAll(SettingKeywords.of(ScriptOptions.SECTION, (GlobalDraft global) -> global.scripts)
                .behind(ScriptOptions.STARTUP_TIMEOUT,
                        List.of(script(new Moment(false)).says("Run once after the daemon has ended its work.")))
                .all());
        return List.copyOf(all);
    }

    private static Keyword.Builder<GlobalDraft> script(Moment moment) {
        String name = moment.name();
        return Keyword.words(name + "_script", COMMAND, moment)
                .defaults("none")
                .shows(moment)
                .example(name + "_script \"/usr/local/bin/changed " + name + "\" root");
    }

    /** When a script is run; reads and shows it. */
    private record Moment(boolean start) implements Keyword.Binder<GlobalDraft>, Function<GlobalDraft, String> {
        String name() {
            return start ? "startup" : "shutdown";
        }

        private CommandDraft command(GlobalDraft global) {
            return start ? global.startup : global.shutdown;
        }

        @Override
        public String apply(GlobalDraft global) {
            return CommandLine.shown(command(global));
        }

        @Override
        public void bind(GlobalDraft global, Statement statement, Binding binding) {
            if (statement.argument() == null) {
                binding.findings()
                        .error(statement.keyword().place(), "missing-value", name() + " script missing", COMMAND);
                return;
            }
            if (command(global) != null) {
                binding.findings()
                        .error(statement.keyword().place(), "already-set", name() + " script already specified");
                return;
            }
            CommandDraft command = CommandLine.read(statement, binding);
            if (command == null) {
                binding.findings()
                        .error(statement.argument().place(), "bad-script", "Invalid " + name() + " script", COMMAND);
            } else if (start) {
                global.startup = command;
            } else {
                global.shutdown = command;
            }
        }
    }
}
