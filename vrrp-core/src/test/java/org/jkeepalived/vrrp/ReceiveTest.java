package org.jkeepalived.vrrp;

import static org.jkeepalived.vrrp.Bench.ETH0;
import static org.jkeepalived.vrrp.Bench.HIGHER;
import static org.jkeepalived.vrrp.Bench.LOWER;
import static org.jkeepalived.vrrp.Bench.MS;
import static org.jkeepalived.vrrp.Bench.OURS;
import static org.jkeepalived.vrrp.Bench.SECOND;
import static org.jkeepalived.vrrp.Bench.named;
import static org.jkeepalived.vrrp.Bench.v2;
import static org.jkeepalived.vrrp.Bench.v3;
import static org.jkeepalived.vrrp.Bench.v6;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToLongFunction;
import org.jkeepalived.net.AddressFamily;
import org.jkeepalived.net.IpAddress;
import org.jkeepalived.vrrp.packet.AdvertFormat;
import org.jkeepalived.vrrp.packet.Authentication;
import org.jkeepalived.vrrp.packet.ProtocolVersion;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Receiving adverts: RFC 3768 section 7.1, RFC 9568 section 7.1")
class ReceiveTest {

    private static byte[] message(RouterParametersBuilder router, int priority) {
        return router.build()
                .advertFormat(router.build().family() == AddressFamily.IPV4 ? HIGHER : IpAddress.parse("fe80::7"))
                .encode(priority)
                .bytes(0);
    }

    /** Sums the message up anew, so that a changed field is the only thing wrong with a version 2 message. */
    private static byte[] with(byte[] message, int index, int value) {
        byte[] changed = message.clone();
        changed[index] = (byte) value;
        int sum = 0;
        changed[6] = 0;
        changed[7] = 0;
        for (int i = 0; i < changed.length; i += 2) {
            sum += (changed[i] & 0xff) << 8 | changed[i + 1] & 0xff;
        }
        while (sum >>> 16 != 0) {
            sum = (sum & 0xffff) + (sum >>> 16);
        }
        changed[6] = (byte) (~sum >>> 8);
        changed[7] = (byte) ~sum;
        return changed;
    }

    /** The message is dropped, counted each time, reported once, and changes nothing: neither in a backup nor in a master. */
    private static void isDropped(RouterParametersBuilder router, byte[] message, AdvertFinding finding,
            ToLongFunction<RouterCounters> counter) {
        for (Bench bench : List.of(new Bench(router.build()).start(), new Bench(router.build()).startAndWait())) {
            IpAddress source = bench.set.parameters(0).family() == AddressFamily.IPV4
                    ? HIGHER
                    : IpAddress.parse("fe80::7");
            List<Object> before = bench.forget().unchangeable();
            for (int i = 1; i <= 3; i++) {
                bench.hearRaw(message, source, source.family());
                assertEquals(i, counter.applyAsLong(bench.counters()));
            }
            assertEquals(before, bench.unchangeable(), "80: malformed traffic never changes state");
            assertEquals(List.of("AdvertFaulty"), bench.names(), "44: logging of failures is rate limited");
            assertEquals(finding, bench.only(Action.AdvertFaulty.class).finding());
            assertEquals(source, bench.only(Action.AdvertFaulty.class).source());
        }
    }

    @Test
    @DisplayName("27: TTL/hop limit != 255 dropped (multicast)")
    void ttl() {
        for (RouterParametersBuilder router : List.of(v2(), v3(), v6())) {
            Bench bench = new Bench(router.build()).start();
            IpAddress source = bench.set.parameters(0).family() == AddressFamily.IPV6
                    ? IpAddress.parse("fe80::7")
                    : HIGHER;
            IpAddress group = bench.set.parameters(0).multicastGroup();
            List<Object> before = bench.unchangeable();
            for (int ttl : new int[]{0, 1, 64, 254}) {
                bench.hearPacket(message(router, 200), source, group, ttl, ETH0);
            }
            assertEquals(4, bench.counters().ttlErrors());
            assertEquals(before, bench.unchangeable());
        }
    }

