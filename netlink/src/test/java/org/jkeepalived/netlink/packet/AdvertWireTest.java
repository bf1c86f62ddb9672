package org.jkeepalived.netlink.packet;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.jkeepalived.net.AddressFamily;
import org.jkeepalived.net.IpAddress;
import org.jkeepalived.netlink.Errno;
import org.jkeepalived.netlink.FarHost;
import org.jkeepalived.netlink.Namespaces;
import org.jkeepalived.netlink.SystemCallException;
import org.jkeepalived.netlink.event.Poller;
import org.jkeepalived.netlink.route.InterfaceTable;
import org.junit.jupiter.api.Test;

/** RFC 9568 sections 5.1.1 and 5.1.2, on a wire between two interfaces. */
class AdvertWireTest {
    private static final IpAddress IPV4_GROUP = IpAddress.parse("224.0.0.18");
    private static final IpAddress IPV6_GROUP = IpAddress.parse("ff02::12");
    private static final byte[] PAYLOAD = {0x31, 51, 100, 1, 0, 100, 1, 2, 10, 9, 0, 100};

    @Test
    void advertsCrossTheWireWithHopLimit255AndTheirAddresses() throws Exception {
        Namespaces.run(Crossing.class);
    }

    @Test
    void sendingAndReceivingAnAdvertAllocatesNothing() throws Exception {
        Namespaces.run(Allocation.class);
    }

    /** Everything that a scenario needs on the wire {@code left} to {@code right}. */
    private static final class Wire implements AutoCloseable {
        final FarHost far;
        final int left;
        final Poller poller = Poller.open();
        final ReceivedAdverts adverts = new ReceivedAdverts();
        VrrpReceiver receiver;
        private int received;

        Wire() throws Exception {
            far = Namespaces.makeWire("left", "right");
            Namespaces.ip("addr add 10.9.0.1/24 dev left");
            far.ip("addr add 10.9.0.2/24 dev right");
            left = InterfaceTable.snapshot().byName("left").index();
        }

        void listen(AddressFamily family, IpAddress group) throws Exception {
            receiver = far
                    .call(() -> VrrpReceiver.open(family, InterfaceTable.snapshot().byName("right").index(), "right"));
            receiver.join(group);
            receiver.join(group);
            poller.register(receiver, () -> received = receiver.receive(adverts));
        }

        int receive() {
            int ready = poller.await(System.nanoTime() + 5_000_000_000L);
            assertEquals(1, ready, "nothing arrived");
            try {
                poller.dispatch();
            } catch (SystemCallException e) {
                throw new AssertionError(e);
            }
            return received;
        }

        @Override
        public void close() {
            receiver.close();
            poller.close();
            far.close();
        }
    }

    private static AdvertFrame frame(int index, String source, IpAddress destination, int hopLimit) {
        AdvertFrame frame = new AdvertFrame(index, IpAddress.parse(source), destination, hopLimit, 64);
        frame.payload().put(0, PAYLOAD);
        frame.setPayloadLength(PAYLOAD.length);
        return frame;
    }

    static final class Crossing {
        public static void main(String[] args) throws Exception {
            try (Wire wire = new Wire(); VrrpTransmitter ipv4 = VrrpTransmitter.open(AddressFamily.IPV4)) {
                wire.listen(AddressFamily.IPV4, IPV4_GROUP);
                multicast(wire, ipv4, "10.9.0.1", IPV4_GROUP);
                unicast(wire, ipv4, "10.9.0.1", IpAddress.parse("10.9.0.2"));
                strangeSource(wire, ipv4);
                failures(wire, ipv4);
                wire.receiver.close();
                long self = InterfaceTable.snapshot()
                        .addresses(wire.left)
                        .stream()
                        .filter(address -> address.address().isLinkLocal() && address.isUsable())
                        .findFirst()
                        .orElseThrow()
                        .address()
                        .low();
                wire.listen(AddressFamily.IPV6, IPV6_GROUP);
                try (VrrpTransmitter ipv6 = VrrpTransmitter.open(AddressFamily.IPV6)) {
                    multicast(wire, ipv6, IpAddress.ipv6(0xfe80L << 48, self).toString(), IPV6_GROUP);
                    Namespaces.ip("addr add fd00:9::1/64 dev left nodad");
                    wire.far.ip("addr add fd00:9::2/64 dev right nodad");
                    unicast(wire, ipv6, "fd00:9::1", IpAddress.parse("fd00:9::2"));
                }
            }
        }

