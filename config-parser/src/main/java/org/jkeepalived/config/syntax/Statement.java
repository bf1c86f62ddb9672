package org.jkeepalived.config.syntax;

import java.util.ArrayList;
import java.util.List;
import org.jkeepalived.config.finding.Place;
import org.jkeepalived.config.lexer.Word;

/** A keyword with its words, and for a block what stands between its braces. For an entry of a list block the first word is the entry's own. */
public final class Statement {
    private final Grammar grammar;
    private final List<Word> words;
    private List<Statement> children = List.of();
    private Place closedAt;

    Statement(Grammar grammar, List<Word> words) {
        this.grammar = grammar;
        this.words = words;
    }

    /** The name's place in the language; null for an entry of a list block and for the root. */
    public Grammar grammar() {
        return grammar;
    }

    /** Keyword first. */
    public List<Word> words() {
        return words;
    }

    /** The keyword. */
    public Word keyword() {
        return words.getFirst();
    }

    /** The words after the keyword. */
    public List<Word> arguments() {
        return words.subList(1, words.size());
    }

    /** The first word after the keyword, or null. */
    public Word argument() {
        return words.size() > 1 ? words.get(1) : null;
    }

    /** Statements or entries of a block, in order. */
    public List<Statement> children() {
        return children;
    }

    /** Where its closing brace stands, or null when none was found. */
    public Place closedAt() {
        return closedAt;
    }

    void add(Statement child) {
        if (children.isEmpty()) {
            children = new ArrayList<>();
        }
        children.add(child);
    }

    void close(Place place) {
        closedAt = place;
    }
}
