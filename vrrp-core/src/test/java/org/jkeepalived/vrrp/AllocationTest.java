package org.jkeepalived.vrrp;

import static org.jkeepalived.vrrp.Bench.HIGHER;
import static org.jkeepalived.vrrp.Bench.MS;
import static org.jkeepalived.vrrp.Bench.SECOND;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import org.jkeepalived.net.AddressFamily;
import org.jkeepalived.vrrp.packet.AdvertFormat;
import org.jkeepalived.vrrp.packet.ProtocolVersion;
import org.jkeepalived.vrrp.packet.ReceivedAdvert;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The steady state allocates nothing on the calling thread")
class AllocationTest {

    private static final int ROUTERS = 100;
    private static final int ROUNDS = 100;
    private static final int WINDOWS = 3;
    private static final int WARM_UP_ROUNDS = 50;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final ByteBuffer wire = ByteBuffer.allocateDirect(2048);
    private final ReceivedAdvert view = new ReceivedAdvert();
    private int sent;
    private int copied;

    private static RouterParameters[] routers() {
        RouterParameters[] routers = new RouterParameters[ROUTERS];
        for (int i = 0; i < ROUTERS; i++) {
            routers[i] = Bench.named("V" + i, i + 1)
                    .version(i % 2 == 0 ? ProtocolVersion.V2 : ProtocolVersion.V3)
                    .addresses("10.0.1." + i, "10.0.2." + i)
                    .build();
        }
        return routers;
    }

    /** What a daemon does with an advert: copy the bytes to native memory. */
    private void transmit(int router, Action action) {
        if (action instanceof Action.SendAdvert advert) {
            wire.clear();
            advert.payload().copyTo(0, wire);
            copied += wire.position();
            sent++;
        }
    }

    @Test
    @DisplayName("10,000 adverts sent by masters: 0 bytes")
    void sending() {
        Bench bench = new Bench(routers()).startAndWait();
        run(bench, WARM_UP_ROUNDS);
        sent = 0;
        long allocated = leastBytes(() -> run(bench, ROUNDS));
        assertEquals(WINDOWS * ROUTERS * ROUNDS, sent, ROUTERS);
        assertTrue(copied > 0);
        assertEquals(0, allocated, allocated + " bytes for " + ROUTERS * ROUNDS + " adverts");
    }

    /** The virtual machine links a few things whenever it likes; what a round allocates itself would be in every window. */
    private long leastBytes(Runnable window) {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < WINDOWS; i++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            window.run();
            least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
        }
        return least;
    }

    private void run(Bench bench, int rounds) {
        ActionSink out = sink;
        long end = bench.now + rounds * SECOND;
        while (bench.set.nextDeadlineNanos() < end) {
            bench.now = Math.max(bench.now, bench.set.nextDeadlineNanos());
            bench.set.fireTimers(bench.now, out);
        }
        bench.now = end;
    }

    private final ActionSink sink = this::transmit;

    @Test
    @DisplayName("10,000 adverts received by backups, faulty and foreign ones among them: 0 bytes")
    void receiving() {
        Bench bench = new Bench(routers()).start();
        ByteBuffer ring = ByteBuffer.allocateDirect(ROUTERS * 64);
        int[] lengths = new int[ROUTERS];
        for (int i = 0; i < ROUTERS; i++) {
            byte[] message = bench.set.parameters(i).advertFormat(HIGHER).encode(200).bytes(0);
            ring.put(i * 64, message);
            lengths[i] = message.length;
        }
        hear(bench, ring, lengths, WARM_UP_ROUNDS);
        long allocated = leastBytes(() -> hear(bench, ring, lengths, ROUNDS));
        assertEquals(WARM_UP_ROUNDS + WINDOWS * ROUNDS, bench.router(7).counters().advertsReceived());
        assertEquals(RouterState.BACKUP, bench.set.state(7));
        assertEquals(0, allocated, allocated + " bytes for " + ROUTERS * ROUNDS + " adverts");
    }

    private void hear(Bench bench, ByteBuffer ring, int[] lengths, int rounds) {
        ActionSink out = sink;
        for (int round = 0; round < rounds; round++) {
            bench.now += 500 * MS;
            for (int i = 0; i < lengths.length; i++) {
                view.message(ring, i * 64, lengths[i]).addresses(0, HIGHER.low(), 0, AdvertFormat.GROUP_IPV4.low());
                bench.set.receive(view.header(AddressFamily.IPV4, Bench.ETH0, 255, true), bench.now, out);
                bench.set.receive(view.header(AddressFamily.IPV4, Bench.ETH0, 64, true), bench.now, out);
                bench.set.receive(view.header(AddressFamily.IPV4, 99, 255, true), bench.now, out);
            }
            bench.set.fireTimers(bench.now, out);
            bench.set.nextDeadlineNanos();
        }
    }
}