    @Test
    @DisplayName("28, 104: version != configured dropped; a v2 packet to a v3 instance is a version error, and the reverse")
    void version() {
        isDropped(v3(), message(v2(), 200), AdvertFinding.VERSION, RouterCounters::versionErrors);
        isDropped(v2(), message(v3(), 200), AdvertFinding.VERSION, RouterCounters::versionErrors);
        isDropped(v2(), with(message(v2(), 200), 0, 0x41), AdvertFinding.VERSION, RouterCounters::versionErrors);
    }

    @Test
    @DisplayName("29: type != 1 dropped")
    void type() {
        isDropped(v2(), with(message(v2(), 200), 0, 0x22), AdvertFinding.PACKET_TYPE, RouterCounters::typeErrors);
        isDropped(v3(), with(message(v3(), 200), 0, 0x30), AdvertFinding.PACKET_TYPE, RouterCounters::typeErrors);
    }

    @Test
    @DisplayName("30, 31: truncated header, or length shorter than the count implies: dropped")
    void truncated() {
        for (RouterParametersBuilder router : List.of(v2(), v3(), v6())) {
            byte[] whole = message(router, 200);
            for (int length = 2; length < whole.length; length++) {
                isDropped(router, Arrays.copyOf(whole, length), AdvertFinding.TOO_SHORT, RouterCounters::lengthErrors);
            }
        }
        Bench bench = new Bench(v2().build()).start();
        bench.hearRaw(new byte[1], HIGHER, AddressFamily.IPV4).hearRaw(new byte[0], HIGHER, AddressFamily.IPV4);
        assertEquals(2, bench.set.snapshot(bench.now).unreadableAdverts());
    }

    @Test
    @DisplayName("48: anything longer than the address count says is a length error, before its checksum is looked at")
    void surplus() {
        for (RouterParametersBuilder router : List.of(v2(), v3(), v6())) {
            byte[] exact = message(router, 200);
            for (int extra : new int[]{1, 2, 3, 4, 8, 16, 400, 1400}) {
                byte[] longer = Arrays.copyOf(exact, exact.length + extra);
                isDropped(router, longer, AdvertFinding.TOO_LONG, RouterCounters::lengthErrors);
                longer[7] ^= 1;
                isDropped(router, longer, AdvertFinding.TOO_LONG, RouterCounters::lengthErrors);
            }
        }
    }

    @Test
    @DisplayName("31: [v3] a count that does not fit the length is a length error, not a wrong checksum")
    void wrongCount() {
        for (int count : new int[]{0, 2, 3, 255}) {
            byte[] message = message(v3(), 200);
            message[3] = (byte) count;
            isDropped(v3(), message, count == 0 ? AdvertFinding.TOO_LONG : AdvertFinding.TOO_SHORT,
                    RouterCounters::lengthErrors);
        }
    }

    @Test
    @DisplayName("32: bad checksum dropped")
    void checksum() {
        for (RouterParametersBuilder router : List.of(v2(), v3(), v6())) {
            byte[] message = message(router, 200);
            message[7] ^= 1;
            isDropped(router, message, AdvertFinding.CHECKSUM, RouterCounters::checksumErrors);
        }
    }

    @Test
    @DisplayName("33: unknown VRID on this interface ignored without a log storm")
    void unknownVrid() {
        Bench bench = new Bench(v2().build()).start().forget();
        for (int i = 0; i < 1000; i++) {
            bench.hearRaw(message(named("other", 77).addresses("10.0.0.9"), 200), HIGHER, AddressFamily.IPV4);
        }
        assertEquals(new Action.UnknownVrid(ETH0, AddressFamily.IPV4, 77, HIGHER),
                bench.only(Action.UnknownVrid.class));
        assertEquals(1000, bench.set.snapshot(bench.now).unknownVridAdverts());
        for (int vrid = 1; vrid <= 255; vrid++) {
            bench.hearRaw(new byte[]{0x21, (byte) vrid}, HIGHER, AddressFamily.IPV4);
        }
        assertEquals(254, bench.all(Action.UnknownVrid.class).size());
    }

