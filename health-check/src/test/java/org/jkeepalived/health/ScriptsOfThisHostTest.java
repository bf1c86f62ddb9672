package org.jkeepalived.health;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The runners with their own threads and real processes. */
@Timeout(60)
class ScriptsOfThisHostTest {
    private static final int SIGNAL_BASE = 128;

    private final Queue<Throwable> mistakes = new ConcurrentLinkedQueue<>();

    @AfterEach
    void noTaskFailed() {
        assertEquals(List.of(), List.copyOf(mistakes));
    }

    @TempDir
    Path directory;

    private static final class ProcessLauncher implements ScriptLauncher {
        volatile Process started;

        @Override
        public RunningScript launch(ScriptCommand command, ExitListener listener) throws LaunchFailure {
            try {
                var process = new ProcessBuilder(command.argv()).redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
                started = process;
                var _ = process.onExit()
                        .thenAccept(ended -> listener.exited(ended.exitValue() > SIGNAL_BASE
                                ? new ExitStatus.Signalled(ended.exitValue() - SIGNAL_BASE)
                                : new ExitStatus.Exited(ended.exitValue())));
                return new RunningScript() {
                    @Override
                    public long pid() {
                        return process.pid();
                    }

                    @Override
                    public boolean signalGroup(int signo) {
                        process.descendants().forEach(ProcessHandle::destroy);
                        process.destroy();
                        return true;
                    }
                };
            } catch (IOException refused) {
                throw new LaunchFailure(LaunchFailure.Kind.NOT_FOUND, "No such file or directory");
            }
        }
    }

    private static ScriptCommand shell(String text) {
        return ScriptCommand.of(List.of("/bin/sh", "-c", text), 0, 0);
    }

    private static CheckEvent await(BlockingQueue<CheckEvent> events, Predicate<CheckEvent> wanted)
            throws InterruptedException {
        for (var event = events.poll(30, TimeUnit.SECONDS); event != null; event = events.poll(30, TimeUnit.SECONDS)) {
            if (wanted.test(event)) {
                return event;
            }
        }
        return null;
    }

    @Test
    void aCheckFollowsTheFileItTests() throws Exception {
        Path flag = directory.resolve("flag");
        var events = new LinkedBlockingQueue<CheckEvent>();
        try (var runner = new CheckRunner(new ProcessLauncher(), events::add, mistakes::add)) {
            runner.apply(
                    List.of(new CheckSpec("f", shell("test -e " + flag), 50_000_000L, 20_000_000_000L, 1, 1, false)));
            assertNotNull(await(events, new CheckEvent.ResultChanged("f", CheckResult.DOWN)::equals));
            Files.createFile(flag);
            assertNotNull(await(events, new CheckEvent.ResultChanged("f", CheckResult.UP)::equals));
            assertEquals(CheckResult.UP, runner.statuses().get(30, TimeUnit.SECONDS).getFirst().result());
        }
    }

    @Test
    void aCheckThatSleepsTooLongIsEndedAndCountsAsTimedOut() throws Exception {
        var events = new LinkedBlockingQueue<CheckEvent>();
        try (var runner = new CheckRunner(new ProcessLauncher(), events::add, mistakes::add)) {
            runner.apply(
                    List.of(new CheckSpec("slow", shell("sleep 600"), 600_000_000_000L, 100_000_000L, 1, 1, false)));
            assertNotNull(await(events, new CheckEvent.TimedOut("slow")::equals));
        }
    }

    @Test
    void afterAHundredRapidTransitionsTheLastScriptRunIsTheFinalState() throws Exception {
        Path log = directory.resolve("log");
        var target = new NotifyTarget(NotifyTarget.Kind.INSTANCE, "V1");
        var generic = ScriptCommand.of(List.of("/bin/sh", "-c", "echo $3 >> " + log, "notify"), 0, 0);
        var events = new LinkedBlockingQueue<NotifyEvent>();
        try (var runner = new NotifyRunner(new ProcessLauncher(), events::add, mistakes::add)) {
            for (int i = 0; i < 100; i++) {
                runner.submit(new NotifyRequest(target, i % 2 == 0 ? NotifyState.MASTER : NotifyState.BACKUP, 100, null,
                        generic));
            }
            runner.submit(new NotifyRequest(target, NotifyState.FAULT, 100, null, generic));
            NotifyEvent event;
            do {
                event = events.poll(30, TimeUnit.SECONDS);
                assertNotNull(event);
            } while (!(event instanceof NotifyEvent.Finished finished
                    && finished.request().state() == NotifyState.FAULT));
        }
        var ran = Files.readAllLines(log);
        assertEquals("FAULT", ran.getLast());
    }

    @Test
    void closeEndsAStopScriptThatHangs() throws Exception {
        var target = new NotifyTarget(NotifyTarget.Kind.INSTANCE, "V1");
        var launcher = new ProcessLauncher();
        try (var runner = new NotifyRunner(launcher, _ -> {
        }, mistakes::add)) {
            runner.submit(new NotifyRequest(target, NotifyState.STOP, 100, shell("sleep 600"), null));
        }
        assertNotNull(launcher.started.onExit().get(30, TimeUnit.SECONDS));
    }
}
