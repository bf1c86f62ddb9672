package org.jkeepalived.netlink.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.jkeepalived.netlink.libc.Libc;
import org.jkeepalived.netlink.libc.Linux;
import org.jkeepalived.netlink.libc.Memory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PollerTest {
    private final Poller poller;

    PollerTest() throws Exception {
        poller = Poller.open();
    }

    @AfterEach
    void close() {
        poller.close();
    }

    /** Readable whenever its count is not zero. */
    private static final class Counter extends Pollable {
        private final Memory number = Memory.allocate(8);

        Counter() {
            super(Libc.get().eventfd(0, Linux.CLOEXEC | Linux.NONBLOCK));
        }

        void increment() {
            number.putLong(0, 1);
            assertEquals(8, Libc.get().write(descriptor(), number.address(), 8));
        }

        void reset() {
            assertEquals(8, Libc.get().read(descriptor(), number.address(), 8));
        }
    }

    @Test
    void aDeadlineThatIsPastReturnsAtOnce() {
        assertEquals(0, poller.await(System.nanoTime() - 1));
        assertTrue(poller.deadlineReached());
        assertEquals(0, poller.await(0));
        assertTrue(poller.deadlineReached());
    }

    @Test
    void theDeadlineIsOnTheClockOfNanoTime() {
        long deadlineNanos = System.nanoTime() + 2_000_000;
        assertEquals(0, poller.await(deadlineNanos));
        assertTrue(System.nanoTime() >= deadlineNanos);
        assertTrue(poller.deadlineReached());
    }

    @Test
    void theSameDeadlineComesAgain() {
        long deadlineNanos = System.nanoTime();
        poller.await(deadlineNanos);
        poller.await(deadlineNanos);
        assertTrue(poller.deadlineReached());
    }

    @Test
    void whatIsReadableIsReportedUntilItIsRead() throws Exception {
        try (Counter counter = new Counter()) {
            poller.register(counter, 42);
            counter.increment();
            for (int i = 0; i < 2; i++) {
                assertEquals(1, poller.await(Poller.NO_DEADLINE));
                assertEquals(42, poller.ready(0));
                assertFalse(poller.deadlineReached());
            }
            counter.reset();
            assertEquals(0, poller.await(System.nanoTime()));
            counter.increment();
            poller.unregister(counter);
            assertEquals(0, poller.await(System.nanoTime()));
        }
    }

    @Test
    void aClosedPollableIsNotReportedAnyMore() throws Exception {
        Counter counter = new Counter();
        poller.register(counter, 1);
        counter.increment();
        counter.close();
        counter.close();
        assertFalse(counter.isOpen());
        assertEquals(0, poller.await(System.nanoTime()));
    }

    @Test
    void anotherThreadCanWakeIt() throws Exception {
        Thread other = Thread.ofPlatform().start(poller::wakeup);
        assertEquals(0, poller.await(Poller.NO_DEADLINE));
        assertTrue(poller.wasWokenUp());
        other.join();
        poller.await(System.nanoTime());
        assertFalse(poller.wasWokenUp());
    }

    @Test
    void aNegativeTokenIsRefused() throws Exception {
        try (Counter counter = new Counter()) {
            assertThrows(IllegalArgumentException.class, () -> poller.register(counter, -1));
        }
    }

    @Test
    void waitingAllocatesNothing() throws Exception {
        ThreadMXBean bean = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        try (Counter counter = new Counter()) {
            poller.register(counter, 1);
            long allocated = Long.MAX_VALUE;
            for (int round = 0; round < 4; round++) {
                bean.getCurrentThreadAllocatedBytes();
                long before = bean.getCurrentThreadAllocatedBytes();
                for (int i = 0; i < 10_000; i++) {
                    counter.increment();
                    poller.await(System.nanoTime() + 1_000_000_000L);
                    counter.reset();
                }
                // A compiler that swaps a method while it runs may allocate once; a call that allocates does so every time.
                allocated = Math.min(allocated, bean.getCurrentThreadAllocatedBytes() - before);
            }
            assertEquals(0, allocated);
        }
    }
}
