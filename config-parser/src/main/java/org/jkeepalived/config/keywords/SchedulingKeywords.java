package org.jkeepalived.config.keywords;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jkeepalived.config.declaration.Binding;
import org.jkeepalived.config.declaration.Keyword;
import org.jkeepalived.config.declaration.WholeNumber;
import org.jkeepalived.config.draft.GlobalDraft;
import org.jkeepalived.config.draft.SchedulingDraft;
import org.jkeepalived.config.lexer.Word;
import org.jkeepalived.config.setting.ReloadEffect;
import org.jkeepalived.config.syntax.Statement;

/** The keywords of global_defs about the scheduling of keepalived's processes: the same five for each of the three. */
final class SchedulingKeywords {
    private static final WholeNumber NICE = WholeNumber.lenient(-20, 19);
    private static final WholeNumber ANY = WholeNumber.lenient(Integer.MIN_VALUE, Integer.MAX_VALUE);
    private static final WholeNumber MICROS = WholeNumber.lenient(1, 0xffff_ffffL);
    private static final int REALTIME_MAX = 99;
    private static final Pattern LEADING_NUMBER = Pattern.compile("[+-]?[0-9]+");

    static final List<Keyword<GlobalDraft>> ALL = all();

    private final String process;
    private final Function<GlobalDraft, SchedulingDraft> draft;

    private SchedulingKeywords(String process, Function<GlobalDraft, SchedulingDraft> draft) {
        this.process = process;
        this.draft = draft;
    }

    private static List<Keyword<GlobalDraft>> all() {
        List<Keyword<GlobalDraft>> all = new ArrayList<>();
        all.addAll(new SchedulingKeywords("vrrp", global -> global.vrrpScheduling).keywords(""));
        all.addAll(new SchedulingKeywords("checker", global -> global.checkerScheduling)
                .keywords("this version has no checker process"));
        all.addAll(new SchedulingKeywords("bfd", global -> global.bfdScheduling)
                .keywords("this version has no BFD process"));
        return List.copyOf(all);
    }

    /** @param idle why nothing comes of them, or the empty text */
    private List<Keyword<GlobalDraft>> keywords(String idle) {
        String title = process.equals("checker") ? "checker" : process.toUpperCase(Locale.ROOT);
        return List.of(
                Keyword.<GlobalDraft>words(process + "_priority", "a nice value -20..19", this::nice)
                        .defaults("0")
                        .shows(global -> draft.apply(global).nice)
                        .example(process + "_priority -10")
                        .onReload(ReloadEffect.NEEDS_RESTART)
                        .withoutEffect(idle)
                        .says("Nice value of the " + title + " process."),
                Keyword.<GlobalDraft>words(process + "_rt_priority", "a realtime priority 1..99",
                        this::realtimePriority)
                        .defaults("none")
                        .shows(global -> draft.apply(global).realtimePriority)
                        .example(process + "_rt_priority 50")
                        .onReload(ReloadEffect.NEEDS_RESTART)
                        .withoutEffect(idle)
                        .says("Realtime scheduling priority of the " + title + " process."),
                Keyword.<GlobalDraft>flag(process + "_no_swap", global -> draft.apply(global).noSwap = true)
                        .defaults("off")
                        .shows(global -> draft.apply(global).noSwap)
                        .onReload(ReloadEffect.NEEDS_RESTART)
                        .withoutEffect(idle)
                        .says("Lock the " + title + " process in memory."),
                Keyword.<GlobalDraft>words(process + "_cpu_affinity", "CPU [CPU...]", this::processors)
                        .defaults("every processor")
                        .shows(this::shownProcessors)
                        .example(process + "_cpu_affinity 0")
                        .withoutEffect(idle.isEmpty() ? "the daemon runs on every processor" : idle)
                        .says("Numbers of the processors that the " + title + " process may use."),
                Keyword.<GlobalDraft>words(process + "_rlimit_rttime", "microseconds 1..4294967295", this::rttime)
                        .required()
                        .deprecated(process + "_rlimit_rtime",
                                "Keyword '" + process + "_rlimit_rtime' is deprecated - please use '" + process
                                        + "_rlimit_rttime'")
                        .defaults("10000")
                        .shows(global -> draft.apply(global).rttimeLimitMicros)
                        .example(process + "_rlimit_rttime 20000")
                        .withoutEffect(idle.isEmpty() ? "the daemon sets no limit on its processor time" : idle)
                        .says("Processor time that the " + title
                                + " process may use at real-time priority without a pause."));
    }