    @Test
    @DisplayName("34: [v2] auth type unknown or different from configured dropped")
    void authenticationType() {
        isDropped(v2(), with(message(v2(), 200), 4, 3), AdvertFinding.AUTHENTICATION_TYPE_UNKNOWN,
                RouterCounters::authenticationTypeUnknown);
        isDropped(v2(), with(message(v2(), 200), 4, 1), AdvertFinding.AUTHENTICATION_TYPE_MISMATCH,
                RouterCounters::authenticationTypeMismatch);
        RouterParametersBuilder secret = v2()
                .authentication(Authentication.password("1111".getBytes(StandardCharsets.US_ASCII)));
        isDropped(secret, message(v2(), 200), AdvertFinding.AUTHENTICATION_TYPE_MISMATCH,
                RouterCounters::authenticationTypeMismatch);
    }

    @Test
    @DisplayName("35: [v2] PASS mismatch dropped")
    void password() {
        RouterParametersBuilder ours = v2()
                .authentication(Authentication.password("1111".getBytes(StandardCharsets.US_ASCII)));
        byte[] theirs = message(
                v2().authentication(Authentication.password("2222".getBytes(StandardCharsets.US_ASCII))), 200);
        isDropped(ours, theirs, AdvertFinding.PASSWORD, RouterCounters::authenticationFailures);
        Bench bench = new Bench(ours.build()).start().hearRaw(message(ours, 200), HIGHER, AddressFamily.IPV4);
        assertEquals(1, bench.counters().advertsReceived());
    }

    @Test
    @DisplayName("36: [v2] interval different from ours dropped")
    void intervalOfVersion2() {
        isDropped(v2(), message(v2().advertIntervalNanos(2 * SECOND), 200), AdvertFinding.INTERVAL_MISMATCH,
                RouterCounters::intervalErrors);
    }

    @Test
    @DisplayName("37, 54: [v3] interval different: not dropped; our down timer uses the master's value, re-learned each time")
    void intervalOfVersion3() {
        Bench bench = new Bench(v3().build()).start().forget().hearInterval(HIGHER, 200, 400 * MS);
        assertEquals(bench.now + 1200 * MS + 156 * 400 * MS / 256, bench.set.nextDeadlineNanos());
        bench.hearInterval(HIGHER, 200, 400 * MS).hearInterval(HIGHER, 200, 100 * MS);
        assertEquals(bench.now + 300 * MS + 156 * 100 * MS / 256, bench.set.nextDeadlineNanos());
        assertEquals(
                List.of(new Action.IntervalLearned(SECOND, 400 * MS), new Action.IntervalLearned(400 * MS, 100 * MS)),
                bench.all(Action.IntervalLearned.class));
        assertEquals(3, bench.counters().advertsReceived());
    }

    @Test
    @DisplayName("38: [v3] count 0 ignored (erratum 8299)")
    void noAddress() {
        isDropped(v3(), message(v3().addresses(), 200), AdvertFinding.NO_ADDRESS, RouterCounters::addressListErrors);
    }

    @Test
    @DisplayName("39: [v3] interval 0 dropped (erratum 8301)")
    void intervalZero() {
        byte[] message = message(v3(), 200);
        message[4] = 0;
        message[5] = 0;
        isDropped(v3(), with(message, 4, 0), AdvertFinding.INTERVAL_ZERO, RouterCounters::intervalErrors);
    }

