package org.jkeepalived.config.render;

import java.util.ArrayList;
import java.util.List;

/** Text of a configuration made fit for a terminal. */
final class Plain {
    private Plain() {}

    /**
     * Whether a terminal acts on it instead of showing it: control characters, and those that turn the direction of writing. A surrogate by itself
     * stands for a byte that is no UTF-8.
     */
    static boolean isControl(int point) {
        int type = Character.getType(point);
        return type == Character.CONTROL || type == Character.SURROGATE || point >= 0x202a && point <= 0x202e
                || point >= 0x2066 && point <= 0x2069;
    }

    /** With a question mark for what a terminal would act on. */
    static String text(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().forEach(point -> out.appendCodePoint(isControl(point) ? '?' : point));
        return out.toString();
    }

    /** Lines of at most so many characters, broken at blanks; a longer word stays whole. */
    static List<String> wrapped(String text, int first, int others) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text(text).split(" ")) {
            int most = lines.isEmpty() ? first : others;
            if (!line.isEmpty() && line.length() + 1 + word.length() > most) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
