package org.jkeepalived.vrrp;

import static org.jkeepalived.vrrp.Bench.HIGHER;
import static org.jkeepalived.vrrp.Bench.OURS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.jkeepalived.net.AddressFamily;
import org.jkeepalived.net.IpPrefix;
import org.jkeepalived.vrrp.packet.AdvertPayload;
import org.jkeepalived.vrrp.packet.ProtocolVersion;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What a router's configuration puts on the wire")
class RouterParametersTest {

    private static Resource address(String text, boolean advertised) {
        return new Resource(ResourceKind.ADDRESS, "eth0", IpPrefix.parse(text), advertised, true, true,
                ResourceSpec.NONE);
    }

    @Test
    @DisplayName("24: virtual_ipaddress_excluded entries never appear; they are set, announced and removed like the others")
    void excludedAddresses() {
        List<Resource> all = List.of(address("10.0.0.100", true), address("10.0.0.110", false),
                address("fd00::1", false));
        Bench bench = new Bench(Bench.v2().resources(all).build()).startAndWait();
        AdvertPayload payload = bench.all(Action.SendAdvert.class).getFirst().payload();
        assertEquals(8 + 4 + 8, payload.length());
        assertEquals(1, payload.bytes(0)[3]);
        assertEquals(all, bench.only(Action.Install.class).resources());
        assertEquals(all, bench.all(Action.Announce.class).getFirst().resources());
        assertEquals(all, bench.stop().only(Action.Remove.class).resources());
    }

    @Test
    @DisplayName("23: address list order is configuration order")
    void order() {
        RouterParameters router = Bench.v2().addresses("10.0.0.9", "10.0.0.1", "10.0.0.5").build();
        byte[] message = router.advertFormat(OURS).encode(1).bytes(0);
        assertEquals(List.of(9, 1, 5), List.of((int) message[11], (int) message[15], (int) message[19]));
    }

    @Test
    @DisplayName("103: one version per instance, as in keepalived; IPv6 is version 3 only")
    void versions() {
        assertThrows(IllegalArgumentException.class, () -> Bench.v6().version(ProtocolVersion.V2).build());
        assertEquals(ProtocolVersion.V3, new RouterParametersBuilder("V", AddressFamily.IPV6, 1).build().version());
        assertEquals(ProtocolVersion.V2, new RouterParametersBuilder("V", AddressFamily.IPV4, 1).build().version());
    }

    @Test
    @DisplayName("A unicast router sends to each of its peers, in their order")
    void unicast() {
        List<UnicastPeer> peers = List.of(new UnicastPeer(HIGHER), new UnicastPeer(Bench.LOWER));
        RouterParameters router = Bench.v3().unicastPeers(peers).priority(255).build();
        assertEquals(List.of(HIGHER, Bench.LOWER), router.destinations());
        assertEquals(2, new Bench(router).start().only(Action.SendAdvert.class).payload().destinations());
    }

    @Test
    @DisplayName("A router without addresses elects and advertises all the same (VRRPv2)")
    void noAddresses() {
        Bench bench = new Bench(Bench.v2().addresses().build()).startAndWait();
        assertEquals(RouterState.MASTER, bench.state());
        assertEquals(0, bench.all(Action.Install.class).size() + bench.all(Action.Announce.class).size());
        assertEquals(1,
                new Bench(Bench.v2().addresses().build()).start().hear(HIGHER, 200).counters().advertsReceived());
    }
}
