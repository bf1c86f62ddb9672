package org.jkeepalived.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.jkeepalived.lab.Child;
import org.jkeepalived.lab.NeedsLab;
import org.junit.jupiter.api.Test;

/** The image's health check. */
@NeedsLab(programs = {"dockerd", "docker", "mmdebstrap"})
@NeedsEngine
class HealthIT {

    @Test
    void aLoopThatHangsIsUnhealthyUntilItGoesOn(Engine engine) {
        Segment segment = engine.newSegment();
        try (var router = new Router(engine, segment.address(1), segment.config(100))) {
            Router.await("healthy", () -> router.health().equals("healthy"), router);
            try (Child _ = router.holdLoop()) {
                Router.await("unhealthy", () -> router.health().equals("unhealthy"), router);
                assertTrue(router.isRunning());
            }
            Router.await("healthy again", () -> router.health().equals("healthy"), router);
        }
    }

    @Test
    void theCheckWritesNoFile(Engine engine) {
        Segment segment = engine.newSegment();
        try (var router = new Router(engine, segment.address(1), segment.config(100))) {
            Router.await("the address", () -> router.has(segment.virtualAddress()), router);
            Router.await("healthy", () -> router.health().equals("healthy"), router);
            assertEquals("", router.run("ls", "/tmp"));
        }
    }

    @Test
    void aDaemonThatIsNotTheFirstProcessIsFoundByItsPidFile(Engine engine) {
        Segment segment = engine.newSegment();
        String name = "with-init-" + segment.number();
        engine.host().write("/etc/" + name + "/keepalived.conf", segment.config(100), "rw-r--r--");
        engine.docker("run", "--detach", "--init", "--name", name, "--network", Engine.NETWORK, "--cap-add",
                "NET_ADMIN", "--cap-add", "NET_BROADCAST", "--volume", "/etc/" + name + ":/etc/keepalived:ro",
                engine.image());
        try {
            Router.await("the pid file",
                    () -> engine.tryDocker("exec", name, "test", "-s", "/run/keepalived.pid").status() == 0);
            assertTrue(Integer.parseInt(engine.docker("exec", name, "cat", "/run/keepalived.pid").strip()) > 1);
            engine.docker("exec", name, "/usr/lib/jkeepalived/container/health");
        } finally {
            engine.docker("rm", "--force", name);
        }
    }
}
