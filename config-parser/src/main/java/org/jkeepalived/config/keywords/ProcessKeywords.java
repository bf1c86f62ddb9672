package org.jkeepalived.config.keywords;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.jkeepalived.config.declaration.Binding;
import org.jkeepalived.config.declaration.Keyword;
import org.jkeepalived.config.declaration.WholeNumber;
import org.jkeepalived.config.draft.GlobalDraft;
import org.jkeepalived.config.lexer.Word;
import org.jkeepalived.config.setting.ReloadEffect;
import org.jkeepalived.config.settings.IncludeCheck;
import org.jkeepalived.config.settings.Quoting;
import org.jkeepalived.config.syntax.Statement;

/** The keywords of global_defs about the process itself. */
final class ProcessKeywords {
    private static final int LONGEST_NAME = 15;
    private static final int UMASK_MAX = 0777;
    private static final Map<String, Integer> UMASK_BITS = Map.ofEntries(Map.entry("IRUSR", 0400),
            Map.entry("IWUSR", 0200), Map.entry("IXUSR", 0100), Map.entry("IRWXU", 0700), Map.entry("IRGRP", 040),
            Map.entry("IWGRP", 020), Map.entry("IXGRP", 010), Map.entry("IRWXG", 070), Map.entry("IROTH", 04),
            Map.entry("IWOTH", 02), Map.entry("IXOTH", 01), Map.entry("IRWXO", 07));

    static final List<Keyword<GlobalDraft>> ALL = List.of(
            Keyword.<GlobalDraft>flag("process_names", global -> global.fixedProcessNames = true)
                    .defaults("off")
                    .onReload(ReloadEffect.NEEDS_RESTART)
                    .withoutEffect("the daemon is one process, named by process_name")
                    .shows(global -> global.fixedProcessNames)
                    .says("Give the processes fixed names instead of keepalived."),
            name("process_name", (global, name) -> global.processName = name).shows(global -> text(global.processName))
                    .says("Process title of the parent."),
            name("vrrp_process_name", (global, name) -> global.vrrpProcessName = name)
                    .shows(global -> text(global.vrrpProcessName))
                    .says("Process title of the VRRP process."),
            name("checker_process_name", (global, name) -> global.checkerProcessName = name)
                    .deprecated("lvs_process_name", "lvs_process_name is deprecated - please use checker_process_name")
                    .shows(global -> text(global.checkerProcessName))
                    .says("Process title of the checker process."),
            name("bfd_process_name", (global, name) -> global.bfdProcessName = name)
                    .shows(global -> text(global.bfdProcessName))
                    .says("Process title of the BFD process."),
            Keyword.<GlobalDraft>words("max_auto_priority", "a whole number -1..99 or nothing",
                    ProcessKeywords::maxAutoPriority)
                    .defaults("0, off")
                    .example("max_auto_priority 50")
                    .shows(global -> global.maxAutoPriority)
                    .withoutEffect("the daemon does not change its own priority")
                    .says("Ceiling of the realtime priority that the daemon may raise itself to; -1 turns it off without an advisory."),
            Keyword.<GlobalDraft>words("min_auto_priority_delay", "microseconds 1..10000000",
                    ProcessKeywords::minAutoPriorityDelay)
                    .defaults("1000000")
                    .example("min_auto_priority_delay 500000")
                    .shows(global -> global.minAutoPriorityDelayNanos / 1_000)
                    .withoutEffect("the daemon does not change its own priority")
                    .says("How late a timer must be before the automatic priority is raised."),
            Keyword.<GlobalDraft>words("umask", "a number 0..0777 or BIT[|BIT...]", ProcessKeywords::umask)
                    .required()
                    .defaults("0177")
                    .onReload(ReloadEffect.NEEDS_RESTART)
                    .example("umask IWGRP|IWOTH")
                    .shows(global -> global.umask < 0 ? null : "0" + Integer.toOctalString(global.umask))
                    .says("Mode mask of files that the daemon creates."),
            Keyword.<GlobalDraft>words("json_version", "1 or 2", ProcessKeywords::jsonVersion)
                    .defaults("1")
                    .example("json_version 2")
                    .shows(global -> global.jsonVersion)
                    .says("Layout of the JSON dump."),
            Keyword.<GlobalDraft>words("include_check", "[[+-]read] [[+-]match] [[+-]wildcard_match] [[+-]brace_match]",
                    ProcessKeywords::includeCheck)
                    .defaults("off; alone: all four")
                    .shows(global -> global.includeChecks)
                    .example("include_check match")
                    .says("Which problems of later include lines end the reading."));

    private ProcessKeywords() {}

    private static String text(String name) {
        return name == null ? null : Quoting.word(name);
    }