    private void nice(GlobalDraft global, Statement statement, Binding binding) {
        Word word = statement.argument();
        if (word == null) {
            binding.findings()
                    .error(statement.keyword().place(), "missing-value",
                            "No " + process + " process priority specified", NICE.accepts());
            return;
        }
        OptionalLong value = NICE.read(word, binding);
        if (value.isEmpty()) {
            binding.findings()
                    .error(word.place(), "value-ignored", "Invalid " + process + " process priority specified");
        }
        draft.apply(global).nice = (int) value.orElse(0);
    }

    private void realtimePriority(GlobalDraft global, Statement statement, Binding binding) {
        Word word = statement.argument();
        if (word == null) {
            binding.findings()
                    .error(statement.keyword().place(), "missing-value",
                            "No " + process + " process real-time priority specified", "1..99");
            return;
        }
        String who = process + " process real-time priority ";
        OptionalLong value = ANY.read(word, binding);
        if (value.isEmpty()) {
            binding.findings().error(word.place(), "value-ignored", who + "'" + word + "' invalid");
            return;
        }
        long priority = value.getAsLong();
        if (priority < 1) {
            binding.findings()
                    .error(word.place(), "value-raised", who + priority + " less than minimum 1 - setting to minimum");
        } else if (priority > REALTIME_MAX) {
            binding.findings()
                    .error(word.place(), "value-lowered",
                            who + priority + " greater than maximum 99 - setting to maximum");
        }
        draft.apply(global).realtimePriority = Math.clamp(priority, 1, REALTIME_MAX);
    }

    /** One bad number clears the whole set. */
    private void processors(GlobalDraft global, Statement statement, Binding binding) {
        SchedulingDraft scheduling = draft.apply(global);
        if (statement.argument() == null) {
            binding.findings()
                    .error(statement.keyword().place(), "missing-value", "No " + process + " cpu_id set specified",
                            "CPU [CPU...]");
            return;
        }
        TreeSet<Integer> cpus = new TreeSet<>();
        for (Word word : statement.arguments()) {
            OptionalLong number = processor(word, binding);
            if (number.isEmpty()) {
                binding.findings()
                        .error(word.place(), "value-ignored", "Invalid cpu_id:" + leadingNumber(word.text())
                                + " specified for " + process + " process");
                scheduling.cpus = null;
                return;
            }
            cpus.add((int) number.getAsLong());
        }
        scheduling.cpus = cpus;
    }

    private static OptionalLong processor(Word word, Binding binding) {
        int highest = binding.facts().onlineProcessors() - 1;
        OptionalLong number = ANY.read(word, binding);
        if (number.isPresent() && (number.getAsLong() < 0 || number.getAsLong() > highest)) {
            binding.findings()
                    .error(word.place(), "bad-number", "number '" + word + "' outside range [0, " + highest + "]",
                            "a processor of this machine");
            return OptionalLong.empty();
        }
        return number;
    }

    /** The number that the message shows: the digits that the word begins with, as far as 32 bits go. */
    private static int leadingNumber(String text) {
        Matcher digits = LEADING_NUMBER.matcher(text);
        return digits.lookingAt() ? new BigInteger(digits.group()).intValue() : 0;
    }

    private String shownProcessors(GlobalDraft global) {
        TreeSet<Integer> cpus = draft.apply(global).cpus;
        return cpus == null ? null : cpus.stream().map(String::valueOf).collect(Collectors.joining(" "));
    }

    private void rttime(GlobalDraft global, Statement statement, Binding binding) {
        Word word = statement.argument();
        OptionalLong micros = MICROS.read(word, binding);
        if (micros.isEmpty()) {
            binding.findings()
                    .error(word.place(), "value-ignored", "Invalid " + process + " real-time limit - " + word);
        }
        // the kernel takes a limit of 1 for none: keepalived makes it 2
        draft.apply(global).rttimeLimitMicros = micros.isEmpty() ? 0 : Math.max(2, micros.getAsLong());
    }
}
