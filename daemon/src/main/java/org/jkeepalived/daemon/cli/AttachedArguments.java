package org.jkeepalived.daemon.cli;

import java.util.ArrayList;
import java.util.List;

/**
 * Rewrites optional arguments for picocli, which would take the next word for them.
 *
 * <p>With getopt_long(3) {@code -tFILE} and {@code --config-test=FILE} have an argument, {@code -t FILE} has none: the
 * attached form becomes an option of its own.
 */
final class AttachedArguments {
    private AttachedArguments() {}

    static List<String> rewrite(List<String> words) {
        List<String> rewritten = new ArrayList<>(words.size());
        boolean argumentFollows = false;
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (argumentFollows) {
                rewritten.add(word);
                argumentFollows = false;
            } else if (word.equals("--")) {
                rewritten.addAll(words.subList(i, words.size()));
                return rewritten;
            } else if (word.startsWith("--")) {
                String full = unabridged(word);
                rewritten.add(rewriteLong(full));
                argumentFollows = longTakesNextWord(full);
            } else if (word.length() > 1 && word.charAt(0) == '-') {
                argumentFollows = rewriteCluster(word, rewritten);
            } else {
                rewritten.add(word);
            }
        }
        return rewritten;
    }

    /** A name that is cut short means the option of keepalived's that it would mean without those of this program. */
    private static String unabridged(String word) {
        int equals = word.indexOf('=');
        String name = equals < 0 ? word : word.substring(0, equals);
        OptionTable only = null;
        for (OptionTable option : OptionTable.values()) {
            if (option.longName().equals(name)) {
                return word;
            }
            if (option.longName().startsWith(name) && !option.isOurs()) {
                if (only != null) {
                    return word;
                }
                only = option;
            }
        }
        return only == null ? word : only.longName() + word.substring(name.length());
    }

    private static String rewriteLong(String word) {
        int equals = word.indexOf('=');
        for (OptionTable option : OptionTable.values()) {
            if (equals > 2 && option.argument() == OptionTable.Argument.OPTIONAL
                    && option.longName().startsWith(word.substring(0, equals))) {
                return option.attachedName() + word.substring(equals);
            }
        }
        return word;
    }

    private static boolean longTakesNextWord(String word) {
        for (OptionTable option : OptionTable.values()) {
            if (option.longName().equals(word)) {
                return option.argument() == OptionTable.Argument.REQUIRED;
            }
        }
        return false;
    }

    /** Splits {@code -abc}; returns whether the last letter's argument is the next word. */
    private static boolean rewriteCluster(String word, List<String> rewritten) {
        for (int i = 1; i < word.length(); i++) {
            String attached = word.substring(i + 1);
            OptionTable option = OptionTable.ofLetter(word.charAt(i));
            if (option == null || option.argument() == OptionTable.Argument.NONE) {
                rewritten.add("-" + word.charAt(i));
            } else if (option.argument() == OptionTable.Argument.REQUIRED) {
                rewritten.add(option.shortName());
                if (!attached.isEmpty()) {
                    rewritten.add(attached);
                }
                return attached.isEmpty();
            } else {
                rewritten.add(attached.isEmpty() ? option.shortName() : option.attachedName() + "=" + attached);
                return false;
            }
        }
        return false;
    }
}
