package org.jkeepalived.config.lexer;

import org.jkeepalived.config.diagnostic.SourcePosition;
import org.jkeepalived.config.finding.Place;

/**
 * A line on its way through the reader.
 *
 * @param file name of the file as given
 * @param number line in the file, from 1
 * @param sequence line in reading order over all files, from 0
 * @param raw as it stands in the file
 * @param text as it is after conditions and substitutions
 */
public record SourceLine(String file, int number, int sequence, String raw, String text) {

    /** The same line with other text. */
    public SourceLine with(String newText) {
        return new SourceLine(file, number, sequence, raw, newText);
    }

    /** The whole line, without leading and trailing blanks, as a place. */
    public Place whole() {
        int start = Blanks.start(raw);
        return at(Math.min(start, Math.max(0, raw.length() - 1)),
                Math.max(1, Blanks.stripTrailing(raw).length() - start));
    }

    /**
     * The place of a word of this line.
     *
     * @param offset where the word stands in {@link #text}; when substitutions moved it, it is looked for in the raw line
     */
    public Place word(int offset, String word) {
        if (raw.startsWith(word, offset) && raw.regionMatches(0, text, 0, Math.min(offset, text.length()))) {
            return at(offset, Math.max(1, word.length()));
        }
        int found = word.isEmpty() ? -1 : raw.indexOf(word);
        return found < 0 ? whole() : at(found, word.length());
    }

    private Place at(int offset, int length) {
        return new Place(new SourcePosition(file, number, offset + 1, length), raw, sequence);
    }
}