    private static Keyword.Builder<GlobalDraft> name(String keyword, BiConsumer<GlobalDraft, String> setter) {
        return Keyword
                .<GlobalDraft>words(keyword, "NAME up to 15 characters",
                        (global, statement, binding) -> setter.accept(global, shortened(statement, binding)))
                .required()
                .defaults("keepalived")
                .onReload(ReloadEffect.NEEDS_RESTART)
                .example(keyword + " keepalived_a");
    }

    private static String shortened(Statement statement, Binding binding) {
        String name = statement.argument().text();
        if (name.length() <= LONGEST_NAME) {
            return name;
        }
        binding.findings()
                .error(statement.argument().place(), "too-long",
                        "Process name " + name + " more than " + LONGEST_NAME + " characters, truncating",
                        "up to " + LONGEST_NAME + " characters");
        return name.substring(0, LONGEST_NAME);
    }

    private static void maxAutoPriority(GlobalDraft global, Statement statement, Binding binding) {
        Word word = statement.argument();
        if (word == null) {
            global.maxAutoPriority = 99;
            return;
        }
        OptionalLong value = WholeNumber.lenient(-1, 99).read(word, binding);
        if (value.isPresent()) {
            global.maxAutoPriority = (int) value.getAsLong();
        } else {
            binding.findings()
                    .error(word.place(), "value-ignored",
                            "max_auto_priority '" + word + "' must be in [0, 99] (or -1 to disable) - ignoring");
        }
    }

    private static void minAutoPriorityDelay(GlobalDraft global, Statement statement, Binding binding) {
        Word word = statement.argument();
        if (word == null) {
            binding.findings()
                    .error(statement.keyword().place(), "missing-value", "min_auto_priority_delay requires delay time",
                            "microseconds 1..10000000");
            return;
        }
        OptionalLong micros = new WholeNumber(1, 10_000_000, false).read(word, binding);
        if (micros.isPresent()) {
            global.minAutoPriorityDelayNanos = micros.getAsLong() * 1_000;
        } else {
            binding.findings()
                    .error(word.place(), "value-ignored",
                            "min_auto_priority_delay '" + word + "' must be in [1, 10000000] - ignoring");
        }
    }

    private static void umask(GlobalDraft global, Statement statement, Binding binding) {
        Word word = statement.argument();
        if (statement.words().size() > 2) {
            binding.findings()
                    .error(statement.words().get(2).place(), "extra-words", "Extra parameter(s) to umask option",
                            "one word");
            return;
        }
        if (Character.isDigit(word.text().isEmpty() ? ' ' : word.text().charAt(0))) {
            try {
                int value = Integer.decode(word.text());
                if (value <= UMASK_MAX) {
                    global.umask = value;
                    return;
                }
            } catch (NumberFormatException e) {
                // reported below like a number out of range
            }
            binding.findings().error(word.place(), "bad-number", "invalid umask value " + word, "0..0777");
            return;
        }
        int bits = 0;
        for (String name : word.text().split("\\|", -1)) {
            Integer bit = UMASK_BITS.get(name);
            if (bit == null) {
                binding.findings()
                        .error(word.place(), "unknown-option", "Unknown umask bit " + name,
                                "a number or " + new TreeSet<>(UMASK_BITS.keySet()));
                return;
            }
            bits |= bit;
        }
        global.umask = bits;
    }

    private static void jsonVersion(GlobalDraft global, Statement statement, Binding binding) {
        Word word = statement.argument();
        if (word == null) {
            binding.findings()
                    .error(statement.keyword().place(), "missing-value", "json_version missing - ignoring", "1 or 2");
            return;
        }
        OptionalLong version = WholeNumber.lenient(1, 2).read(word, binding);
        if (version.isPresent()) {
            global.jsonVersion = (int) version.getAsLong();
        } else {
            binding.findings().error(word.place(), "value-ignored", "Invalid json_version '" + word + "' - ignoring");
        }
    }

    /** The reader acts on it; here its words are checked, and kept to be shown. */
    private static void includeCheck(GlobalDraft global, Statement statement, Binding binding) {
        List<String> accepted = new ArrayList<>();
        boolean first = true;
        for (Word word : statement.arguments()) {
            boolean signed = word.text().startsWith("+") || word.text().startsWith("-");
            String name = signed ? word.text().substring(1) : word.text();
            if (!first && !signed) {
                binding.findings()
                        .error(word.place(), "duplicate", "Duplicate include_check '" + name + "' specified - ignoring",
                                "+" + name + " to add to the check before it");
            } else if (IncludeCheck.NAMES.contains(name)) {
                accepted.add(word.text());
            } else {
                binding.findings()
                        .error(word.place(), "unknown-option", "Unknown include_check type '" + name + "' - ignoring",
                                String.join(", ", IncludeCheck.NAMES));
            }
            first = false;
        }
        if (statement.arguments().isEmpty() || !accepted.isEmpty()) {
            global.includeChecks.add(String.join(" ", accepted));
        }
    }
}
