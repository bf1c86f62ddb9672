package org.jkeepalived.daemon.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jkeepalived.daemon.log.DatagramSink;
import org.junit.jupiter.api.Test;

/** Who watches over the loop. */
class WatchdogTest {
    private static final long LIMIT_SECONDS = 30;
    private static final Map<String, String> ENVIRONMENT = Map.of("NOTIFY_SOCKET", "/x", "WATCHDOG_USEC", "30000");

    private final BlockingQueue<String> sent = new LinkedBlockingQueue<>();
    private final ServiceManager manager = new ServiceManager(ENVIRONMENT, _ -> new DatagramSink() {
        @Override
        public boolean send(byte[] data, int length) {
            return sent.add(new String(data, 0, length, StandardCharsets.UTF_8));
        }

        @Override
        public void close() {
            // nothing was opened
        }
    });

    @Test
    void aLoopThatTurnsWhenItIsWokenIsAlive() throws InterruptedException {
        AtomicLong turns = new AtomicLong();
        try (Watchdog _ = Watchdog.start(manager, turns::get, turns::incrementAndGet)) {
            for (int i = 0; i < 3; i++) {
                assertEquals("WATCHDOG=1\n", sent.poll(LIMIT_SECONDS, TimeUnit.SECONDS));
            }
        }
    }

    @Test
    void aLoopThatDoesNotTurnIsNot() throws InterruptedException {
        CountDownLatch woken = new CountDownLatch(5);
        try (Watchdog _ = Watchdog.start(manager, () -> 7, woken::countDown)) {
            assertTrue(woken.await(LIMIT_SECONDS, TimeUnit.SECONDS), "it is woken again and again");
        }
        assertNull(sent.poll());
    }

    @Test
    void aClosedOneWakesNobody() throws IOException {
        AtomicLong turns = new AtomicLong();
        Watchdog watchdog = Watchdog.start(manager, turns::get, turns::incrementAndGet);
        watchdog.close();
        long afterwards = turns.get();
        sent.clear();
        // Its thread has ended when close returns.
        assertEquals(0,
                Thread.getAllStackTraces()
                        .keySet()
                        .stream()
                        .filter(thread -> thread.getName().equals("watchdog") && thread.isAlive())
                        .count());
        assertEquals(afterwards, turns.get());
    }

    @Test
    void withoutAServiceManagerThatWaitsThereIsNoThread() {
        assertNull(Watchdog.start(new ServiceManager(Map.of("NOTIFY_SOCKET", "/x"), _ -> {
            throw new IOException("nobody listens");
        }), () -> 0, () -> {
        }));
    }
}
