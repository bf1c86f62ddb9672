package org.jkeepalived.netlink.route;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jkeepalived.net.AddressFamily;
import org.jkeepalived.net.IpAddress;
import org.jkeepalived.netlink.Errno;
import org.jkeepalived.netlink.FarHost;
import org.jkeepalived.netlink.Namespaces;
import org.jkeepalived.netlink.event.Poller;
import org.jkeepalived.netlink.route.AddressManager.Change;
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

    private static int apply(AddressManager manager, AddressBatch batch, Change change, List<String> failures) {
        assertEquals(Errno.NONE, manager.submit(batch, change));
        return manager.collect((of, index, what, errno, text) -> failures
                .add(what + " " + of.addresses().get(index).address() + " " + Errno.name(errno) + " " + text));
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
            List<String> failures = new ArrayList<>();
            InterfaceTable table = new InterfaceTable();
            try (FarHost far = Namespaces.makeWire("left", "right");
                    RouteMonitor monitor = RouteMonitor.open();
                    AddressManager manager = AddressManager.open()) {
                monitor.readDump(table);
                int left = table.byName("left").index();
                assertTrue(table.byName("left").isUp());
                // The kernel tells of the carrier a moment after both ends are up.
                readUntil(monitor, table, () -> table.byName("left").isRunning());
                assertTrue(table.byName("left").isRunning());
                assertEquals("veth", table.byName("left").kind());
                assertTrue(table.byName("lo").isLoopback());
                AddressBatch batch = new AddressBatch(List.of(spec(left, "10.9.0.1", 24), spec(left, "10.9.0.100", 24),
                        spec(left, "10.9.0.101", 32).withLabel("left:1"),
                        spec(left, "fd00:9::100", 64).withFlags(AddressSpec.NODAD), new AddressSpec(left,
                                IpAddress.parse("fd00:9::101"), 128, null, null, 0, "", AddressSpec.NODAD, 0)));
                assertEquals(0, apply(manager, batch, Change.ADD, failures), failures::toString);
                readUntil(monitor, table, () -> table.find(IpAddress.parse("fd00:9::101")) != null
                        && table.find(IpAddress.parse("fd00:9::100")) != null);
                present(table, left);
                assertTrue(Namespaces.ip("addr show dev left").contains("global left:1"));

                assertEquals(5, apply(manager, batch, Change.ADD, failures));
                assertTrue(failures.get(0).startsWith("ADD 10.9.0.1 EEXIST"), failures::toString);
                assertTrue(failures.get(4).startsWith("ADD fd00:9::101 EEXIST"), failures::toString);
                failures.clear();
                // The first address of a subnet takes the others of the subnet with it.
                assertEquals(1, apply(manager, batch, Change.DELETE, failures));
                assertTrue(failures.get(0).startsWith("DELETE 10.9.0.100 EADDRNOTAVAIL"), failures::toString);
                readUntil(monitor, table, () -> table.find(IpAddress.parse("fd00:9::101")) == null);
                assertNull(table.find(IpAddress.parse("10.9.0.1")));
                assertNull(table.find(IpAddress.parse("fd00:9::100")));
                failures.clear();
                assertEquals(5, apply(manager, batch, Change.DELETE, failures));
                assertTrue(failures.get(1).startsWith("DELETE 10.9.0.100 EADDRNOTAVAIL"), failures::toString);
                kernelText(manager, left);
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
            assertEquals("10.9.0.1", table.primary(left, AddressFamily.IPV4).address().toString());
            assertTrue(table.primary(left, AddressFamily.IPV6).address().isLinkLocal());
        }

        private static void kernelText(AddressManager manager, int left) {
            List<String> failures = new ArrayList<>();
            AddressBatch wrong = new AddressBatch(
                    List.of(spec(4711, "10.9.0.1", 24), spec(left, "10.9.0.7", 24), spec(left, "ff02::5", 64)));
            assertEquals(2, apply(manager, wrong, Change.ADD, failures), failures::toString);
            assertTrue(failures.get(0).startsWith("ADD 10.9.0.1 ENODEV"), failures::toString);
            assertTrue(failures.get(0).contains("Device not found"), failures::toString);
            assertTrue(failures.get(1).startsWith("ADD ff02::5 EADDRNOTAVAIL ipv6: "), failures::toString);
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
            FarHost far = Namespaces.makeWire("left", "right");
            InterfaceTable table = InterfaceTable.snapshot();
            int left = table.byName("left").index();
            List<AddressSpec> ipv4 = new ArrayList<>();
            List<AddressSpec> ipv6 = new ArrayList<>();
            for (int i = 0; i < 1000; i++) {
                ipv4.add(spec(left, "10.9." + (i / 250 + 1) + "." + (i % 250 + 1), 32));
                ipv6.add(spec(left, "fd00:9::" + Integer.toHexString(i + 1), 128).withFlags(AddressSpec.NODAD));
            }
            List<String> failures = new ArrayList<>();
            try (AddressManager manager = AddressManager.open(); RouteMonitor monitor = RouteMonitor.open()) {
                monitor.readDump(table);
                for (List<AddressSpec> specs : List.of(ipv4, ipv6)) {
                    AddressBatch batch = new AddressBatch(specs);
                    for (int round = 0; round < 3; round++) {
                        assertEquals(0, apply(manager, batch, Change.ADD, failures), failures::toString);
                        readUntil(monitor, table, () -> table.find(specs.getLast().address()) != null);
                        assertEquals(0, apply(manager, batch, Change.DELETE, failures), failures::toString);
                        readUntil(monitor, table, () -> table.find(specs.getLast().address()) == null);
                    }
                }
            }
        }
    }

    static final class Overflow {
        public static void main(String[] args) throws Exception {
            InterfaceTable table = new InterfaceTable();
            try (FarHost _ = Namespaces.makeWire("left", "right");
                    RouteMonitor monitor = RouteMonitor.open();
                    AddressManager manager = AddressManager.open()) {
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
                apply(manager, new AddressBatch(specs), Change.ADD, new ArrayList<>());
                apply(manager, new AddressBatch(List.of(spec(left, "10.8.0.1", 32))), Change.DELETE, new ArrayList<>());
                monitor.read(table);
                monitor.readDump(table);
                assertNotNull(table.find(IpAddress.parse("10.9.1.1")));
                assertNull(table.find(IpAddress.parse("10.8.0.1")));
            }
        }
    }
}
