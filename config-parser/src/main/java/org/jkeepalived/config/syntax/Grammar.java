package org.jkeepalived.config.syntax;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jkeepalived.config.finding.Part;
import org.jkeepalived.config.lexer.Word;

/**
 * One name of the language and what may stand below it.
 */
public final class Grammar {
    /** What follows the name. */
    public enum Kind {
        /** Words to the end of the line. */
        LINE,
        /** Statements between braces. */
        BLOCK,
        /** Free entries between braces, one per line. */
        LIST
    }

    private final String name;
    private final Kind kind;
    private final boolean argumentRequired;
    private boolean uniquelyNamed;
    private Predicate<List<Word>> passedOver;
    private Part part = Part.PARENT;
    private Consumer<Grammar> filler;
    private final Map<String, Grammar> children = new ConcurrentSkipListMap<>();

    /**
     * A name without children.
     *
     * @param argumentRequired reading stops when nothing follows the name
     */
    public Grammar(String name, Kind kind, boolean argumentRequired) {
        this.name = name;
        this.kind = kind;
        this.argumentRequired = argumentRequired;
    }

    /** The keyword. */
    public String name() {
        return name;
    }

    /** What follows it. */
    public Kind kind() {
        return kind;
    }

    /** Reading stops when nothing follows the name. */
    public boolean argumentRequired() {
        return argumentRequired;
    }

    /** Makes it a block that is skipped unless exactly one name follows, and one that no earlier block of its kind has. */
    public Grammar uniquelyNamed() {
        uniquelyNamed = true;
        return this;
    }

    /** For a top-level name: the process of keepalived that reads it. */
    public Grammar in(Part reader) {
        part = reader;
        return this;
    }

    /** The process of keepalived that reads it; meaningful for top-level names. */
    public Part part() {
        return part;
    }

    /** Names what adds the children when the first of them is asked for, or null. */
    public Grammar filledBy(Consumer<Grammar> adder) {
        filler = adder;
        return this;
    }

    private synchronized void fill() {
        Consumer<Grammar> due = filler;
        if (due != null) {
            filler = null;
            due.accept(this);
        }
    }

    /** Names the words, the name first, with which nothing inside the block is looked at, or null. */
    public Grammar passedOverWhen(Predicate<List<Word>> words) {
        passedOver = words;
        return this;
    }

    boolean passesOver(List<Word> words) {
        return passedOver != null && passedOver.test(words);
    }

    boolean isUniquelyNamed() {
        return uniquelyNamed;
    }

    /** What the name means in this block, or null. */
    public Grammar child(String word) {
        fill();
        return children.get(word);
    }

    /** What may stand in it, by name. */
    public Map<String, Grammar> children() {
        fill();
        return children;
    }

    /** Adds a child unless one of that name is there already; returns the one that is. */
    public Grammar add(Grammar child) {
        fill();
        return children.computeIfAbsent(child.name, _ -> child);
    }
}
