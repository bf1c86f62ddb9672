package org.jkeepalived.wire;

import static org.jkeepalived.lab.PeerKind.KEEPALIVED;
import static org.jkeepalived.lab.PeerKind.OURS;
import static org.jkeepalived.wire.Net.A;
import static org.jkeepalived.wire.Net.B;
import static org.jkeepalived.wire.Net.C;
import static org.jkeepalived.wire.Net.LIMIT;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import org.jkeepalived.lab.Advert;
import org.jkeepalived.lab.HostSpec;
import org.jkeepalived.lab.Lab;
import org.jkeepalived.lab.NeedsLab;
import org.jkeepalived.lab.Node;
import org.jkeepalived.lab.PeerKind;
import org.jkeepalived.lab.Pinger;
import org.jkeepalived.lab.Tshark;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Version 3, IPv6 and unicast between two nodes, one of them keepalived: election, orderly stop, return, death. */
@NeedsLab
class PairVariantsIT {
    /** A way to run a pair. */
    enum Variant {
        VERSION_3("10.55.0.100"),
        IPV6("fd55::100"),
        UNICAST("10.55.0.100"),
        UNICAST_IPV6("fd55::100");

        private final String virtualAddress;

        Variant(String virtualAddress) {
            this.virtualAddress = virtualAddress;
        }

        private String config(HostSpec self, HostSpec peer, int priority) {
            boolean ipv6 = virtualAddress.contains(":");
            int family = ipv6 ? 1 : 0;
            String addresses = (ipv6 ? "fe80::100/64\n" : "") + virtualAddress + (ipv6 ? "/64" : "/24");
            String unicast = name().startsWith("UNICAST")
                    ? "unicast_src_ip " + address(self, family) + "\n unicast_peer {\n " + address(peer, family)
                            + "\n }"
                    : "";
            return Net.block("VI_1", 51, priority, "version 3", "advert_int 0.3", unicast,
                    "virtual_ipaddress {\n" + addresses + "\n }");
        }

        private static String address(HostSpec spec, int family) {
            return spec.addresses().get(family).replaceFirst("/.*", "");
        }
    }

    static Stream<Arguments> pairs() {
        return Stream.of(Variant.values())
                .flatMap(variant -> Stream.of(Arguments.of(variant, OURS, KEEPALIVED),
                        Arguments.of(variant, KEEPALIVED, OURS)));
    }

    @ParameterizedTest(name = "{0}: {1} is the master, {2} the backup")
    @MethodSource("pairs")
    void electHandOverTakeOver(Variant variant, PeerKind masterKind, PeerKind backupKind) {
        String vip = variant.virtualAddress;
        try (var lab = new Lab()) {
            Node master = lab.node(A, masterKind).config(variant.config(A, B, 200));
            Node backup = lab.node(B, backupKind).config(variant.config(B, A, 100));
            Pinger pinger = lab.ping(lab.host(C), vip);
            master.start();
            master.awaitState("VI_1", "MASTER", LIMIT);
            backup.start();
            backup.awaitState("VI_1", "BACKUP", LIMIT);
            int mark = lab.capture().mark();
            lab.await("ten adverts", LIMIT, () -> lab.capture().advertsOf(A, mark).size() >= 10);
            assertEquals(List.of(), lab.capture().advertsOf(B), "the backup is silent");
            master.stop();
            lab.await("the backup takes over", LIMIT, () -> backup.has(vip) && !master.has(vip));
            master.start();
            lab.await("the master preempts", LIMIT, () -> master.has(vip) && !backup.has(vip));
            master.die();
            lab.await("the backup takes over again", LIMIT, () -> backup.has(vip));
            int answers = pinger.answers();
            lab.await("the address answers", LIMIT, () -> pinger.answers() > answers + 2);
            backup.stop();
            assertEquals(false, backup.has(vip));
            assertEquals(List.of(3), lab.capture().adverts().stream().map(Advert::version).distinct().toList());
            Tshark.assertNoComplaints(lab.capture().pcap());
        }
    }
}
