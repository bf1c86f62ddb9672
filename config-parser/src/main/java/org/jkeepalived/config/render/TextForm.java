package org.jkeepalived.config.render;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jkeepalived.config.LoadResult;
import org.jkeepalived.config.diagnostic.Diagnostic;
import org.jkeepalived.config.diagnostic.Severity;
import org.jkeepalived.config.diagnostic.SourcePosition;

/**
 * Text for people: the problems ordered by place, each with its line, a caret under the word, what was expected, the likeliest fix and its page; at
 * the end a line that says what it comes to.
 */
public final class TextForm {
    private static final int WIDTH = 100;
    private static final int NUMBER_WIDTH = 5;
    private static final String MARGIN = " ".repeat(NUMBER_WIDTH);

    private final boolean colour;
    private final UnaryOperator<String> pages;
    private final StringBuilder out = new StringBuilder();

    private TextForm(boolean colour, UnaryOperator<String> pages) {
        this.colour = colour;
        this.pages = pages;
    }

    /**
     * The whole text, lines of at most 100 columns where words allow it, each ended by a newline.
     *
     * @param colour with the colours of ECMA-48
     * @param pages where the page of a code is
     */
    public static String text(LoadResult result, boolean colour, UnaryOperator<String> pages) {
        TextForm form = new TextForm(colour, pages);
        for (Problem problem : Problem.of(result)) {
            form.problem(problem);
            form.out.append('\n');
        }
        form.summary(result);
        return form.out.toString();
    }

    /** One finding by itself, without colour. */
    public static String text(Diagnostic finding, UnaryOperator<String> pages) {
        TextForm form = new TextForm(false, pages);
        form.problem(new Problem(List.of(finding), List.of()));
        return form.out.toString();
    }

    private void problem(Problem problem) {
        Diagnostic head = problem.head();
        SourcePosition position = head.position();
        String place = position == null ? "" : Plain.text(position.toString()) + ": ";
        String label = head.severity().word() + "[" + head.code() + "]";
        List<String> message = Plain.wrapped(head.message(), WIDTH - place.length() - label.length() - 2,
                WIDTH - MARGIN.length() - 3);
        out.append(place)
                .append(paint(head.severity(), label))
                .append(": ")
                .append(bold(message.getFirst()))
                .append('\n');
        message.stream().skip(1).forEach(line -> out.append(MARGIN).append("   ").append(bold(line)).append('\n'));
        if (position != null && head.sourceLine() != null) {
            excerpt(head, position);
        }
        remarks(problem);
    }

    private void excerpt(Diagnostic head, SourcePosition position) {
        Excerpt excerpt = new Excerpt(head.sourceLine(), position.column() - 1, position.length(),
                WIDTH - MARGIN.length() - 3);
        String number = Integer.toString(position.line());
        out.repeat(' ', Math.max(0, NUMBER_WIDTH - number.length()))
                .append(dim(number + " |"))
                .append(' ')
                .append(excerpt.text())
                .append('\n');
        out.append(MARGIN)
                .append(dim(" |"))
                .append(' ')
                .append(paint(head.severity(), excerpt.underline()))
                .append('\n');
    }

    private void remarks(Problem problem) {
        problem.findings()
                .stream()
                .skip(1)
                .map(Diagnostic::message)
                .distinct()
                .forEach(message -> remark("and: " + message));
        String explanation = problem.first(Diagnostic::explanation);
        if (explanation != null) {
            remark(explanation);
        }
        String suggestion = problem.first(Diagnostic::suggestion);
        String expected = problem.first(Diagnostic::expected);
        if (expected != null) {
            remark("expected " + expected);
        }
        if (suggestion != null) {
            remark("did you mean '" + suggestion + "'?");
        }
        if (!problem.followers().isEmpty()) {
            remark(followers(problem.followers()));
        }
        Set<String> links = new LinkedHashSet<>();
        problem.findings().forEach(finding -> links.add(pages.apply(finding.code())));
        remark("see " + String.join(", ", links));
    }

    private static String followers(List<Diagnostic> followers) {
        int[] lines = followers.stream()
                .filter(finding -> finding.position() != null)
                .mapToInt(finding -> finding.position().line())
                .distinct()
                .sorted()
                .toArray();
        String where = lines.length == 0
                ? ""
                : lines.length == 1
                        ? " (line " + lines[0] + ")"
                        : " (lines " + lines[0] + " to " + lines[lines.length - 1] + ")";
        return followers.size() == 1
                ? "one more finding follows from this" + where + ": " + followers.getFirst().message()
                : followers.size() + " more findings follow from this" + where;
    }

    private void remark(String text) {
        String lead = "= ";
        int most = WIDTH - MARGIN.length() - 3;
        for (String line : Plain.wrapped(text, most, most)) {
            out.append(MARGIN).append(' ').append(dim(lead)).append(line).append('\n');
            lead = "  ";
        }
    }

    private void summary(LoadResult result) {
        List<Diagnostic> findings = result.diagnostics();
        List<String> counts = new ArrayList<>();
        for (Severity severity : List.of(Severity.ERROR, Severity.WARNING, Severity.NOTICE, Severity.ADVICE)) {
            long count = findings.stream().filter(finding -> finding.severity() == severity).count();
            if (count > 0) {
                counts.add(count + " " + severity.word() + (count == 1 || severity == Severity.ADVICE ? "" : "s"));
            }
        }
        String file = result.files().isEmpty() ? "no configuration" : Plain.text(result.files().getFirst());
        String found = counts.isEmpty() ? "no problems" : String.join(", ", counts);
        for (String line : Plain.wrapped(file + ": " + found + "; " + verdict(result), WIDTH, WIDTH)) {
            out.append(bold(line)).append('\n');
        }
    }

    private static String verdict(LoadResult result) {
        int code = result.outcome().testExitCode();
        String exit = code == 0 ? "" : " (exit code of the test: " + code + ")";
        if (result.outcome().starts()) {
            return "the configuration would run" + exit;
        }
        for (Diagnostic finding : result.diagnostics()) {
            if (finding.endsStart()) {
                String line = finding.position() == null ? "" : " (line " + finding.position().line() + ")";
                return "the configuration would not start because of " + finding.code() + line + exit;
            }
        }
        return "the configuration would not start because there is nothing to read" + exit;
    }

    private String paint(Severity severity, String text) {
        return sequence(switch (severity) {
            case ERROR -> "1;31";
            case WARNING -> "1;33";
            case NOTICE -> "1;36";
            case ADVICE -> "1;34";
        }, text);
    }

    private String bold(String text) {
        return sequence("1", text);
    }

    private String dim(String text) {
        return sequence("2", text);
    }

    private String sequence(String attributes, String text) {
        return colour ? "\u001b[" + attributes + "m" + text + "\u001b[0m" : text;
    }
}
