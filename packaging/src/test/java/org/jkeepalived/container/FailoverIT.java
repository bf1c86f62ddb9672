package org.jkeepalived.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.BooleanSupplier;
import org.jkeepalived.lab.Advert;
import org.jkeepalived.lab.Bridge;
import org.jkeepalived.lab.NeedsLab;
import org.junit.jupiter.api.Test;

/** Two containers of the image and one address. */
@NeedsLab(programs = {"dockerd", "docker", "mmdebstrap"})
@NeedsEngine
class FailoverIT {

    @Test
    void aStopHandsTheAddressOverByPriorityZero(Engine engine) {
        Segment segment = engine.newSegment();
        try (var a = new Router(engine, segment.address(1), segment.config(150));
                var b = new Router(engine, segment.address(2), segment.config(100))) {
            Router.await("a has the address", () -> a.has(segment.virtualAddress()), a, b);
            assertFalse(b.has(segment.virtualAddress()));
            int mark = engine.capture().mark();
            a.stop();
            assertEquals(0L, a.inspect().getState().getExitCodeLong());
            Router.await("b has the address", () -> b.has(segment.virtualAddress()), a, b);
            assertEquals(List.of(0),
                    prioritiesOf(segment.address(1), segment.adverts(engine.capture(), mark)).stream()
                            .filter(priority -> priority != 150)
                            .toList());
        }
    }

    @Test
    void aKilledContainerIsReplacedAndTakesTheAddressBackWhenItIsStartedAgain(Engine engine) {
        Segment segment = engine.newSegment();
        try (var a = new Router(engine, segment.address(1), segment.config(150));
                var b = new Router(engine, segment.address(2), segment.config(100))) {
            Router.await("a has the address", () -> a.has(segment.virtualAddress()), a, b);
            int mark = engine.capture().mark();
            a.signal("KILL");
            Router.await("b has the address", () -> b.has(segment.virtualAddress()), a, b);
            assertFalse(prioritiesOf(segment.address(1), segment.adverts(engine.capture(), mark)).contains(0));
            a.startAgain();
            Router.await("a has the address again",
                    () -> a.has(segment.virtualAddress()) && !b.has(segment.virtualAddress()), a, b);
        }
    }

    @Test
    void onTheHostsNetworkAStopLeavesNoAddressAndTheNextStartRemovesWhatAKillLeft(Engine engine) {
        Segment segment = engine.newSegment();
        String name = "on-host-" + segment.number();
        engine.host()
                .write("/etc/" + name + "/keepalived.conf", segment.config(100).replace("eth0", "host0"), "rw-r--r--");
        engine.host()
                .sh("ip link add host0 type veth peer name port0; ip link set port0 master " + Bridge.DEVICE
                        + " up; ip link set host0 up; ip address add " + segment.address(1) + "/16 dev host0");
        BooleanSupplier held = () -> engine.host().kernel().has(segment.virtualAddress());
        engine.docker("run", "--detach", "--name", name, "--network", "host", "--cap-drop", "ALL", "--cap-add",
                "NET_ADMIN", "--cap-add", "NET_RAW", "--cap-add", "NET_BROADCAST", "--read-only", "--tmpfs", "/run",
                "--tmpfs", "/tmp", "--volume", "/etc/" + name + ":/etc/keepalived:ro", engine.image());
        try {
            Router.await("the address", held);
            engine.docker("stop", name);
            assertFalse(held.getAsBoolean());
            engine.docker("start", name);
            Router.await("the address", held);
            engine.docker("kill", name);
            assertTrue(held.getAsBoolean());
            engine.docker("start", name);
            Router.await("no address at the start", () -> !held.getAsBoolean());
            Router.await("the address after an election", held);
        } finally {
            engine.docker("rm", "--force", name);
            engine.host().must("ip", "link", "del", "host0");
        }
    }

    private static List<Integer> prioritiesOf(String source, List<Advert> adverts) {
        List<Integer> priorities = adverts.stream()
                .filter(advert -> advert.source().equals(source))
                .map(Advert::priority)
                .toList();
        assertTrue(adverts.stream().allMatch(Advert::plainChecksumIsRight));
        return priorities;
    }
}
