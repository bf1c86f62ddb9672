package org.jkeepalived.daemon.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class RehearsalTest {

    /** The rehearsal fails by itself where addresses are not set, announced and removed, or dumps not written. */
    @Test
    void theWholeLifeOfTheDaemonIsPlayedInItsOrder() throws Exception {
        var console = new ByteArrayOutputStream();
        Rehearsal.perform(new PrintStream(console, true, StandardCharsets.UTF_8));
        String log = console.toString(StandardCharsets.UTF_8);
        int from = 0;
        for (String line : List.of("------< VRRP Topology >------", "Startup complete",
                "(REHEARSAL_V3) Entering MASTER STATE", "(REHEARSAL_V3) setting VIPs.",
                "Printing VRRP data for process", "Printing VRRP as json for process", "Reloading",
                "(REHEARSAL_V3) removing VIPs.", "(REHEARSAL_V3) setting VIPs.", "Stopping",
                "(REHEARSAL_V6) sent 0 priority")) {
            int at = log.indexOf(line, from);
            assertTrue(at >= 0, "no " + line + " behind " + log.substring(0, from));
            from = at;
        }
        assertTrue(log.contains("VRRP_Script(rehearse) succeeded"), log);
    }

    @Test
    void theWarmUpMakesAsManyRoundsAsItMay() {
        assertEquals(3, WarmUp.run(3, Long.MAX_VALUE));
        assertEquals(0, WarmUp.run(3, 0));
    }
}
