package org.jkeepalived.config.tree;

import org.jkeepalived.config.report.Part;
import org.jkeepalived.config.text.Word;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Consumer;
import java.util.function.Predicate;

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
    private final boolean supported;
    private boolean uniquelyNamed;
    private Predicate<List<Word>> passedOver;
    private Part part = Part.PARENT;
    private Consumer<Grammar> filler;
    private Completion completion;
    private final Map<String, Grammar> children = new ConcurrentSkipListMap<>();

    /**
     * A name without children.
     *
     * @param argumentRequired
     *            reading stops when nothing follows the name
     * @param supported
     *            bound to a setting; otherwise skipped with a notice
     */
    public Grammar(String name, Kind kind, boolean argumentRequired, boolean supported) {
        this.name = name;
        this.kind = kind;
        this.argumentRequired = argumentRequired;
        this.supported = supported;
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

    /** Bound to a setting. */
    public boolean supported() {
        return supported;
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
            children.values().forEach(child -> child.share(completion));
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

    boolean isUniquelyNamed() { return uniquelyNamed; }

    /**
     * Names the rest of the language, which is asked for once, when a name is looked for that is not there: most configurations never need it, and
     * reading it costs a start some milliseconds.
     *
     * @param rest
     *            adds to this root
     */
    public Grammar completedBy(Consumer<Grammar> rest) {
        completion = new Completion(this, rest);
        children.values().forEach(child -> child.share(completion));
        return this;
    }

    private void share(Completion shared) {
        completion = shared;
        children.values().forEach(child -> child.share(shared));
    }

    /** What the name means in this block, or null. */
    public Grammar child(String word) {
        fill();
        Grammar known = children.get(word);
        if (known == null && completion != null) {
            completion.run();
            known = children.get(word);
        }
        return known;
    }

    /** What may stand in it, by name; complete after a {@link #child} that was not there. */
    public Map<String, Grammar> children() {
        fill();
        return children;
    }

    /** Adds a child unless one of that name is there already; returns the one that is. */
    public Grammar add(Grammar child) {
        fill();
        return children.computeIfAbsent(child.name, _ -> child);
    }

    /** Runs once, whoever asks. */
    private static final class Completion {
        private final Grammar root;
        private Consumer<Grammar> rest;

        Completion(Grammar root, Consumer<Grammar> rest) {
            this.root = root;
            this.rest = rest;
        }

        synchronized void run() {
            Consumer<Grammar> due = rest;
            rest = null;
            if (due != null) {
                due.accept(root);
            }
        }
    }
}
