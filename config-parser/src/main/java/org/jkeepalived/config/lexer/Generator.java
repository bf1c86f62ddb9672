package org.jkeepalived.config.lexer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * A {@code ~SEQ}, {@code ~SEQx} or {@code ~LST} line: the rest of the line is repeated with variables set. The repetitions are counted, not made in
 * advance.
 */
final class Generator {
    /** Far from where the arithmetic would overflow. */
    private static final long LARGEST = 1L << 53;

    private final String body;
    private final List<String> names;
    private final List<List<String>> values;
    private final boolean hexadecimal;
    private final long start;
    private final long step;
    private final long passes;
    private long done;

    private Generator(String body, List<String> names, List<List<String>> values) {
        this(body, names, values, false, 0, 0, values.size());
    }

    private Generator(String body, List<String> names, List<List<String>> values, boolean hexadecimal, long start,
            long step, long passes) {
        this.body = body;
        this.names = names;
        this.values = values;
        this.hexadecimal = hexadecimal;
        this.start = start;
        this.step = step;
        this.passes = passes;
    }

    /** Whether the line is meant as a generator. */
    static boolean isGenerator(String text) {
        int start = Blanks.start(text);
        return text.startsWith("~SEQ", start) || text.startsWith("~LST", start);
    }

    /** Where a generator begins that stands behind a brace on its line, as keepalived reads what follows a brace as a line; -1 where none does. */
    static int afterBrace(String text) {
        int generator = text.indexOf('~');
        boolean quoted = false;
        for (int i = 0; i < generator; i++) {
            quoted ^= text.charAt(i) == '"';
            if (text.charAt(i) == '{' && !quoted && Blanks.start(text.substring(i + 1)) + i + 1 == generator
                    && isGenerator(text.substring(generator))) {
                return generator;
            }
        }
        return -1;
    }

    /** The line to repeat. */
    String body() {
        return body;
    }

    /** Whether another repetition is due. */
    boolean hasNext() {
        return done < passes;
    }

    /** The variables of the next repetition. */
    Map<String, String> next() {
        Map<String, String> pass = new TreeMap<>();
        if (values == null) {
            long value = start + done * step;
            pass.put(names.getFirst(), hexadecimal ? Long.toHexString(value) : Long.toString(value));
        } else {
            List<String> given = values.get((int) done);
            for (int i = 0; i < names.size(); i++) {
                pass.put(names.get(i), i < given.size() ? given.get(i) : "");
            }
        }
        done++;
        return pass;
    }

    /**
     * Null when the form is wrong.
     *
     * @param substitute replaces definitions in an argument
     * @param complaint hears what is wrong with the form, where keepalived has words for it
     */
    static Generator parse(String text, UnaryOperator<String> substitute, Consumer<String> complaint) {
        String line = Blanks.stripLeading(text);
        boolean list = line.startsWith("~LST");
        boolean hexadecimal = line.startsWith("~SEQx");
        int open = Blanks.start(line.substring(hexadecimal ? 5 : 4)) + (hexadecimal ? 5 : 4);
        int close = line.indexOf(')', open);
        if (open >= line.length() || line.charAt(open) != '(') {
            return null;
        }
        if (close < 0) {
            if (!list) {
                complaint.accept("~SEQ parameter strings too long");
            }
            return null;
        }
        List<String> words = commaSeparated(line.substring(open + 1, close)).stream().map(substitute).toList();
        String body = Blanks.stripLeading(line.substring(close + 1));
        return list ? list(words, body, complaint) : sequence(words, body, hexadecimal, complaint);
    }

    private static Generator sequence(List<String> words, String body, boolean hexadecimal,
            Consumer<String> complaint) {
        if (words.size() < 2 || words.size() > 4 || !Definitions.isName(words.getFirst())) {
            complaint.accept("Invalid ~SEQ definition");
            return null;
        }
        try {
            long end = number(words.getLast());
            long start = words.size() > 2 ? number(words.get(1)) : end < 0 ? -1 : 1;
            long step = words.size() > 3 ? number(words.get(2)) : end < start ? -1 : 1;
            if (step == 0 || end != start && Long.signum(end - start) != Long.signum(step)) {
                complaint.accept("Invalid ~SEQ values");
                return null;
            }
            return new Generator(body, words.subList(0, 1), null, hexadecimal, start, step, (end - start) / step + 1);
        } catch (NumberFormatException e) {
            complaint.accept("Invalid ~SEQ definition");
            return null;
        }
    }

    private static long number(String word) {
        long number = Long.decode(word);
        if (Math.abs(number) > LARGEST) {
            throw new NumberFormatException(word);
        }
        return number;
    }

    private static Generator list(List<String> words, String body, Consumer<String> complaint) {
        if (words.size() < 2) {
            return null;
        }
        List<String> names = fields(words.getFirst());
        List<List<String>> values = words.subList(1, words.size()).stream().map(Generator::fields).toList();
        boolean unclosed = words.stream().anyMatch(word -> word.startsWith("{") && !word.endsWith("}"));
        if (unclosed || values.stream().anyMatch(value -> value.size() > names.size())) {
            complaint.accept("~LST specification has too many values");
            return null;
        }
        return names.stream().allMatch(Definitions::isName) ? new Generator(body, names, values) : null;
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
                words.add(Blanks.strip(text.substring(start, i)));
                start = i + 1;
            }
        }
        return words;
    }
}
