package org.jkeepalived.transcript.simulated;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jkeepalived.transcript.Audience;
import org.jkeepalived.transcript.Comparison;
import org.jkeepalived.transcript.Part;
import org.jkeepalived.transcript.Transcript;
import org.jkeepalived.transcript.TranscriptFormat;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every transcript whose steps can be simulated, in virtual time. */
class SimulatedTranscriptsTest {
    private static final Path FOLDER = Path.of("../packaging/src/test/resources/transcripts");

    @TestFactory
    Stream<DynamicTest> everyTranscriptIsWhatIsSimulated() {
        return TranscriptFormat.readAll(FOLDER)
                .stream()
                .filter(transcript -> Simulatable.obstacle(transcript).isEmpty())
                .map(transcript -> DynamicTest.dynamicTest(transcript.name(), () -> compare(transcript)));
    }

    /** So that what uses a script or a process stays the smaller part. */
    @Test
    void mostTranscriptsAreSimulated() {
        List<Transcript> all = TranscriptFormat.readAll(FOLDER);
        long simulated = all.stream().filter(transcript -> Simulatable.obstacle(transcript).isEmpty()).count();
        assertTrue(2 * simulated > all.size(), simulated + " of " + all.size());
    }

    private static void compare(Transcript transcript) {
        List<List<String>> seen = new SimulatedNetwork(transcript).run();
        var text = new StringBuilder();
        for (int i = 0; i < seen.size(); i++) {
            Part.Step step = transcript.steps().get(i);
            List<String> expected = Simulatable.of(step.expected(Audience.us()));
            String difference = step.isGiven() ? "" : Comparison.difference(expected, Simulatable.of(seen.get(i)));
            if (!difference.isEmpty()) {
                text.append("> ").append(String.join("\n> ", step.actions())).append('\n').append(difference);
            }
        }
        if (!text.isEmpty()) {
            throw new AssertionError(transcript.file() + "\n" + text);
        }
    }
}
