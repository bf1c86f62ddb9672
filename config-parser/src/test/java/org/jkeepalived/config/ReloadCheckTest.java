package org.jkeepalived.config;

import org.junit.jupiter.api.Test;

import java.util.List;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** When a reload keeps the old configuration. */
class ReloadCheckTest {
    private static final String ONE = "vrrp_instance VI {\n" + Loads.INSTANCE + "}\n";
    private static final String TWO = ONE + "vrrp_instance V2 {\n" + Loads.INSTANCE.replace("51", "52") + "}\n";

    private static List<String> refusals(String running, String read) {
        return ReloadCheck.refusals(Loads.run(running), Loads.run(read));
    }

    @Test
    void findingsAtWhichAStartGoesOnNeverRefuse() {
        assertEquals(List.of(), refusals(TWO, TWO + "foo\nglobal_defs {\nvrrp_garp_interval 0\nrouter_id\n}\n"));
    }

    @Test
    void itIsRefusedWhereAStartWouldEnd() {
        assertEquals(List.of("(VI) the virtual router id must be set"),
                refusals(ONE, ONE.replace("virtual_router_id 51", "")));
        assertEquals(1, refusals(ONE, ONE.replace("virtual_router_id 51", "virtual_router_id")).size());
        assertEquals(List.of("there is no configuration to read"), ReloadCheck.refusals(Loads.run(ONE),
                ConfigLoader.load("/nonexistent/keepalived.conf", LoadOptions.run(new FakeHost()))));
    }

    @Test
    void itIsRefusedWhenTheFileNoLongerClosesItsBlocks() {
        String unclosed = ONE.substring(0, ONE.length() - 2);
        assertEquals(1, refusals(ONE, unclosed).size());
        assertEquals(List.of(), refusals(unclosed, unclosed));
    }

    @Test
    void itIsRefusedWhenAnUnknownKeywordDropsAnInstance() {
        List<String> reasons = refusals(TWO, TWO.replace("vrrp_instance V2", "vrrp_instnace V2"));
        assertEquals(1, reasons.size());
        assertTrue(reasons.getFirst().startsWith("instance V2 is gone"), reasons.getFirst());
        assertTrue(reasons.getFirst().endsWith("(did you mean 'vrrp_instance'?)"), reasons.getFirst());
    }

    @Test
    void anInstanceThatIsTakenOutIsNoReasonToRefuse() {
        assertEquals(List.of(), refusals(TWO, ONE));
    }
}
