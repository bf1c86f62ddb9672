package org.jkeepalived.netlink.route;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HexFormat;
import java.util.List;
import org.jkeepalived.net.IpAddress;
import org.jkeepalived.net.IpPrefix;
import org.jkeepalived.netlink.message.MessageBytes;
import org.jkeepalived.netlink.message.MessageReader;
import org.jkeepalived.netlink.route.RouteMessages.Insertion;
import org.junit.jupiter.api.Test;

/** Requests against what keepalived 2.2.7 was seen to send; events as Linux 6.18 was seen to tell them. */
class RouteMessagesTest {
    private static final IpAddress GATEWAY = IpAddress.parse("10.0.0.3");
    private static final RouteSpec PLAIN = RouteSpec.to(IpPrefix.parse("192.168.4.0/24"))
            .hop(new RouteHop(GATEWAY, 2))
            .metric(10L)
            .table(100)
            .typeOfService(0x10)
            .build();
    private static final RouteSpec MULTIPATH = RouteSpec.to(IpPrefix.parse("192.168.15.0/24"))
            .legs(List.of(new RouteHop(GATEWAY, 3, 10, 0, 0, null),
                    new RouteHop(IpAddress.parse("10.0.1.3"), 2, 20, RouteHop.ONLINK, 0, null)))
            .build();
    private static final RouteSpec METRICS = RouteSpec.to(IpPrefix.parse("192.168.18.0/24"))
            .hop(new RouteHop(GATEWAY, 2))
            .metrics(List.of(new RouteMetric(RouteMetric.RTO_MIN, 200, true),
                    new RouteMetric(RouteMetric.MTU, 70_000, false)))
            .congestionControl("cubic", true)
            .build();
    private static final RouteSpec IPV6 = RouteSpec.to(IpPrefix.parse("fd01:6::/64"))
            .from(IpPrefix.parse("fd00:5::/64"))
            .preferredSource(IpAddress.parse("fd00::1"))
            .hop(new RouteHop(IpAddress.parse("fd00::3"), 3))
            .preference(3)
            .expiresSeconds(300L)
            .ttlPropagate(true)
            .build();
    private static final RouteSpec OTHER_FAMILY = RouteSpec.to(IpPrefix.parse("192.168.5.0/24"))
            .table(70_000)
            .hop(new RouteHop(IpAddress.parse("fd00::3"), 3))
            .build();
    private static final RouteSpec TUNNEL = RouteSpec.to(IpPrefix.parse("192.168.4.0/24"))
            .hop(new RouteHop(GATEWAY, 2, 1, 0, 0,
                    new Encapsulation.Tunnel(false, 7L, IpAddress.parse("10.0.0.9"), IpAddress.parse("10.0.0.1"), 4, 9,
                            3)))
            .build();
    private static final List<RouteSpec> ALL = List.of(PLAIN, MULTIPATH, METRICS, IPV6, OTHER_FAMILY, TUNNEL);

    private static final String PLAIN_EVENT = "6000000018000006ea210e6b7b74000002180010641200010000000008000f006400"
            + "000008000100c0a80400080006000a000000140008000800010004000000080002007805000008000700"
            + "0a000001080005000a0000030800040003000000";
    private static final String OTHER_FAMILY_EVENT = "4c00000018000006ea210e6b7f74000002180000fc12000100000000"
            + "08000f007011010008000100c0a80500160012000a00fd00000000000000000000000000000300000800040003000000";
    private static final String BLACKHOLE_EVENT = "2400000018000006ea210e6b8174000002000000651200060000000008000f0065"
            + "000000";
    private static final String MULTIPATH_EVENT = "5000000018000006ea210e6b8374000002180000fe1200010000000008000f00"
            + "fe00000008000100c0a80f00240009001000000903000000080005000a0000031000041302000000080005000a000103";
    private static final String IPV6_REMOVED = "9c00000019000000ea210e6b877400000a404000fe1200010000000008000f00fe00"
            + "000014000100fd01000600000000000000000000000014000200fd000005000000000000000000000000080006000004000014"
            + "000500fd000000000000000000000000000003080004000300000024000c000000000000000000000000000000000000000000"
            + "0000000000000000000000000500140000000000";
    private static final String UNREACHABLE_EVENT = "7400000018000006ea210e6b8b7400000a400000fe120007000000000800"
            + "0f00fe00000014000100fd0100090000000000000000000000000800060063000000080004000100000024000c0000000000"
            + "000000000000000000000000000000000000000000000000000000000500140000000000";
    private static final String IPV6_MULTIPATH_EVENT = "a800000018000004ea210e6b897400000a400000fe12000100000000"
            + "08000f00fe00000014000100fd01000b00000000000000000000000008000600000400003c0009001c00000203000000140005"
            + "00fd0000000000000000000000000000031c0000000200000014000500fd00000100000000000000000000000324000c000000"
            + "0000000000000000000000000000000000000000000000000000000000000500140000000000";
    private static final List<String> EVENTS = List.of(PLAIN_EVENT, OTHER_FAMILY_EVENT, BLACKHOLE_EVENT,
            MULTIPATH_EVENT, IPV6_REMOVED, UNREACHABLE_EVENT, IPV6_MULTIPATH_EVENT);

