package org.jkeepalived.daemon.cli;

import java.util.List;

/**
 * Reads command lines that have nothing but whole names of options and their arguments, which is what units and tools write. It spares a start
 * picocli, which reads all others; a test compares the two.
 */
final class PlainCommandLine {
    private PlainCommandLine() {}

    /**
     * @param words rewritten by {@link AttachedArguments}
     * @return null where a word is anything else
     */
    static MatchedOptions read(List<String> words) {
        MatchedOptions matched = new MatchedOptions(List.of(), List.of());
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            int equals = word.startsWith("--") ? word.indexOf('=') : -1;
            String name = equals < 0 ? word : word.substring(0, equals);
            OptionTable option = OptionTable.ofName(name);
            if (option == null) {
                return null;
            }
            boolean takesArgument = option.argument() == OptionTable.Argument.REQUIRED
                    || name.equals(option.attachedName());
            String argument = null;
            if (equals >= 0) {
                argument = word.substring(equals + 1);
            } else if (takesArgument && i + 1 < words.size()) {
                argument = words.get(++i);
            }
            if (takesArgument == (argument == null) || "".equals(argument) || "--".equals(argument)) {
                return null;
            }
            matched.add(option, argument);
        }
        return matched;
    }
}
