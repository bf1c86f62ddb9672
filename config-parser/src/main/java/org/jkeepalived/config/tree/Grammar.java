package org.jkeepalived.config.tree;

import java.util.Map;
import java.util.TreeMap;

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
    private final Map<String, Grammar> children = new TreeMap<>();

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

    boolean isUniquelyNamed() { return uniquelyNamed; }

    /** What may stand in it, by name. */
    public Map<String, Grammar> children() {
        return children;
    }

    /** Adds a child unless one of that name is there already; returns the one that is. */
    public Grammar add(Grammar child) {
        return children.computeIfAbsent(child.name, _ -> child);
    }
}
