package org.jkeepalived.config.text;

/** Finds where a line's comment starts. A comment starts at {@code #} or {@code !} outside double quotes and not after a backslash. */
final class CommentCutter {
    private CommentCutter() {}

    /** The line up to its comment, without trailing blanks; escapes stay as they are. */
    static String cut(String line) {
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && c == '\\' && i + 1 < line.length() && isMark(line.charAt(i + 1))) {
                i++;
            } else if (!quoted && isMark(c)) {
                return line.substring(0, i).stripTrailing();
            }
        }
        return line.stripTrailing();
    }

    /** Whether the line ends inside double quotes. */
    static boolean endsInQuotes(String line) {
        return line.chars().filter(c -> c == '"').count() % 2 != 0;
    }

    private static boolean isMark(char c) {
        return c == '#' || c == '!';
    }
}
