package org.jkeepalived.vrrp;

import static org.jkeepalived.vrrp.Bench.HIGHER;
import static org.jkeepalived.vrrp.Bench.SECOND;
import static org.jkeepalived.vrrp.Bench.named;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jkeepalived.vrrp.packet.AdvertFormat;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A reload that changes a sync group moves only who joins it")
class GroupReloadTest {

    private static final RouterState MASTER = RouterState.MASTER;
    private static final RouterState BACKUP = RouterState.BACKUP;

    private static RouterParametersBuilder member(int number) {
        return named("V" + number, number).onInterface("eth" + number, 10 + number)
                .addresses("10." + number + ".0.100");
    }

    /** As many members as given, the first ones in a group. */
    private static RouterSetParameters set(String group, int grouped, int... members) {
        List<RouterParameters> routers = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (int member : members) {
            routers.add(member(member).build());
            if (names.size() < grouped) {
                names.add("V" + member);
            }
        }
        return new RouterSetParameters(routers, List.of(new SyncGroupParameters(group, names)), List.of(), List.of(),
                0);
    }

    private static List<RouterState> states(Bench bench) {
        return IntStream.range(0, bench.set.snapshot(0).routers().size()).mapToObj(bench.set::state).toList();
    }

    private static Bench hear(Bench bench, int router, int priority) {
        byte[] message = bench.set.parameters(router).advertFormat(HIGHER).encode(priority).bytes(0);
        return bench.hearPacket(message, HIGHER, AdvertFormat.GROUP_IPV4, 255, 11 + router);
    }

    private static long changes(Bench bench, int router) {
        return bench.recorded()
                .stream()
                .filter(r -> r.router() == router && r.action() instanceof Action.StateChanged)
                .count();
    }

    @Test
    @DisplayName("A member that is added to a group of masters waits as BACKUP and follows; the others stay")
    void added() {
        Bench bench = new Bench(set("G", 2, 1, 2)).startAndWait().forget();
        bench.reload(set("G", 3, 1, 2, 3));
        assertEquals(List.of(MASTER, MASTER, BACKUP), states(bench));
        bench.advance(4 * SECOND);
        assertEquals(List.of(MASTER, MASTER, MASTER), states(bench));
        assertEquals(0, changes(bench, 0) + changes(bench, 1));
        assertTrue(bench.all(Action.NotifyGroup.class).isEmpty() && !bench.adverts().contains(0));
    }

    @Test
    @DisplayName("A member that joins while its group is BACKUP gives way where it is MASTER")
    void masterJoinsBackups() {
        Bench bench = new Bench(set("G", 2, 1, 2, 3)).start();
        for (int i = 0; i < 6; i++) {
            hear(hear(bench, 0, 200), 1, 200).advance(SECOND);
        }
        assertEquals(List.of(BACKUP, BACKUP, MASTER), states(bench));
        bench.forget().reload(set("G", 3, 1, 2, 3));
        assertEquals(List.of(BACKUP, BACKUP, BACKUP), states(bench));
        assertEquals(List.of(0), bench.adverts());
    }

    @Test
    @DisplayName("A member that joins masters and hears a better one takes the group to BACKUP: it can only be whole there")
    void joinerHearsAMaster() {
        Bench bench = new Bench(set("G", 2, 1, 2, 3)).startAndWait();
        hear(bench, 2, 200).reload(set("G", 3, 1, 2, 3));
        assertEquals(List.of(MASTER, MASTER, BACKUP), states(bench));
        hear(bench, 2, 200);
        assertEquals(List.of(BACKUP, BACKUP, BACKUP), states(bench));
    }

    @Test
    @DisplayName("A member that waits for its first script result does not hold the others back")
    void pendingMember() {
        Bench bench = new Bench(set("G", 2, 1, 2)).startAndWait();
        RouterParameters third = member(3).trackings(List.of(new Tracking(1, 0, false))).build();
        RouterSetParameters two = set("G", 2, 1, 2);
        bench.reload(new RouterSetParameters(List.of(two.routers().get(0), two.routers().get(1), third),
                List.of(new SyncGroupParameters("G", List.of("V1", "V2", "V3"))),
                List.of(new Tracker(1, TrackerCondition.INIT)), List.of(), 0));
        assertEquals(List.of(MASTER, MASTER, RouterState.INIT), states(bench.advance(10 * SECOND)));
        bench.tracker(1, TrackerCondition.UP);
        assertEquals(List.of(MASTER, MASTER, BACKUP), states(bench));
        assertEquals(List.of(MASTER, MASTER, MASTER), states(bench.advance(4 * SECOND)));
    }

    @Test
    @DisplayName("A member that leaves, a group that is renamed or dissolved: nobody moves")
    void leftAndRenamed() {
        Bench bench = new Bench(set("G", 3, 1, 2, 3)).startAndWait().forget();
        bench.reload(set("G", 2, 1, 2, 3));
        bench.reload(set("H", 2, 1, 2, 3));
        bench.reload(set("H", 1, 3, 1, 2));
        bench.reload(set("I", 3, 1, 2, 3));
        assertTrue(bench.names().isEmpty(), bench.names().toString());
        bench.reload(set("I", 2, 1, 2));
        assertEquals(List.of(MASTER, MASTER), states(bench));
        assertEquals(0, changes(bench, 0) + changes(bench, 1));
    }

    @Test
    @DisplayName("A member that has not followed yet does not take the group along at the next reload")
    void reloadedTwice() {
        Bench bench = new Bench(set("G", 2, 1, 2)).startAndWait().forget();
        bench.reload(set("G", 3, 1, 2, 3));
        bench.reload(set("G", 3, 1, 2, 3));
        assertEquals(List.of(MASTER, MASTER, BACKUP), states(bench));
    }

    @Test
    @DisplayName("A faulty member takes the group to FAULT, and it recovers when that member is removed")
    void faultyMember() {
        Bench bench = new Bench(set("G", 2, 1, 2)).startAndWait();
        bench.handle(new Event.InterfaceChanged("eth3", 13, LinkState.DOWN)).reload(set("G", 3, 1, 2, 3));
        assertEquals(List.of(RouterState.FAULT, RouterState.FAULT, RouterState.FAULT), states(bench));
        bench.reload(set("G", 2, 1, 2));
        assertEquals(List.of(BACKUP, BACKUP), states(bench));
    }
}
