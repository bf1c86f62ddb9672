package org.jkeepalived.daemon.service;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jkeepalived.config.settings.ScriptCommand;
import org.jkeepalived.daemon.log.DaemonLog;
import org.jkeepalived.daemon.log.LogTargets;
import org.jkeepalived.daemon.log.LogWriter;
import org.jkeepalived.daemon.log.SyslogFacility;
import org.jkeepalived.health.ExitStatus;
import org.jkeepalived.health.LaunchFailure;
import org.jkeepalived.health.RunningScript;
import org.jkeepalived.health.ScriptLauncher;
import org.junit.jupiter.api.Test;

class LifecycleScriptTest {
    private static final ScriptCommand COMMAND = new ScriptCommand(List.of("/usr/bin/true", "x"), "root", 0, 0);
    private static final String RUNNING = "Running startup script /usr/bin/true x";
    private static final long SECOND_NANOS = 1_000_000_000;

    private final List<String> events = new ArrayList<>();

    /** A script that ends with the first of these signals, or at once with an exit code. */
    private ScriptLauncher script(int endsWithSignal, int code) {
        return (command, listener) -> {
            events.add(command.text());
            if (endsWithSignal == 0) {
                listener.exited(new ExitStatus.Exited(code));
            }
            return new RunningScript() {
                @Override
                public long pid() {
                    return 1;
                }

                @Override
                public boolean signalGroup(int signal) {
                    events.add("signal " + signal);
                    if (signal == endsWithSignal) {
                        listener.exited(code == 0 ? new ExitStatus.Signalled(signal) : new ExitStatus.Exited(code));
                    }
                    return true;
                }
            };
        };
    }

    private static List<String> log(Consumer<DaemonLog> use) {
        var console = new ByteArrayOutputStream();
        var targets = new LogTargets(Optional.of(new PrintStream(console, true, StandardCharsets.UTF_8)), false,
                SyslogFacility.DAEMON, "", 7);
        try (LogWriter writer = LogWriter.start(targets, _ -> {
            throw new IOException("no system log");
        }, 16)) {
            use.accept(new DaemonLog(writer, 0));
        }
        return console.toString(StandardCharsets.UTF_8).lines().map(line -> line.substring(26)).toList();
    }

    private List<String> run(ScriptLauncher launcher, ScriptCommand command, long limitNanos) {
        return log(journal -> new LifecycleScript(launcher, journal).run("startup", command, limitNanos));
    }

    @Test
    void itsStartAndItsSuccessAreLogged() {
        assertEquals(List.of(RUNNING, "startup script script succeeded"), run(script(0, 0), COMMAND, SECOND_NANOS));
        assertEquals(List.of("/usr/bin/true x"), events);
    }

    @Test
    void withoutAScriptNothingRuns() {
        assertEquals(List.of(), run(script(0, 0), null, SECOND_NANOS));
        assertEquals(List.of(), events);
    }

    @Test
    void theStatusOfAScriptThatFailsIsLogged() {
        assertEquals(List.of(RUNNING, "startup script script failed, status 3"),
                run(script(0, 3), COMMAND, SECOND_NANOS));
    }

    @Test
    void aScriptThatTakesTooLongIsAskedToEnd() {
        assertEquals(List.of(RUNNING, "startup script timed out", "startup script script failed, status 9"),
                run(script(15, 9), COMMAND, 1));
        assertEquals(List.of("/usr/bin/true x", "signal 15"), events);
    }

    @Test
    void aScriptThatDoesNotEndIsKilled() {
        assertEquals(List.of(RUNNING, "startup script timed out"), run(script(9, 0), COMMAND, 1));
        assertEquals(List.of("/usr/bin/true x", "signal 15", "signal 9"), events);
    }

    @Test
    void aProgramThatCannotBeExecutedIsLogged() {
        assertEquals(List.of(RUNNING, "Unable to run startup script '/usr/bin/true' 'x': Exec format error"),
                run((_, _) -> {
                    throw new LaunchFailure(LaunchFailure.Kind.EXEC_FORMAT, "Exec format error");
                }, COMMAND, SECOND_NANOS));
    }
}
