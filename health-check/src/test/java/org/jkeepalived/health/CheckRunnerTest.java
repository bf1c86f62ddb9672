package org.jkeepalived.health;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** keepalived.conf(5), vrrp_script; the words and their order as keepalived 2.2.7 writes them. */
class CheckRunnerTest {
    private static final long SECOND = 1_000_000_000L;

    private final VirtualThread thread = new VirtualThread();
    private final FakeLauncher launcher = new FakeLauncher();
    private final List<CheckEvent> events = new ArrayList<>();
    private final CheckRunner runner = new CheckRunner(launcher, events::add, thread);

    private static CheckSpec spec(String name, int interval, int timeout, int rise, int fall) {
        return new CheckSpec(name, ScriptCommand.of(List.of("/no/such/" + name), 0, 0), interval * SECOND,
                timeout * SECOND, rise, fall, false);
    }

    private void start(CheckSpec... specs) {
        runner.apply(Arrays.asList(specs));
        thread.settle();
    }

    private List<String> lines() {
        var lines = events.stream().map(CheckEvent::logLine).filter(line -> !line.isEmpty()).toList();
        events.clear();
        return lines;
    }

    private List<CheckResult> results() {
        var results = events.stream()
                .filter(CheckEvent.ResultChanged.class::isInstance)
                .map(event -> ((CheckEvent.ResultChanged) event).result())
                .toList();
        events.clear();
        return results;
    }

    private void runExiting(int... codes) {
        for (int code : codes) {
            launcher.last().exit(code);
            thread.passSeconds(2);
        }
    }

    private CheckStatus status() {
        var answer = runner.statuses();
        thread.settle();
        return answer.join().getFirst();
    }

    @Test
    void aCheckStartsAtOnceAndThenEveryInterval() {
        start(spec("a", 2, 0, 1, 1));
        assertEquals(1, launcher.started.size());
        launcher.last().exit(0);
        thread.passSeconds(1.9);
        assertEquals(1, launcher.started.size());
        thread.passSeconds(0.2);
        assertEquals(2, launcher.started.size());
    }

    @Test
    void aRunForWhichThereIsNoThreadFailsAndTheNextOneIsTried() {
        launcher.mistake = new OutOfMemoryError("unable to create native thread");
        start(spec("a", 2, 0, 1, 1));
        assertEquals(List.of(CheckResult.DOWN), results());
        launcher.mistake = null;
        thread.passSeconds(2);
        launcher.last().exit(0);
        thread.settle();
        assertEquals(List.of(CheckResult.UP), results());
    }

    @Test
    void theFirstResultNeedsOnlyOneSuccessWhateverRiseSays() {
        start(spec("a", 2, 0, 3, 3));
        runExiting(0);
        assertEquals(List.of("VRRP_Script(a) succeeded"), lines());
        assertEquals(5, status().resultCounter());
    }

    @Test
    void theFirstResultNeedsOnlyOneFailureWhateverFallSays() {
        start(spec("a", 2, 0, 3, 3));
        runExiting(4);
        assertEquals(List.of("Script `a` now returning 4", "VRRP_Script(a) failed (exited with status 4)"), lines());
        assertEquals(0, status().resultCounter());
    }

    @Test
    void fallCountsConsecutiveFailuresOnly() {
        start(spec("b", 2, 0, 3, 3));
        runExiting(0, 1, 0, 1, 1, 0, 1, 1);
        assertEquals(List.of(CheckResult.UP), results());
        runExiting(1);
        assertEquals(List.of(CheckResult.DOWN), results());
    }

    @Test
    void riseCountsConsecutiveSuccessesOnly() {
        start(spec("b", 2, 0, 2, 1));
        runExiting(1, 0, 1, 0);
        assertEquals(List.of(CheckResult.DOWN), results());
        runExiting(0);
        assertEquals(List.of(CheckResult.UP), results());
    }

    @Test
    void everyChangeOfTheExitStatusIsLogged() {
        start(spec("t", 2, 0, 2, 2));
        runExiting(0, 1, 1, 2, 0, 0);
        assertEquals(List.of("VRRP_Script(t) succeeded", "Script `t` now returning 1",
                "VRRP_Script(t) failed (exited with status 1)", "Script `t` now returning 2",
                "Script `t` now returning 0", "VRRP_Script(t) succeeded"), lines());
    }

