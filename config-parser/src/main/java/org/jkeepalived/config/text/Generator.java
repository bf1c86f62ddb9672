package org.jkeepalived.config.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A {@code ~SEQ}, {@code ~SEQx} or {@code ~LST} line: the rest of the line is repeated with variables set.
 *
 * @param passes
 *            the variables of each repetition, in order
 * @param body
 *            the line to repeat
 */
record Generator(List<Map<String, String>> passes, String body) {
    private static final Pattern HEAD = Pattern.compile("\\s*~(SEQx?|LST)\\s*\\(([^)]*)\\)(.*)", Pattern.DOTALL);
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    /** No configuration needs more lines from one statement; a slip of the pen might ask for billions. */
    private static final long MAX_PASSES = 100_000;

    /** Whether the line is meant as a generator. */
    static boolean isGenerator(String text) {
        String start = text.stripLeading();
        return start.startsWith("~SEQ") || start.startsWith("~LST");
    }

    /** The argument list, parentheses excluded, or null when there is none; definitions are substituted into it before parsing. */
    static String arguments(String text) {
        Matcher matcher = HEAD.matcher(text);
        return matcher.matches() ? matcher.group(2) : null;
    }

    /** Null when the form is wrong. */
    static Generator parse(String text, String arguments) {
        Matcher matcher = HEAD.matcher(text);
        if (!matcher.matches() || arguments == null) {
            return null;
        }
        String body = matcher.group(3).stripLeading();
        List<String> words = commaSeparated(arguments);
        List<Map<String, String>> passes = matcher.group(1).equals("LST")
                ? list(words)
                : sequence(words, matcher.group(1).equals("SEQx"));
        return passes == null ? null : new Generator(passes, body);
    }

    private static List<Map<String, String>> sequence(List<String> words, boolean hexadecimal) {
        if (words.size() < 2 || words.size() > 4 || !NAME.matcher(words.getFirst()).matches()) {
            return null;
        }
        try {
            long end = Long.decode(words.getLast());
            long start = words.size() > 2 ? Long.decode(words.get(1)) : end < 0 ? -1 : 1;
            long step = words.size() > 3 ? Long.decode(words.get(2)) : end < start ? -1 : 1;
            if (step == 0 || (end - start) / step < 0 || end != start && Long.signum(end - start) != Long.signum(step)
                    || (end - start) / step > MAX_PASSES) {
                return null;
            }
            List<Map<String, String>> passes = new ArrayList<>();
            for (long i = start; step > 0 ? i <= end : i >= end; i += step) {
                passes.add(Map.of(words.getFirst(), hexadecimal ? Long.toHexString(i) : Long.toString(i)));
            }
            return passes;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static List<Map<String, String>> list(List<String> words) {
        if (words.size() < 2) {
            return null;
        }
        List<String> names = fields(words.getFirst());
        if (!names.stream().allMatch(name -> NAME.matcher(name).matches())) {
            return null;
        }
        List<Map<String, String>> passes = new ArrayList<>();
        for (String word : words.subList(1, words.size())) {
            List<String> values = names.size() > 1 ? fields(word) : List.of(word);
            Map<String, String> pass = new TreeMap<>();
            for (int i = 0; i < names.size(); i++) {
                pass.put(names.get(i), i < values.size() ? values.get(i) : "");
            }
            passes.add(pass);
        }
        return passes;
    }

    private static List<String> fields(String word) {
        return word.startsWith("{") && word.endsWith("}")
                ? commaSeparated(word.substring(1, word.length() - 1))
                : List.of(word);
    }

    /** Splits at commas outside braces. */
    private static List<String> commaSeparated(String text) {
        List<String> words = new ArrayList<>();
        int depth = 0;
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            char c = i < text.length() ? text.charAt(i) : ',';
            if (c == '{') {
                depth++;
            } else if (c == '}') {
                depth--;
            } else if (c == ',' && (depth == 0 || i == text.length())) {
                words.add(text.substring(start, i).strip());
                start = i + 1;
            }
        }
        return words;
    }
}
