package org.jkeepalived.daemon.resource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.HashMap;
import java.util.Map;
import org.jkeepalived.config.ConfigLoader;
import org.jkeepalived.config.LoadOptions;
import org.jkeepalived.config.settings.VirtualRoute;
import org.jkeepalived.daemon.host.ThisHost;
import org.jkeepalived.net.MacAddress;
import org.jkeepalived.netlink.route.Link;
import org.jkeepalived.netlink.route.RouteSpec;
import org.jkeepalived.vrrp.Resource;
import org.junit.jupiter.api.Test;

/** A configured route in the terms of the kernel. */
class RouteObjectTest {
    private final Map<String, Link> links = new HashMap<>();

    private static VirtualRoute route(String line) {
        return ConfigLoader
                .loadText("keepalived.conf", "static_routes {\n" + line + "\n}\n", LoadOptions.run(ThisHost.facts()))
                .configuration()
                .statics()
                .routes()
                .getFirst();
    }

    private KernelEntry prepare(VirtualRoute route) {
        return ((KernelObject) RouteObject.resource(route).spec()).prepare(links::get);
    }

    private void link(int index, String name, long vrfTable) {
        links.put(name, new Link(index, name, Link.UP, 1500, MacAddress.NONE, Link.ETHERNET, 0, 0,
                vrfTable == 0 ? "" : "vrf", vrfTable));
    }

    @Test
    void itNeedsItsInterfaceAndTakesItsIndex() {
        VirtualRoute route = route("192.0.2.0/24 via 10.0.0.3 dev lo metric 7 table 100");
        assertNull(prepare(route));
        link(9, "lo", 0);
        RouteSpec spec = assertInstanceOf(RouteSpec.class, prepare(route).key());
        assertEquals(9, spec.hop().interfaceIndex());
        assertEquals(100, spec.table());
        assertEquals("-4 route del unicast 192.0.2.0/24 via 10.0.0.3 dev lo table 100 metric 7 protocol 18",
                prepare(route).undo().line(_ -> null));
    }

    @Test
    void theTableOfItsVrfIsTaken() {
        VirtualRoute plain = route("192.0.2.0/24 via 10.0.0.3 dev lo");
        VirtualRoute route = new VirtualRoute(plain.type(), plain.destination(), plain.from(), plain.source(), 0,
                plain.table(), "jk-blue", plain.protocol(), 0, null, plain.hop(), plain.legs(), plain.metrics(), null,
                false, null, null, null, plain.insertion(), false, null);
        link(9, "lo", 0);
        assertNull(prepare(route), "there is no VRF of this name yet");
        link(12, "jk-blue", 1001);
        assertEquals(1001, assertInstanceOf(RouteSpec.class, prepare(route).key()).table());
    }

    @Test
    void everythingThatTheKernelIsToldMakesAnotherResource() {
        Resource one = RouteObject.resource(route("192.0.2.0/24 via 10.0.0.3 dev lo"));
        assertEquals(one, RouteObject.resource(route("192.0.2.0/24 via 10.0.0.3 dev lo")));
        assertNotEquals(one, RouteObject.resource(route("192.0.2.0/24 via 10.0.0.4 dev lo")));
        assertNotEquals(one, RouteObject.resource(route("192.0.2.0/24 via 10.0.0.3 dev lo mtu 1400")));
        assertNotEquals(one, RouteObject.resource(route("192.0.2.0/24 via 10.0.0.3 dev lo no_track")));
    }
}
