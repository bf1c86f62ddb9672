package org.jkeepalived.netlink.route;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HexFormat;
import java.util.List;
import org.jkeepalived.net.AddressFamily;
import org.jkeepalived.net.IpPrefix;
import org.jkeepalived.netlink.message.MessageBytes;
import org.jkeepalived.netlink.message.MessageReader;
import org.jkeepalived.netlink.route.RuleSpec.Range;
import org.junit.jupiter.api.Test;

/** Requests against what keepalived 2.2.7 was seen to send; events as Linux 6.18 was seen to tell them. */
class RuleMessagesTest {
    private static final RuleSpec PORTS = RuleSpec.of(AddressFamily.IPV4)
            .from(IpPrefix.parse("192.168.10.0/24"))
            .ipProtocol(6)
            .sourcePorts(new Range(10, 20))
            .destinationPorts(new Range(30, 40))
            .lookup(70_000)
            .priority(117)
            .build();
    private static final RuleSpec INVERTED = RuleSpec.of(AddressFamily.IPV6)
            .inverted(true)
            .from(IpPrefix.parse("fd00:7::/64"))
            .to(IpPrefix.parse("fd00:8::1"))
            .lookup(100)
            .priority(137)
            .firewallMark(3L)
            .firewallMask(0xffL)
            .incomingInterface("v0")
            .outgoingInterface("v1")
            .typeOfService(0x10)
            .build();
    private static final RuleSpec GOTO = RuleSpec.of(AddressFamily.IPV4)
            .from(IpPrefix.parse("0.0.0.0/0"))
            .goTo(200)
            .priority(122)
            .userIds(new Range(1000, 2000))
            .firewallMark(5L)
            .build();
    private static final RuleSpec SUPPRESSING = RuleSpec.of(AddressFamily.IPV4)
            .from(IpPrefix.parse("10.1.2.0/24"))
            .lookup(100)
            .suppressPrefixLength(16L)
            .suppressInterfaceGroup(3L)
            .realms(RouteHop.realms(10, 20))
            .priority(5)
            .typeOfService(0x10)
            .build();
    private static final RuleSpec BLACKHOLE = RuleSpec.of(AddressFamily.IPV4)
            .from(IpPrefix.parse("10.1.2.0/24"))
            .action(RuleSpec.BLACKHOLE)
            .priority(6)
            .build();
    private static final RuleSpec L3MDEV = RuleSpec.of(AddressFamily.IPV4).lookupL3mdev().priority(7).build();
    private static final RuleSpec TUNNEL = RuleSpec.of(AddressFamily.IPV4)
            .to(IpPrefix.parse("10.1.2.3"))
            .tunnelId(77)
            .lookup(254)
            .priority(0)
            .protocol(0)
            .build();
    private static final List<RuleSpec> SPECS = List.of(PORTS, INVERTED, GOTO, SUPPRESSING, BLACKHOLE, L3MDEV);
    private static final List<String> EVENTS = List.of(
            "5c00000020000000ea210e6b8d74000002001800fc0000010000000008000f007011010008000e00ffffffff0500150012000000"
                    + "0800060075000000080017000a001400080018001e002800050016000600000008000200c0a80a00",
            "840000002000000059220e6b147c00000a804010640000010200000008000f006400000008000e00ffffffff"
                    + "050015001200000007000300763000000700110076310000080006008900000008000a000300000008001000"
                    + "ff00000014000100fd00000800000000000000000000000114000200fd000007000000000000000000000000",
            "6000000020000000ea210e6b9174000002000000000000020400000008000f000000000008000e00ffffffff0500150012000000"
                    + "080006007a00000008000a000500000008001000ffffffff08000400c80000000c001400e8030000d0070000",
            "5400000020000000ea210e6b9374000002001810640000010000000008000f006400000008000e001000000005001500"
                    + "120000000800060005000000" + "08000d0003000000080002000a01020008000b0014000a00",
            "4400000020000000ea210e6b9574000002001800000000060000000008000f000000000008000e00ffffffff0500150012000000"
                    + "0800060006000000080002000a010200",
            "4400000020000000ea210e6b9774000002000000000000010000000008000f000000000008000e00ffffffff0500150012000000"
                    + "08000600070000000500130001000000");

