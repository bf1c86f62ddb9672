package org.jkeepalived.daemon.dump;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The dumps read by the rules of the programs that read them in the field. */
class ExporterRulesTest {
    private static final DumpSnapshot SNAPSHOT = GoldenSnapshot.take();
    private static final String DATA = DataDump.render(SNAPSHOT, ZoneOffset.UTC);
    private static final String STATS = StatsDump.render(SNAPSHOT.instances());
    private static final String JSON = JsonDump.render(SNAPSHOT, 1);
    private static final Set<String> STATES = Set.of("INIT", "BACKUP", "MASTER", "FAULT");

    /** The blocks of keepalived.data by the rules of mehdy/keepalived-exporter. */
    private static List<Map<String, String>> blocks(String start) {
        var blocks = new ArrayList<Map<String, String>>();
        Map<String, String> block = null;
        String list = null;
        for (String line : DATA.split("\n")) {
            if (line.startsWith(" " + start + " = ")) {
                block = new LinkedHashMap<>(Map.of("name", line.substring(start.length() + 4)));
                blocks.add(block);
            } else if (!line.startsWith("   ")) {
                block = null;
            } else if (block != null && line.startsWith("     ")) {
                block.merge(String.valueOf(list), line.strip(), (one, two) -> one + "|" + two);
            } else if (block != null) {
                int equals = line.indexOf(" = ");
                list = line.strip().replaceAll(" ?\\(.*| ?:$", "");
                if (equals > 0) {
                    block.putIfAbsent(line.substring(3, equals), line.substring(equals + 3));
                }
            }
        }
        return blocks;
    }

    @Test
    void mehdyFindsEveryInstanceWithItsKeysAndAsManyStats() {
        var instances = blocks("VRRP Instance");
        assertEquals(List.of("VA", "VB", "VC", "VD", "VE", "VF", "VG", "VH"),
                instances.stream().map(block -> block.get("name")).toList());
        for (var instance : instances) {
            assertTrue(STATES.contains(instance.get("State")), instance.toString());
            assertTrue(STATES.contains(instance.get("Wantstate")), instance.toString());
            Integer.parseInt(instance.get("Gratuitous ARP delay"));
            Integer.parseInt(instance.get("Virtual Router ID"));
            assertTrue(instance.containsKey("Interface"));
            assertTrue(instance.containsKey("Virtual IP"));
        }
        assertEquals(instances.size(), STATS.split("VRRP Instance: ", -1).length - 1);
    }

    @Test
    void mehdyReadsAddressAndDeviceOfEveryVip() {
        for (var instance : blocks("VRRP Instance")) {
            for (String vip : (instance.get("Virtual IP") + "|" + instance.getOrDefault("Virtual IP Excluded", ""))
                    .split("\\|")) {
                assertTrue(Pattern.matches("[0-9a-f.:]+(/[0-9]+)? (brd [0-9.]+ )?dev [a-z0-9]+ .*", vip), vip);
            }
        }
    }

    @Test
    void mehdyReadsStatusAndStateOfScripts() {
        for (var script : blocks("VRRP Script")) {
            assertTrue(Set.of("GOOD", "BAD").contains(script.get("Status")));
            assertTrue(Set.of("idle", "running", "requested termination", "forcing termination")
                    .contains(script.get("State")));
        }
    }

    @Test
    void everyStatisticIsAnInteger() {
        for (String line : STATS.split("\n")) {
            if (!line.startsWith("VRRP Instance: ") && !line.endsWith(":")) {
                Long.parseLong(line.substring(line.indexOf(": ") + 2));
            }
        }
    }

    @Test
    void theStatsOfOneInstanceAreYamlAfterTheirFirstLine() {
        String yaml = StatsDump.render(SNAPSHOT.instances().subList(0, 1)).split("\n", 2)[1];
        Deque<Integer> indents = new ArrayDeque<>(List.of(2));
        boolean opened = false;
        for (String line : yaml.split("\n")) {
            int indent = line.length() - line.stripLeading().length();
            if (opened) {
                assertTrue(indent > indents.peek(), line);
                indents.push(indent);
            } else {
                while (indents.peek() > indent) {
                    indents.pop();
                }
                assertEquals(indents.peek(), indent, line);
            }
            assertTrue(Pattern.matches(" +[A-Za-z ]+:( [0-9]+)?", line), line);
            opened = line.endsWith(":");
        }
    }

    @Test
    void zstackFindsTheStateWithinSixLinesOfTheTopology() {
        var lines = List.of(DATA.split("\n"));
        int topology = lines.indexOf("------< VRRP Topology >------");
        assertTrue(lines.subList(topology, topology + 7).contains("   State = MASTER"));
    }

    @Test
    void zabbixFindsAllOfItsKeysInEveryInstance() {
        var keys = List.of("iname", "dont_track_primary", "skip_check_adv_addr", "strict_mode", "vmac_ifname",
                "ifp_ifname", "master_priority", "last_transition", "garp_delay", "garp_refresh", "garp_rep",
                "garp_refresh_rep", "garp_lower_prio_rep", "lower_prio_no_advert", "higher_prio_send_advert", "vrid",
                "base_priority", "effective_priority", "vipset", "promote_secondaries", "adver_int", "master_adver_int",
                "accept", "nopreempt", "preempt_delay", "state", "wantstate", "version", "smtp_alert", "notify_deleted",
                "vips");
        for (String object : JSON.split("\\{\"data\":", -1)) {
            if (object.length() > 1) {
                for (String key : keys) {
                    assertTrue(object.contains("\"" + key + "\":"), key + " in " + object);
                }
            }
        }
    }

    @Test
    void goDecodersFindIntegersWhereTheyExpectThem() {
        for (String key : List.of("garp_delay", "vrid", "state", "wantstate", "advert_rcvd", "advert_sent",
                "become_master", "release_master", "packet_len_err", "advert_interval_err", "ip_ttl_err",
                "invalid_type_rcvd", "addr_list_err", "invalid_authtype", "authtype_mismatch", "auth_failure",
                "pri_zero_rcvd", "pri_zero_sent", "accept", "strict_mode")) {
            var values = Pattern.compile("\"" + key + "\":([^,}]*)").matcher(JSON);
            assertTrue(values.find(), key);
            do {
                Long.parseLong(values.group(1));
            } while (values.find());
        }
    }

    @Test
    void wholeSecondsPrintWithoutAFractionInJson() {
        assertTrue(JSON.contains("\"adver_int\":2,"));
        assertTrue(JSON.contains("\"adver_int\":0.5,"));
        assertTrue(JSON.contains("\"adver_int\":1.25,\"master_adver_int\":0.7,"));
        assertFalse(JSON.contains(".0,"));
    }

    @Test
    void theTopLevelOfJsonIsAnArray() {
        assertTrue(JSON.startsWith("[{\"data\":{\"iname\":\"VA\","));
        assertTrue(JSON.endsWith("}}]\n"));
    }

    @Test
    void noSecretIsShown() {
        assertFalse(JSON.contains("1111"));
        assertFalse(DATA.contains("Password = 1111"));
    }
}
