package org.jkeepalived.config.keywords;

import java.util.List;
import java.util.OptionalLong;
import java.util.function.ObjLongConsumer;
import org.jkeepalived.config.declaration.Binding;
import org.jkeepalived.config.declaration.DecimalNumber;
import org.jkeepalived.config.declaration.Keyword;
import org.jkeepalived.config.declaration.Keywords;
import org.jkeepalived.config.declaration.WholeNumber;
import org.jkeepalived.config.draft.CommandDraft;
import org.jkeepalived.config.draft.ScriptDraft;
import org.jkeepalived.config.lexer.Word;
import org.jkeepalived.config.settings.Quoting;
import org.jkeepalived.config.syntax.Statement;

/** The keywords of vrrp_script. */
final class ScriptKeywords {
    private static final DecimalNumber PERIOD = new DecimalNumber(3, 0, 4_294_000_000_000L);
    private static final WholeNumber COUNT = WholeNumber.lenient(1, Integer.MAX_VALUE);
    private static final WholeNumber WEIGHT = WholeNumber.lenient(-253, 253);
    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    static final List<Keyword<ScriptDraft>> ALL = List.of(
            Keyword.<ScriptDraft>words("script", "COMMAND", ScriptKeywords::script)
                    .example("script \"/usr/bin/pgrep nginx\"")
                    .shows(script -> script.command == null ? null : CommandLine.written(script.command))
                    .says("Program and arguments; exit status 0 is good."),
            period("interval", (script, nanos) -> script.intervalNanos = nanos,
                    "' must be between 1 and 4294 - ignoring").defaults("1")
                    .example("interval 2")
                    .shows(script -> script.intervalNanos)
                    .says("Seconds between starts."),
            period("timeout", (script, nanos) -> script.timeoutNanos = nanos, "' invalid - ignoring")
                    .defaults("the interval")
                    .example("timeout 5")
                    .shows(script -> script.timeoutNanos == 0 ? null : script.timeoutNanos)
                    .says("Seconds after which a run is killed and counts as failed."),
            Keyword.<ScriptDraft>words("weight", "N -253..253 [reverse]", ScriptKeywords::weight)
                    .required()
                    .defaults("0")
                    .example("weight -20")
                    .shows(script -> script.weight + (script.reverse ? " reverse" : ""))
                    .says("Priority change; 0 makes failure a FAULT, negative applies on failure, positive on success."),
            count("rise", (script, n) -> script.rise = (int) n).shows(script -> script.rise)
                    .says("Consecutive successes needed to become good."),
            count("fall", (script, n) -> script.fall = (int) n).shows(script -> script.fall)
                    .says("Consecutive failures needed to become bad."),
            Keyword.<ScriptDraft>words("user", "USER [GROUP]", ScriptKeywords::user)
                    .required()
                    .defaults("script_user")
                    .example("user root")
                    .shows(script -> Quoting.account(script.userName, script.groupName))
                    .says("Account that the program runs as."),
            Keyword.<ScriptDraft>flag("init_fail", script -> script.initFail = true)
                    .defaults("off")
                    .shows(script -> script.initFail)
                    .says("Start as failed instead of unknown."));
    static final Keywords<ScriptDraft> KEYWORDS = Keywords.of(ALL);

    private ScriptKeywords() {}

    private static Keyword.Builder<ScriptDraft> period(String name, ObjLongConsumer<ScriptDraft> setter,
            String complaint) {
        return Keyword.<ScriptDraft>typed(name, PERIOD, (script, statement, binding) -> {
            Word word = statement.argument();
            OptionalLong nanos = PERIOD.read(word, binding);
            if (nanos.isEmpty()) {
                binding.findings()
                        .error(word.place(), "value-ignored",
                                "(" + script.name + "): vrrp script " + name + " '" + word + complaint);
            } else if (nanos.getAsLong() == 0) {
                binding.findings()
                        .error(word.place(), "value-raised",
                                "(" + script.name + "): vrrp script " + name + " must be greater than 0, setting to 1");
                setter.accept(script, NANOS_PER_SECOND);
            } else {
                setter.accept(script, nanos.getAsLong());
            }
        }).required();
    }

    private static Keyword.Builder<ScriptDraft> count(String name, ObjLongConsumer<ScriptDraft> setter) {
        return Keyword.<ScriptDraft>typed(name, COUNT, (script, statement, binding) -> {
            Word word = statement.argument();
            OptionalLong value = COUNT.read(word, binding);
            if (value.isEmpty()) {
                binding.findings()
                        .error(word.place(), "value-defaulted", "(" + script.name + "): vrrp script " + name
                                + " value '" + word + "' invalid, defaulting to 1");
            }
            setter.accept(script, value.orElse(1));
        }).required().defaults("1").example(name + " 3");
    }

    private static void script(ScriptDraft script, Statement statement, Binding binding) {
        CommandDraft command = statement.argument() == null ? null : CommandLine.read(statement, binding);
        if (command != null && script.command == null) {
            command.userName = null;
            command.groupName = null;
            script.command = command;
        }
    }

    private static void weight(ScriptDraft script, Statement statement, Binding binding) {
        Word word = statement.argument();
        OptionalLong value = WEIGHT.read(word, binding);
        if (value.isEmpty()) {
            binding.findings()
                    .error(word.place(), "bad-weight",
                            "vrrp_script " + script.name + " weight " + word + " must be in [-253, 253]");
        }
        script.weight = (int) value.orElse(0);
        if (statement.words().size() > 2) {
            Word option = statement.words().get(2);
            if (option.text().equals("reverse")) {
                script.reverse = true;
            } else {
                binding.findings()
                        .error(option.place(), "unknown-option",
                                "vrrp_script " + script.name + " unknown weight option " + option, "reverse");
            }
        }
    }

    private static void user(ScriptDraft script, Statement statement, Binding binding) {
        script.userName = statement.argument().text();
        script.groupName = statement.words().size() > 2 ? statement.words().get(2).text() : null;
        script.userPlace = statement.argument().place();
    }
}
