package org.jkeepalived.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** vrrp_sync_group and its members. */
class SyncGroupTest {
    private static final String INSTANCES = "vrrp_instance VI {\n" + Loads.INSTANCE + "%s}\nvrrp_instance V2 {\n"
            + Loads.INSTANCE.replace("51", "52") + "}\n";

    private static LoadResult group(String... lines) {
        return Loads.test("vrrp_sync_group G {\n" + String.join("\n", lines) + "\n}\n" + INSTANCES.formatted(""));
    }

    @Test
    void membersKnowTheirGroupAlsoWhenItIsWrittenFirst() {
        LoadResult result = group("group {", "VI", "V2", "}");
        assertEquals(List.of(), Loads.messages(result));
        assertEquals(List.of("G", "G"), result.configuration().instances().stream().map(i -> i.syncGroup()).toList());
    }

    @Test
    void aGroupWithoutMembersIsRemovedAndOneMemberIsPointless() {
        assertEquals(List.of("Warning - sync group G has empty group block",
                "Sync group G has no virtual router(s). removing"), Loads.messages(group("group {", "}")));
        assertEquals(List.of("Sync group G has only 1 virtual router(s) - this probably isn't what you want"),
                Loads.messages(group("group {", "VI", "}")));
        assertEquals(0, group().configuration().syncGroups().size());
    }

    @Test
    void unknownMembersAreIgnored() {
        assertEquals(
                List.of("Virtual router V3 specified in sync group G doesn't exist - ignoring",
                        "Sync group G has only 1 virtual router(s) - this probably isn't what you want"),
                Loads.messages(group("group {", "VI", "V3", "}")));
    }

    @Test
    void anInstanceIsInOneGroupOnly() {
        LoadResult result = group("group {", "VI", "V2", "}", "}", "vrrp_sync_group H {", "group {", "VI", "V2", "}");
        assertEquals(
                List.of("Virtual router VI cannot exist in more than one sync group; ignoring H",
                        "Virtual router V2 cannot exist in more than one sync group; ignoring H",
                        "Sync group H, no matching virtual router found in group declaration - removing"),
                Loads.messages(result));
        assertEquals(1, result.configuration().syncGroups().size());
    }

    @Test
    void aSecondGroupOfTheSameNameAndASecondListAreIgnored() {
        assertEquals(List.of("vrrp sync group G already defined"),
                Loads.messages(group("group {", "VI", "V2", "}", "}", "vrrp_sync_group G {", "group {", "V2", "}")));
        assertEquals(List.of("Group list already specified for sync group G"),
                Loads.messages(group("group {", "VI", "V2", "}", "group {", "VI", "}")));
    }

    @Test
    void weightsOfMembersCountOnlyWithSyncGroupTrackingWeight() {
        String instances = INSTANCES.formatted("track_interface {\neth1 weight 3\n}\n");
        assertEquals(List.of("(VI) ignoring eth1 tracked interface weight due to SYNC group"),
                Loads.messages(Loads.test("vrrp_sync_group G {\ngroup {\nVI\nV2\n}\n}\n" + instances)));
        assertEquals(List.of(), Loads.messages(
                Loads.test("vrrp_sync_group G {\nsync_group_tracking_weight\ngroup {\nVI\nV2\n}\n}\n" + instances)));
    }

    @Test
    void whatAGroupFollowsMustExist() {
        assertEquals(List.of("(G) track script zz9 not found, ignoring..."),
                Loads.messages(group("group {", "VI", "V2", "}", "track_script {", "zz9", "}")));
        LoadResult missing = group("group {", "VI", "V2", "}", "track_interface {", "zz9", "}");
        assertEquals(List.of("(G) tracked interface zz9 doesn't exist"), Loads.messages(missing));
        assertEquals(2, missing.outcome().startExitCode());
    }

    @Test
    void globalTrackingIsAnOlderSpelling() {
        assertEquals(List.of("(G) global_tracking is deprecated. Use track_interface/script/file on the sync group"),
                Loads.messages(group("group {", "VI", "V2", "}", "global_tracking")));
    }
}
