package org.jkeepalived.config;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Small damage to a configuration. */
final class FuzzMutations {
    private static final int LONGEST_RUN = 3000;
    private static final List<String> SPECIAL = List.of("{", "}", "\"", "'", "\\", "#", "!", "$", "${", "}", "~", "@",
            "@^", "\0", "\r", "\t", "\f", "\u000b", "\u00a0", "\ufeff", "\ud800", "\n", " ", "%s", "%n", "*", "?", "[",
            "/../");
    private static final List<String> BOUNDS = List.of("0", "1", "-1", "3", "9", "0x10", "x", "");
    /** Costly ones, taken rarely: a loop that is too long is read up to the reader's limits. */
    private static final List<String> WIDE_BOUNDS = List.of("255", "100000", "2147483647", "-2147483648",
            "9223372036854775807");
    private static final int WIDE_EVERY = 80;
    private static final List<String> INCLUDES = List.of("one.conf", "bad.conf", "loop.conf", "*", "*.conf",
            "none.conf", "directory", "directory/*", "{one,two}.conf", "{one,{two,bad}}.conf", "{", "[", "\"one.conf\"",
            "${A}.conf", "", "o[mn]e.conf", "tree.conf");

    private FuzzMutations() {}

    /** The text with one piece of damage. */
    static String apply(String text, RandomGenerator random) {
        List<String> lines = new ArrayList<>(List.of(text.split("\n", -1)));
        int at = random.nextInt(lines.size());
        String line = lines.get(at);
        switch (random.nextInt(16)) {
            case 0 -> lines.remove(at);
            case 1 -> lines.add(random.nextInt(lines.size() + 1), line);
            case 2 -> lines.set(at, lines.set(random.nextInt(lines.size()), line));
            case 3 -> lines.set(at, line.replaceFirst("[{}]", ""));
            case 4 -> lines.set(at, inserted(line, FuzzInputs.any(SPECIAL, random), random));
            case 5 -> lines.set(at, flipped(line, random));
            case 6 -> lines.set(at, inserted(line, run(random), random));
            case 7 -> lines.add(at, definition(random));
            case 8 -> lines.set(at, replacedWord(line, random));
            case 9 -> lines.set(at, generator(random) + line);
            case 10 -> lines.set(at, (random.nextBoolean() ? "@host1 " : "@^host1 ") + line);
            case 11 -> lines.add(at, include(random));
            case 12 -> define(lines, at, random);
            case 13 -> lines.set(at, line + " " + FuzzInputs.word(random));
            case 14 -> lines.set(at, line.substring(0, random.nextInt(line.length() + 1)));
            default -> {
                return text.substring(0, random.nextInt(text.length() + 1));
            }
        }
        return String.join("\n", lines);
    }

    private static String inserted(String line, String what, RandomGenerator random) {
        int at = random.nextInt(line.length() + 1);
        return line.substring(0, at) + what + line.substring(at);
    }

    private static String flipped(String line, RandomGenerator random) {
        if (line.isEmpty()) {
            return String.valueOf((char) random.nextInt(0x100));
        }
        int at = random.nextInt(line.length());
        char flipped = (char) (line.charAt(at) ^ 1 << random.nextInt(8));
        return line.substring(0, at) + flipped + line.substring(at + 1);
    }

    private static String run(RandomGenerator random) {
        String unit = random.nextBoolean() ? "x" : FuzzInputs.any(SPECIAL, random);
        return unit.repeat(random.nextInt(LONGEST_RUN));
    }

    private static String definition(RandomGenerator random) {
        return switch (random.nextInt(8)) {
            case 0 -> "$A=${A}";
            case 1 -> "$A=${B}${B}";
            case 2 -> "$B=${A}${A}";
            case 3 -> "$A= \\\n  priority 5 \\\n  nopreempt";
            case 4 -> "$A=~SEQ(x, 3) ${B}";
            case 5 -> "$A=$B= \\\n c \\\n";
            case 6 -> "$A=include loop.conf";
            default -> "$A=" + FuzzInputs.word(random);
        };
    }

    private static String replacedWord(String line, RandomGenerator random) {
        String[] words = line.split(" ", -1);
        words[random.nextInt(words.length)] = FuzzInputs.word(random);
        return String.join(" ", words);
    }

    private static String generator(RandomGenerator random) {
        StringBuilder text = new StringBuilder(
                FuzzInputs.any(List.of("~SEQ(x", "~SEQx(y", "~LST(z", "~LST({x,y}"), random));
        for (int i = random.nextInt(4); i > 0; i--) {
            text.append(", ")
                    .append(random.nextInt(6) == 0
                            ? "{1,2}"
                            : FuzzInputs.any(random.nextInt(WIDE_EVERY) == 0 ? WIDE_BOUNDS : BOUNDS, random));
        }
        return text + (random.nextInt(10) == 0 ? " " : ") ");
    }

    private static String include(RandomGenerator random) {
        return "include" + FuzzInputs.any(List.of("", "", "", "r", "m", "w", "b", "a", "z"), random) + " "
                + FuzzInputs.any(INCLUDES, random);
    }

    /** Puts the rest of the text into a definition and uses it. */
    private static void define(List<String> lines, int from, RandomGenerator random) {
        int to = Math.min(lines.size(), from + random.nextInt(1, 12));
        for (int i = from; i < to; i++) {
            lines.set(i, lines.get(i) + " \\");
        }
        lines.add(from, "$BODY= \\");
        lines.add(to + 1, "");
        lines.add(to + 2, random.nextBoolean() ? "$BODY" : generator(random) + "$BODY");
    }
}
