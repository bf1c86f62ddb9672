package org.jkeepalived.daemon.service;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.jkeepalived.config.ConfigLoader;
import org.jkeepalived.config.LoadOptions;
import org.jkeepalived.daemon.host.ThisHost;
import org.jkeepalived.daemon.interfaces.LinkTable;
import org.jkeepalived.daemon.mapping.TrackerIds;
import org.jkeepalived.net.IpAddress;
import org.jkeepalived.net.MacAddress;
import org.jkeepalived.netlink.route.Link;
import org.jkeepalived.vrrp.RouterParameters;
import org.junit.jupiter.api.Test;

/** What a reload works out beside the loop. */
class PreparedConfigurationTest {
    private static final String GLOBAL = "global_defs {\n dynamic_interfaces\n}\n";
    private static final String A = """
            vrrp_instance A {
              interface jk-one0
              virtual_router_id 51
              virtual_ipaddress {
                192.0.2.10
                192.0.2.11 dev jk-two0
              }
            }
            """;
    private static final String B = A.replace("instance A", "instance B").replace("51", "52").replace(".10", ".20");

    private final TrackerIds trackers = new TrackerIds();
    private final LinkTable links = new LinkTable();

    private PreparedConfiguration prepare(PreparedConfiguration before, String text) {
        var read = ConfigLoader.loadText("keepalived.conf", GLOBAL + text, LoadOptions.run(ThisHost.facts()));
        return new PreparedConfiguration(read.configuration(), before, links.facts(), trackers);
    }

    private static List<String> names(PreparedConfiguration of) {
        return of.parameters().routers().stream().map(RouterParameters::name).toList();
    }

    @Test
    void whatDidNotChangeIsTheSameObjectWhereverItStands() {
        PreparedConfiguration first = prepare(PreparedConfiguration.NONE, A + B);
        PreparedConfiguration second = prepare(first, B + A.replace(".10", ".30"));
        assertEquals(List.of("B", "A"), names(second));
        assertSame(first.parameters().routers().get(1), second.parameters().routers().get(0));
        assertSame(first.configuration().instances().get(1), second.configuration().instances().get(0));
        assertNotSame(first.parameters().routers().get(0), second.parameters().routers().get(1));
        assertEquals(first.observed().number() + 1, second.observed().number());
    }

    @Test
    void anAddressIsVirtualOnItsInterfaceAlone() {
        PreparedConfiguration first = prepare(PreparedConfiguration.NONE, A + B);
        IpAddress own = IpAddress.parse("192.0.2.10");
        assertTrue(first.isVirtual("jk-one0", own));
        assertFalse(first.isVirtual("jk-two0", own));
        assertFalse(prepare(first, B).isVirtual("jk-one0", own));
    }

    @Test
    void newsOfAnInterfaceOrAnAddressGoToThoseWhomTheyConcern() {
        PreparedConfiguration both = prepare(PreparedConfiguration.NONE, A + B);
        assertEquals(Set.of("jk-one0", "jk-two0"), both.followed());
        assertArrayEquals(new int[]{0, 1}, both.onInterface("jk-one0"));
        assertArrayEquals(new int[0], both.onInterface("jk-two0"));
    }

    @Test
    void itKnowsWhetherTheHostHasChangedSince() {
        links.linkChanged(new Link(7, "jk-one0", Link.UP, 1500, MacAddress.NONE, Link.ETHERNET, 0, 0, ""));
        PreparedConfiguration prepared = prepare(PreparedConfiguration.NONE, A);
        links.setVirtualAddresses(prepared::isVirtual);
        IpAddress own = IpAddress.parse("192.0.2.10");
        links.addressAdded(7, own.family(), own.high(), own.low(), 24, 0, 0);
        assertEquals(prepared.revision(), links.revision());
        IpAddress another = IpAddress.parse("192.0.2.1");
        links.addressAdded(7, another.family(), another.high(), another.low(), 24, 0, 0);
        assertTrue(links.revision() > prepared.revision());
    }
}
