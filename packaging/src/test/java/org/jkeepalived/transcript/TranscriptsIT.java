package org.jkeepalived.transcript;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.jkeepalived.lab.NeedsLab;
import org.jkeepalived.lab.Node;
import org.jkeepalived.lab.PeerKind;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every transcript on a test network of its own, with this daemon and with the real keepalived; many of them side by side, since they wait
 * for timers most of the time.
 */
@NeedsLab
class TranscriptsIT {
    private static final int LANES = Integer.getInteger("transcripts.lanes", 12);
    private static final boolean REWRITE = Boolean.getBoolean("transcripts.rewrite");
    private static final String DAEMON = System.getProperty("transcripts.daemon", "");
    private static final String WRITTEN_WITH = "2.2.7";

    @TestFactory
    Stream<DynamicTest> everyTranscriptIsWhatThisDaemonDoes() {
        assumeTrue(!DAEMON.equals(Audience.KEEPALIVED) && Node.underTestIsOurs(), "keepalived alone is wanted");
        return tests(Audience.us());
    }

    @TestFactory
    Stream<DynamicTest> everyTranscriptIsWhatKeepalivedDoes() {
        assumeTrue(!DAEMON.equals(Audience.OURS), "this daemon alone is wanted");
        String installed = KeepalivedVersion.installed();
        assumeTrue(installed.equals(WRITTEN_WITH), "keepalived " + WRITTEN_WITH + " is not here, but " + installed);
        return tests(Audience.keepalived(installed));
    }

    private static Stream<DynamicTest> tests(Audience audience) {
        ExecutorService lanes = Executors.newFixedThreadPool(LANES, Thread.ofPlatform().daemon(true).factory());
        var tests = new ArrayList<DynamicTest>();
        for (Transcript transcript : Transcripts.wanted()) {
            if (audience.ours() || transcript.header(Transcript.OURS_ALONE).isEmpty()) {
                Future<String> difference = lanes.submit(() -> difference(transcript, audience));
                tests.add(DynamicTest.dynamicTest(transcript.name(), () -> judge(transcript, difference)));
            }
        }
        lanes.shutdown();
        return tests.stream();
    }

    private static void judge(Transcript transcript, Future<String> running) throws InterruptedException {
        try {
            String difference = running.get();
            if (!difference.isEmpty()) {
                throw new AssertionError(transcript.file() + "\n" + difference);
            }
        } catch (ExecutionException e) {
            throw new AssertionError(transcript.file().toString(), e.getCause());
        }
    }

    private static String difference(Transcript transcript, Audience audience) {
        List<List<String>> seen;
        try (var run = new LabRun(transcript, audience.ours() ? PeerKind.OURS : PeerKind.KEEPALIVED)) {
            seen = run.run();
        }
        var text = new StringBuilder();
        var merged = new ArrayList<List<Line>>();
        for (int i = 0; i < seen.size(); i++) {
            Part.Step step = transcript.steps().get(i);
            String difference = Comparison.difference(step.expected(audience), seen.get(i));
            if (!difference.isEmpty()) {
                text.append("> ").append(String.join("\n> ", step.actions())).append('\n').append(difference);
            }
            merged.add(Comparison.merged(step.seen(), seen.get(i), audience));
        }
        if (REWRITE) {
            TranscriptFormat.write(transcript.with(merged));
            return "";
        }
        return text.toString();
    }
}
