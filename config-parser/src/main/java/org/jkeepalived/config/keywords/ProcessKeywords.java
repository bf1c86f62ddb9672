package org.jkeepalived.config.keywords;

import static org.jkeepalived.config.settings.GlobalSettings.INCLUDE_CHECK;
import static org.jkeepalived.config.settings.GlobalSettings.UMASK;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jkeepalived.config.declaration.Binding;
import org.jkeepalived.config.draft.GlobalDraft;
import org.jkeepalived.config.lexer.Word;
import org.jkeepalived.config.settings.IncludeCheck;
import org.jkeepalived.config.syntax.Statement;

/** Readers of the keywords of global_defs about the process itself that have a syntax of their own. */
final class ProcessKeywords {
    private static final int UMASK_MAX = 0777;
    private static final Map<String, Integer> UMASK_BITS = Map.ofEntries(Map.entry("IRUSR", 0400),
            Map.entry("IWUSR", 0200), Map.entry("IXUSR", 0100), Map.entry("IRWXU", 0700), Map.entry("IRGRP", 040),
            Map.entry("IWGRP", 020), Map.entry("IXGRP", 010), Map.entry("IRWXG", 070), Map.entry("IROTH", 04),
            Map.entry("IWOTH", 02), Map.entry("IXOTH", 01), Map.entry("IRWXO", 07));

    private ProcessKeywords() {}

    static void umask(GlobalDraft global, Statement statement, Binding binding) {
        Word word = statement.argument();
        if (!word.text().isEmpty() && Character.isDigit(word.text().charAt(0))) {
            numericUmask(global, statement, binding);
        } else {
            symbolicUmask(global, statement.arguments(), binding);
        }
    }

    private static void numericUmask(GlobalDraft global, Statement statement, Binding binding) {
        Word word = statement.argument();
        if (statement.words().size() > 2) {
            binding.findings()
                    .error(statement.words().get(2).place(), "extra-words", "Extra parameter(s) to umask option",
                            "one word");
            return;
        }
        try {
            int value = Integer.decode(word.text());
            if (value <= UMASK_MAX) {
                global.values.put(UMASK, value);
                return;
            }
        } catch (NumberFormatException e) {
            // reported below like a number out of range
        }
        binding.findings().error(word.place(), "bad-number", "invalid umask value " + word, "0..0777");
    }

    /** Names of bits with a bar between each two, with or without blanks around it. */
    private static void symbolicUmask(GlobalDraft global, List<Word> words, Binding binding) {
        int bits = 0;
        boolean nameDue = true;
        for (Word word : words) {
            for (String token : word.text().split("(?<=\\|)|(?=\\|)")) {
                Integer bit = UMASK_BITS.get(token);
                if (nameDue && bit == null) {
                    binding.findings()
                            .error(word.place(), "unknown-option", "Unknown umask bit " + token,
                                    "a number or " + new TreeSet<>(UMASK_BITS.keySet()));
                    return;
                }
                if (!nameDue && !token.equals("|")) {
                    binding.findings()
                            .error(word.place(), "extra-words", "Invalid umask syntax " + token,
                                    "a | between two bits");
                    return;
                }
                bits |= nameDue ? bit : 0;
                nameDue = !nameDue;
            }
        }
        if (nameDue) {
            binding.findings()
                    .error(words.getLast().place(), "missing-value", "umask missing bit value", "a bit after the |");
            return;
        }
        global.values.put(UMASK, bits);
    }

    /** The reader acts on it; here its words are checked, and kept to be shown. */
    static void includeCheck(GlobalDraft global, Statement statement, Binding binding) {
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
            List<String> lines = new ArrayList<>();
            if (global.values.own(INCLUDE_CHECK) != null) {
                lines.addAll(global.values.own(INCLUDE_CHECK));
            }
            lines.add(String.join(" ", accepted));
            global.values.put(INCLUDE_CHECK, List.copyOf(lines));
        }
    }
}
