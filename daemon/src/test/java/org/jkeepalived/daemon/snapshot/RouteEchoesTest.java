package org.jkeepalived.daemon.snapshot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.jkeepalived.config.settings.Configuration;
import org.jkeepalived.config.settings.StaticSettings;
import org.junit.jupiter.api.Test;

/** Which routes keepalived 2.2.7 shows as set but not recognised. */
class RouteEchoesTest {

    private static Configuration load(String statics, String virtual) {
        return new FakeHost().ethernet(2, "eth0", 0x0200_0000_0001L).load("""
                track_group G {
                  group {
                    V1
                  }
                }
                static_routes {
                  %s
                }
                vrrp_instance V1 {
                  interface eth0
                  virtual_router_id 51
                  virtual_ipaddress {
                    10.0.0.100
                  }
                  virtual_routes {
                    %s
                  }
                }
                """.formatted(statics, virtual));
    }

    private static boolean missesStatic(Configuration configuration) {
        StaticSettings statics = configuration.statics();
        return RouteEchoes.of(configuration).missesStatic(statics.routes().getFirst());
    }

    private static boolean missesVirtual(String route) {
        Configuration configuration = load("", route);
        assertEquals(1, configuration.instances().getFirst().routes().size(), route);
        return RouteEchoes.of(configuration).missesVirtual(configuration.instances().getFirst().routes().getFirst());
    }

    @Test
    void aStaticRouteIsSeenWhereSomethingOfItsFamilyIsTracked() {
        assertTrue(missesStatic(load("192.168.1.0/24 dev eth0", "")));
        assertTrue(missesStatic(load("192.168.1.0/24 dev eth0", "fd00:1::/64 dev eth0")));
        assertTrue(missesStatic(load("192.168.1.0/24 dev eth0", "192.168.2.0/24 dev eth0 no_track")));
        assertTrue(missesStatic(load("192.168.1.0/24 dev eth0", "blackhole 192.168.2.0/24")));
        assertFalse(missesStatic(load("192.168.1.0/24 dev eth0", "192.168.2.0/24 dev eth0")));
        assertFalse(missesStatic(load("192.168.1.0/24 dev eth0 track_group G", "")));
        assertFalse(missesStatic(load("fd00:1::/64 dev eth0 track_group G", "")));
    }

    @Test
    void anUntrackedRouteIsNotLookedFor() {
        assertFalse(missesStatic(load("192.168.1.0/24 dev eth0 no_track", "")));
        assertFalse(missesStatic(load("blackhole 192.168.1.0/24", "")));
        assertFalse(missesVirtual("fd00:1::/64 dev eth0 no_track"));
    }

    @Test
    void aVirtualRouteThatTheKernelChangesIsNotRecognised() {
        assertTrue(missesVirtual("fd00:1::/64 dev eth0"));
        assertFalse(missesVirtual("fd00:1::/64 dev eth0 metric 50"));
        assertTrue(missesVirtual("fd00:1::1/64 dev eth0 metric 50"));
        assertTrue(missesVirtual("fd00:1:8000::/32 dev eth0 metric 50"));
        assertFalse(missesVirtual("fd00:1::1 dev eth0 metric 50"));
        assertFalse(missesVirtual("::/0 dev eth0 metric 50"));
        assertTrue(missesVirtual("192.168.1.0/24 dev eth0 table 0"));
        assertFalse(missesVirtual("192.168.1.0/24 dev eth0"));
    }
}
