package org.jkeepalived.config.syntax;

import java.util.ArrayList;
import java.util.List;
import org.jkeepalived.config.diagnostic.ExitClass;
import org.jkeepalived.config.finding.Consequences;
import org.jkeepalived.config.finding.Findings;
import org.jkeepalived.config.finding.Part;
import org.jkeepalived.config.lexer.Piece;
import org.jkeepalived.config.lexer.PieceCutter;
import org.jkeepalived.config.lexer.ReadAborted;
import org.jkeepalived.config.lexer.ReadLimits;
import org.jkeepalived.config.lexer.SourceLine;

/**
 * Builds the tree the way keepalived reads it: each of its processes reads all lines, and each finds other blocks in them when a brace is missing or too
 * many.
 */
public final class TreeBuilder {
    private final Findings findings;
    private final Grammar language;
    private final List<PartTree> parts = new ArrayList<>();
    private int wordsLeft = ReadLimits.WORDS;
    private int depth;
    private final BraceWatch braces;

    /**
     * A builder for one configuration.
     *
     * @param language the root whose children are the top-level names
     */
    public TreeBuilder(Grammar language, Findings findings) {
        this.language = language;
        this.findings = findings;
        braces = new BraceWatch(language);
        for (Part part : Part.values()) {
            parts.add(new PartTree(part, language, findings, braces));
        }
    }

    /** What was built: the blocks of every process, in the order of the files; complete after {@link #end}. */
    public Statement root() {
        Statement root = new Statement(language, List.of());
        List<Statement> all = new ArrayList<>();
        for (PartTree tree : parts) {
            for (Statement block : tree.root().children()) {
                if (block.grammar().part() == tree.part()) {
                    all.add(block);
                }
            }
        }
        all.sort((a, b) -> Integer.compare(a.keyword().sequence(), b.keyword().sequence()));
        all.forEach(root::add);
        return root;
    }

    /** Whether no process found anything of its language. */
    public boolean isEmpty() {
        return parts.stream().allMatch(tree -> tree.root().children().isEmpty());
    }

    /** False when a brace is missing or too many. */
    public boolean balanced() {
        return parts.stream().allMatch(PartTree::balanced);
    }

    /** Whether one of the processes stopped reading. */
    public boolean aborted() {
        return parts.stream().anyMatch(PartTree::aborted);
    }

    /** Takes the next line. Throws {@link ReadAborted} where keepalived's parent stops reading. */
    public void take(SourceLine line) {
        findings.in(Part.PARENT);
        for (Piece piece : PieceCutter.cut(line, findings)) {
            wordsLeft -= piece.words().size();
            if (wordsLeft < 0) {
                beyond(line, "More than " + ReadLimits.WORDS + " words of configuration", "fewer words and braces");
            }
            depth = switch (piece.kind()) {
                case OPEN -> depth + 1;
                case CLOSE -> Math.max(0, depth - 1);
                case WORDS -> depth;
            };
            if (depth > ReadLimits.BRACES) {
                beyond(line, "More than " + ReadLimits.BRACES + " open braces", "a '}' for every '{'");
            }
            braces.see(piece);
            for (PartTree tree : parts) {
                tree.take(piece);
            }
        }
        findings.in(Part.PARENT);
    }

    private void beyond(SourceLine line, String limit, String expected) {
        findings.in(Part.PARENT);
        findings.abort(line.whole(), ExitClass.ABORT_LIMIT, "limit", limit, expected);
        throw new ReadAborted();
    }

    /** Ties the findings that come of a missing, superfluous or misspelt opening to it; to be called when all are there. */
    public void tieConsequences() {
        Consequences.tie(findings, braces.troubles());
    }

    /** Ends the configuration. */
    public void end() {
        for (PartTree tree : parts) {
            findings.in(tree.part());
            tree.end();
        }
    }
}
