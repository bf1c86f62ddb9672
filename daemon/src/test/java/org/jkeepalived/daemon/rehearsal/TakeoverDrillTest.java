package org.jkeepalived.daemon.rehearsal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jkeepalived.config.ConfigLoader;
import org.jkeepalived.config.LoadOptions;
import org.jkeepalived.daemon.kernel.MemoryKernel;
import org.jkeepalived.vrrp.Action;
import org.jkeepalived.vrrp.RouterState;
import org.junit.jupiter.api.Test;

class TakeoverDrillTest {
    private final Set<Class<?>> kinds = new HashSet<>();
    private final Set<RouterState> notified = EnumSet.noneOf(RouterState.class);
    private final TakeoverDrill drill = new TakeoverDrill(new MemoryKernel(), (_, action) -> {
        kinds.add(action.getClass());
        if (action instanceof Action.Notify(RouterState state, int _)) {
            notified.add(state);
        }
    });

    @Test
    void theSampleConfigurationHasNoFindings() {
        var loaded = ConfigLoader.loadText("sample", SampleHost.configuration("rehearsal"),
                LoadOptions.run(new SampleHost()));
        assertEquals(List.of(), loaded.diagnostics());
        assertTrue(loaded.outcome().starts());
    }

    @Test
    void aRoundRemovesAndAddsTheAddressesOfEveryoneButTheOwner() {
        drill.start();
        assertEquals(drill.configuration().instances().size(), drill.masters());
        MemoryKernel outputs = drill.outputs();
        long addresses = outputs.additions() - 1L;
        long announcements = outputs.announcements();
        long adverts = outputs.adverts();
        drill.round();
        assertEquals(addresses, outputs.removals());
        assertEquals(2 * addresses + 1, outputs.additions());
        assertTrue(outputs.announcements() >= announcements + 5 * addresses);
        assertTrue(outputs.adverts() > adverts);
        assertEquals(drill.configuration().instances().size(), drill.masters());
    }

    @Test
    void everyKindOfActionIsSeen() {
        drill.start();
        drill.round();
        drill.incidents();
        drill.stop();
        Set<Class<?>> all = new HashSet<>(Arrays.asList(Action.class.getPermittedSubclasses()));
        all.removeAll(kinds);
        assertEquals(Set.of(), all);
        assertEquals(EnumSet.of(RouterState.BACKUP, RouterState.MASTER, RouterState.FAULT, RouterState.STOP), notified);
    }

    @Test
    void theStopReleasesMastershipAndRemovesTheAddresses() {
        drill.start();
        long additions = drill.outputs().additions();
        assertEquals(0, drill.outputs().releases());
        drill.stop();
        // The unicast router tells both of its peers.
        assertEquals(drill.configuration().instances().size() + 1, drill.outputs().releases());
        assertEquals(additions, drill.outputs().removals());
    }
}
