package org.jkeepalived.config.lexer;

/**
 * Finds where a line's comment starts: at {@code #} or {@code !} outside double quotes and not after a backslash. {@code \#} and {@code \!} become the
 * plain character. A backslash at the very end, also of a comment, belongs to the word before it and may continue the line.
 */
final class CommentCutter {
    private CommentCutter() {}

    /** The line up to its comment, without trailing blanks, with the marks that a backslash protects. */
    static String cut(String line) {
        boolean quoted = false;
        StringBuilder unescaped = null;
        int copied = 0;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && c == '\\' && i + 1 < line.length() && isMark(line.charAt(i + 1))) {
                unescaped = unescaped == null ? new StringBuilder() : unescaped;
                unescaped.append(line, copied, i);
                copied = ++i;
            } else if (!quoted && isMark(c)) {
                return text(line, unescaped, copied, i);
            }
        }
        return text(line, unescaped, copied, line.length());
    }

    private static String text(String line, StringBuilder unescaped, int copied, int end) {
        String text = unescaped == null ? line.substring(0, end) : unescaped.append(line, copied, end).toString();
        text = Blanks.stripTrailing(text);
        boolean backslash = text.endsWith("\\");
        if (backslash || end < line.length() && Blanks.stripTrailing(line).endsWith("\\")) {
            return Blanks.stripTrailing(backslash ? text.substring(0, text.length() - 1) : text) + '\\';
        }
        return text;
    }

    /** Where the double quote stands that is not closed on its line, or -1. */
    static int openQuote(String line) {
        int open = -1;
        for (int i = 0; i < line.length(); i++) {
            if (line.charAt(i) == '"') {
                open = open < 0 ? i : -1;
            }
        }
        return open;
    }

    private static boolean isMark(char c) {
        return c == '#' || c == '!';
    }
}
