package org.jkeepalived.config.tree;

import org.jkeepalived.config.diagnostic.ExitClass;
import org.jkeepalived.config.report.Findings;
import org.jkeepalived.config.report.Part;
import org.jkeepalived.config.report.Place;
import org.jkeepalived.config.text.Piece;
import org.jkeepalived.config.text.PieceCutter;
import org.jkeepalived.config.text.ReadAborted;
import org.jkeepalived.config.text.SourceLine;
import org.jkeepalived.config.text.Word;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/**
 * Builds the tree the way keepalived reads braces: a name that is not known does not open a block, so the lines inside are read where it stood and
 * its closing brace closes the block around it. A block name without a brace opens its block all the same.
 */
public final class TreeBuilder {
    private final Grammar language;
    private final Findings findings;
    private final Deque<Statement> open = new ArrayDeque<>();
    private final Set<String> noticed = new HashSet<>();
    private final Set<String> names = new HashSet<>();
    private final Statement root;
    private Statement pending;
    private int depth;
    private boolean balanced = true;
    /** Braces open inside a block that is skipped; 0 outside one. */
    private int skipping;

    /**
     * A builder for one configuration.
     *
     * @param language
     *            the root whose children are the top-level names
     */
    public TreeBuilder(Grammar language, Findings findings) {
        this.language = language;
        this.findings = findings;
        this.root = new Statement(language, List.of());
        open.push(root);
    }

    /** What was built; complete after {@link #end}. */
    public Statement root() {
        return root;
    }

    /** False when a brace is missing or too many. */
    public boolean balanced() {
        return balanced;
    }

    /** Takes the next line. Throws {@link ReadAborted} where keepalived stops reading. */
    public void take(SourceLine line) {
        for (Piece piece : PieceCutter.cut(line, findings)) {
            findings.in(part());
            take(piece);
        }
    }

    /** Ends the configuration. */
    public void end() {
        if (depth > 0) {
            balanced = false;
            findings.error(null, "unbalanced-braces", "There are " + depth + " missing '}'s or extra '{'s",
                    depth + " more '}' at the end of the file");
        }
    }

    private Part part() {
        Iterator<Statement> outwards = open.descendingIterator();
        outwards.next();
        return outwards.hasNext() ? outwards.next().grammar().part() : Part.PARENT;
    }

    private void take(Piece piece) {
        if (skipping > 0) {
            skip(piece);
            return;
        }
        if (pending != null) {
            Statement block = pending;
            pending = null;
            open.push(block);
            if (piece.kind() == Piece.Kind.OPEN) {
                depth++;
                skipping = isSkipped(block) ? 1 : 0;
                return;
            }
            findings.error(piece.place(), "missing-brace", "Missing '{' at beginning of configuration block",
                    "'{' after " + block.keyword());
            balanced = false;
        }
        boolean list = open.peek().grammar().kind() == Grammar.Kind.LIST;
        switch (piece.kind()) {
            case WORDS -> {
                if (list) {
                    entry(piece.words());
                } else {
                    statement(piece.words());
                }
            }
            case OPEN -> opened(piece.place(), list);
            case CLOSE -> closed(piece.place());
        }
    }

    /** Whether the block has not exactly one name, or one that is taken. */
    private boolean isSkipped(Statement block) {
        return block.grammar().isUniquelyNamed()
                && (block.words().size() != 2 || !names.add(block.keyword() + " " + block.argument()));
    }

    private void skip(Piece piece) {
        switch (piece.kind()) {
            case WORDS -> {
                // nothing in it is looked at
            }
            case OPEN -> {
                depth++;
                skipping++;
            }
            case CLOSE -> {
                depth--;
                if (--skipping == 0) {
                    open.pop().close(piece.place());
                }
            }
        }
    }

    private void entry(List<Word> words) {
        open.peek().children().add(new Statement(null, words));
    }

    private void statement(List<Word> words) {
        Word keyword = words.getFirst();
        Grammar block = open.peek().grammar();
        Grammar grammar = block.child(keyword.text());
        if (grammar == null) {
            findings.misspelt(keyword.place(), "unknown-keyword", "Unknown keyword '" + keyword + "'",
                    whereItBelongs(keyword.text()),
                    Spelling.nearest(keyword.text(), block.children().keySet()));
            return;
        }
        if (grammar.argumentRequired() && words.size() < 2) {
            findings.abort(keyword.place(), ExitClass.ABORT, "missing-parameter",
                    "*** Configuration line starting `" + keyword
                            + "` is missing a parameter after keyword `" + keyword + "` at word position 2",
                    "a value after " + keyword);
            throw new ReadAborted();
        }
        Statement statement = new Statement(grammar, words);
        open.peek().children().add(statement);
        if (!grammar.supported() && block.supported()
                && noticed.add(System.identityHashCode(open.peek()) + grammar.name())) {
            findings.notActedOn(keyword.place(),
                    keyword + ": known to keepalived, not supported by this version - skipped");
        }
        if (grammar.kind() != Grammar.Kind.LINE) {
            pending = statement;
        }
    }

    private void opened(Place place, boolean list) {
        depth++;
        if (list) {
            entry(List.of(new Word("{", false, place)));
        } else {
            findings.error(place, "unexpected-brace", "Unexpected '{' - ignoring",
                    "a keyword that opens a block before '{'");
        }
    }

    private void closed(Place place) {
        boolean extra = depth == 0;
        if (extra) {
            balanced = false;
            findings.error(place, "extra-brace", "Extra '}' found");
        } else {
            depth--;
        }
        if (open.size() > 1) {
            open.pop().close(place);
        } else {
            findings.error(place, "unknown-keyword", "Unknown keyword '}'");
        }
    }

    /** Names the block in which an unknown keyword would be known, or null. */
    private String whereItBelongs(String keyword) {
        for (Grammar block : language.children().values()) {
            if (block.children().containsKey(keyword)) {
                return "'" + keyword + "' inside " + block.name();
            }
        }
        return language.children().containsKey(keyword) ? "'" + keyword + "' outside any block" : null;
    }
}
