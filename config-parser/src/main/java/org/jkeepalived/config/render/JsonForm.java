package org.jkeepalived.config.render;

import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.jkeepalived.config.LoadResult;
import org.jkeepalived.config.diagnostic.Diagnostic;
import org.jkeepalived.config.diagnostic.SourcePosition;

/** One JSON object (RFC 8259) for programs; docs/config-test.md describes its members. */
public final class JsonForm {
    private final StringBuilder out = new StringBuilder();
    private final UnaryOperator<String> pages;

    private JsonForm(UnaryOperator<String> pages) {
        this.pages = pages;
    }

    /**
     * The object, one finding per line, ended by a newline.
     *
     * @param pages where the page of a code is
     */
    public static String text(LoadResult result, UnaryOperator<String> pages) {
        return new JsonForm(pages).write(result);
    }

    private String write(LoadResult result) {
        out.append("{\n\"exitCode\": ").append(result.outcome().testExitCode());
        out.append(",\n\"wouldStart\": ").append(result.outcome().starts());
        out.append(",\n\"files\": [");
        String separator = "";
        for (String file : result.files()) {
            out.append(separator);
            quote(file);
            separator = ", ";
        }
        out.append("],\n\"findings\": [");
        separator = "\n";
        List<Diagnostic> sorted = result.diagnostics().stream().sorted(ByPlace.in(result.files())).toList();
        for (Diagnostic finding : sorted) {
            out.append(separator);
            finding(finding);
            separator = ",\n";
        }
        return out.append("\n]\n}\n").toString();
    }

    private void finding(Diagnostic finding) {
        SourcePosition position = finding.position();
        out.append("{\"severity\": ");
        quote(finding.severity().word());
        string("code", finding.code());
        string("exitClass", finding.exitClass().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        out.append(", \"advice\": ").append(finding.advice());
        out.append(", \"endsStart\": ").append(finding.endsStart());
        string("file", position == null ? null : position.file());
        number("line", position == null ? -1 : position.line());
        number("column", position == null ? -1 : position.column());
        number("length", position == null ? -1 : position.length());
        string("message", finding.message());
        string("sourceLine", finding.sourceLine());
        string("expected", finding.expected());
        string("suggestion", finding.suggestion());
        string("explanation", finding.explanation());
        string("keepalived", finding.advice() ? null : finding.keepalivedLine());
        string("page", pages.apply(finding.code()));
        number("followsFromLine", finding.cause() == null ? -1 : finding.cause().line());
        out.append('}');
    }

    private void string(String name, String value) {
        out.append(", \"").append(name).append("\": ");
        if (value == null) {
            out.append("null");
        } else {
            quote(value);
        }
    }

    private void number(String name, int value) {
        out.append(", \"").append(name).append("\": ").append(value < 0 ? "null" : Integer.toString(value));
    }

    private void quote(String value) {
        out.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < ' ' || Character.isSurrogate(c) && !paired(value, i)) {
                out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            } else {
                out.append(c);
            }
        }
        out.append('"');
    }

    private static boolean paired(String value, int i) {
        return Character.isHighSurrogate(value.charAt(i))
                ? i + 1 < value.length() && Character.isLowSurrogate(value.charAt(i + 1))
                : i > 0 && Character.isHighSurrogate(value.charAt(i - 1));
    }
}
