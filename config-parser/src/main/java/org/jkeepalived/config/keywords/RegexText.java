package org.jkeepalived.config.keywords;

import java.util.List;
import java.util.stream.Collectors;
import org.jkeepalived.config.lexer.Word;
import org.jkeepalived.config.syntax.Statement;

/**
 * The pattern of a regex line: one word, in double or single quotes when it has blanks, in which a backslash is worked off as in C strings. One before
 * any other character is dropped, so that a pattern's own backslashes are written twice.
 */
final class RegexText {
    private static final String ESCAPES = "abEfnrtv";
    private static final String ESCAPED = "\u0007\b\u001b\f\n\r\t\u000b";

    private RegexText() {}

    /** The pattern; null when there is none or more than one word. */
    static String read(Statement statement) {
        List<Word> words = statement.arguments();
        if (words.isEmpty()) {
            return null;
        }
        Word first = words.getFirst();
        if (first.quoted() || !first.text().startsWith("'")) {
            return words.size() == 1 ? unescape(first.text()) : null;
        }
        String line = words.stream().map(Word::text).collect(Collectors.joining(" "));
        boolean one = line.length() > 1 && line.indexOf('\'', 1) == line.length() - 1;
        return one ? unescape(line.substring(1, line.length() - 1)) : null;
    }

    /** A pattern as it is written; one with a double quote inside uses its number. */
    static String written(String pattern) {
        StringBuilder out = new StringBuilder("\"");
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            int known = ESCAPED.indexOf(c);
            if (known >= 0) {
                out.append('\\').append(ESCAPES.charAt(known));
            } else {
                switch (c) {
                    case '\\' -> out.append("\\\\");
                    case '"' -> out.append("\\x22");
                    case '$' -> out.append("$$");
                    default -> out.append(c);
                }
            }
        }
        return out.append('"').toString();
    }

    private static String unescape(String text) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '\\' || i + 1 == text.length()) {
                out.append(c);
                continue;
            }
            char next = text.charAt(++i);
            int known = ESCAPES.indexOf(next);
            int radix = next == 'x' ? 16 : 8;
            int start = next == 'x' ? i + 1 : i;
            int end = start;
            while (end < text.length() && end < start + (radix == 16 ? 2 : 3)
                    && Character.digit(text.charAt(end), radix) >= 0) {
                end++;
            }
            if (known >= 0) {
                out.append(ESCAPED.charAt(known));
            } else if (end > start) {
                out.append((char) Integer.parseInt(text.substring(start, end), radix));
                i = end - 1;
            } else {
                out.append(next);
            }
        }
        return out.toString();
    }
}
