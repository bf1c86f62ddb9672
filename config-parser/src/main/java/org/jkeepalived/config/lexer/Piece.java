package org.jkeepalived.config.lexer;

import java.util.List;
import org.jkeepalived.config.finding.Place;

/**
 * What a line falls into: words, and each brace by itself. An enum instead of sealed types: a switch over types costs a start some 10 ms, because
 * its linkage is not part of an AOT cache.
 *
 * @param kind words or a brace
 * @param words at least one word up to the next brace or the end of the line; the brace
 */
public record Piece(Kind kind, List<Word> words) {
    /** Words, an opening or a closing brace. */
    public enum Kind {
        WORDS,
        OPEN,
        CLOSE
    }

    /** Where it begins. */
    public Place place() {
        return words.getFirst().place();
    }
}
