package org.jkeepalived.config.syntax;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jkeepalived.config.diagnostic.ExitClass;
import org.jkeepalived.config.finding.Findings;
import org.jkeepalived.config.finding.OddCharacters;
import org.jkeepalived.config.finding.Part;
import org.jkeepalived.config.finding.Place;
import org.jkeepalived.config.lexer.Piece;
import org.jkeepalived.config.lexer.ReadAborted;
import org.jkeepalived.config.lexer.Word;

/**
 * What one of keepalived's processes makes of the configuration. A block of another process is passed over when its brace follows; without a brace its
 * lines are read as if they stood outside. A name that is not known does not open a block, so the lines inside are read where it stood and its closing
 * brace closes the block around it. A block name without a brace opens its block all the same.
 */
final class PartTree {
    /** A keyword with its value as other languages write it. */
    private static final Pattern ASSIGNMENT = Pattern.compile("(\\w+)[=:;,]+([^;,]*)[;,]*");

    private final Part part;
    private final Grammar language;
    private final Findings findings;
    private final BraceWatch braces;
    private final Deque<Statement> open = new ArrayDeque<>();
    private final Set<String> names = new HashSet<>();
    private final Statement root;
    private Statement pending;
    private boolean foreign;
    private int depth;
    private boolean balanced = true;
    private boolean aborted;
    /** Braces open inside a block that is skipped; 0 outside one. */
    private int skipping;
    /** The block whose lines are skipped leaves the open ones with its brace. */
    private boolean leavesBlock;

    PartTree(Part part, Grammar language, Findings findings, BraceWatch braces) {
        this.part = part;
        this.language = language;
        this.findings = findings;
        this.braces = braces;
        this.root = new Statement(language, List.of());
        open.push(root);
    }

    Statement root() {
        return root;
    }

    Part part() {
        return part;
    }

    boolean balanced() {
        return balanced;
    }

    boolean aborted() {
        return aborted;
    }

    void end() {
        if (depth > 0 && !aborted) {
            balanced = false;
            findings.error(braces.unclosedPlace(), "unbalanced-braces",
                    "There are " + depth + " missing '}'s or extra '{'s", "a '}' for every '{'")
                    .because(braces.whatIsUnclosed());
        }
    }

    /** Takes the next piece, unless reading stopped before. */
    void take(Piece piece) {
        if (aborted) {
            return;
        }
        findings.in(part);
        if (skipping > 0) {
            skip(piece);
        } else if (foreign && piece.kind() == Piece.Kind.OPEN) {
            foreign = false;
            depth++;
            skipping = 1;
            leavesBlock = false;
        } else {
            foreign = false;
            read(piece);
        }
    }

    private void read(Piece piece) {
        if (pending != null) {
            Statement block = pending;
            pending = null;
            open.push(block);
            if (piece.kind() == Piece.Kind.OPEN) {
                depth++;
                skipping = isSkipped(block) ? 1 : 0;
                leavesBlock = true;
                return;
            }
            if (block.grammar().kind() == Grammar.Kind.BLOCK) {
                findings.error(piece.place(), "missing-brace", "Missing '{' at beginning of configuration block",
                        "'{' after " + block.keyword())
                        .because("'" + block.words().stream().map(Word::text).collect(Collectors.joining(" "))
                                + "' of line " + block.keyword().place().position().line()
                                + " is not followed by its '{'");
            }
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
            case OPEN -> opened(piece, list);
            case CLOSE -> closed(piece.place());
        }
    }

    /** Whether the block has not exactly one name, or one that is taken, or words with which it is passed over. */
    private boolean isSkipped(Statement block) {
        return block.grammar().passesOver(block.words()) || block.grammar().isUniquelyNamed()
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
                if (--skipping == 0 && leavesBlock) {
                    open.pop().close(piece.place());
                }
            }
        }
    }

    private void entry(List<Word> words) {
        open.peek().add(new Statement(null, words));
    }

    private void statement(List<Word> words) {
        Word keyword = words.getFirst();
        Grammar block = open.peek().grammar();
        Grammar grammar = block.child(keyword.text());
        if (grammar == null) {
            findings.misspelt(keyword.place(), "unknown-keyword", "Unknown keyword '" + keyword + "'",
                    () -> whereItBelongs(keyword.text()), () -> likeliest(keyword.text(), block));
            return;
        }
        if (open.size() == 1 && !Readers.reads(part, grammar)) {
            foreign = true;
            return;
        }
        if (grammar.argumentRequired() && words.size() < 2) {
            findings.abort(
                    keyword.place(), ExitClass.ABORT, "missing-parameter", "*** Configuration line starting `" + keyword
                            + "` is missing a parameter after keyword `" + keyword + "` at word position 2",
                    "a value after " + keyword);
            aborted = true;
            if (part == Part.PARENT) {
                throw new ReadAborted();
            }
            return;
        }
        Statement statement = new Statement(grammar, words);
        open.peek().add(statement);
        if (grammar.kind() != Grammar.Kind.LINE) {
            pending = statement;
        }
    }

    private static String likeliest(String word, Grammar block) {
        String plain = OddCharacters.plain(word).strip();
        int blank = plain.indexOf(' ');
        String first = blank < 0 ? plain : plain.substring(0, blank);
        if (block.children().containsKey(first)) {
            return plain;
        }
        Matcher assignment = ASSIGNMENT.matcher(first);
        if (assignment.matches() && block.children().containsKey(assignment.group(1))) {
            return (assignment.group(1) + " " + assignment.group(2)).strip();
        }
        String lower = first.toLowerCase(Locale.ROOT);
        return block.children().containsKey(lower) ? lower : Spelling.nearest(first, block.children().keySet());
    }

    private void opened(Piece brace, boolean list) {
        depth++;
        if (list) {
            entry(brace.words());
        } else {
            findings.error(brace.place(), "unexpected-brace", "Unexpected '{' - ignoring",
                    "a keyword that opens a block before '{'");
        }
    }

    private void closed(Place place) {
        if (depth == 0) {
            balanced = false;
            findings.error(place, "extra-brace", "Extra '}' found").because(braces.whatIsClosed(place));
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
        if (keyword.startsWith("//") || keyword.startsWith("/*") || keyword.startsWith("--")
                || keyword.startsWith(";")) {
            return "# or ! before a comment";
        }
        for (Grammar block : language.children().values()) {
            if (block.children().containsKey(keyword)) {
                return "'" + keyword + "' inside " + block.name();
            }
        }
        return language.children().containsKey(keyword) ? "'" + keyword + "' outside any block" : null;
    }
}