    @Test
    void aSignalIsAFailureWithTheSignalNumberAndNoChangeOfTheExitStatus() {
        start(spec("s", 2, 0, 1, 1));
        launcher.last().die(9);
        thread.settle();
        assertEquals(List.of("VRRP_Script(s) failed (due to signal 9)"), lines());
    }

    @Test
    void aRunOverItsTimeoutGetsSigtermAndTwoSecondsLaterSigkill() {
        start(spec("c", 20, 3, 1, 1));
        thread.passSeconds(2.9);
        assertEquals(List.of(), launcher.last().signals);
        thread.passSeconds(0.2);
        assertEquals(List.of(15), launcher.last().signals);
        assertEquals(CheckStatus.RunState.TERMINATION_REQUESTED, status().runState());
        thread.passSeconds(2);
        assertEquals(List.of(15, 9), launcher.last().signals);
        assertEquals(CheckStatus.RunState.FORCING_TERMINATION, status().runState());
    }

    @Test
    void aTimedOutRunCountsWhenItHasEndedAndSaysWhoKilledIt() {
        start(spec("c", 2, 3, 1, 1));
        thread.passSeconds(3.5);
        events.clear();
        launcher.last().die(15);
        thread.settle();
        var lines = lines();
        assertEquals("VRRP_Script(c) timed_out", lines.getLast());
        assertTrue(
                lines.getFirst().contains("was killed: /no/such/c (user root): it still ran after its timeout of 3 s"),
                lines.getFirst());
    }

    @Test
    void aStallOfTheDaemonIsNotATimeoutOfTheScript() {
        start(spec("c", 20, 3, 1, 1));
        thread.stallSeconds(5);
        thread.settle();
        assertEquals(List.of(), launcher.last().signals);
        launcher.last().exit(0);
        thread.passSeconds(5);
        assertEquals(List.of(CheckResult.UP), results());
    }

    @Test
    void aScriptThatStillRunsAfterAStallIsEndedAfterAll() {
        start(spec("c", 20, 3, 1, 1));
        thread.stallSeconds(5);
        thread.passSeconds(0.6);
        assertEquals(List.of(15), launcher.last().signals);
    }

    @Test
    void evenAnExitWithZeroAfterSigtermIsATimeout() {
        start(spec("c", 2, 1, 1, 1));
        thread.passSeconds(1.5);
        launcher.last().exit(0);
        thread.settle();
        assertEquals(List.of(CheckResult.DOWN), results());
    }

    @Test
    void theTimeoutIsTheIntervalWhenNoneIsSet() {
        start(spec("c", 5, 0, 1, 1));
        thread.passSeconds(5.1);
        assertEquals(List.of(15), launcher.last().signals);
        launcher.last().die(15);
        thread.settle();
        assertTrue(lines().stream().anyMatch(line -> line.contains("5 s (the interval, as no timeout is set)")));
    }

    @Test
    void aRunThatIsDueWhileTheLastOneRunsIsSkipped() {
        start(spec("slow", 2, 30, 1, 1));
        thread.passSeconds(2.1);
        assertEquals(1, launcher.started.size());
        assertEquals(List.of("Track script slow is already running, expect idle - skipping run"), lines());
    }

    @Test
    void aRunThatIsDueWhileTheLastOneIsBeingEndedIsSkippedInOtherWords() {
        start(spec("slow", 2, 1, 1, 1));
        thread.passSeconds(2.1);
        assertEquals(List.of("Track script slow is being timed out, expect idle - skipping run"), lines());
    }

    @Test
    void skippedRunsAreNotReportedAgainWhileEveryRunTimesOut() {
        start(spec("slow", 2, 3, 1, 1));
        thread.passSeconds(3.1);
        launcher.last().die(15);
        thread.settle();
        assertEquals(2,
                lines().stream().filter(line -> line.contains("skipping run") || line.contains("timed_out")).count());
        thread.passSeconds(3);
        assertEquals(2, launcher.started.size());
        assertEquals(List.of(), lines());
        launcher.last().exit(0);
        thread.passSeconds(3);
        lines();
        thread.passSeconds(1);
        assertEquals(List.of("Track script slow is already running, expect idle - skipping run"), lines());
    }

    @Test
    void initFailStartsAsFailedAndNeedsOneSuccess() {
        start(new CheckSpec("i", ScriptCommand.of(List.of("/no/such/i"), 0, 0), 2 * SECOND, 0, 3, 3, true));
        assertEquals(List.of(CheckResult.DOWN), results());
        assertEquals(CheckResult.DOWN, status().result());
        runExiting(0);
        assertEquals(List.of(CheckResult.UP), results());
    }

