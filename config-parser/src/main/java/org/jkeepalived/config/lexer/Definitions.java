package org.jkeepalived.config.lexer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jkeepalived.config.host.HostFacts;
import org.jkeepalived.config.settings.OddBytes;

/**
 * The parameters of a configuration. {@code ${NAME}} is replaced everywhere, {@code $NAME} only before a blank, a comma, a closing parenthesis or
 * the end of the line; what is not defined stays as written, and so does a value of several lines when text follows its use. Values are substituted
 * when used, so that a later definition reaches into an earlier one.
 */
final class Definitions {
    /**
     * A line with every use replaced.
     *
     * @param text the line
     * @param tails the lines that follow it, from values of several lines; the last one's come first
     * @param problem why it was not finished, or null
     */
    record Expansion(String text, List<Tail> tails, String problem) {}

    /** The lines of a value from the given character on. */
    record Tail(String value, int start) {}

    private static final int RANDOM_LIMIT = 32768;

    private final Map<String, String> values = new HashMap<>();
    private final HostFacts facts;
    private final String configId;
    private int usesLeft = ReadLimits.USES;

    Definitions(HostFacts facts, String configId) {
        this.facts = facts;
        this.configId = configId;
    }

    void define(String name, String value) {
        values.put(name, value);
    }

    /** Whether reading went past what one configuration may use. */
    boolean exhausted() {
        return usesLeft < 0;
    }

    /**
     * The line with every use replaced, also in what was put in. The same text when there is none.
     *
     * @param directory value of {@code ${_PWD}}
     */
    Expansion substitute(String line, String directory) {
        if (line.indexOf('$') < 0) {
            return new Expansion(line, List.of(), null);
        }
        Pass pass = new Pass(line, directory);
        for (int depth = 0; depth < ReadLimits.SUBSTITUTIONS; depth++) {
            String before = pass.text;
            pass.run();
            if (pass.problem != null || pass.text.equals(before)) {
                return new Expansion(pass.text, pass.tails, pass.problem);
            }
            if (OddBytes.length(pass.text) >= ReadLimits.LINE_BYTES) {
                return new Expansion(line, List.of(), "line too long - ignoring");
            }
        }
        return new Expansion(line, List.of(), "Definition uses itself - ignoring line");
    }

    /** One look over the line. */
    private final class Pass {
        private final String directory;
        private String text;
        private final List<Tail> tails = new ArrayList<>();
        private String problem;

        Pass(String text, String directory) {
            this.text = text;
            this.directory = directory;
        }

        void run() {
            StringBuilder out = new StringBuilder();
            int copied = 0;
            for (int at = text.indexOf('$'); at >= 0 && problem == null; at = text.indexOf('$', at)) {
                boolean braced = at + 1 < text.length() && text.charAt(at + 1) == '{';
                int nameStart = braced ? at + 2 : at + 1;
                int nameEnd = endOfName(text, nameStart);
                int end = nameEnd == nameStart ? -1 : braced ? closing(nameStart, nameEnd) : bareEnd(nameEnd);
                String value = end < 0 ? null : value(nameStart, nameEnd, end, braced);
                int newline = value == null ? -1 : value.indexOf('\n');
                if (value == null || newline >= 0 && end < text.length()) {
                    at = nameStart;
                    continue;
                }
                if (--usesLeft < 0) {
                    problem = "Too many uses of definitions";
                }
                out.append(text, copied, at).append(newline < 0 ? value : value.substring(0, newline));
                if (newline >= 0) {
                    tails.add(new Tail(value, newline + 1));
                }
                copied = end;
                at = end;
                if (out.length() > ReadLimits.LINE_BYTES) {
                    break;
                }
            }
            text = copied == 0 ? text : out.append(text, copied, text.length()).toString();
        }

        /** Where the use ends whose closing brace must follow, possibly after the arguments of a built-in name; -1 when it is none. */
        private int closing(int nameStart, int nameEnd) {
            int close = nameEnd < text.length() && text.charAt(nameEnd) == '}' ? nameEnd : -1;
            if (close < 0 && nameEnd < text.length() && Blanks.isBlank(text.charAt(nameEnd))
                    && (text.startsWith("_RANDOM", nameStart) || text.startsWith("_ENV", nameStart))) {
                close = text.indexOf('}', nameEnd);
            }
            return close < 0 ? -1 : close + 1;
        }

        private int bareEnd(int nameEnd) {
            boolean ends = nameEnd == text.length() || " \t,)".indexOf(text.charAt(nameEnd)) >= 0;
            return ends ? nameEnd : -1;
        }

        private String value(int nameStart, int nameEnd, int end, boolean braced) {
            String name = text.substring(nameStart, nameEnd);
            String own = values.get(name);
            if (own != null) {
                return own;
            }
            String arguments = braced ? Blanks.strip(text.substring(nameEnd, end - 1)) : "";
            return switch (name) {
                case "_PWD" -> directory;
                case "_INSTANCE" -> configId;
                case "_HASH" -> "#";
                case "_BANG" -> "!";
                case "_ENV" -> environment(arguments);
                case "_RANDOM" -> random(arguments);
                default -> null;
            };
        }

        private String random(String arguments) {
            String[] bounds = arguments.isEmpty() ? new String[0] : arguments.split("[ \\t]+", 3);
            try {
                int low = bounds.length > 0 ? Integer.parseInt(bounds[0]) : 0;
                int high = bounds.length > 1 ? Integer.parseInt(bounds[1]) : RANDOM_LIMIT - 1;
                if (low >= 0 && high >= low && bounds.length < 3) {
                    return Long.toString(RandomGenerator.getDefault().nextLong(low, high + 1L));
                }
            } catch (NumberFormatException e) {
                // reported below
            }
            problem = "Invalid ${_RANDOM} range '" + arguments + "'";
            return null;
        }
    }

    /** A value of several lines or of unbounded length would be another language. */
    private String environment(String name) {
        String value = name.isEmpty() ? null : facts.environment(name);
        return value == null ? "" : value.replace('\n', ' ');
    }

    private static int endOfName(String text, int start) {
        int end = start;
        while (end < text.length() && isNameCharacter(text.charAt(end), end == start)) {
            end++;
        }
        return end;
    }

    /** Whether the text can be the name of a definition. */
    static boolean isName(String text) {
        return !text.isEmpty() && endOfName(text, 0) == text.length();
    }

    private static boolean isNameCharacter(char c, boolean first) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || !first && c >= '0' && c <= '9';
    }
}
