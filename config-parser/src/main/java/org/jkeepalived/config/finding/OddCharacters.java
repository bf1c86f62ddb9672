package org.jkeepalived.config.finding;

/**
 * Characters that look like those of the language and are not: blanks of other scripts, typographic quotes, full-width forms, invisible marks, bytes
 * that are no UTF-8. They arrive with text that was copied from a page or typed with an input method.
 */
public final class OddCharacters {
    private static final char FULL_WIDTH_FIRST = '\uff01';
    private static final char FULL_WIDTH_LAST = '\uff5e';
    private static final int FULL_WIDTH_OFFSET = FULL_WIDTH_FIRST - '!';

    private OddCharacters() {}

    /** The character that was probably meant by one outside ASCII: none, a blank or an ASCII character; null when it is what it looks like. */
    private static String plain(char c) {
        if (c >= FULL_WIDTH_FIRST && c <= FULL_WIDTH_LAST) {
            return String.valueOf((char) (c - FULL_WIDTH_OFFSET));
        }
        return switch (c) {
            case '\ufeff', '\u200b', '\u200c', '\u200d', '\u200e', '\u200f', '\u2060', '\u00ad' -> "";
            case '\u00a0', '\u2000', '\u2001', '\u2002', '\u2003', '\u2004', '\u2005', '\u2006', '\u2007', '\u2008',
                    '\u2009', '\u200a', '\u202f', '\u205f', '\u3000' -> " ";
            case '\u201c', '\u201d', '\u201e', '\u201f', '\u00ab', '\u00bb', '\u2033' -> "\"";
            case '\u2018', '\u2019', '\u201a', '\u201b', '\u2032' -> "'";
            case '\u2010', '\u2011', '\u2012', '\u2013', '\u2014', '\u2015', '\u2212' -> "-";
            case '\u3002', '\u2024' -> ".";
            case '\u3001' -> ",";
            default -> null;
        };
    }

    /** The word with each such character replaced by the one that was probably meant. */
    public static String plain(String word) {
        StringBuilder out = null;
        for (int i = 0; i < word.length(); i++) {
            String plain = word.charAt(i) < '\u0080' ? null : plain(word.charAt(i));
            if (plain != null && out == null) {
                out = new StringBuilder(word.substring(0, i));
            }
            if (out != null) {
                out.append(plain == null ? word.substring(i, i + 1) : plain);
            }
        }
        return out == null ? word : out.toString();
    }

    /** What was expected, with a word about the first such character at the place. */
    static String explained(Place place, String expected) {
        if (place == null || place.sourceLine() == null) {
            return expected;
        }
        String line = place.sourceLine();
        int start = Math.min(place.position().column() - 1, line.length());
        int end = Math.min(start + place.position().length(), line.length());
        for (int i = start; i < end; i++) {
            String word = line.charAt(i) < '\u0080' ? null : explained(line, i);
            if (word != null) {
                return expected == null ? word : expected + "; " + word;
            }
        }
        return expected;
    }

    private static String explained(String line, int index) {
        char c = line.charAt(index);
        if (c >= '\udc80' && c <= '\udcff' && (index == 0 || !Character.isHighSurrogate(line.charAt(index - 1)))) {
            return "UTF-8: the byte 0x%02X in column %d is none".formatted(c - 0xdc00, index + 1);
        }
        String plain = plain(c);
        if (plain == null) {
            return null;
        }
        String instead = plain.isEmpty() ? "nothing" : plain.equals(" ") ? "a blank" : plain;
        return "%s where the %s U+%04X stands in column %d".formatted(instead, name(c), (int) c, index + 1);
    }

    private static String name(char c) {
        String name = Character.getName(c);
        return name == null ? "character" : name.toLowerCase(java.util.Locale.ROOT);
    }
}
