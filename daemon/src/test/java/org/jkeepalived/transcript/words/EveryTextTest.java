package org.jkeepalived.transcript.words;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jkeepalived.transcript.Audience;
import org.jkeepalived.transcript.Line;
import org.jkeepalived.transcript.Transcript;
import org.jkeepalived.transcript.TranscriptFormat;
import org.junit.jupiter.api.Test;

/**
 * Every text of the log is in a transcript, so that a wrong letter is noticed. Findings about a configuration are pinned by the tests of
 * {@code config-parser}.
 */
class EveryTextTest {
    private static final Path FOLDER = Path.of("../packaging/src/test/resources/transcripts");
    /** A text and why no transcript has it, two spaces or more between them. */
    private static final Path EXCEPTIONS = Path.of("src/test/resources/transcript/texts-without-transcript.txt");

    @Test
    void everyTextIsInATranscriptOrHasAReason() throws IOException {
        String seen = seen();
        Map<String, String> reasons = reasons();
        assertFalse(LogTexts.all().isEmpty());
        List<String> missing = LogTexts.all()
                .stream()
                .filter(text -> !seen.contains(text) && !reasons.containsKey(text))
                .toList();
        assertEquals("", String.join("\n", missing), "in no transcript, and not in " + EXCEPTIONS);
    }

    @Test
    void noReasonIsStale() throws IOException {
        String seen = seen();
        var stale = new ArrayList<String>();
        reasons().forEach((text, reason) -> {
            if (!LogTexts.all().contains(text)) {
                stale.add("nobody says: " + text);
            } else if (seen.contains(text)) {
                stale.add("is in a transcript: " + text);
            } else if (reason.isBlank()) {
                stale.add("without a reason: " + text);
            }
        });
        assertEquals(List.of(), stale);
    }

    /** What this daemon logs in transcripts. */
    private static String seen() {
        return TranscriptFormat.readAll(FOLDER)
                .stream()
                .map(Transcript::lines)
                .flatMap(List::stream)
                .filter(line -> Audience.us().accepts(line.tag()))
                .map(Line::text)
                .filter(text -> text.matches("\\w+ (log|parent) .*"))
                .collect(Collectors.joining("\n"));
    }

    private static Map<String, String> reasons() throws IOException {
        var reasons = new LinkedHashMap<String, String>();
        for (String line : Files.readAllLines(EXCEPTIONS)) {
            if (!line.isBlank() && !line.startsWith("#")) {
                String[] parts = line.split(" {2,}", 2);
                reasons.put(parts[0], parts.length == 2 ? parts[1] : "");
            }
        }
        return reasons;
    }
}