    @Test
    @DisplayName("40: [v3,IPv6] first address not link-local: invalid (8300), unless ours is not either")
    void firstAddressOfIpv6() {
        byte[] global = message(v6().addresses("2001:db8::100", "fe80::100"), 200);
        isDropped(v6(), global, AdvertFinding.FIRST_ADDRESS_NOT_LINK_LOCAL, RouterCounters::addressListErrors);
        RouterParametersBuilder alike = v6().addresses("2001:db8::100", "fe80::100");
        IpAddress source = IpAddress.parse("fe80::7");
        Bench bench = new Bench(alike.build()).start().hearRaw(global, source, AddressFamily.IPV6);
        assertEquals(1, bench.counters().advertsReceived());
        isDropped(alike.receive(new ReceiveSettings(false, false, true)), global,
                AdvertFinding.FIRST_ADDRESS_NOT_LINK_LOCAL, RouterCounters::addressListErrors);
    }

    @Test
    @DisplayName("42: another address list is counted and reported and, as in keepalived since 2.3.3, accepted")
    void addressList() {
        Bench bench = new Bench(v2().build()).start().forget();
        bench.hearRaw(message(v2().addresses("10.0.0.101"), 200), HIGHER, AddressFamily.IPV4);
        Action.AdvertFaulty list = bench.only(Action.AdvertFaulty.class);
        assertEquals(AdvertFinding.ADDRESS_LIST, list.finding());
        assertEquals(IpAddress.parse("10.0.0.100"), list.address());
        bench.advance(SECOND)
                .hearRaw(message(v2().addresses("10.0.0.100", "10.0.0.101"), 200), HIGHER, AddressFamily.IPV4);
        assertEquals(2, bench.counters().addressListErrors());
        assertEquals(2, bench.counters().advertsReceived());
        assertEquals(bench.now + 3_609_375_000L, bench.set.nextDeadlineNanos());
    }

    @Test
    @DisplayName("42: the same addresses in another order are the same list; skip_check_adv_addr skips an unchanged master's")
    void addressOrder() {
        RouterParametersBuilder two = v2().addresses("10.0.0.100", "10.0.0.101");
        Bench bench = new Bench(two.build()).start();
        bench.hearRaw(message(v2().addresses("10.0.0.101", "10.0.0.100"), 200), HIGHER, AddressFamily.IPV4);
        assertEquals(0, bench.counters().addressListErrors());
        Bench skipping = new Bench(v2().receive(new ReceiveSettings(false, true, false)).build()).start();
        byte[] other = message(v2().addresses("10.0.0.101"), 200);
        skipping.hear(HIGHER, 200).hearRaw(other, HIGHER, AddressFamily.IPV4);
        assertEquals(0, skipping.counters().addressListErrors());
        skipping.hearRaw(other, LOWER, AddressFamily.IPV4);
        assertEquals(1, skipping.counters().addressListErrors());
    }

    @Test
    @DisplayName("45: unicast: source must be a configured peer when check_unicast_src; TTL within the peer's range")
    void unicastSource() {
        UnicastPeer peer = new UnicastPeer(HIGHER, 200, 255);
        RouterParameters checked = v3().unicastPeers(List.of(peer))
                .receive(new ReceiveSettings(true, false, false))
                .build();
        Bench bench = new Bench(checked).start();
        unicast(bench, LOWER, 255);
        assertEquals(1, bench.counters().notPeerErrors());
        unicast(bench, HIGHER, 199);
        assertEquals(1, bench.counters().ttlErrors());
        assertEquals(null, bench.router().masterAddress());
        unicast(bench, HIGHER, 200);
        assertEquals(HIGHER, bench.router().masterAddress());
        Bench open = new Bench(v3().unicastPeers(List.of(new UnicastPeer(HIGHER))).build()).start();
        unicast(open, LOWER, 3);
        assertEquals(LOWER, open.router().masterAddress());
    }

    private static void unicast(Bench bench, IpAddress source, int ttl) {
        RouterParameters p = bench.set.parameters(0);
        byte[] message = new AdvertFormat(ProtocolVersion.V3, AddressFamily.IPV4, p.vrid(), SECOND, Authentication.NONE,
                true, p.advertisedAddresses(), source, List.of(OURS)).encode(200).bytes(0);
        bench.hearPacket(message, source, OURS, ttl, ETH0);
    }

