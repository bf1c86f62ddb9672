package org.jkeepalived.config.syntax;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jkeepalived.config.finding.Consequences.Trouble;
import org.jkeepalived.config.finding.Place;
import org.jkeepalived.config.lexer.Piece;
import org.jkeepalived.config.lexer.Word;

/**
 * Follows the braces as a person does who knows which block is which, to say where a missing one belongs and what else comes of it. It judges by the
 * names that stand outside any block only, and by the indentation of blocks that are indented.
 */
final class BraceWatch {
    /** An open block. */
    private static final class Opening {
        private final List<Word> head;
        private final Word word;
        private final Grammar grammar;
        private final boolean braced;
        private final List<PendingTrouble> endingHere = new ArrayList<>();
        private PendingTrouble own;
        private boolean indented;
        private boolean suspected;

        Opening(List<Word> head, Word word, Grammar grammar, boolean braced) {
            this.head = head;
            this.word = word;
            this.grammar = grammar;
            this.braced = braced;
        }

        int column() {
            return word.offset();
        }

        int line() {
            return word.place().position().line();
        }

        String text() {
            return head.isEmpty()
                    ? "{"
                    : String.join(" ", head.stream().map(Word::text).toList()) + (braced ? " {" : "");
        }
    }

    private record PendingTrouble(Word from) {
        Trouble until(Word brace) {
            return new Trouble(from.place(), brace == null ? null : brace.place(), from.place(), false);
        }
    }

    /** A block that was not closed before a line. */
    private record Suspect(Opening opening, Word line) {}

    private final Grammar language;
    private final Deque<Opening> open = new ArrayDeque<>();
    private final List<Trouble> troubles = new ArrayList<>();
    private final List<Suspect> suspects = new ArrayList<>();
    private List<Word> head = List.of();
    private int line = -1;
    private Opening lastClosed;
    private Word lastClose;

    BraceWatch(Grammar language) {
        this.language = language;
    }

    /** To be called with every piece, before the trees read it. */
    void see(Piece piece) {
        Word first = piece.words().getFirst();
        boolean firstOfLine = first.sequence() != line;
        line = first.sequence();
        Grammar announced = head.isEmpty() ? null : named(head.getFirst().text());
        if (piece.kind() != Piece.Kind.OPEN && announced != null && announced.kind() != Grammar.Kind.LINE) {
            push(announced, first, false);
            open.peek().own = new PendingTrouble(first);
        }
        switch (piece.kind()) {
            case WORDS -> {
                words(first, firstOfLine);
                head = piece.words();
            }
            case OPEN -> {
                push(announced, first, true);
                if (announced == null) {
                    open.peek().own = new PendingTrouble(open.peek().word);
                }
                head = List.of();
            }
            case CLOSE -> {
                head = List.of();
                closing(first, firstOfLine);
            }
        }
    }

    private Grammar named(String word) {
        Grammar block = open.isEmpty() ? language : open.peek().grammar;
        return block == null || block.kind() == Grammar.Kind.LIST ? null : block.children().get(word);
    }

    private void push(Grammar grammar, Word first, boolean braced) {
        open.push(new Opening(head, head.isEmpty() ? first : head.getFirst(), grammar, braced));
    }

    private void words(Word first, boolean firstOfLine) {
        Opening inner = open.peek();
        if (inner == null || !firstOfLine) {
            return;
        }
        Grammar outside = language.children().get(first.text());
        if (outside != null && outside.kind() != Grammar.Kind.LINE && named(first.text()) == null) {
            open.forEach(opening -> suspect(opening, first));
        } else if (inner.indented && first.offset() <= inner.column()) {
            suspect(inner, first);
        }
        if (first.offset() > inner.column() && first.sequence() > inner.word.sequence()) {
            inner.indented = true;
        }
    }

    private void closing(Word brace, boolean firstOfLine) {
        if (open.isEmpty()) {
            if (lastClose != null) {
                troubles.add(new Trouble(lastClose.place(), brace.place(), brace.place(), false));
            }
            return;
        }
        int column = brace.offset();
        Opening inner = open.peek();
        if (firstOfLine && inner.indented && column < inner.column()
                && open.stream().anyMatch(opening -> opening.column() == column)) {
            suspect(inner, brace);
        }
        open.pop();
        for (PendingTrouble pending : inner.endingHere) {
            troubles.add(pending.until(brace));
        }
        if (inner.own != null && open.isEmpty()) {
            troubles.add(inner.own.until(brace));
        } else if (inner.own != null) {
            open.peek().endingHere.add(inner.own);
        }
        if (open.isEmpty() && inner.grammar != null) {
            lastClosed = inner;
            lastClose = brace;
        }
    }

    private void suspect(Opening opening, Word before) {
        if (!opening.suspected && opening.braced) {
            opening.suspected = true;
            suspects.add(new Suspect(opening, before));
        }
    }

    /** What came of the braces; to be asked at the end. */
    List<Trouble> troubles() {
        List<Trouble> all = new ArrayList<>(troubles);
        Suspect unclosed = unclosed();
        if (unclosed != null && unclosed.line != null) {
            Place opening = unclosed.opening.word.place();
            Place lineBefore = new Place(opening.position(), opening.sourceLine(), unclosed.line.sequence() - 1);
            all.add(new Trouble(lineBefore, null, opening, true));
        }
        for (Opening opening : open) {
            opening.endingHere.forEach(pending -> all.add(pending.until(null)));
            if (opening.own != null) {
                all.add(opening.own.until(null));
            }
        }
        return all;
    }

    /** Where the block begins that is never closed, or null. */
    Place unclosedPlace() {
        Suspect unclosed = unclosed();
        return unclosed == null ? null : unclosed.opening.word.place().untold();
    }

    /** Says which block is never closed and where it should be, or null. */
    String whatIsUnclosed() {
        Suspect unclosed = unclosed();
        if (unclosed == null) {
            return null;
        }
        String opened = "'" + unclosed.opening.text() + "' opened at line " + unclosed.opening.line()
                + " is never closed";
        return unclosed.line == null
                ? opened
                : opened + "; it should close before line " + unclosed.line.place().position().line();
    }

    /** Says which block this brace cannot close, because it is closed already, or null. */
    String whatIsClosed(Place brace) {
        return !open.isEmpty() || lastClosed == null || lastClose.place().equals(brace)
                ? null
                : "'" + lastClosed.text() + "' of line " + lastClosed.line() + " was closed by the '}' of line "
                        + lastClose.place().position().line() + " already";
    }

    private Suspect unclosed() {
        Opening outermost = null;
        for (Opening opening : open) {
            outermost = opening.braced ? opening : outermost;
        }
        if (outermost == null) {
            return null;
        }
        return suspects.isEmpty() ? new Suspect(outermost, null) : suspects.getFirst();
    }
}
