package org.jkeepalived.config.render;

/**
 * A line of a file as a terminal shows it, and the columns to underline. Tabs become blanks, characters that a terminal would act on become question
 * marks, East Asian wide characters take two columns and combining ones none (Unicode Standard Annex 11); a line that is too wide is cut around the
 * word.
 */
final class Excerpt {
    private static final int TAB = 4;
    private static final String CUT = "...";
    /** Columns kept before the word when a line is cut. */
    private static final int LEAD = 24;

    private final StringBuilder shown = new StringBuilder();
    private int width;
    private int caret;
    private int caretWidth;

    /**
     * @param line as it stands in the file
     * @param start offset of the word
     * @param length of the word, in characters
     * @param most columns that there are
     */
    Excerpt(String line, int start, int length, int most) {
        int begin = Math.clamp(start, 0, line.length());
        int end = Math.clamp((long) begin + length, begin, line.length());
        int before = width(line, 0, begin);
        int word = Math.max(1, width(line, begin, end));
        int all = width(line, 0, line.length());
        int from = 0;
        if (all > most) {
            from = Math.clamp(before - LEAD, 0, Math.max(0, all - most + CUT.length()));
        }
        show(line, from, most, all);
        caret = Math.max(0, before - from) + (from > 0 ? CUT.length() : 0);
        caretWidth = Math.max(1, Math.min(word, Math.max(width, caret + 1) - caret));
    }

    /** The line. */
    String text() {
        return shown.toString();
    }

    /** Blanks and carets for the line below. */
    String underline() {
        return " ".repeat(caret) + "^".repeat(caretWidth);
    }

    private void show(String line, int from, int most, int all) {
        int to = from == 0 && all <= most ? all : from + most - (from > 0 ? CUT.length() : 0);
        boolean cutAtEnd = all > to;
        if (cutAtEnd) {
            to -= CUT.length();
        }
        shown.append(from > 0 ? CUT : "");
        width = shown.length();
        int column = 0;
        for (int i = 0; i < line.length();) {
            int point = line.codePointAt(i);
            int columns = columns(point, column);
            if (column >= from && column + columns <= to) {
                append(point, columns);
            } else if (column < from && column + columns > from) {
                shown.repeat(' ', column + columns - from);
                width += column + columns - from;
            }
            column += columns;
            i += Character.charCount(point);
        }
        shown.append(cutAtEnd ? CUT : "");
    }

    private void append(int point, int columns) {
        if (point == '\t') {
            shown.repeat(' ', columns);
        } else {
            shown.appendCodePoint(Plain.isControl(point) ? '?' : point);
        }
        width += columns;
    }

    private static int width(String line, int from, int to) {
        int column = 0;
        int start = 0;
        for (int i = 0; i < to;) {
            int point = line.codePointAt(i);
            if (i < from) {
                start = column + columns(point, column);
            }
            column += columns(point, column);
            i += Character.charCount(point);
        }
        return column - start;
    }

    private static int columns(int point, int column) {
        if (point == '\t') {
            return TAB - column % TAB;
        }
        if (Plain.isControl(point)) {
            return 1;
        }
        return switch (Character.getType(point)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
            default -> isWide(point) ? 2 : 1;
        };
    }

    private static boolean isWide(int point) {
        return within(point, 0x1100, 0x115f) || within(point, 0x2e80, 0x303e) || within(point, 0x3041, 0xa4cf)
                || within(point, 0xac00, 0xd7a3) || within(point, 0xf900, 0xfaff) || within(point, 0xfe30, 0xfe6f)
                || within(point, 0xff00, 0xff60) || within(point, 0xffe0, 0xffe6) || within(point, 0x1f300, 0x1f64f)
                || within(point, 0x1f900, 0x1f9ff) || within(point, 0x20000, 0x3fffd);
    }

    private static boolean within(int point, int first, int last) {
        return point >= first && point <= last;
    }
}