        private static void multicast(Wire wire, VrrpTransmitter transmitter, String source, IpAddress group) {
            transmitter.queue(frame(wire.left, source, group, 255));
            transmitter.queue(frame(wire.left, source, group, 254));
            assertEquals(0, transmitter.flush());
            assertEquals(2, wire.receive());
            check(wire.adverts, source, group, true);
            assertEquals(255, wire.adverts.hopLimit(0));
            assertEquals(254, wire.adverts.hopLimit(1));
        }

        private static void check(ReceivedAdverts adverts, String source, IpAddress group, boolean multicast) {
            assertEquals(PAYLOAD.length, adverts.payloadLength(0));
            byte[] received = new byte[PAYLOAD.length];
            adverts.buffer().get(adverts.payloadOffset(0), received);
            assertArrayEquals(PAYLOAD, received);
            AddressFamily family = group.family();
            assertEquals(IpAddress.parse(source), new IpAddress(family, adverts.sourceHigh(0), adverts.sourceLow(0)));
            assertEquals(group, new IpAddress(family, adverts.destinationHigh(0), adverts.destinationLow(0)));
            assertEquals(multicast, adverts.multicast(0));
            assertFalse(adverts.truncated(0));
        }

        private static void unicast(Wire wire, VrrpTransmitter transmitter, String source, IpAddress peer) {
            for (int index : new int[]{wire.left, 0}) {
                transmitter.queue(frame(index, source, peer, 64));
                assertEquals(0, transmitter.flush());
                assertEquals(1, wire.receive());
                check(wire.adverts, source, peer, false);
                assertEquals(64, wire.adverts.hopLimit(0));
            }
        }

        private static void strangeSource(Wire wire, VrrpTransmitter transmitter) {
            transmitter.queue(frame(wire.left, "10.9.0.33", IPV4_GROUP, 255));
            assertEquals(0, transmitter.flush());
            assertEquals(1, wire.receive());
            check(wire.adverts, "10.9.0.33", IPV4_GROUP, true);
        }

        private static void failures(Wire wire, VrrpTransmitter transmitter) {
            AdvertFrame good = frame(wire.left, "10.9.0.1", IPV4_GROUP, 255);
            AdvertFrame bad = frame(4711, "10.9.0.1", IPV4_GROUP, 255);
            transmitter.queue(good);
            transmitter.queue(bad);
            transmitter.queue(good);
            assertEquals(1, transmitter.flush());
            assertEquals(bad, transmitter.failed(0));
            assertEquals(Errno.NONE, good.errno());
            assertTrue(bad.errno() == Errno.ENODEV || bad.errno() == Errno.ENETUNREACH, Errno.name(bad.errno()));
            assertEquals(2, wire.receive());
            assertEquals(0, transmitter.flush());
        }
    }

    static final class Allocation {
        private static final int ROUNDS = 10_000;

        public static void main(String[] args) throws Exception {
            ThreadMXBean bean = (ThreadMXBean) ManagementFactory.getThreadMXBean();
            try (Wire wire = new Wire(); VrrpTransmitter ipv4 = VrrpTransmitter.open(AddressFamily.IPV4)) {
                wire.listen(AddressFamily.IPV4, IPV4_GROUP);
                AdvertFrame frame = frame(wire.left, "10.9.0.1", IPV4_GROUP, 255);
                rounds(wire, ipv4, frame);
                bean.getCurrentThreadAllocatedBytes();
                long before = bean.getCurrentThreadAllocatedBytes();
                int received = rounds(wire, ipv4, frame);
                long allocated = bean.getCurrentThreadAllocatedBytes() - before;
                assertEquals(ROUNDS, received);
                assertEquals(0, allocated, "bytes allocated for " + ROUNDS + " adverts");
            }
        }

        private static int rounds(Wire wire, VrrpTransmitter transmitter, AdvertFrame frame) {
            int received = 0;
            for (int i = 0; i < ROUNDS; i++) {
                frame.payload().put(2, (byte) i);
                frame.setPayloadLength(PAYLOAD.length);
                transmitter.queue(frame);
                transmitter.flush();
                if (wire.poller.await(System.nanoTime() + 5_000_000_000L) == 1) {
                    received += wire.receiver.receive(wire.adverts);
                }
            }
            return received;
        }
    }
}
