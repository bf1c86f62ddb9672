package org.jkeepalived.config.keywords;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jkeepalived.config.declaration.Binding;
import org.jkeepalived.config.declaration.Keyword;
import org.jkeepalived.config.declaration.SettingKeywords;
import org.jkeepalived.config.declaration.WholeNumber;
import org.jkeepalived.config.draft.GlobalDraft;
import org.jkeepalived.config.lexer.Word;
import org.jkeepalived.config.setting.Values;
import org.jkeepalived.config.settings.Scheduling.Child;
import org.jkeepalived.config.syntax.Statement;

/** The keywords of global_defs about the scheduling of keepalived's processes: the same five for each of the three. */
final class SchedulingKeywords {
    private static final WholeNumber ANY = WholeNumber.lenient(Integer.MIN_VALUE, Integer.MAX_VALUE);
    private static final WholeNumber MICROS = WholeNumber.lenient(1, 0xffff_ffffL);
    private static final int REALTIME_MAX = 99;
    private static final Pattern LEADING_NUMBER = Pattern.compile("[+-]?[0-9]+");

    static final List<Keyword<GlobalDraft>> ALL = all();

    private final Child process;

    private SchedulingKeywords(Child process) {
        this.process = process;
    }

    private static List<Keyword<GlobalDraft>> all() {
        List<Keyword<GlobalDraft>> all = new ArrayList<>();
        for (Child process : Child.values()) {
            SchedulingKeywords its = new SchedulingKeywords(process);
            all.addAll(SettingKeywords.of(process.section, its::values)
                    .read(process.realtimePriority, its::realtimePriority)
                    .read(process.cpus, its::processors)
                    .read(process.rttimeLimit, its::rttime)
                    .all());
        }
        return List.copyOf(all);
    }

    private Values values(GlobalDraft global) {
        return global.scheduling.get(process);
    }

    private void realtimePriority(GlobalDraft global, Statement statement, Binding binding) {
        Word word = statement.argument();
        if (word == null) {
            binding.findings()
                    .error(statement.keyword().place(), "missing-value",
                            "No " + process.spoken + " process real-time priority specified", "1..99");
            return;
        }
        String who = process.spoken + " process real-time priority ";
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
        values(global).put(process.realtimePriority, Math.clamp(priority, 1, REALTIME_MAX));
    }

    /** One bad number clears the whole set. */
    private void processors(GlobalDraft global, Statement statement, Binding binding) {
        if (statement.argument() == null) {
            binding.findings()
                    .error(statement.keyword().place(), "missing-value",
                            "No " + process.spoken + " cpu_id set specified", "CPU [CPU...]");
            return;
        }
        TreeSet<Integer> cpus = new TreeSet<>();
        for (Word word : statement.arguments()) {
            OptionalLong number = processor(word, binding);
            if (number.isEmpty()) {
                binding.findings()
                        .error(word.place(), "value-ignored", "Invalid cpu_id:" + leadingNumber(word.text())
                                + " specified for " + process.spoken + " process");
                values(global).put(process.cpus, null);
                return;
            }
            cpus.add((int) number.getAsLong());
        }
        values(global).put(process.cpus, List.copyOf(cpus));
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

    private void rttime(GlobalDraft global, Statement statement, Binding binding) {
        Word word = statement.argument();
        OptionalLong micros = MICROS.read(word, binding);
        if (micros.isEmpty()) {
            binding.findings()
                    .error(word.place(), "value-ignored", "Invalid " + process.spoken + " real-time limit - " + word);
        }
        // the kernel takes a limit of 1 for none: keepalived makes it 2
        values(global).put(process.rttimeLimit, micros.isEmpty() ? 0 : Math.max(2, micros.getAsLong()));
    }
}
