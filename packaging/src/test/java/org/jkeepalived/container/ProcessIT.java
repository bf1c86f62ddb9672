package org.jkeepalived.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jkeepalived.lab.NeedsLab;
import org.junit.jupiter.api.Test;

/** The daemon as the first process of a container whose file system is read-only. */
@NeedsLab(programs = {"dockerd", "docker", "mmdebstrap"})
@NeedsEngine
class ProcessIT {
    private static final String JSON = "/tmp/keepalived.json";
    /** The state MASTER. */
    private static final long MASTER = 2;

    @Test
    void theFirstProcessIsTheDaemonWithItsOptionsAndItsCache(Engine engine) {
        Segment segment = engine.newSegment();
        try (var router = new Router(engine, segment.address(1), segment.config(100), "--", "-D")) {
            Router.await("the address", () -> router.has(segment.virtualAddress()), router);
            assertEquals("keepalived\n", router.run("cat", "/proc/1/comm"));
            assertEquals("1\n", router.run("cat", "/run/keepalived.pid"));
            String[] words = router.run("cat", "/proc/1/cmdline").split("\0");
            assertEquals(List.of("--dont-fork", "--log-console", "-D"),
                    List.of(words).subList(words.length - 3, words.length));
            assertTrue(router.run("cat", "/proc/1/maps").contains("/lib/keepalived.aot"), "the cache is in use");
            assertTrue(router.log().contains("Sending gratuitous ARP"), "-D shows the details on the console");
            assertTrue(router.run("touch", "/etc/x").isEmpty() && router.run("ls", "/etc/x").isEmpty());
        }
    }

    @Test
    void signalsOfTheEngineReachIt(Engine engine) {
        Segment segment = engine.newSegment();
        try (var router = new Router(engine, segment.address(1), segment.config(100))) {
            Router.await("the address", () -> router.has(segment.virtualAddress()), router);
            router.signal("36");
            Router.await("the whole file", () -> !Router.json(router.run("cat", JSON)).isEmpty(), router);
            Map<?, ?> data = (Map<?, ?>) Router.json(router.run("cat", JSON)).getFirst().get("data");
            assertEquals(
                    List.of("VI_1", "eth0", segment.number(), MASTER), Stream
                            .of(data.get("iname"), data.get("ifp_ifname"), data.get("vrid"),
                                    ((Number) data.get("state")).longValue())
                            .toList());
            // As exporters do it that run a program in the container.
            router.run("rm", JSON);
            assertEquals("36\n", router.run("keepalived", "--signum=JSON"));
            router.run("kill", "-36", "1");
            Router.await("the file again", () -> !Router.json(router.run("cat", JSON)).isEmpty(), router);
        }
    }

    @Test
    void aReloadTakesTheNewFileAndKeepsTheProcess(Engine engine) {
        Segment segment = engine.newSegment();
        try (var router = new Router(engine, segment.address(1), segment.config(100))) {
            Router.await("the address", () -> router.has(segment.virtualAddress()), router);
            String started = router.inspect().getState().getStartedAt();
            router.configure(segment.config(100, segment.address(101)));
            router.signal("HUP");
            Router.await("the other address alone",
                    () -> router.has(segment.address(101)) && !router.has(segment.virtualAddress()), router);
            assertEquals(started, router.inspect().getState().getStartedAt());
        }
    }

    @Test
    void orphansLeaveNoZombies(Engine engine) {
        Segment segment = engine.newSegment();
        try (var router = new Router(engine, segment.address(1), segment.config(100))) {
            Router.await("the address", () -> router.has(segment.virtualAddress()), router);
            String orphan = router.run("sh", "-c", "(sleep 1000 >/dev/null & echo $!)").strip();
            assertEquals("1", router.run("ps", "-o", "ppid=", "-p", orphan).strip());
            router.run("kill", orphan);
            Router.await("its entry has gone", () -> router.run("ps", "-o", "pid=", "-p", orphan).isEmpty(), router);
        }
    }

    @Test
    void anotherProgramMayBeRunInstead(Engine engine) {
        assertEquals("36\n", engine.docker("run", "--rm", engine.image(), "keepalived", "--signum=JSON"));
        assertEquals("36\n", engine.docker("run", "--rm", engine.image(), "--signum=JSON"));
    }

    @Test
    void withoutCapabilitiesItSaysWhatItNeeds(Engine engine) {
        Segment segment = engine.newSegment();
        engine.host().write("/etc/of-nobody/keepalived.conf", segment.config(100), "rw-r--r--");
        var ended = engine.tryDocker("run", "--rm", "--cap-drop", "ALL", "--volume",
                "/etc/of-nobody:/etc/keepalived:ro", engine.image());
        assertTrue(ended.status() != 0 && (ended.out() + ended.err()).contains("CAP_NET_ADMIN"), ended::toString);
    }
}
