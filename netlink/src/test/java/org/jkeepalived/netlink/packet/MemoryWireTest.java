package org.jkeepalived.netlink.packet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.jkeepalived.net.AddressFamily;
import org.jkeepalived.net.IpAddress;
import org.jkeepalived.net.MacAddress;
import org.jkeepalived.netlink.event.Poller;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MemoryWireTest {
    private static final IpAddress SOURCE = IpAddress.parse("10.9.0.1");
    private final MemoryWire wire;
    private final ReceivedAdverts adverts = new ReceivedAdverts();
    private final AdvertFrame frame = new AdvertFrame(3, SOURCE, IpAddress.parse("224.0.0.18"), 255, 12);

    MemoryWireTest() throws Exception {
        wire = MemoryWire.open();
    }

    @AfterEach
    void close() {
        wire.close();
    }

    @Test
    void whatIsSentIsReceivedAsIfFromANetwork() {
        frame.payload().putInt(0, 0x31336402);
        wire.transmitter().queue(frame);
        wire.transmitter().queue(frame);
        assertEquals(0, wire.transmitter().flush());
        assertEquals(2, wire.receiver().receive(adverts));
        assertEquals(12, adverts.payloadLength(1));
        assertEquals(0x31336402, adverts.buffer().getInt(adverts.payloadOffset(1)));
        assertEquals(255, adverts.hopLimit(1));
        assertEquals(SOURCE, new IpAddress(AddressFamily.IPV4, adverts.sourceHigh(1), adverts.sourceLow(1)));
        assertEquals(0, wire.receiver().receive(adverts));
    }

    @Test
    void moreThanOneBatchIsReceivedInTurn() {
        for (int i = 0; i < ReceivedAdverts.CAPACITY + 1; i++) {
            wire.transmitter().queue(frame);
        }
        assertEquals(0, wire.transmitter().flush());
        assertEquals(ReceivedAdverts.CAPACITY, wire.receiver().receive(adverts));
        assertEquals(1, wire.receiver().receive(adverts));
    }

    @Test
    void announcementsAreThrownAway() {
        AnnouncementFrame arp = AnnouncementFrame.gratuitousArp(3, MacAddress.NONE, SOURCE);
        for (int i = 0; i < 5; i++) {
            wire.announcer().queue(arp);
        }
        assertEquals(0, wire.announcer().flush());
        assertEquals(5, wire.discardAnnouncements());
    }

    @Test
    void anAdvertSentAndReceivedAllocatesNothing() throws Exception {
        ThreadMXBean bean = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        try (Poller poller = Poller.open()) {
            poller.register(wire.receiver(), () -> wire.receiver().receive(adverts));
            long allocated = Long.MAX_VALUE;
            for (int round = 0; round < 4; round++) {
                bean.getCurrentThreadAllocatedBytes();
                long before = bean.getCurrentThreadAllocatedBytes();
                for (int i = 0; i < 10_000; i++) {
                    wire.transmitter().queue(frame);
                    wire.transmitter().flush();
                    poller.await(System.nanoTime() + 1_000_000_000L);
                    poller.dispatch();
                }
                // A compiler that swaps a method while it runs may allocate once; an advert that allocates does so every time.
                allocated = Math.min(allocated, bean.getCurrentThreadAllocatedBytes() - before);
            }
            assertEquals(0, allocated, "bytes for 10,000 adverts");
        }
    }
}
