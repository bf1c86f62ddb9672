package org.jkeepalived.netlink.route;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import org.jkeepalived.net.AddressFamily;
import org.jkeepalived.net.IpAddress;
import org.jkeepalived.net.MacAddress;
import org.jkeepalived.netlink.SystemCallException;
import org.jkeepalived.netlink.message.MessageBytes;
import org.jkeepalived.netlink.message.MessageReader;
import org.jkeepalived.netlink.message.Request;
import org.junit.jupiter.api.Test;

class NetlinkCodecTest {
    private static final AddressSpec LABELLED = new AddressSpec(7, IpAddress.parse("10.9.0.101"), 32, null,
            IpAddress.parse("10.9.0.255"), AddressSpec.SCOPE_LINK, "eth0:1", AddressSpec.NO_PREFIX_ROUTE,
            AddressSpec.FOREVER);
    private static final AddressSpec IPV6 = new AddressSpec(8, IpAddress.parse("fd00:9::100"), 64, null, null,
            AddressSpec.SCOPE_GLOBAL, "", AddressSpec.NODAD, AddressSpec.FOREVER);

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

    /** Counts addresses. */
    private static final class Counter implements RouteListener {
        int addresses;

        @Override
        public void dumpStarted() {}

        @Override
        public void dumpCompleted() {}

        @Override
        public void linkChanged(Link link) {}

        @Override
        public void linkRemoved(int interfaceIndex, String name) {}

        @Override
        public void addressAdded(int interfaceIndex, AddressFamily family, long high, long low, int prefixLength,
                int scope, int flags) {
            addresses++;
        }

        @Override
        public void addressRemoved(int interfaceIndex, AddressFamily family, long high, long low, int prefixLength) {}
    }

    private static List<String> tell(MessageReader messages) throws SystemCallException {
        Transcript transcript = new Transcript();
        try (RouteMonitor monitor = RouteMonitor.open(0)) {
            monitor.tell(messages, transcript);
        }
        return transcript.lines;
    }

    @Test
    void aRequestIsAsRtnetlinkLaysItOut() {
        assertEquals(
                "44000000" + "1400" + "0006" + "00000000" + "00000000" + "022000fd" + "07000000" + "08000200"
                        + "0a090065" + "08000100" + "0a090065" + "08000400" + "0a0900ff" + "0b000300"
                        + "657468303a310000" + "08000800" + "00020000",
                MessageBytes.hex(AddressMessages.add(LABELLED)));
        assertEquals("28000000" + "1500" + "0000" + "00000000" + "00000000" + "022000fd" + "07000000" + "08000200"
                + "0a090065" + "08000100" + "0a090065", MessageBytes.hex(AddressMessages.delete(LABELLED)));
    }

    /** RTM_NEWLINK as rtnetlink(7) lays it out: IFLA_LINKINFO with the kind, then IFLA_VRF_TABLE in its data. */
    @Test
    void theTableOfAVrfIsTold() throws SystemCallException {
        Request vrf = writer -> {
            writer.begin(Rtnetlink.RTM_NEWLINK, 0);
            writer.appendU32(Link.ETHERNET << 16);
            writer.appendU32(12);
            writer.appendU32(Link.UP);
            writer.appendU32(0);
            writer.putString(3, "blue");
            int info = writer.beginNest(18);
            writer.putString(1, "vrf");
            int data = writer.beginNest(2);
            writer.putU32(1, 1001);
            writer.endAttribute(data);
            writer.endAttribute(info);
            writer.end();
        };
        String told = tell(MessageBytes.reader(MessageBytes.of(vrf))).getFirst();
        assertTrue(told.contains("kind=vrf, vrfTable=1001"), told);
        for (int length = 0; length < MessageBytes.of(vrf).length; length++) {
            tell(MessageBytes.shortened(MessageBytes.of(vrf), length));
        }
    }

    @Test
    void whatIsWrittenIsRead() throws SystemCallException {
        assertEquals(List.of("7 10.9.0.101/32 scope 253 flags 200"),
                tell(MessageBytes.reader(MessageBytes.of(AddressMessages.add(LABELLED)))));
        assertEquals(List.of("8 fd00:9::100/64 scope 0 flags 2"),
                tell(MessageBytes.reader(MessageBytes.of(AddressMessages.add(IPV6)))));
        assertEquals(List.of("no 10.9.0.101/32"),
                tell(MessageBytes.reader(MessageBytes.of(AddressMessages.delete(LABELLED)))));
        assertEquals(List.of("no fd00:9::100/64"),
                tell(MessageBytes.reader(MessageBytes.of(AddressMessages.delete(IPV6)))));
    }

    @Test
    void aMessageThatIsCutShortIsLeftOut() throws SystemCallException {
        byte[] message = MessageBytes.of(AddressMessages.add(LABELLED));
        for (int length = 0; length < message.length; length++) {
            assertEquals(List.of(), tell(MessageBytes.reader(message, length)), length + " bytes");
            tell(MessageBytes.shortened(message, length));
        }
    }

    @Test
    void anAttributeThatClaimsTooMuchMakesTheMessageBeLeftOut() throws SystemCallException {
        for (int attribute : new int[]{24, 32, 40, 48, 60}) {
            byte[] message = MessageBytes.of(AddressMessages.add(LABELLED));
            message[attribute + 1] = 0x40;
            assertEquals(List.of(), tell(MessageBytes.reader(message)), "attribute at " + attribute);
            message[attribute] = 3;
            message[attribute + 1] = 0;
            assertEquals(List.of(), tell(MessageBytes.reader(message)), "attribute at " + attribute);
        }
    }

    @Test
    void anEventOfAnAddressAllocatesNothing() {
        MessageReader message = MessageBytes.reader(MessageBytes.of(AddressMessages.add(IPV6)));
        assertTrue(message.next());
        AddressMessages addresses = new AddressMessages();
        Counter counter = new Counter();
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long allocated = Long.MAX_VALUE;
        for (int round = 0; round < 50; round++) {
            threads.getCurrentThreadAllocatedBytes();
            long before = threads.getCurrentThreadAllocatedBytes();
            for (int i = 0; i < 1000; i++) {
                addresses.tell(message, counter);
            }
            allocated = Math.min(allocated, threads.getCurrentThreadAllocatedBytes() - before);
        }
        assertEquals(0, allocated);
        assertEquals(50_000, counter.addresses);
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
