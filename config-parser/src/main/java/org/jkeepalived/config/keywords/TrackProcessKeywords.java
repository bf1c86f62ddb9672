package org.jkeepalived.config.keywords;

import java.util.List;
import java.util.OptionalLong;
import java.util.function.ObjLongConsumer;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.jkeepalived.config.declaration.Binding;
import org.jkeepalived.config.declaration.DecimalNumber;
import org.jkeepalived.config.declaration.Keyword;
import org.jkeepalived.config.declaration.Keywords;
import org.jkeepalived.config.declaration.WholeNumber;
import org.jkeepalived.config.draft.ConfigurationDraft;
import org.jkeepalived.config.draft.TrackProcessDraft;
import org.jkeepalived.config.lexer.Word;
import org.jkeepalived.config.settings.Quoting;
import org.jkeepalived.config.settings.TrackProcessSettings;
import org.jkeepalived.config.settings.TrackProcessSettings.ParameterMatch;
import org.jkeepalived.config.syntax.Statement;

/** The keywords of vrrp_track_process. */
final class TrackProcessKeywords {
    private static final DecimalNumber DELAY = DecimalNumber.lenient(6, 1_000L, 3_600_000_000_000L);
    private static final WholeNumber WEIGHT = WholeNumber.lenient(-254, 254);
    private static final WholeNumber QUORUM = WholeNumber.lenient(1, 65535);
    private static final WholeNumber QUORUM_MAX = WholeNumber.lenient(0, 65535);

    static final Keywords<TrackProcessDraft> KEYWORDS = Keywords.of(List.of(
            Keyword.<TrackProcessDraft>words("process", "COMMAND [PARAMETER...]", TrackProcessKeywords::process)
                    .required()
                    .example("process /usr/sbin/nginx")
                    .shows(TrackProcessKeywords::shownCommand)
                    .says("Path or bare name of the program; parameters are compared too when there are any."),
            Keyword.<TrackProcessDraft>words("param_match", "[initial or partial]", TrackProcessKeywords::paramMatch)
                    .defaults("all parameters, when there are any")
                    .example("param_match initial")
                    .shows(TrackProcessKeywords::shownMatch)
                    .says("Compare only the beginning of the parameters' text (initial), or only the first parameters (partial)."),
            Keyword.<TrackProcessDraft>words("weight", "N -254..254 [reverse]", TrackProcessKeywords::weight)
                    .defaults("0")
                    .example("weight 10")
                    .shows(process -> process.weight == null
                            ? null
                            : process.weight + (process.reverse ? " reverse" : ""))
                    .says("Priority change; 0 makes a missing quorum a FAULT."),
            Keyword.<TrackProcessDraft>words("quorum", QUORUM.accepts(), TrackProcessKeywords::quorum)
                    .required()
                    .defaults("1")
                    .example("quorum 2")
                    .shows(process -> process.quorum)
                    .says("Processes that must run."),
            Keyword.<TrackProcessDraft>words("quorum_max", QUORUM_MAX.accepts(), TrackProcessKeywords::quorumMax)
                    .required()
                    .defaults("no limit")
                    .example("quorum_max 4")
                    .shows(process -> process.quorumMax == TrackProcessSettings.UNLIMITED ? null : process.quorumMax)
                    .says("Processes that may run; 0 means that none must."),
            delay("delay", (process, nanos) -> {
                process.terminateDelayNanos = nanos;
                process.forkDelayNanos = nanos;
            }, null).says("Both terminate_delay and fork_delay."),
            delay("terminate_delay", (process, nanos) -> process.terminateDelayNanos = nanos,
                    process -> process.terminateDelayNanos).says("Seconds before a process counts as gone."),
            delay("fork_delay", (process, nanos) -> process.forkDelayNanos = nanos, process -> process.forkDelayNanos)
                    .says("Seconds before a process counts as present."),
            Keyword.<TrackProcessDraft>flag("full_command", process -> process.fullCommand = true)
                    .defaults("off, on with parameters")
                    .shows(process -> process.fullCommand)
                    .says("Compare the whole command line instead of the name of the process.")));

    private TrackProcessKeywords() {}

    static TrackProcessDraft open(ConfigurationDraft all, Statement block, Binding binding) {
        TrackProcessDraft process = new TrackProcessDraft(block.argument().text(), block.argument().place());
        all.trackProcesses.add(process);
        return process;
    }

    static void close(ConfigurationDraft all, TrackProcessDraft process, Statement block, Binding binding) {
        if (process.command != null) {
            binding.named().add(process.name, process, process.place);
            return;
        }
        binding.findings()
                .error(block.closedAt(), "no-process",
                        "track process '" + process.name + "' process name not specified", "process COMMAND");
        all.trackProcesses.remove(process);
    }

