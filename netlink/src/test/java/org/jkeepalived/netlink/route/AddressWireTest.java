package org.jkeepalived.netlink.route;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jkeepalived.net.IpAddress;
import org.jkeepalived.netlink.Errno;
import org.jkeepalived.netlink.FarHost;
import org.jkeepalived.netlink.Namespaces;
import org.jkeepalived.netlink.event.Poller;
import org.jkeepalived.netlink.message.FaultyLibc;
import org.jkeepalived.netlink.message.NetlinkSocket;
import org.jkeepalived.netlink.message.RequestBatch;
import org.jkeepalived.netlink.message.SmallBuffers;
import org.junit.jupiter.api.Test;

/** rtnetlink(7), against the kernel. */
class AddressWireTest {
    @Test
    void addressesComeAndGoAndTheMonitorTellsIt() throws Exception {
        Namespaces.run(ComingAndGoing.class);
    }

    @Test
    void aThousandAddressesAreOneBatch() throws Exception {
        Namespaces.run(Thousand.class);
    }

    @Test
    void lostEventsAreMadeUpForByTellingEverythingAnew() throws Exception {
        Namespaces.run(Overflow.class);
    }

    private static AddressSpec spec(int index, String address, int prefixLength) {
        return new AddressSpec(index, IpAddress.parse(address), prefixLength);
    }

    private static AddressSpec noDad(int index, String address, int prefixLength) {
        return new AddressSpec(index, IpAddress.parse(address), prefixLength, null, null, AddressSpec.SCOPE_GLOBAL, "",
                AddressSpec.NODAD, AddressSpec.FOREVER);
    }

    private static RequestBatch additions(List<AddressSpec> specs) {
        return RequestBatch.of(specs.stream().map(AddressMessages::add).toList());
    }

    private static RequestBatch deletions(List<AddressSpec> specs) {
        return RequestBatch.of(specs.stream().map(AddressMessages::delete).toList());
    }

    private static List<String> apply(NetlinkSocket socket, RequestBatch batch) {
        List<String> failures = new ArrayList<>();
        socket.submit(batch);
        int count = socket.collect((_, index, error) -> failures.add(index + " " + Errno.name(error.errno())
                + (error.unknown() ? " unknown" : "") + " " + error.kernelText()));
        assertEquals(failures.size(), count);
        return failures;
    }

    /** IPv6 tells of an address when its duplicate address detection has ended, be there one or not. */
    private static void readUntil(RouteMonitor monitor, InterfaceTable table, BooleanSupplier condition)
            throws Exception {
        try (Poller poller = Poller.open()) {
            poller.register(monitor, () -> monitor.read(table));
            while (!condition.getAsBoolean()) {
                assertEquals(1, poller.await(System.nanoTime() + 10_000_000_000L), "no event");
                poller.dispatch();
            }
            poller.unregister(monitor);
        }
    }

    static final class ComingAndGoing {
        public static void main(String[] args) throws Exception {
            InterfaceTable table = new InterfaceTable();
            try (FarHost far = Namespaces.makeWire("left", "right");
                    RouteMonitor monitor = RouteMonitor.open();
                    NetlinkSocket socket = NetlinkSocket.openRoute()) {
                monitor.readDump(table);
                int left = table.byName("left").index();
                assertTrue(table.byName("left").isUp());
                // The kernel tells of the carrier a moment after both ends are up.
                readUntil(monitor, table, () -> table.byName("left").isRunning());
                assertTrue(table.byName("left").isRunning());
                assertEquals("veth", table.byName("left").kind());
                assertTrue(table.byName("lo").isLoopback());
                AddressMessages.checkPermission(socket);
                List<AddressSpec> specs = List.of(spec(left, "10.9.0.1", 24), spec(left, "10.9.0.100", 24),
                        new AddressSpec(left, IpAddress.parse("10.9.0.101"), 32, null, null, 0, "left:1", 0,
                                AddressSpec.FOREVER),
                        noDad(left, "fd00:9::100", 64), new AddressSpec(left, IpAddress.parse("fd00:9::101"), 128, null,
                                null, 0, "", AddressSpec.NODAD, 0));
                RequestBatch additions = additions(specs);
                RequestBatch deletions = deletions(specs);
                assertEquals(List.of(), apply(socket, additions));
                readUntil(monitor, table, () -> table.find(IpAddress.parse("fd00:9::101")) != null
                        && table.find(IpAddress.parse("fd00:9::100")) != null);
                present(table, left);
                assertTrue(Namespaces.ip("addr show dev left").contains("global left:1"));

                List<String> again = apply(socket, additions);
                assertEquals(5, again.size());
                assertTrue(again.get(0).startsWith("0 EEXIST"), again::toString);
                assertTrue(again.get(4).startsWith("4 EEXIST"), again::toString);
                // The first address of a subnet takes the others of the subnet with it.
                List<String> gone = apply(socket, deletions);
                assertEquals(1, gone.size());
                assertTrue(gone.get(0).startsWith("1 EADDRNOTAVAIL"), gone::toString);
                readUntil(monitor, table, () -> table.find(IpAddress.parse("fd00:9::101")) == null);
                assertNull(table.find(IpAddress.parse("10.9.0.1")));
                assertNull(table.find(IpAddress.parse("fd00:9::100")));
                assertEquals(5, apply(socket, deletions).size());
                kernelText(socket, left);
                linkEvents(monitor, table, left, far);
            }
        }

        private static void present(InterfaceTable table, int left) {
            InterfaceAddress first = table.find(IpAddress.parse("10.9.0.1"));
            assertEquals(left, first.interfaceIndex());
            assertEquals(24, first.prefixLength());
            assertFalse(first.isSecondary());
            assertTrue(table.find(left, IpAddress.parse("10.9.0.100")).isSecondary());
            assertTrue(table.find(IpAddress.parse("fd00:9::100")).isUsable());
            assertTrue((table.find(IpAddress.parse("fd00:9::101")).flags() & InterfaceAddress.DEPRECATED) != 0);
        }

