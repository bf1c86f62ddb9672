package org.jkeepalived.config.text;

import org.jkeepalived.config.report.Place;

import java.util.List;

/** What a line falls into: words, and each brace by itself. */
public sealed interface Piece {
    /** Where it stands. */
    Place place();

    /** At least one word up to the next brace or the end of the line. */
    record Words(List<Word> words, Place place) implements Piece {}

    /** An opening brace. */
    record Open(Place place) implements Piece {}

    /** A closing brace. */
    record Close(Place place) implements Piece {}
}
