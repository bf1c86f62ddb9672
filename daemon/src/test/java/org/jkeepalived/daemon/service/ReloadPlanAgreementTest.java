package org.jkeepalived.daemon.service;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jkeepalived.config.ConfigLoader;
import org.jkeepalived.config.EffectiveLoad;
import org.jkeepalived.config.LoadOptions;
import org.jkeepalived.config.effective.Change;
import org.jkeepalived.config.effective.Effect;
import org.jkeepalived.config.effective.ReloadPlan;
import org.jkeepalived.daemon.host.ThisHost;
import org.jkeepalived.daemon.mapping.InstanceMapper;
import org.jkeepalived.daemon.mapping.TrackerIds;
import org.jkeepalived.daemon.tracking.TrackerSources;
import org.jkeepalived.net.AddressFamily;
import org.jkeepalived.net.IpAddress;
import org.jkeepalived.vrrp.Reconfiguration;
import org.jkeepalived.vrrp.RouterSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the reload plan says of an instance is what the daemon's core does with its router. */
class ReloadPlanAgreementTest {
    private static final String VI = "vrrp_instance VI {\n interface eth0\n virtual_router_id 51\n virtual_ipaddress {\n  10.99.0.100\n }\n}\n";
    private static final String V2 = VI.replace("VI", "V2").replace("51", "52").replace("100", "101");

    /** An instance's line, and what takes its place. */
    private static final Map<String, String> EDITS = new LinkedHashMap<>();

    static {
        EDITS.put("priority", " priority 50\n}");
        EDITS.put("version", " version 3\n}");
        EDITS.put("advert_int", " advert_int 3\n}");
        EDITS.put("nopreempt", " nopreempt\n}");
        EDITS.put("first peer", " unicast_peer {\n  10.99.0.2\n }\n}");
        EDITS.put("peers and a source", " unicast_src_ip 10.99.0.1\n unicast_peer {\n  10.99.0.2\n }\n}");
        EDITS.put("source without peers", " mcast_src_ip 10.99.0.1\n}");
        EDITS.put("group", " mcast_dst_ip 224.0.0.50\n}");
        EDITS.put("accept", " no_accept\n}");
        EDITS.put("password", " authentication {\n  auth_type PASS\n  auth_pass x\n }\n}");
        EDITS.put("excluded", " virtual_ipaddress_excluded {\n  10.99.0.110\n }\n}");
        EDITS.put("vmac", " use_vmac\n}");
        EDITS.put("garp", " garp_master_delay 1\n}");
        EDITS.put("strict", " strict_mode\n}");
        EDITS.put("debug", " debug 1\n}");
    }

    private static EffectiveLoad load(String text) {
        return ConfigLoader.loadEffectiveText("test.conf", "global_defs {\ndynamic_interfaces\n}\n" + text,
                LoadOptions.run(ThisHost.facts()));
    }

    private static final class NoLinks implements InstanceMapper.Links {
        @Override
        public int index(String interfaceName) {
            return 0;
        }

        @Override
        public IpAddress sourceAddress(String interfaceName, AddressFamily family) {
            return null;
        }

        @Override
        public boolean up(String interfaceName) {
            return false;
        }
    }

    /** By name: what the core does with routers. */
    private static Map<String, Effect> done(EffectiveLoad old, EffectiveLoad fresh) {
        InstanceMapper mapper = new InstanceMapper(TrackerSources.KINDS, new TrackerIds(), new NoLinks());
        Reconfiguration plan = new RouterSet(mapper.map(old.result().configuration()))
                .plan(mapper.map(fresh.result().configuration()));
        Set<String> gone = new HashSet<>();
        plan.removed().forEach(removed -> gone.add(removed.parameters().name()));
        Map<String, Effect> effects = new TreeMap<>();
        plan.added()
                .forEach(added -> effects.put(added.parameters().name(),
                        gone.remove(added.parameters().name()) ? Effect.INSTANCE_RESTART : Effect.INSTANCE_START));
        gone.forEach(name -> effects.put(name, Effect.INSTANCE_STOP));
        return effects;
    }

    /** By name: what the plan says, the gravest of each instance. */
    private static Map<String, Effect> said(EffectiveLoad old, EffectiveLoad fresh) {
        Map<String, Effect> effects = new TreeMap<>();
        for (Change change : ReloadPlan.between(old.effective(), fresh.effective()).changes()) {
            if (change.path().startsWith("vrrp_instance ") && change.effect() != Effect.HITLESS) {
                effects.merge(change.path().split(" ")[1], change.effect(), (a, b) -> a.compareTo(b) > 0 ? a : b);
            }
        }
        return effects;
    }

    private static void agree(String old, String fresh) {
        EffectiveLoad one = load(old);
        EffectiveLoad other = load(fresh);
        assertEquals(done(one, other), said(one, other), old + "became\n" + fresh);
        assertEquals(done(other, one), said(other, one), fresh + "became\n" + old);
    }

    @ParameterizedTest
    @ValueSource(strings = {"virtual_router_id 51|virtual_router_id 61", "interface eth0|interface eth1",
        "10.99.0.100|fd00::1", "10.99.0.100|10.99.0.120", "vrrp_instance VI|vrrp_instance Other",
        "virtual_router_id 51|native_ipv6\n virtual_router_id 51\n no_virtual_ipaddress"})
    void anEditOfALine(String edit) {
        String[] parts = edit.split("\\|");
        String fresh = VI.replace(parts[0], parts[1]);
        agree(VI + V2, (fresh.contains("native") ? fresh.replace("10.99.0.100", "fd00::1") : fresh) + V2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"224.0.0.19", "224.0.0.99"})
    void theGroupOfGlobalDefs(String group) {
        agree(VI, "global_defs {\nvrrp_mcast_group4 " + group + "\n}\n" + VI);
        String own = VI.replaceFirst("}\n$", EDITS.get("group") + "\n");
        agree(own, "global_defs {\nvrrp_mcast_group4 " + group + "\n}\n" + own);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "again"})
    void everySettingAddedToWhatIsThere(String with) {
        for (String one : EDITS.values()) {
            String old = with.isEmpty() ? VI : VI.replaceFirst("}\n$", EDITS.get("first peer") + "\n");
            agree(old + V2, old.replaceFirst("}\n$", one + "\n") + V2);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"V2", "VI"})
    void instancesThatComeGoAndSwapTheirNames(String gone) {
        agree(VI + V2, gone.equals("V2") ? VI : V2);
        agree(VI + V2, V2 + VI);
        agree(VI + V2, VI.replace("VI", "V2") + V2.replace("V2", "VI"));
        Set<String> names = new TreeSet<>(done(load(VI), load(V2)).keySet());
        assertEquals(Set.of("V2", "VI"), names);
    }
}