    private static KernelRoute decode(MessageReader reader) {
        return reader.next() ? new RouteMessages().decode(reader) : null;
    }

    private static KernelRoute decode(String hex) {
        return decode(MessageBytes.reader(HexFormat.of().parseHex(hex)));
    }

    /** Header, then the rest. */
    private static String message(String length, String type, String flags, String rest) {
        return length + "000000" + type + flags + "00000000" + "00000000" + rest.replace(" ", "");
    }

    private static String add(RouteSpec spec) {
        return MessageBytes.hex(RouteMessages.add(spec, Insertion.PREPEND));
    }

    @Test
    void aRequestIsAsKeepalivedSendsIt() {
        assertEquals(message("3c", "1800", "0004",
                "0218001064120001 00000000 08000100c0a80400 080005000a000003 0800040002000000 080006000a000000"),
                add(PLAIN));
        assertEquals(
                message("48", "1800", "0004",
                        "02180000fe120001 00000000 08000100c0a80f00 24000900"
                                + " 1000000903000000080005000a000003 1000041302000000080005000a000103"),
                add(MULTIPATH));
        assertEquals(message("5c", "1800", "0004",
                "02180000fe120001 00000000 08000100c0a81200 080005000a000003"
                        + " 0800040002000000 28000880 09001000637562696300000008000d00c80000000800020070110100"
                        + " 0800010000200100"),
                add(METRICS));
        assertEquals(message("8c", "1800", "0004",
                "0a404000fe120001 00000000"
                        + " 14000100fd010006000000000000000000000000 14000200fd000005000000000000000000000000"
                        + " 14000700fd000000000000000000000000000001 14000500fd000000000000000000000000000003"
                        + " 0800040003000000 080017002c010000 0500140003000000 05001a0001000000"),
                add(IPV6));
        assertEquals(
                message("4c", "1800", "0004",
                        "0218000000120001 00000000 08000f0070110100 08000100c0a80500"
                                + " 160012000a00fd0000000000000000000000000000030000 0800040003000000"),
                add(OTHER_FAMILY));
        assertEquals(message("74", "1800", "0004",
                "02180000fe120001 00000000 08000100c0a80400 080005000a000003"
                        + " 38001680 0c0001000000000000000007 080002000a000009 080003000a000001 0500050004000000"
                        + " 0500040009000000 0600060003000000 0600150002000000 0800040002000000"),
                add(TUNNEL));
    }

    @Test
    void aRemovalSaysWhatIdentifiesTheRoute() {
        assertEquals(message("3c", "1900", "0000",
                "02180010 6412ff01 00000000 08000100c0a80400 080005000a000003 0800040002000000 080006000a000000"),
                MessageBytes.hex(RouteMessages.delete(PLAIN)));
        // No metrics: the kernel has made 65520 of the MTU.
        assertEquals(
                message("34", "1900", "0000",
                        "02180000fe12ff01 00000000 08000100c0a81200 080005000a000003 0800040002000000"),
                MessageBytes.hex(RouteMessages.delete(METRICS)));
        RouteSpec ofLink = RouteSpec.to(IpPrefix.parse("192.168.3.0/24")).scope(AddressSpec.SCOPE_LINK).build();
        assertTrue(MessageBytes.hex(RouteMessages.delete(ofLink)).contains("02180000fe12fd01"));
    }

    @Test
    void insertionIsInTheFlags() {
        assertEquals("0006", MessageBytes.hex(RouteMessages.add(PLAIN, Insertion.EXCLUSIVE)).substring(12, 16));
        assertEquals("000c", MessageBytes.hex(RouteMessages.add(PLAIN, Insertion.APPEND)).substring(12, 16));
        assertEquals("0005", MessageBytes.hex(RouteMessages.add(PLAIN, Insertion.REPLACE)).substring(12, 16));
    }

    @Test
    void otherEncapsulations() {
        RouteHop mpls = new RouteHop(GATEWAY, 2, 1, 0, 0, new Encapsulation.Mpls(List.of(100, 200)));
        assertTrue(add(RouteSpec.to(IpPrefix.parse("10.1.0.0/16")).hop(mpls).build())
                .contains("10001680" + "0c000100" + "00064000" + "000c8100" + "0600150001000000"));
        RouteHop ila = new RouteHop(null, 2, 1, 0, 0, new Encapsulation.Ila(0x0001000200030004L));
        assertTrue(add(RouteSpec.to(IpPrefix.parse("fd01::/64")).hop(ila).build())
                .contains("10001680" + "0c000100" + "0001000200030004" + "0600150003000000"));
    }

