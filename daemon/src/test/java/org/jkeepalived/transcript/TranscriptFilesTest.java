package org.jkeepalived.transcript;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The transcripts as files. */
class TranscriptFilesTest {
    private static final List<Transcript> ALL = TranscriptFormat
            .readAll(Path.of("../packaging/src/test/resources/transcripts"));

    @Test
    void thereAreMany() {
        assertTrue(ALL.size() >= 60, () -> ALL.size() + " transcripts");
    }

    @Test
    void whoeverDiffersSaysWhy() {
        List<String> wrong = ALL.stream()
                .filter(transcript -> transcript.header(Transcript.DIFFERS)
                        .isPresent() != transcript.lines().stream().anyMatch(line -> !line.tag().isEmpty()))
                .map(Transcript::name)
                .toList();
        assertEquals(List.of(), wrong, "lines with a tag and no header 'differs:', or the header alone");
    }

    /** Otherwise rewriting would change more than what was seen. */
    @Test
    void everyFileIsWrittenAsItWasRead() throws IOException {
        for (Transcript transcript : ALL) {
            assertEquals(Files.readString(transcript.file()), TranscriptFormat.text(transcript));
        }
    }

    @Test
    void everyStoryIsOneSentenceOrTwo() {
        ALL.forEach(transcript -> assertTrue(transcript.story().size() >= 1 && transcript.story().size() <= 3,
                transcript::name));
    }
}
