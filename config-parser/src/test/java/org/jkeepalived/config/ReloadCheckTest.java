package org.jkeepalived.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jkeepalived.config.declaration.Keyword;
import org.jkeepalived.config.keywords.Language;
import org.jkeepalived.config.setting.ReloadEffect;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

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

    @TestFactory
    Stream<DynamicTest> whatHoldsUntilARestartRefusesTheReload() {
        return Map
                .of("net_namespace blue\n", "network namespace", "net_namespace_ipvs\n", "IPVS network namespace",
                        "instance a\n", "instance name", "global_defs {\nnftables\n}\n", "nftables table name",
                        "global_defs {\nnftables_ipvs a\n}\n", "IPVS nftables table name",
                        "global_defs {\ntmp_config_directory /run\n}\n", "config_directory",
                        "global_defs {\ndisable_local_igmp\n}\n", "disable_local_igmp")
                .entrySet()
                .stream()
                .map(row -> DynamicTest.dynamicTest(row.getValue(), () -> {
                    List<String> refused = List
                            .of("Cannot change " + row.getValue() + " at a reload - please restart keepalived");
                    assertEquals(refused, refusals(ONE, row.getKey() + ONE));
                    assertEquals(refused, refusals(row.getKey() + ONE, ONE));
                    assertEquals(List.of(), refusals(row.getKey() + ONE, row.getKey() + TWO));
                    String keyword = row.getKey().replace("global_defs {\n", "").split("[ \n]", 2)[0];
                    assertEquals(ReloadEffect.REFUSED, declared(keyword).reload(), keyword);
                }));
    }

    private static Keyword<?> declared(String name) {
        Keyword<?> outside = Language.keywords().get(name);
        return outside != null ? outside : Language.keywords().get("global_defs").body().keywords().get(name);
    }

    @Test
    void itIsRefusedWhenAKeywordIsMisspeltThatWasNot() {
        String misspelt = ONE.replace("virtual_router_id", "prioritty 110\nvirtual_router_id");
        List<String> reasons = refusals(ONE, misspelt);
        assertEquals(1, reasons.size());
        assertTrue(reasons.getFirst().endsWith("Unknown keyword 'prioritty' (did you mean 'priority'?)"),
                reasons.getFirst());
        assertEquals(List.of(), refusals(misspelt, misspelt));
        assertEquals(List.of(), refusals(misspelt, ONE));
    }

    @Test
    void itIsRefusedWhenNothingIsLeft() {
        assertEquals(1, refusals(ONE, "").size());
        assertEquals(1, refusals(ONE, "! cut off\n\n").size());
        assertEquals(List.of(), refusals("", ""));
        assertEquals(List.of(), refusals(ONE, "global_defs {\nrouter_id a\n}\n"));
    }

    @Test
    void anInstanceThatIsTakenOutIsNoReasonToRefuse() {
        assertEquals(List.of(), refusals(TWO, ONE));
    }
}