    /** @param getter
     *        in nanoseconds, or null for a keyword that others are shown for */
    private static Keyword.Builder<TrackProcessDraft> delay(String name, ObjLongConsumer<TrackProcessDraft> setter,
            ToLongFunction<TrackProcessDraft> getter) {
        return Keyword
                .<TrackProcessDraft>seconds(name, DELAY, setter,
                        (process, word) -> name + " (" + word + ") for vrrp_track_process " + process.name
                                + " must be between [0.000001..3600] inclusive. Ignoring...")
                .defaults("0")
                .example(name + " 0.5")
                .shows(process -> getter == null || getter.applyAsLong(process) == 0
                        ? null
                        : getter.applyAsLong(process));
    }

    private static void process(TrackProcessDraft process, Statement statement, Binding binding) {
        if (process.command != null) {
            binding.findings()
                    .error(statement.argument().place(), "already-set", "Process already set for track process "
                            + process.name + " - ignoring " + statement.argument());
            return;
        }
        process.command = statement.arguments().stream().map(Word::text).toList();
    }

    private static String shownCommand(TrackProcessDraft process) {
        return process.command == null
                ? null
                : process.command.stream().map(Quoting::word).collect(Collectors.joining(" "));
    }

    private static void paramMatch(TrackProcessDraft process, Statement statement, Binding binding) {
        Word word = statement.argument();
        switch (word == null ? "" : word.text()) {
            case "" -> process.parameterMatch = ParameterMatch.EXACT;
            case "initial" -> process.parameterMatch = ParameterMatch.INITIAL;
            case "partial" -> process.parameterMatch = ParameterMatch.PARTIAL;
            default -> binding.findings()
                    .error(statement.argument().place(), "unknown-option",
                            "Invalid param_match type " + word + " - ignoring", "initial, partial or nothing");
        }
    }

    private static String shownMatch(TrackProcessDraft process) {
        return switch (process.parameterMatch) {
            case null -> null;
            case NONE -> null;
            case EXACT -> "";
            case INITIAL -> "initial";
            case PARTIAL -> "partial";
        };
    }

    private static void weight(TrackProcessDraft process, Statement statement, Binding binding) {
        Word word = statement.argument();
        if (word == null) {
            binding.findings()
                    .error(statement.keyword().place(), "missing-value",
                            "No weight specified for track process " + process.name + " - ignoring",
                            "weight N [reverse]");
            return;
        }
        if (process.weight != null) {
            binding.findings()
                    .error(word.place(), "already-set",
                            "Weight already set for track process " + process.name + " - ignoring " + word);
            return;
        }
        OptionalLong value = WEIGHT.read(word, binding);
        if (value.isEmpty()) {
            binding.findings()
                    .error(word.place(), "bad-weight", "Weight (" + word + ") for vrrp_track_process " + process.name
                            + " must be between [-254..254] inclusive. Ignoring...");
            return;
        }
        process.weight = (int) value.getAsLong();
        process.reverse = Weights.reverse(statement, "vrrp_track_process " + process.name, binding);
    }

    private static void quorum(TrackProcessDraft process, Statement statement, Binding binding) {
        Word word = statement.argument();
        OptionalLong value = QUORUM.read(word, binding);
        if (value.isEmpty()) {
            binding.findings()
                    .error(word.place(), "value-ignored", "Quorum (" + word + ") for vrrp_track_process " + process.name
                            + " must be between [1..65535] inclusive. Ignoring...");
        } else if (process.quorumMax != TrackProcessSettings.UNLIMITED && value.getAsLong() > process.quorumMax) {
            binding.findings().error(word.place(), "value-ignored", "Quorum is greater than quorum_max - ignoring");
        } else {
            process.quorum = (int) value.getAsLong();
        }
    }

    private static void quorumMax(TrackProcessDraft process, Statement statement, Binding binding) {
        Word word = statement.argument();
        OptionalLong value = QUORUM_MAX.read(word, binding);
        if (value.isEmpty()) {
            binding.findings()
                    .error(word.place(), "value-ignored", "quorum_max (" + word + ") for vrrp_track_process "
                            + process.name + " must be between [0..65535] inclusive. Ignoring...");
        } else if (process.quorum != null && value.getAsLong() < process.quorum) {
            binding.findings().error(word.place(), "value-ignored", "quorum_max is less than quorum - ignoring");
        } else {
            process.quorumMax = (int) value.getAsLong();
        }
    }
}
