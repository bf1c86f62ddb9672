package org.jkeepalived.transcript;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Where transcripts are, and which of them are wanted. */
final class Transcripts {
    private Transcripts() {}

    /** Their folder in the source tree. */
    static Path folder() {
        var here = Path.of("src/test/resources/transcripts");
        return Files.isDirectory(here) ? here : Path.of("packaging").resolve(here);
    }

    /** Those that {@code -Dtranscript=NAME,NAME} asks for, or all. */
    static List<Transcript> wanted() {
        List<String> names = List.of(System.getProperty("transcript", "").split(","));
        return TranscriptFormat.readAll(folder())
                .stream()
                .filter(transcript -> names.contains("") || names.stream().anyMatch(transcript.name()::matches))
                .toList();
    }
}
