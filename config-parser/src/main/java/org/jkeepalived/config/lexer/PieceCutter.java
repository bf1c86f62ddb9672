package org.jkeepalived.config.lexer;

import java.util.ArrayList;
import java.util.List;
import org.jkeepalived.config.finding.Findings;

/**
 * Cuts a line at its braces and blanks. Double quotes make one word that may hold blanks, comment marks and braces; a quote in the middle ends the
 * word before it.
 */
public final class PieceCutter {
    private final SourceLine line;
    private final Findings findings;
    private final List<Piece> pieces = new ArrayList<>();
    private List<Word> words = new ArrayList<>();
    /** Where the word began that is being read, or -1 between words. */
    private int wordStart = -1;
    /** After the last brace. */
    private int pieceStart;

    private PieceCutter(SourceLine line, Findings findings) {
        this.line = line;
        this.findings = findings;
    }

    /** The pieces of a line whose comment is already cut. A missing closing quote is reported and drops the rest of the line. */
    public static List<Piece> cut(SourceLine line, Findings findings) {
        PieceCutter cutter = new PieceCutter(line, findings);
        cutter.run();
        return cutter.pieces;
    }

    private void run() {
        String text = line.text();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                endWord(i);
                int end = closingQuote(text, i + 1);
                if (end < 0) {
                    findings.error(line.word(i, text.substring(i)), "unmatched-quote",
                            "Unmatched quote: '" + Blanks.strip(text.substring(pieceStart)) + "'",
                            "a closing \" on the same line");
                    break;
                }
                String quoted = text.substring(i + 1, end);
                words.add(new Word(quoted, true, line, i + 1));
                i = end;
            } else if (Blanks.isBlank(c)) {
                endWord(i);
            } else if (c == '{' || c == '}') {
                endWords(i);
                pieceStart = i + 1;
                pieces.add(c == '{'
                        ? new Piece(Piece.Kind.OPEN, List.of(new Word("{", false, line, i)))
                        : new Piece(Piece.Kind.CLOSE, List.of(new Word("}", false, line, i))));
            } else if (wordStart < 0) {
                wordStart = i;
            }
        }
        endWords(text.length());
    }

    /** In a script's command a quote after a backslash belongs to the command. */
    private int closingQuote(String text, int from) {
        boolean command = words.size() == 1 && isCommandKeyword(words.getFirst().text());
        int end = text.indexOf('"', from);
        while (command && end > 0 && text.charAt(end - 1) == '\\') {
            end = text.indexOf('"', end + 1);
        }
        return end;
    }

    private static boolean isCommandKeyword(String keyword) {
        return keyword.equals("script") || keyword.startsWith("notify") || keyword.startsWith("quorum_")
                || keyword.equals("misc_path") || keyword.endsWith("_script");
    }

    private void endWord(int end) {
        if (wordStart >= 0) {
            words.add(new Word(line.text().substring(wordStart, end), false, line, wordStart));
            wordStart = -1;
        }
    }

    private void endWords(int end) {
        endWord(end);
        if (!words.isEmpty()) {
            pieces.add(new Piece(Piece.Kind.WORDS, List.copyOf(words)));
            words = new ArrayList<>();
        }
    }
}