    @Test
    void whatTheKernelTellsMatchesWhatWasAskedFor() {
        assertTrue(decode(PLAIN_EVENT).matches(RouteSpec.to(IpPrefix.parse("192.168.4.0/24"))
                .hop(new RouteHop(GATEWAY, 3))
                .metric(10L)
                .table(100)
                .typeOfService(0x10)
                .build()));
        assertTrue(decode(OTHER_FAMILY_EVENT).matches(OTHER_FAMILY));
        assertTrue(decode(MULTIPATH_EVENT).matches(MULTIPATH));
        assertTrue(decode(BLACKHOLE_EVENT)
                .matches(RouteSpec.to(IpPrefix.parse("0.0.0.0/0")).type(RouteSpec.BLACKHOLE).table(101).build()));
        assertTrue(decode(UNREACHABLE_EVENT)
                .matches(RouteSpec.to(IpPrefix.parse("fd01:9::1/64")).type(RouteSpec.UNREACHABLE).metric(99L).build()));
        // The kernel tells the metric 1024 where IPv6 was asked for without one.
        assertTrue(decode(IPV6_REMOVED).matches(IPV6));
        assertTrue(decode(IPV6_MULTIPATH_EVENT).matches(RouteSpec.to(IpPrefix.parse("fd01:b::/64"))
                .legs(List.of(new RouteHop(IpAddress.parse("fd00::3"), 3),
                        new RouteHop(IpAddress.parse("fd00:1::3"), 0)))
                .build()));
    }

    @Test
    void whatDiffersDoesNotMatch() {
        KernelRoute told = decode(PLAIN_EVENT);
        assertFalse(told.matches(PLAIN), "interface");
        RouteSpec.Builder same = RouteSpec.to(IpPrefix.parse("192.168.4.0/24")).metric(10L).table(100);
        assertFalse(told.matches(same.build()), "type of service");
        assertTrue(told.matches(same.typeOfService(0x10).build()));
        assertFalse(told.matches(same.hop(new RouteHop(IpAddress.parse("10.0.0.4"), 0)).build()), "gateway");
        assertFalse(told.matches(same.hop(RouteHop.NONE).protocol(4).build()), "protocol");
        assertFalse(told.matches(same.protocol(18).metric(null).build()), "metric");
        assertEquals(told.key(), PLAIN.key());
        assertEquals(told.key().hashCode(), PLAIN.key().hashCode());
        assertNotEquals(told.key(), MULTIPATH.key());
        assertEquals(RouteSpec.to(IpPrefix.parse("10.0.0.0/8")).table(0).build().key(),
                RouteSpec.to(IpPrefix.parse("10.1.2.3/8")).table(254).metric(0L).build().key());
    }

    @Test
    void whatIsWrittenIsRead() {
        for (RouteSpec spec : ALL) {
            byte[] bytes = MessageBytes.of(RouteMessages.add(spec, Insertion.PREPEND));
            assertTrue(decode(MessageBytes.reader(bytes)).matches(spec), spec::toString);
        }
    }

    @Test
    void aMessageThatIsCutShortOrDamagedHarmsNothing() {
        for (String event : EVENTS) {
            byte[] bytes = HexFormat.of().parseHex(event);
            for (int length = 0; length < bytes.length; length++) {
                assertNull(decode(MessageBytes.reader(bytes, length)));
                decode(MessageBytes.shortened(bytes, length));
            }
            for (int at = 0; at < bytes.length; at++) {
                for (int value = 0; value < 256; value++) {
                    byte[] damaged = bytes.clone();
                    damaged[at] = (byte) value;
                    decode(MessageBytes.reader(damaged));
                }
            }
        }
    }

    @Test
    void onlyTheProtocolThatIsFollowedIsTold() {
        RoutingTranscript transcript = new RoutingTranscript();
        for (int protocol : new int[]{0, 18, 4}) {
            for (String event : List.of(PLAIN_EVENT, IPV6_REMOVED)) {
                MessageReader reader = MessageBytes.reader(HexFormat.of().parseHex(event));
                assertTrue(reader.next());
                new RouteMessages().tell(reader, protocol, transcript);
            }
        }
        assertEquals(
                List.of("route 192.168.4.0/24", "no route fd01:6::/64", "route 192.168.4.0/24", "no route fd01:6::/64"),
                transcript.lines);
    }
}
