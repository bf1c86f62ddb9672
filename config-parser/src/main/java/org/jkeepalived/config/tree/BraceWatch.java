package org.jkeepalived.config.tree;

import org.jkeepalived.config.report.Consequences.Trouble;
import org.jkeepalived.config.report.Place;
import org.jkeepalived.config.text.Piece;
import org.jkeepalived.config.text.Word;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Follows the braces as a person does who knows which block is which, to say where a missing one belongs and what else comes of it. It judges by the
 * names that stand outside any block only, and by the indentation of blocks that are indented.
 */
final class BraceWatch {
    /** An open block. */
    private static final class Opening {
        private final String head;
        private final Place place;
        private final Grammar grammar;
        private final boolean braced;
        private final List<PendingTrouble> endingHere = new ArrayList<>();
        private PendingTrouble own;
        private boolean indented;
        private boolean suspected;

        Opening(String head, Place place, Grammar grammar, boolean braced) {
            this.head = head;
            this.place = place;
            this.grammar = grammar;
            this.braced = braced;
        }

        int column() {
            return place.position().column();
        }
    }

    private record PendingTrouble(Place from, Place cause) {}

    /** A block that was not closed before a line. */
    private record Suspect(Opening opening, Place line) {}

    private final Grammar language;
    private final Deque<Opening> open = new ArrayDeque<>();
    private final List<Trouble> troubles = new ArrayList<>();
    private final List<Suspect> suspects = new ArrayList<>();
    private List<Word> head = List.of();
    private int line = -1;
    private Opening lastClosed;
    private Place lastClose;

    BraceWatch(Grammar language) {
        this.language = language;
    }

    /** To be called with every piece, before the trees read it. */
    void see(Piece piece) {
        boolean firstOfLine = piece.place().sequence() != line;
        line = piece.place().sequence();
        Grammar announced = head.isEmpty() ? null : named(head.getFirst().text());
        boolean opens = piece.kind() == Piece.Kind.OPEN;
        if (!opens && announced != null && announced.kind() != Grammar.Kind.LINE) {
            push(announced, piece.place(), false);
            open.peek().own = new PendingTrouble(piece.place(), piece.place());
        }
        switch (piece.kind()) {
            case WORDS -> {
                words(piece, firstOfLine);
                head = piece.words();
            }
            case OPEN -> {
                push(announced, piece.place(), true);
                if (announced == null) {
                    Place cause = head.isEmpty() ? piece.place() : open.peek().place;
                    open.peek().own = new PendingTrouble(cause, cause);
                }
                head = List.of();
            }
            case CLOSE -> {
                head = List.of();
                closing(piece.place(), firstOfLine);
            }
        }
    }

    private Grammar named(String word) {
        Grammar block = open.isEmpty() ? language : open.peek().grammar;
        return block == null || block.kind() == Grammar.Kind.LIST ? null : block.children().get(word);
    }

    private void push(Grammar grammar, Place place, boolean braced) {
        String words = String.join(" ", head.stream().map(Word::text).toList());
        open.push(new Opening(words.isEmpty() ? "{" : braced ? words + " {" : words,
                head.isEmpty() ? place : head.getFirst().place(), grammar, braced));
    }

    private void words(Piece piece, boolean firstOfLine) {
        Opening inner = open.peek();
        if (inner == null) {
            return;
        }
        int column = piece.place().position().column();
        Grammar outside = language.children().get(piece.words().getFirst().text());
        if (outside != null && outside.kind() != Grammar.Kind.LINE && named(outside.name()) == null
                && firstOfLine) {
            open.forEach(opening -> suspect(opening, piece.place()));
        } else if (firstOfLine && inner.indented && column <= inner.column()) {
            suspect(inner, piece.place());
        }
        if (firstOfLine && column > inner.column() && piece.place().sequence() > inner.place.sequence()) {
            inner.indented = true;
        }
    }

    private void closing(Place place, boolean firstOfLine) {
        if (open.isEmpty()) {
            if (lastClose != null) {
                troubles.add(new Trouble(lastClose, place, place, false));
            }
            return;
        }
        int column = place.position().column();
        Opening inner = open.peek();
        if (firstOfLine && inner.indented && column < inner.column()
                && open.stream().anyMatch(opening -> opening.column() == column)) {
            suspect(inner, place);
        }
        open.pop();
        for (PendingTrouble pending : inner.endingHere) {
            troubles.add(new Trouble(pending.from, place, pending.cause, false));
        }
        if (inner.own != null && open.isEmpty()) {
            troubles.add(new Trouble(inner.own.from, place, inner.own.cause, false));
        } else if (inner.own != null) {
            open.peek().endingHere.add(inner.own);
        }
        if (open.isEmpty() && inner.grammar != null) {
            lastClosed = inner;
            lastClose = place;
        }
    }

    private void suspect(Opening opening, Place before) {
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
            all.addFirst(new Trouble(new Place(unclosed.opening.place.position(),
                    unclosed.opening.place.sourceLine(), unclosed.line.sequence() - 1), null,
                    unclosed.opening.place, true));
        }
        for (Opening opening : open) {
            opening.endingHere.forEach(pending -> all.add(new Trouble(pending.from, null, pending.cause, false)));
            if (opening.own != null) {
                all.add(new Trouble(opening.own.from, null, opening.own.cause, false));
            }
        }
        return all;
    }

    /** Where the block begins that is never closed, or null. */
    Place unclosedPlace() {
        Suspect unclosed = unclosed();
        return unclosed == null ? null : unclosed.opening.place.untold();
    }

    /** Says which block is never closed and where it should be, or null. */
    String whatIsUnclosed() {
        Suspect unclosed = unclosed();
        if (unclosed == null) {
            return null;
        }
        String opened = "'" + unclosed.opening.head + "' opened at line " + unclosed.opening.place.position().line()
                + " is never closed";
        return unclosed.line == null
                ? opened
                : opened + "; it should close before line " + unclosed.line.position().line();
    }

    /** Says which block this brace cannot close, because it is closed already, or null. */
    String whatIsClosed(Place brace) {
        return !open.isEmpty() || lastClosed == null || lastClose.equals(brace)
                ? null
                : "'" + lastClosed.head + "' of line " + lastClosed.place.position().line()
                        + " was closed by the '}' of line " + lastClose.position().line() + " already";
    }

    private Suspect unclosed() {
        Opening outermost = open.stream().filter(opening -> opening.braced).reduce((_, outer) -> outer).orElse(null);
        if (outermost == null) {
            return null;
        }
        return suspects.isEmpty() ? new Suspect(outermost, null) : suspects.getFirst();
    }
}
