package org.jkeepalived.config.lexer;

/** What separates words: blank, tab, newline, vertical tab, form feed, carriage return, and no character outside ASCII. */
final class Blanks {
    private Blanks() {}

    static boolean isBlank(char c) {
        return c == ' ' || c >= '\t' && c <= '\r';
    }

    static boolean isBlank(String text) {
        return start(text) == text.length();
    }

    /** Where the first character stands that is no blank; the length when there is none. */
    static int start(String text) {
        int start = 0;
        while (start < text.length() && isBlank(text.charAt(start))) {
            start++;
        }
        return start;
    }

    static String strip(String text) {
        return stripTrailing(stripLeading(text));
    }

    static String stripLeading(String text) {
        return text.substring(start(text));
    }

    static String stripTrailing(String text) {
        int end = text.length();
        while (end > 0 && isBlank(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(0, end);
    }

    /** The text up to its first blank after its first word, without leading blanks. */
    static String firstWord(String text) {
        int start = start(text);
        int end = start;
        while (end < text.length() && !isBlank(text.charAt(end))) {
            end++;
        }
        return text.substring(start, end);
    }
}