    @Test
    void aFailureAfterInitFailChangesNothing() {
        start(new CheckSpec("i", ScriptCommand.of(List.of("/no/such/i"), 0, 0), 2 * SECOND, 0, 1, 1, true));
        events.clear();
        runExiting(1);
        assertEquals(List.of(), results());
    }

    @Test
    void aReloadAssumesTheLastResultAndRunsAtOnce() {
        start(spec("a", 2, 0, 4, 5), spec("b", 2, 0, 1, 1), spec("new", 2, 0, 1, 1));
        launcher.started.get(0).exit(0);
        launcher.started.get(1).exit(7);
        thread.settle();
        events.clear();
        start(spec("a", 2, 0, 4, 5), spec("b", 2, 0, 1, 1), spec("new", 2, 0, 1, 1));
        assertEquals(List.of("VRRP_Script(a) considered successful on reload",
                "VRRP_Script(b) considered unsuccessful on reload"), lines());
        assertEquals(6, launcher.started.size());
        assertEquals(8, status().resultCounter());
        launcher.started.get(3).exit(0);
        launcher.started.get(4).exit(7);
        thread.settle();
        assertEquals(List.of(), lines());
    }

    @Test
    void aReloadEndsRunningScriptsAndForgetsTheirExit() {
        start(spec("a", 2, 0, 1, 1));
        var old = launcher.last();
        start(spec("a", 2, 0, 1, 1));
        assertEquals(List.of(15), old.signals);
        old.die(15);
        thread.settle();
        assertEquals(List.of(), lines());
    }

    @Test
    void aCheckThatAReloadDropsRunsNoMore() {
        start(spec("a", 2, 0, 1, 1));
        start();
        launcher.last().exit(0);
        thread.passSeconds(10);
        assertEquals(1, launcher.started.size());
    }

    @Test
    void aFileTheKernelRefusesIsAFailureAndNamedOnce() {
        launcher.refusal = new LaunchFailure(LaunchFailure.Kind.EXEC_FORMAT, "Exec format error");
        start(spec("x", 2, 0, 1, 1));
        thread.passSeconds(6);
        var lines = lines();
        assertEquals(3, lines.size(), lines.toString());
        assertTrue(lines.get(0).startsWith("VRRP_Script(x) cannot run: /no/such/x (user root): Exec format error"),
                lines.get(0));
        assertEquals("Script `x` now returning 127", lines.get(1));
        assertEquals("VRRP_Script(x) failed (exited with status 127)", lines.get(2));
        assertFalse(status().unrunnable().isEmpty());
    }

    @Test
    void afterARunThatWorkedTheCauseIsNamedAgain() {
        start(spec("x", 2, 0, 1, 1));
        runExiting(127, 127, 0, 127);
        assertEquals(2, lines().stream().filter(line -> line.contains("cannot run")).count());
    }

    @Test
    void statuses126And127SayThatTheScriptCannotRun() {
        start(new CheckSpec("x", ScriptCommand.of(List.of("/bin/sh"), 0, 0), 2 * SECOND, 0, 1, 1, false));
        runExiting(126, 127);
        var lines = lines();
        assertTrue(lines.get(0).contains("exit status 126, a command that it calls could not be executed"),
                lines.get(0));
        assertEquals("Script `x` now returning 126", lines.get(1));
        assertTrue(lines.stream()
                .anyMatch(line -> line.contains("exit status 127, a command that it calls was not found")));
    }

    @Test
    void aScriptThatDoesNotEndIsKilledAfterTheStopAndAfterAReload() {
        start(spec("a", 2, 0, 1, 1));
        runner.apply(List.of());
        thread.settle();
        assertEquals(List.of(15), launcher.last().signals);
        thread.passSeconds(2);
        assertEquals(List.of(15, 9), launcher.last().signals);
        start(spec("b", 2, 0, 1, 1));
        runner.close();
        thread.settle();
        assertEquals(List.of(15), launcher.last().signals);
        thread.passSeconds(1);
        assertEquals(List.of(15, 9), launcher.last().signals);
    }

    @Test
    void afterCloseNothingIsToldAndNothingRuns() {
        start(spec("a", 2, 0, 1, 1));
        runner.close();
        thread.settle();
        assertEquals(List.of(15), launcher.last().signals);
        launcher.last().die(15);
        thread.passSeconds(10);
        assertEquals(List.of(), events);
        assertEquals(List.of(), runner.statuses().join());
    }
}
