package org.jkeepalived.config.settings;

import java.util.List;

/**
 * Which problems of a plain {@code include} line end the reading (keepalived.conf(5), include_check).
 *
 * @param read an entry that is a directory, executable or unreadable
 * @param match a name without wildcards that matches nothing
 * @param wildcardMatch a wildcard that matches nothing
 * @param braceMatch one alternative of a {@code {a,b}} pattern that matches nothing
 */
public record IncludeCheck(boolean read, boolean match, boolean wildcardMatch, boolean braceMatch) {
    /** The words of an include_check line. */
    public static final List<String> NAMES = List.of("read", "match", "wildcard_match", "brace_match");
    /** Problems are logged only. */
    public static final IncludeCheck NONE = new IncludeCheck(false, false, false, false);
    /** Every problem is fatal. */
    public static final IncludeCheck ALL = new IncludeCheck(true, true, true, true);

    /** The variant of an include keyword ({@code includer}, {@code includem} …), or null when the letter is unknown. */
    public static IncludeCheck ofKeyword(String keyword, IncludeCheck plain) {
        return switch (keyword) {
            case "include" -> plain;
            case "includer" -> new IncludeCheck(true, false, false, false);
            case "includem" -> new IncludeCheck(true, true, false, false);
            case "includew" -> new IncludeCheck(true, true, true, false);
            case "includeb" -> new IncludeCheck(true, false, false, true);
            case "includea" -> ALL;
            default -> null;
        };
    }

    /**
     * Reads the arguments of an include_check line: no word selects every check, {@code +} and {@code -} add to and take from what holds, a plain word
     * counts only where it comes first and selects that check alone.
     */
    public static IncludeCheck ofArguments(List<String> arguments, IncludeCheck before) {
        if (arguments.isEmpty()) {
            return ALL;
        }
        IncludeCheck check = before;
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            boolean signed = argument.startsWith("+") || argument.startsWith("-");
            if (signed) {
                check = check.with(argument.substring(1), argument.startsWith("+"));
            } else if (i == 0 && NAMES.contains(argument)) {
                check = NONE.with(argument, true);
            }
        }
        return check;
    }

    private IncludeCheck with(String name, boolean on) {
        return switch (name) {
            case "read" -> new IncludeCheck(on, match, wildcardMatch, braceMatch);
            case "match" -> new IncludeCheck(read, on, wildcardMatch, braceMatch);
            case "wildcard_match" -> new IncludeCheck(read, match, on, braceMatch);
            case "brace_match" -> new IncludeCheck(read, match, wildcardMatch, on);
            default -> this;
        };
    }
}
