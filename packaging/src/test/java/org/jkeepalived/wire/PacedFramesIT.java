package org.jkeepalived.wire;

import static org.jkeepalived.wire.Net.A;
import static org.jkeepalived.wire.Net.C;
import static org.jkeepalived.wire.Net.LIMIT;
import static org.jkeepalived.wire.Net.VIP;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jkeepalived.lab.Advert;
import org.jkeepalived.lab.Injector;
import org.jkeepalived.lab.Lab;
import org.jkeepalived.lab.NeedsLab;
import org.jkeepalived.lab.Node;
import org.jkeepalived.lab.Packet;
import org.jkeepalived.lab.PeerKind;
import org.jkeepalived.lab.VrrpFrame;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How many frames leave, and when: announcements with a least gap, and what a flood of adverts is answered with. */
@NeedsLab
class PacedFramesIT {
    private static final long SECOND_NANOS = 1_000_000_000L;
    private static final int FLOOD = 1500;
    private static final int ADDRESSES = 200;
    /** keepalived's default: that many announcements of each address. */
    private static final int REPEATS = 5;

    @ParameterizedTest
    @EnumSource(PeerKind.class)
    void theGapBetweenAnnouncementsHoldsOnEachInterfaceThatAnAddressIsOn(PeerKind kind) {
        String others = IntStream.range(0, 4)
                .mapToObj(i -> "10.56.0.10" + i + "/24 dev x1")
                .collect(Collectors.joining("\n ", "virtual_ipaddress_excluded {\n ", "\n }"));
        try (var lab = new Lab()) {
            Node node = lab.node(A, kind);
            node.host().sh("ip link add x1 link eth0 address 02:00:00:00:01:01 type macvlan; ip link set x1 up");
            node.config("global_defs {\n vrrp_garp_interval 0.5\n}\n" + Net.instance(200, others)).start();
            lab.await("eight announcements on the other interface", LIMIT, () -> announcements(lab).size() >= 8);
            List<Packet.Arp> sent = announcements(lab);
            for (int i = 1; i < sent.size(); i++) {
                long gapNanos = sent.get(i).packet().timeNanos() - sent.get(i - 1).packet().timeNanos();
                assertTrue(gapNanos > SECOND_NANOS / 4, "a gap of " + gapNanos + " ns where 0.5 s are asked for");
            }
            assertEquals(4, sent.stream().map(Packet.Arp::senderIp).distinct().count(), "every address has its turn");
        }
    }

    private static List<Packet.Arp> announcements(Lab lab) {
        return lab.capture()
                .since(0)
                .stream()
                .flatMap(packet -> packet.arp().stream())
                .filter(arp -> arp.isGratuitous() && arp.senderIp().startsWith("10.56.0.10"))
                .toList();
    }

    @Test
    void aFloodOfPriorityZeroIsAnsweredWithABoundAndCostsNoAdvert() {
        assumeTrue(Node.underTestIsOurs(), "keepalived answers as often as it can");
        String more = IntStream.range(1, ADDRESSES)
                .mapToObj(i -> "10.60.0." + i + "/32")
                .collect(Collectors.joining("\n ", "virtual_ipaddress_excluded {\n ", "\n }"));
        try (var lab = new Lab()) {
            Node node = lab.node(A, PeerKind.OURS).config(Net.instance(200, more)).start();
            lab.await("MASTER, and its second announcement", LIMIT,
                    () -> lab.capture().gratuitousArps(VIP, 0).size() >= 2 * REPEATS);
            int mark = lab.capture().mark();
            try (var injector = new Injector(lab.host(C), C)) {
                injector.send(VrrpFrame.v2(C).priority(0).addresses(VIP), FLOOD);
            }
            lab.holds("the address stays", Duration.ofSeconds(3), () -> node.has(VIP));
            List<Packet> after = lab.capture().since(mark);
            double seconds = (after.getLast().timeNanos() - after.getFirst().timeNanos()) / (double) SECOND_NANOS;
            long announcements = after.stream()
                    .filter(packet -> packet.sourceMac().equals(A.mac()) && packet.arp().isPresent())
                    .count();
            List<Advert> own = lab.capture().advertsOf(A, mark);
            // An announcement of all addresses a second, and adverts ten times as often as their interval asks for.
            assertTrue(announcements <= ADDRESSES * REPEATS * (seconds + 2),
                    announcements + " ARPs in " + seconds + " s");
            assertTrue(own.size() <= 11 * (seconds + 2), own.size() + " adverts in " + seconds + " s");
            for (int i = 1; i < own.size(); i++) {
                long gapNanos = own.get(i).timeNanos() - own.get(i - 1).timeNanos();
                assertTrue(gapNanos < 3 * SECOND_NANOS / 2, "no advert for " + gapNanos + " ns");
            }
        }
    }
}
