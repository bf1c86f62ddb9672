package org.jkeepalived.vrrp;

import static org.jkeepalived.vrrp.Bench.HIGHER;
import static org.jkeepalived.vrrp.Bench.MS;
import static org.jkeepalived.vrrp.Bench.SECOND;
import static org.jkeepalived.vrrp.Bench.v2;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.jkeepalived.net.IpPrefix;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("An address is not put back before the host's own of the same network that vanished with it")
class HostAddressTest {

    private static final IpPrefix HOST = IpPrefix.parse("10.0.0.5/24");
    private static final Resource VIP = Resource.address("eth0", IpPrefix.parse("10.0.0.100/24"), ResourceSpec.NONE);

    private static Bench master(Resource... resources) {
        Bench bench = new Bench(v2().resources(List.of(resources)).build());
        return host(bench, HOST, true).startAndWait().forget();
    }

    private static Bench host(Bench bench, IpPrefix address, boolean present) {
        return bench.handle(new Event.HostAddressChanged("eth0", address, present));
    }

    private static Bench lose(Bench bench, Resource... resources) {
        for (Resource resource : resources) {
            bench.handle(new Event.ResourceLost(0, resource));
        }
        return bench;
    }

    private static int installs(Bench bench) {
        return bench.all(Action.Install.class).size();
    }

    @Test
    @DisplayName("ip addr flush and add: the virtual address waits for the host's, in whichever order the losses are heard")
    void flush() {
        for (boolean hostFirst : new boolean[]{true, false}) {
            Bench bench = master(VIP);
            if (hostFirst) {
                lose(host(bench, HOST, false), VIP);
            } else {
                host(lose(bench, VIP).advance(3 * MS), HOST, false);
            }
            bench.advance(300 * MS);
            assertEquals(VIP, bench.only(Action.ResourceHeldBack.class).resource());
            assertEquals(HOST, bench.only(Action.ResourceHeldBack.class).hostAddress());
            assertEquals(0, installs(bench));
            host(bench, HOST, true).advance(0);
            assertEquals(new Action.Install(List.of(VIP), true), bench.only(Action.Install.class));
            assertEquals(1, bench.all(Action.ResourceRestored.class).size());
        }
    }

    @Test
    @DisplayName("It waits ten seconds at most, then says so and goes first")
    void limit() {
        Bench bench = host(lose(master(VIP), VIP), HOST, false).advance(9999 * MS);
        assertEquals(0, installs(bench));
        bench.forget().advance(MS);
        assertEquals(List.of("ResourceHoldExpired", "ResourceRestored", "Install"),
                bench.names().stream().filter(name -> !name.equals("SendAdvert")).toList());
    }

    @Test
    @DisplayName("Another address of the host's in the network is as good, left or come back; one of another network is not")
    void several() {
        IpPrefix second = IpPrefix.parse("10.0.0.6/24");
        Bench left = host(master(VIP), second, true);
        assertEquals(1, installs(lose(host(left, HOST, false), VIP).advance(5 * MS)));
        Bench back = lose(host(master(VIP), HOST, false), VIP).advance(100 * MS);
        assertEquals(0, installs(host(back, IpPrefix.parse("10.0.1.6/24"), true).advance(100 * MS)));
        assertEquals(1, back.all(Action.ResourceHeldBack.class).size(), "said once");
        assertEquals(1, installs(host(back, second, true).advance(0)));
    }

    @Test
    @DisplayName("A host address of another network, length, interface or moment is not waited for; nor is one of IPv6")
    void unrelated() {
        for (Resource other : List.of(Resource.address("eth0", IpPrefix.parse("10.0.0.100"), ResourceSpec.NONE),
                Resource.address("eth0", IpPrefix.parse("10.0.1.100/24"), ResourceSpec.NONE),
                Resource.address("eth1", IpPrefix.parse("10.0.0.100/24"), ResourceSpec.NONE))) {
            assertEquals(1, installs(lose(host(master(other), HOST, false), other).advance(5 * MS)));
        }
        Bench earlier = host(master(VIP), HOST, false).advance(1001 * MS);
        assertEquals(1, installs(lose(earlier, VIP).advance(5 * MS)));
        IpPrefix host6 = IpPrefix.parse("2001:db8::5/64");
        Resource vip6 = new Resource(ResourceKind.ADDRESS, "eth0", IpPrefix.parse("2001:db8::100/64"), false, true,
                true, ResourceSpec.NONE);
        Bench bench6 = host(master(vip6), host6, true);
        assertEquals(1, installs(lose(host(bench6, host6, false), vip6).advance(5 * MS)));
    }

    @Test
    @DisplayName("A router that leaves MASTER while it waits puts nothing back")
    void leaving() {
        Bench bench = lose(host(master(VIP), HOST, false), VIP).advance(100 * MS).hear(HIGHER, 200).forget();
        host(bench, HOST, true).advance(SECOND);
        assertTrue(bench.names().isEmpty(), bench.names().toString());
    }

    @Test
    @DisplayName("A route that was lost with the address waits with it")
    void routes() {
        Resource route = Resource.other(ResourceKind.ROUTE, "eth0", true, ResourceSpec.NONE);
        Bench bench = lose(host(master(VIP, route), HOST, false), route, VIP).advance(300 * MS);
        assertEquals(0, installs(bench));
        host(bench, HOST, true).advance(0);
        assertEquals(List.of(VIP, route), bench.only(Action.Install.class).resources());
    }

    @Test
    @DisplayName("A host address that came and went before the loss is waited for, one that is back is not")
    void backAlready() {
        Bench bench = lose(host(host(master(VIP), HOST, false), HOST, true), VIP).advance(5 * MS);
        assertEquals(1, installs(bench));
    }
}
