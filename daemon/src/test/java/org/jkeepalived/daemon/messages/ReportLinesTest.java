package org.jkeepalived.daemon.messages;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.jkeepalived.vrrp.Action;
import org.jkeepalived.vrrp.RouterState;
import org.jkeepalived.vrrp.TransitionCause;
import org.junit.jupiter.api.Test;

/** The words of state changes. */
class ReportLinesTest {
    private static final ReportLines.Names NO_NAMES = new ReportLines.Names() {
        @Override
        public String interfaceName(int index) {
            return "eth0";
        }

        @Override
        public String tracker(int id) {
            return "script chk";
        }
    };

    private static List<String> lines(Action action) {
        List<String> lines = new ArrayList<>();
        new ReportLines(NO_NAMES, true, false).write(null, action, lines::add);
        return lines;
    }

    @Test
    void anInstanceThatBeginsWithAFaultIsWrittenWithASmallLetter() {
        assertEquals(List.of("entering FAULT state"),
                lines(new Action.StateChanged(RouterState.INIT, RouterState.FAULT, TransitionCause.STARTUP)));
        assertEquals(List.of("entering FAULT state"),
                lines(new Action.StateChanged(RouterState.INIT, RouterState.FAULT, TransitionCause.FAULT)));
        assertEquals(List.of("Entering FAULT STATE"),
                lines(new Action.StateChanged(RouterState.BACKUP, RouterState.FAULT, TransitionCause.FAULT)));
    }

    @Test
    void onlyABackupThatWaitedForNothingIsMarkedAsInit() {
        assertEquals(List.of("Entering BACKUP STATE (init)"),
                lines(new Action.StateChanged(RouterState.INIT, RouterState.BACKUP, TransitionCause.STARTUP)));
        assertEquals(List.of("Entering BACKUP STATE"),
                lines(new Action.StateChanged(RouterState.INIT, RouterState.BACKUP, TransitionCause.TRACKERS_READY)));
    }
}
