package org.jkeepalived.config.lexer;

/** One component of a file pattern: {@code *}, {@code ?}, {@code [a-z]}, {@code [!a-z]}, and a backslash before a plain character. */
final class Glob {
    private Glob() {}

    /** Whether the text holds a character that stands for others. */
    static boolean isPattern(String text) {
        return firstSpecial(text) >= 0;
    }

    /** Where the first such character stands, or -1. */
    static int firstSpecial(String text) {
        for (int i = 0; i < text.length(); i++) {
            if ("*?[".indexOf(text.charAt(i)) >= 0) {
                return i;
            }
        }
        return -1;
    }

    /** Whether the name fits. A leading dot must be written. Takes time proportional to the product of the lengths at most. */
    static boolean matches(String pattern, String name) {
        if (name.startsWith(".") && !pattern.startsWith(".")) {
            return false;
        }
        int p = 0;
        int n = 0;
        int star = -1;
        int resume = 0;
        while (n < name.length()) {
            int next = p < pattern.length() && pattern.charAt(p) != '*' ? one(pattern, p, name.charAt(n)) : -1;
            if (next >= 0) {
                p = next;
                n++;
            } else if (p < pattern.length() && pattern.charAt(p) == '*') {
                star = p++;
                resume = n;
            } else if (star >= 0) {
                p = star + 1;
                n = ++resume;
            } else {
                return false;
            }
        }
        while (p < pattern.length() && pattern.charAt(p) == '*') {
            p++;
        }
        return p == pattern.length();
    }

    /** Where the pattern goes on when its element at p takes the character; -1 when it does not. */
    private static int one(String pattern, int p, char c) {
        char element = pattern.charAt(p);
        if (element == '?') {
            return p + 1;
        }
        int close = element == '[' ? pattern.indexOf(']', p + (isNegated(pattern, p) ? 3 : 2)) : -1;
        if (close > 0) {
            return inSet(pattern, p, close, c) ? close + 1 : -1;
        }
        if (element == '\\' && p + 1 < pattern.length()) {
            return pattern.charAt(p + 1) == c ? p + 2 : -1;
        }
        return element == c ? p + 1 : -1;
    }

    private static boolean isNegated(String pattern, int p) {
        return p + 1 < pattern.length() && (pattern.charAt(p + 1) == '!' || pattern.charAt(p + 1) == '^');
    }

    private static boolean inSet(String pattern, int open, int close, char c) {
        boolean negated = isNegated(pattern, open);
        boolean found = false;
        for (int i = open + (negated ? 2 : 1); i < close; i++) {
            boolean range = i + 2 < close && pattern.charAt(i + 1) == '-';
            char last = pattern.charAt(range ? i + 2 : i);
            found |= pattern.charAt(i) <= c && c <= last;
            i += range ? 2 : 0;
        }
        return found != negated;
    }
}