        private static void kernelText(NetlinkSocket socket, int left) {
            List<String> failures = apply(socket, additions(
                    List.of(spec(4711, "10.9.0.1", 24), spec(left, "10.9.0.7", 24), spec(left, "ff02::5", 64))));
            assertEquals(2, failures.size(), failures::toString);
            assertEquals("0 ENODEV ipv4: Device not found", failures.get(0));
            assertTrue(failures.get(1).startsWith("2 EADDRNOTAVAIL ipv6: "), failures::toString);
        }

        private static void linkEvents(RouteMonitor monitor, InterfaceTable table, int left, FarHost far)
                throws Exception {
            far.ip("link set right down");
            readUntil(monitor, table, () -> !table.byIndex(left).isRunning());
            assertTrue(table.byIndex(left).isUp());
            Namespaces.ip("link set left down");
            monitor.read(table);
            assertFalse(table.byIndex(left).isUp());
            Namespaces.ip("link set left name other");
            monitor.read(table);
            assertEquals(left, table.byName("other").index());
            Namespaces.ip("link del other");
            monitor.read(table);
            assertNull(table.byIndex(left));
        }
    }

    static final class Thousand {
        public static void main(String[] args) throws Exception {
            Namespaces.makeWire("left", "right");
            InterfaceTable table = InterfaceTable.snapshot();
            int left = table.byName("left").index();
            List<AddressSpec> ipv4 = new ArrayList<>();
            List<AddressSpec> ipv6 = new ArrayList<>();
            for (int i = 0; i < 1000; i++) {
                ipv4.add(spec(left, "10.9." + (i / 250 + 1) + "." + (i % 250 + 1), 32));
                ipv6.add(noDad(left, "fd00:9::" + Integer.toHexString(i + 1), 128));
            }
            try (NetlinkSocket socket = NetlinkSocket.openRoute(); RouteMonitor monitor = RouteMonitor.open()) {
                monitor.readDump(table);
                for (List<AddressSpec> specs : List.of(ipv4, ipv6)) {
                    RequestBatch additions = additions(specs);
                    RequestBatch deletions = deletions(specs);
                    for (int round = 0; round < 3; round++) {
                        assertEquals(List.of(), apply(socket, additions));
                        readUntil(monitor, table, () -> table.find(specs.getLast().address()) != null);
                        assertEquals(List.of(), apply(socket, deletions));
                        readUntil(monitor, table, () -> table.find(specs.getLast().address()) == null);
                    }
                }
                interrupted(socket, additions(ipv4), deletions(ipv4), table);
                lost(socket, additions(ipv4));
            }
        }

        /** The kernel has no memory for the second send. */
        private static void interrupted(NetlinkSocket socket, RequestBatch additions, RequestBatch deletions,
                InterfaceTable table) throws Exception {
            NetlinkSocket faulty = new FaultyLibc().sends(FaultyLibc.REAL, -Errno.ENOBUFS).wrap(socket);
            List<String> failures = apply(faulty, additions);
            InterfaceTable now = InterfaceTable.snapshot();
            int there = now.addresses(table.byName("left").index()).size() - 1;
            assertTrue(there > 0 && there < 1000, there + " addresses");
            List<String> expected = new ArrayList<>();
            for (int i = there; i < 1000; i++) {
                expected.add(i + " ENOBUFS ");
                assertNull(now.find(IpAddress.parse("10.9." + (i / 250 + 1) + "." + (i % 250 + 1))));
            }
            assertEquals(expected, failures);
            assertEquals(1000 - there, apply(socket, deletions).size());
        }

        /** There is no room for the kernel's replies. */
        private static void lost(NetlinkSocket socket, RequestBatch additions) throws Exception {
            assertEquals(List.of(), apply(socket, additions));
            SmallBuffers.shrinkReceiveBuffer(socket);
            List<String> failures = apply(socket, additions);
            assertEquals(1000, failures.size());
            for (int i = 0; i < 1000; i++) {
                String failure = failures.get(i);
                assertTrue(failure.startsWith(i + " EEXIST") || failure.equals(i + " ENOBUFS unknown "), failure);
            }
            assertTrue(failures.getFirst().startsWith("0 EEXIST"), failures.getFirst());
            assertEquals("999 ENOBUFS unknown ", failures.getLast());
        }
    }

    static final class Overflow {
        public static void main(String[] args) throws Exception {
            InterfaceTable table = new InterfaceTable();
            try (FarHost _ = Namespaces.makeWire("left", "right");
                    RouteMonitor monitor = RouteMonitor.open();
                    NetlinkSocket socket = NetlinkSocket.openRoute()) {
                monitor.readDump(table);
                int left = table.byName("left").index();
                Namespaces.ip("addr add 10.8.0.1/32 dev left");
                monitor.read(table);
                assertNotNull(table.find(IpAddress.parse("10.8.0.1")));
                monitor.shrinkReceiveBuffer();
                List<AddressSpec> specs = new ArrayList<>();
                for (int i = 0; i < 200; i++) {
                    specs.add(spec(left, "10.9.0." + (i + 1), 32));
                }
                specs.add(spec(left, "10.9.1.1", 32));
                apply(socket, additions(specs));
                apply(socket, deletions(List.of(spec(left, "10.8.0.1", 32))));
                monitor.read(table);
                monitor.readDump(table);
                assertNotNull(table.find(IpAddress.parse("10.9.1.1")));
                assertNull(table.find(IpAddress.parse("10.8.0.1")));
            }
        }
    }
}
