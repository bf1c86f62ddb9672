package org.jkeepalived.health;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class NotifyRunnerTest {
    private static final NotifyTarget V1 = new NotifyTarget(NotifyTarget.Kind.INSTANCE, "V1");
    private static final NotifyTarget V2 = new NotifyTarget(NotifyTarget.Kind.INSTANCE, "V2");
    private static final NotifyTarget G1 = new NotifyTarget(NotifyTarget.Kind.GROUP, "G1");

    private final VirtualThread thread = new VirtualThread();
    private final FakeLauncher launcher = new FakeLauncher();
    private final List<NotifyEvent> events = new ArrayList<>();
    private final NotifyRunner runner = new NotifyRunner(launcher, events::add, thread);

    private static ScriptCommand command(String... argv) {
        return ScriptCommand.of(List.of(argv), 0, 0);
    }

    private static NotifyRequest request(NotifyTarget target, NotifyState state) {
        return new NotifyRequest(target, state, 100, null, command("/n"));
    }

    private void submit(NotifyRequest... requests) {
        for (var request : requests) {
            runner.submit(request);
        }
        thread.settle();
    }

    private void exitLast(int code) {
        launcher.last().exit(code);
        thread.settle();
    }

    private List<String> lines() {
        return events.stream().map(NotifyEvent::logLine).filter(line -> !line.isEmpty()).toList();
    }

    @Test
    void notifyGetsKindNameStateAndPriorityAfterItsOwnArguments() {
        submit(new NotifyRequest(V1, NotifyState.MASTER, 109, null, command("/n", "mine")));
        assertEquals(List.of("/n mine INSTANCE V1 MASTER 109"), launcher.all());
    }

    @Test
    void aGroupIsToldWithPriorityZero() {
        submit(new NotifyRequest(G1, NotifyState.FAULT, 0, null, command("/n")));
        assertEquals(List.of("/n GROUP G1 FAULT 0"), launcher.all());
    }

    @Test
    void theScriptOfTheStateRunsFirstAndGetsNoMoreArguments() {
        submit(new NotifyRequest(V1, NotifyState.BACKUP, 100, command("/b", "x"), command("/n")));
        assertEquals(List.of("/b x"), launcher.all());
        exitLast(0);
        assertEquals(List.of("/b x", "/n INSTANCE V1 BACKUP 100"), launcher.all());
    }

    @Test
    void masterRxLowerPriHasNoGenericScript() {
        submit(new NotifyRequest(V1, NotifyState.MASTER_RX_LOWER_PRI, 100, command("/l"), command("/n")));
        exitLast(0);
        assertEquals(List.of("/l"), launcher.all());
    }

    @Test
    void statesOfOneInstanceNeverOverlap() {
        submit(request(V1, NotifyState.BACKUP), request(V1, NotifyState.MASTER));
        assertEquals(List.of("/n INSTANCE V1 BACKUP 100"), launcher.running());
        exitLast(0);
        assertEquals(List.of("/n INSTANCE V1 MASTER 100"), launcher.running());
    }

    @Test
    void instancesDoNotWaitForEachOther() {
        submit(request(V1, NotifyState.BACKUP), request(V2, NotifyState.BACKUP));
        assertEquals(2, launcher.running().size());
    }

    @Test
    void aBacklogShrinksToTheLatestStateWhichAlwaysRuns() {
        for (int i = 0; i < 100; i++) {
            submit(request(V1, i % 2 == 0 ? NotifyState.MASTER : NotifyState.BACKUP));
        }
        exitLast(0);
        exitLast(0);
        assertEquals(List.of("/n INSTANCE V1 MASTER 100", "/n INSTANCE V1 BACKUP 100"), launcher.all());
        assertEquals(98, events.stream().filter(NotifyEvent.Superseded.class::isInstance).count());
    }

    @Test
    void anOccurrenceDoesNotPushOutAState() {
        submit(request(V1, NotifyState.MASTER), request(V1, NotifyState.BACKUP),
                new NotifyRequest(V1, NotifyState.MASTER_RX_LOWER_PRI, 100, command("/l"), null));
        exitLast(0);
        exitLast(0);
        assertEquals("/n INSTANCE V1 BACKUP 100", launcher.last().toString());
    }

    @Test
    void aFailedScriptIsLoggedAndDoesNotStopTheQueue() {
        submit(new NotifyRequest(V1, NotifyState.MASTER, 100, command("/m"), command("/n")));
        exitLast(3);
        assertEquals(List.of("(V1) script '/m' of MASTER exited with status 3"), lines());
        assertEquals("/n INSTANCE V1 MASTER 100", launcher.last().toString());
    }

    @Test
    void aScriptThatCannotStartIsLoggedAndTheNextOneRuns() {
        launcher.refusal = new LaunchFailure(LaunchFailure.Kind.NOT_FOUND, "No such file or directory");
        submit(request(V1, NotifyState.MASTER));
        assertTrue(lines().getFirst()
                .startsWith("(V1) script of MASTER cannot run: /n (user root): No such file or directory"));
        launcher.refusal = null;
        submit(request(V1, NotifyState.BACKUP));
        assertEquals(List.of("/n INSTANCE V1 BACKUP 100"), launcher.all());
    }

    @Test
    void aHungScriptIsEndedTenSecondsAfterANewerStateCame() {
        submit(request(V1, NotifyState.BACKUP));
        var hung = launcher.last();
        thread.passSeconds(3600);
        assertEquals(List.of(), hung.signals);
        submit(request(V1, NotifyState.MASTER));
        thread.passSeconds(9.9);
        assertEquals(List.of(), hung.signals);
        thread.passSeconds(0.2);
        assertEquals(List.of(15), hung.signals);
        thread.passSeconds(2);
        assertEquals(List.of(15, 9), hung.signals);
        hung.die(9);
        thread.settle();
        assertEquals("/n INSTANCE V1 MASTER 100", launcher.last().toString());
    }

    @Test
    void backupAndFaultWaitASecondForTheScriptOfTheMasterAndStartBesideIt() {
        submit(request(V1, NotifyState.MASTER));
        var foreground = launcher.last();
        submit(request(V1, NotifyState.BACKUP));
        thread.passSeconds(0.5);
        submit(request(V1, NotifyState.FAULT));
        thread.passSeconds(0.4);
        assertEquals(1, launcher.started.size());
        thread.passSeconds(0.2);
        assertEquals(List.of("/n INSTANCE V1 MASTER 100", "/n INSTANCE V1 FAULT 100"), launcher.running());
        assertEquals(List.of("(V1) scripts of BACKUP are skipped, the state is now FAULT",
                "(V1) script '/n' of MASTER still runs, those of FAULT start beside it"), lines());
        thread.passSeconds(8.8);
        assertEquals(List.of(), foreground.signals);
        thread.passSeconds(0.2);
        assertEquals(List.of(15), foreground.signals);
        foreground.die(15);
        exitLast(0);
        submit(request(V1, NotifyState.MASTER));
        assertEquals("/n INSTANCE V1 MASTER 100", launcher.last().toString());
    }

    @Test
    void aMasterThatOvertakesABackupWaitsAsLongAsAnyOther() {
        submit(request(V1, NotifyState.MASTER), request(V1, NotifyState.BACKUP), request(V1, NotifyState.MASTER));
        var hung = launcher.last();
        thread.passSeconds(9.9);
        assertEquals(List.of(), hung.signals);
        thread.passSeconds(0.2);
        assertEquals(List.of(15), hung.signals);
    }

    @Test
    void aScriptThatEvenSigkillDoesNotEndHoldsNobodyUp() {
        submit(request(V1, NotifyState.BACKUP), request(V1, NotifyState.MASTER));
        thread.passSeconds(15);
        assertEquals("/n INSTANCE V1 MASTER 100", launcher.last().toString());
    }

    @Test
    void aStateForWhichThereIsNoThreadIsLoggedAndTheNextOneRuns() {
        launcher.mistake = new OutOfMemoryError("unable to create native thread");
        submit(request(V1, NotifyState.MASTER));
        assertTrue(lines().getFirst().contains("unable to create native thread"), lines().toString());
        launcher.mistake = null;
        submit(request(V1, NotifyState.BACKUP));
        assertEquals(List.of("/n INSTANCE V1 BACKUP 100"), launcher.all());
    }

    @Test
    void notifyStartsBesideALongScriptOfItsOwnState() {
        submit(new NotifyRequest(V1, NotifyState.MASTER, 100, command("/long"), command("/n")));
        thread.passSeconds(10.1);
        assertEquals(List.of("/long", "/n INSTANCE V1 MASTER 100"), launcher.running());
    }

    @Test
    void stopWaitsHalfASecondForAnOlderScript() {
        submit(request(V1, NotifyState.MASTER));
        submit(new NotifyRequest(V1, NotifyState.STOP, 100, command("/s"), command("/n")));
        thread.passSeconds(0.4);
        assertEquals(1, launcher.started.size());
        thread.passSeconds(0.2);
        assertEquals("/s", launcher.last().toString());
        exitLast(0);
        assertEquals("/n INSTANCE V1 STOP 100", launcher.last().toString());
    }

    @Test
    void notifyOfTheStopRunsEvenWhenNotifyStopTakesLongerThanTheDaemonWaits() {
        submit(new NotifyRequest(V1, NotifyState.STOP, 100, command("/s"), command("/n")));
        assertEquals(List.of("/s"), launcher.running());
        thread.passSeconds(0.3);
        assertEquals(List.of("/s", "/n INSTANCE V1 STOP 100"), launcher.running());
    }

    @Test
    void stopPushesOutAnOlderStateThatWaits() {
        submit(request(V1, NotifyState.MASTER), request(V1, NotifyState.BACKUP), request(V1, NotifyState.STOP));
        exitLast(0);
        assertEquals("/n INSTANCE V1 STOP 100", launcher.last().toString());
    }

    @Test
    void idleIsToldOnceWhenAllQueuesAreEmpty() {
        var told = new ArrayList<String>();
        submit(request(V1, NotifyState.MASTER), request(V2, NotifyState.MASTER));
        runner.whenIdle(() -> told.add("idle"));
        launcher.started.get(0).exit(0);
        thread.settle();
        assertEquals(List.of(), told);
        launcher.started.get(1).exit(0);
        thread.settle();
        assertEquals(List.of("idle"), told);
    }
}
