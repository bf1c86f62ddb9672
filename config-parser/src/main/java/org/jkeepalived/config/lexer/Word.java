package org.jkeepalived.config.lexer;

import org.jkeepalived.config.finding.Place;

/** A word of a statement, or a brace. Its place is worked out when asked for: few words are complained about. */
public final class Word {
    private final String text;
    private final boolean quoted;
    private final SourceLine line;
    private final int offset;

    /**
     * A word of a line.
     *
     * @param text without quotes, possibly empty when quoted
     * @param quoted stood in double quotes
     * @param offset where it stands in the line's text, after the quote
     */
    Word(String text, boolean quoted, SourceLine line, int offset) {
        this.text = text;
        this.quoted = quoted;
        this.line = line;
        this.offset = offset;
    }

    /** Without quotes, possibly empty when quoted. */
    public String text() {
        return text;
    }

    /** Whether it stood in double quotes. */
    public boolean quoted() {
        return quoted;
    }

    /** Where it stands. */
    public Place place() {
        return line.word(offset, text);
    }

    /** Characters before it in its line as that is after substitutions. */
    public int offset() {
        return offset;
    }

    /** What stands in the line from this word to {@code last}, a word of the same line, with their double quotes. */
    public String through(Word last) {
        int end = last.offset + last.text.length() + (last.quoted ? 1 : 0);
        return line.text().substring(offset - (quoted ? 1 : 0), Math.min(end, line.text().length()));
    }

    /** Its line in reading order over all files, from 0. */
    public int sequence() {
        return line.sequence();
    }

    @Override
    public String toString() {
        return text;
    }
}