    private static RuleSpec decode(MessageReader reader) {
        return reader.next() ? new RuleMessages().decode(reader) : null;
    }

    private static String message(String length, String rest) {
        return length + "000000" + "2000" + "0006" + "00000000" + "00000000" + rest.replace(" ", "");
    }

    @Test
    void aRequestIsAsKeepalivedSendsIt() {
        assertEquals(
                message("54",
                        "02001800 00000001 00000000 08000f0070110100 08000200c0a80a00 0800060075000000"
                                + " 0500150012000000 0500160006000000 080017000a001400 080018001e002800"),
                MessageBytes.hex(RuleMessages.add(PORTS)));
        assertEquals(
                message("74", "0a804010 64000001 02000000 14000200fd000007000000000000000000000000"
                        + " 14000100fd000008000000000000000000000001 0800060089000000 08000a0003000000 08001000ff000000"
                        + " 0700030076300000 0700110076310000 0500150012000000"),
                MessageBytes.hex(RuleMessages.add(INVERTED)));
        assertEquals(
                message("50",
                        "02000000 00000002 00000000 0800020000000000 080006007a000000 08000a0005000000"
                                + " 0c001400e8030000d0070000 0500150012000000 08000400c8000000"),
                MessageBytes.hex(RuleMessages.add(GOTO)));
        assertEquals(
                message("4c",
                        "02001810 64000001 00000000 080002000a010200 0800060005000000 08000b0014000a00"
                                + " 08000e0010000000 08000d0003000000 0500150012000000"),
                MessageBytes.hex(RuleMessages.add(SUPPRESSING)));
        assertEquals(message("34", "02000000 00000001 00000000 0800060007000000 0500130001000000 0500150012000000"),
                MessageBytes.hex(RuleMessages.add(L3MDEV)));
        assertEquals(
                message("38",
                        "02200000 fe000001 00000000 080001000a010203 0800060000000000" + " 0c000c00000000000000004d"),
                MessageBytes.hex(RuleMessages.add(TUNNEL)));
        String removal = MessageBytes.hex(RuleMessages.delete(BLACKHOLE));
        assertEquals("21000000", removal.substring(8, 16));
        assertEquals(MessageBytes.hex(RuleMessages.add(BLACKHOLE)).substring(16), removal.substring(16));
    }

    @Test
    void whatTheKernelTellsEqualsWhatWasAskedFor() {
        for (int i = 0; i < EVENTS.size(); i++) {
            RuleSpec told = decode(MessageBytes.reader(HexFormat.of().parseHex(EVENTS.get(i))));
            assertEquals(SPECS.get(i).asTold(), told);
            assertEquals(SPECS.get(i).asTold().hashCode(), told.hashCode());
            for (int other = 0; other < SPECS.size(); other++) {
                assertTrue(other == i || !SPECS.get(other).asTold().equals(told));
            }
        }
    }

    @Test
    void whatIsWrittenIsRead() {
        for (RuleSpec spec : SPECS) {
            assertEquals(spec.asTold(), decode(MessageBytes.reader(MessageBytes.of(RuleMessages.add(spec)))));
        }
        assertEquals(TUNNEL.asTold(), decode(MessageBytes.reader(MessageBytes.of(RuleMessages.delete(TUNNEL)))));
    }

    @Test
    void aNumberThatMeansAnyIsNone() {
        RuleSpec spelt = RuleSpec.of(AddressFamily.IPV6)
                .from(IpPrefix.parse("::/0"))
                .firewallMark(0L)
                .ipProtocol(0)
                .build();
        assertEquals(RuleSpec.of(AddressFamily.IPV6).build(), spelt.asTold());
        RuleSpec masked = RuleSpec.of(AddressFamily.IPV6).firewallMask(1L).build();
        assertEquals(masked, masked.asTold());
        assertNotEquals(spelt.asTold(), masked.asTold());
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
            MessageReader reader = MessageBytes.reader(HexFormat.of().parseHex(EVENTS.getFirst()));
            assertTrue(reader.next());
            new RuleMessages().tell(reader, protocol, transcript);
        }
        assertEquals(List.of("rule 117", "rule 117"), transcript.lines);
    }
}
