package org.jkeepalived.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jkeepalived.config.diagnostic.Diagnostic;
import org.jkeepalived.config.render.TextForm;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Diagnostics as a person sees them, written inside the input: below a line, comments that start with {@code #>} hold what is rendered about it; at
 * the end, those that start with {@code #=} hold what has no line, and {@code #exit N} the exit code of a test. The system property
 * {@code jkeepalived.golden} names the folder of the inputs in the source tree and rewrites them.
 */
class GoldenDiagnosticsTest {
    private static final Pattern EXPECTATION = Pattern.compile("#(>|=|exit).*\n");

    @ParameterizedTest
    @ValueSource(strings = {"misspelt", "numbers", "braces", "addresses", "quotes", "instance-rules", "missing-value",
        "not-supported"})
    void whatIsRenderedStandsInTheInput(String name) throws IOException {
        String golden = text(name);
        String input = EXPECTATION.matcher(golden).replaceAll(Matcher.quoteReplacement("#\n"));
        LoadResult result = ConfigLoader.loadText(name + ".conf", input, LoadOptions.test(new FakeHost()));
        String actual = annotate(golden, result);
        String target = System.getProperty("jkeepalived.golden");
        if (target != null) {
            Files.writeString(Path.of(target, name + ".conf"), rewrite(golden, name));
            return;
        }
        assertEquals(golden, actual);
    }

    private static String text(String name) throws IOException {
        try (InputStream in = GoldenDiagnosticsTest.class.getResourceAsStream("diagnostics/" + name + ".conf")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Line numbers depend on the annotations, so these are written until nothing changes. */
    private static String rewrite(String golden, String name) {
        String current = golden;
        for (int i = 0; i < 3; i++) {
            String input = EXPECTATION.matcher(current).replaceAll(Matcher.quoteReplacement("#\n"));
            current = annotate(current, ConfigLoader.loadText(name + ".conf", input, LoadOptions.test(new FakeHost())));
        }
        return current;
    }

    /** The plain lines with the findings of each below it. */
    private static String annotate(String golden, LoadResult result) {
        StringBuilder out = new StringBuilder();
        List<String> lines = golden.lines().toList();
        for (int number = 1; number <= lines.size(); number++) {
            String line = lines.get(number - 1);
            if (EXPECTATION.matcher(line + "\n").matches()) {
                continue;
            }
            out.append(line).append('\n');
            for (Diagnostic diagnostic : result.diagnostics()) {
                if (diagnostic.position() != null && diagnostic.position().line() == number) {
                    comment(out, "#> ", diagnostic);
                }
            }
        }
        for (Diagnostic diagnostic : result.diagnostics()) {
            if (diagnostic.position() == null) {
                comment(out, "#= ", diagnostic);
            }
        }
        return out.append("#exit ").append(result.outcome().testExitCode()).append('\n').toString();
    }

    private static void comment(StringBuilder out, String mark, Diagnostic diagnostic) {
        List<String> rendered = new ArrayList<>(TextForm.text(diagnostic, code -> code + ".md").lines().toList());
        rendered.forEach(row -> out.append(mark).append(row).append('\n'));
    }
}
