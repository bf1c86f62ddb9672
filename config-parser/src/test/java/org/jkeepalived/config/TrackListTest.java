package org.jkeepalived.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.jkeepalived.config.diagnostic.ExitClass;
import org.junit.jupiter.api.Test;

/** track_file, track_process and track_bfd in instances and groups, in the words of keepalived 2.2.7. */
class TrackListTest {
    private static final String SOURCES = """
            track_file tf {
            file /etc/tf
            }
            track_file tf0 {
            file /etc/tf
            weight 0
            }
            vrrp_track_process tp {
            process x
            weight 4
            }
            bfd_instance b1 {
            neighbor_ip 192.0.2.1
            weight 4
            }
            bfd_instance b0 {
            neighbor_ip 192.0.2.2
            }
            bfd_instance chk {
            neighbor_ip 192.0.2.3
            checker
            }
            """;

    private static LoadResult instance(String... lines) {
        return Loads.test(SOURCES + "vrrp_instance VI {\n" + Loads.INSTANCE + String.join("\n", lines) + "\n}\n"
                + "track_file later {\nfile /etc/l\n}\nbfd_instance afterwards {\nneighbor_ip 192.0.2.9\n}\n");
    }

    private static List<String> said(LoadResult result) {
        return result.diagnostics()
                .stream()
                .filter(d -> d.exitClass() != ExitClass.NOTICE)
                .map(d -> d.message())
                .toList();
    }

    @Test
    void anEntryNamesAFileThatStandsAbove() {
        LoadResult result = instance("track_file {", "nosuch weight x", "later", "tf foo", "tf weight",
                "tf weight x foo", "tf weight 255", "tf weight 2", "}");
        assertEquals(List.of("(VI) track file nosuch not found, ignoring...",
                "(VI) track file later not found, ignoring...", "(VI) unknown track file option foo - ignoring",
                "(VI) weight without value specified for track file tf - ignoring", "invalid number 'x'",
                "(VI) weight for track file tf must be in [-254..254] inclusive. Ignoring...",
                "(VI) unknown track file tf weight option foo - ignoring", "number '255' outside range [-254, 254]",
                "(VI) weight for track file tf must be in [-254..254] inclusive. Ignoring...",
                "(VI) duplicate track_file tf - ignoring"), said(result));
        assertEquals(5, result.outcome().testExitCode());
        assertEquals("[TrackedSource[name=tf, weight=1, reverse=false]]",
                Loads.only(result).trackSources().files().toString());
    }

    @Test
    void anEntryNamesAProcessThatStandsAbove() {
        assertEquals(
                List.of("(VI) track process nosuch not found, ignoring...",
                        "(VI) unknown track process option foo - ignoring",
                        "(VI) weight without value specified for track process tp - ignoring", "invalid number 'x'",
                        "(VI) weight for track process tp must be in [-254..254] inclusive. Ignoring...",
                        "(VI) unknown track_process tp weight option foo - ignoring",
                        "(VI) duplicate track_process tp - ignoring", "(VI) duplicate track_process tp - ignoring"),
                said(instance("track_process {", "nosuch", "tp foo", "tp weight", "tp weight x foo",
                        "tp weight 4 noreverse extra", "tp", "}")));
    }

    @Test
    void anEntryNamesASessionThatStandsAboveAndTellsInstances() {
        assertEquals(List.of("(VI) track bfd nosuch not found, ignoring...",
                "(VI) track bfd afterwards not found, ignoring...", "(VI) track bfd chk not found, ignoring...",
                "(VI) unknown track bfd b1 option foo - ignoring",
                "(VI) weight without value specified for track bfd b1 - ignoring", "invalid number 'x'",
                "(VI) weight for track bfd b1 must be in [-253..253] inclusive. Ignoring...",
                "(VI) unknown track bfd b1 weight option foo - ignoring", "number '254' outside range [-253, 253]",
                "(VI) weight for track bfd b1 must be in [-253..253] inclusive. Ignoring...",
                "(VI) duplicate track_bfd b1 - ignoring"),
                said(instance("track_bfd {", "nosuch", "afterwards", "chk", "b1 foo", "b1 weight", "b1 weight x foo",
                        "b1 weight 254", "b1 weight 3", "}")));
    }

    @Test
    void aSessionThatIsDroppedIsNotFollowed() {
        LoadResult result = Loads
                .test("bfd_instance bad {\n}\nvrrp_instance VI {\n" + Loads.INSTANCE + "track_bfd {\nbad\n}\n}\n");
        assertEquals(List.of("Configuration error: BFD instance bad has no neighbor address set, disabling instance"),
                said(result));
        assertEquals(List.of(), Loads.only(result).trackSources().sessions());
    }

    @Test
    void weightsCountNeitherOnAnOwnerNorInASyncGroup() {
        String tracks = "track_file {\ntf\ntf0\n}\ntrack_process {\ntp\n}\ntrack_bfd {\nb1\nb0\n}\n";
        LoadResult owner = instance("priority 255", tracks);
        assertEquals(List.of("(VI) ignoring weight from tracked file tf due to address_owner. specify weight 0",
                "(VI) ignoring tracked bfd b1 with weight 4 due to address_owner"), said(owner));
        assertEquals("[TrackedSource[name=b0, weight=0, reverse=false]]",
                Loads.only(owner).trackSources().sessions().toString());
        assertEquals(0, Loads.only(owner).trackSources().files().getFirst().weight());
        LoadResult member = Loads.test(SOURCES + "vrrp_sync_group G {\ngroup {\nVI\nV2\n}\ntrack_file {\ntf\n}\n}\n"
                + "vrrp_instance VI {\n" + Loads.INSTANCE + tracks + "}\nvrrp_instance V2 {\n"
                + Loads.INSTANCE.replace("51", "52").replace(".100", ".101") + "}\n");
        assertEquals(List.of("(VI) ignoring weight from tracked file tf due to SYNC group. specify weight 0",
                "(VI) ignoring tracked bfd b1 with weight 4 due to SYNC group"), said(member));
        assertEquals(List
                .of("(VI) track_file tf is configured on VRRP instance and sync group. Remove vrrp instance config"),
                member.diagnostics()
                        .stream()
                        .filter(d -> d.code().equals("followed-twice"))
                        .map(d -> d.message())
                        .toList());
    }
}