    @Test
    @DisplayName("Unicast adverts to a multicast router, and the reverse, are dropped and counted as address list errors")
    void addressingKind() {
        Bench multicast = new Bench(v3().build()).start();
        unicast(multicast, HIGHER, 255);
        assertEquals(1, multicast.counters().addressListErrors());
        Bench unicast = new Bench(v2().unicastPeers(List.of(new UnicastPeer(HIGHER))).build()).start();
        unicast.hearRaw(message(v2(), 200), HIGHER, AddressFamily.IPV4);
        assertEquals(1, unicast.counters().addressListErrors());
        assertEquals(0, unicast.counters().advertsReceived());
    }

    @Test
    @DisplayName("46, 47: routers with equal VRID are independent by family and by interface")
    void equalVrids() {
        RouterParameters onEth1 = named("V2", 51).onInterface("eth1", 3).addresses("10.0.0.100").build();
        Bench bench = new Bench(v2().build(), onEth1, v6().build()).start();
        bench.hearPacket(message(v2(), 200), HIGHER, AdvertFormat.GROUP_IPV4, 255, 3);
        assertEquals(0, bench.router(0).counters().advertsReceived());
        assertEquals(1, bench.router(1).counters().advertsReceived());
        bench.hearRaw(message(v6(), 200), IpAddress.parse("fe80::7"), AddressFamily.IPV6);
        assertEquals(1, bench.router(2).counters().advertsReceived());
        assertEquals(0, bench.router(0).counters().advertsReceived());
    }

    @Test
    @DisplayName("44: a kind of failure is reported again after the state or the master changed")
    void reportedAgain() {
        Bench bench = new Bench(v2().build()).start();
        byte[] bad = message(v2(), 200);
        bad[7] ^= 1;
        bench.hearRaw(bad, HIGHER, AddressFamily.IPV4)
                .hear(HIGHER, 200)
                .hearRaw(bad, HIGHER, AddressFamily.IPV4)
                .hearRaw(bad, HIGHER, AddressFamily.IPV4);
        assertEquals(2, bench.all(Action.AdvertFaulty.class).size());
        bench.advance(10 * SECOND).hearRaw(bad, HIGHER, AddressFamily.IPV4);
        assertEquals(3, bench.all(Action.AdvertFaulty.class).size());
    }

    @Test
    @DisplayName("6.7: a FAULT router ignores adverts")
    void faultIgnores() {
        Bench bench = new Bench(v2().source(null).build()).start().hear(HIGHER, 200);
        assertEquals(0, bench.counters().advertsReceived());
        assertEquals(RouterState.FAULT, bench.state());
    }

    @Test
    @DisplayName("80: random bytes of any length never change state and never throw")
    void randomBytes() {
        Bench bench = new Bench(v2().build(), v6().build()).startAndWait();
        List<Object> before = bench.unchangeable();
        long random = 1;
        for (int i = 0; i < 20_000; i++) {
            byte[] message = new byte[i % 60];
            for (int j = 0; j < message.length; j++) {
                random = random * 6364136223846793005L + 1442695040888963407L;
                message[j] = (byte) (random >>> 56);
            }
            if (message.length > 1) {
                message[1] = 51;
            }
            if (message.length > 7) {
                message[3] = (byte) (i % 7);
                message[0] = (byte) (i / 60 % 2 == 0 ? 0x21 : 0x31);
                message[7] |= 1;
                message[6] = 0;
            }
            bench.hearRaw(message, HIGHER, AddressFamily.IPV4)
                    .hearRaw(message, IpAddress.parse("fe80::7"), AddressFamily.IPV6);
        }
        assertEquals(before, bench.unchangeable());
        RouterCounters counters = bench.counters();
        assertNotEquals(0, counters.lengthErrors());
        assertEquals(0, counters.advertsReceived());
        assertTrue(counters.versionErrors() > 0);
    }
}
