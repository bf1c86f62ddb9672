package org.jkeepalived.netlink.route;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jkeepalived.net.AddressFamily;
import org.jkeepalived.net.IpAddress;
import org.jkeepalived.net.MacAddress;
import org.jkeepalived.netlink.SystemCallException;
import org.jkeepalived.netlink.libc.Memory;
import org.junit.jupiter.api.Test;

class NetlinkCodecTest {
    private static final AddressSpec LABELLED = new AddressSpec(7, IpAddress.parse("10.9.0.101"), 32, null,
            IpAddress.parse("10.9.0.255"), AddressSpec.SCOPE_LINK, "eth0:1", AddressSpec.NO_PREFIX_ROUTE,
            AddressSpec.FOREVER);

    /** Writes down what it is told. */
    private static final class Transcript implements RouteListener {
        final List<String> lines = new ArrayList<>();

        @Override
        public void dumpStarted() {
            lines.add("dump");
        }

        @Override
        public void dumpCompleted() {
            lines.add("complete");
        }

        @Override
        public void linkChanged(Link link) {
            lines.add("link " + link);
        }

        @Override
        public void linkRemoved(int interfaceIndex, String name) {
            lines.add("no link " + interfaceIndex);
        }

        @Override
        public void addressAdded(int interfaceIndex, AddressFamily family, long high, long low, int prefixLength,
                int scope, int flags) {
            lines.add(interfaceIndex + " " + new IpAddress(family, high, low) + "/" + prefixLength + " scope " + scope
                    + " flags " + Integer.toHexString(flags));
        }

        @Override
        public void addressRemoved(int interfaceIndex, AddressFamily family, long high, long low, int prefixLength) {
            lines.add("no " + new IpAddress(family, high, low) + "/" + prefixLength);
        }
    }

    private static List<String> parse(Memory memory, int length) throws SystemCallException {
        Transcript transcript = new Transcript();
        try (RouteMonitor monitor = RouteMonitor.open(0)) {
            monitor.parse(memory, length, transcript);
        }
        return transcript.lines;
    }

    @Test
    void aRequestIsAsRtnetlinkLaysItOut() {
        AddressBatch batch = new AddressBatch(List.of(LABELLED));
        assertEquals(batch.additions.size(), batch.additionOffsets[1]);
        String hex = HexFormat.of().formatHex(batch.additions.getBytes(0, batch.additions.size()));
        assertEquals("44000000" + "1400" + "0506" + "00000000" + "00000000" + "022000fd" + "07000000" + "08000200"
                + "0a090065" + "08000100" + "0a090065" + "08000400" + "0a0900ff" + "0b000300" + "657468303a310000"
                + "08000800" + "00020000", hex);
    }

    @Test
    void onlyTheLastRequestOfABatchIsAcknowledged() {
        AddressBatch batch = new AddressBatch(List.of(LABELLED, LABELLED));
        assertEquals(0x0601, batch.additions.getUnsignedShort(batch.additionOffsets[0] + 6));
        assertEquals(0x0605, batch.additions.getUnsignedShort(batch.additionOffsets[1] + 6));
    }

    @Test
    void whatIsWrittenIsRead() throws SystemCallException {
        AddressSpec ipv6 = new AddressSpec(8, IpAddress.parse("fd00:9::100"), 64).withFlags(AddressSpec.NODAD);
        AddressBatch batch = new AddressBatch(List.of(LABELLED, ipv6));
        assertEquals(List.of("7 10.9.0.101/32 scope 253 flags 200", "8 fd00:9::100/64 scope 0 flags 2"),
                parse(batch.additions, batch.additions.size()));
        assertEquals(List.of("no 10.9.0.101/32", "no fd00:9::100/64"), parse(batch.deletions, batch.deletions.size()));
    }

    @Test
    void aMessageThatIsCutShortIsLeftOut() throws SystemCallException {
        AddressBatch batch = new AddressBatch(List.of(LABELLED));
        for (int length = 0; length < batch.additions.size(); length++) {
            assertEquals(List.of(), parse(batch.additions, length), length + " bytes");
        }
    }

    @Test
    void anAttributeThatClaimsTooMuchMakesTheMessageBeLeftOut() throws SystemCallException {
        AddressBatch batch = new AddressBatch(List.of(LABELLED));
        for (int attribute : new int[]{24, 32, 40, 48, 60}) {
            Memory copy = Memory.allocate(batch.additions.size());
            copy.copyFrom(0, batch.additions, 0, copy.size());
            copy.putShort(attribute, 0x4000);
            assertEquals(List.of(), parse(copy, copy.size()), "attribute at " + attribute);
            copy.putShort(attribute, 3);
            assertEquals(List.of(), parse(copy, copy.size()), "attribute at " + attribute);
        }
    }

    @Test
    void theLoopbackInterfaceIsAmongWhatExists() throws SystemCallException {
        InterfaceTable table = InterfaceTable.snapshot();
        Link loopback = table.byName("lo");
        assertTrue(loopback.isLoopback());
        assertEquals(Link.ARPHRD_LOOPBACK, loopback.hardwareType());
        assertEquals(loopback, table.byIndex(loopback.index()));
    }

    @Test
    void aDumpThatIsAskedForDuringAnotherFollowsIt() throws SystemCallException {
        Transcript transcript = new Transcript();
        try (RouteMonitor monitor = RouteMonitor.open(0)) {
            monitor.startDump();
            monitor.readDump(transcript);
            assertFalse(monitor.isDumping());
        }
        assertEquals("complete", transcript.lines.removeLast());
        assertFalse(transcript.lines.contains("complete"));
        assertEquals(2, transcript.lines.stream().filter("dump"::equals).count());
    }

    @Test
    void aDumpRemovesWhatItDoesNotTell() {
        InterfaceTable table = new InterfaceTable();
        table.addressAdded(1, AddressFamily.IPV4, 0, 1, 32, 0, 0);
        table.addressAdded(1, AddressFamily.IPV4, 0, 2, 32, 0, 0);
        table.dumpStarted();
        table.linkChanged(new Link(1, "eth0", 0, 1500, MacAddress.NONE, 1, 0, 0, ""));
        table.addressAdded(1, AddressFamily.IPV4, 0, 2, 32, 0, 0);
        table.dumpCompleted();
        assertEquals(List.of(IpAddress.ipv4(2)), table.addresses(1).stream().map(InterfaceAddress::address).toList());
    }
}
