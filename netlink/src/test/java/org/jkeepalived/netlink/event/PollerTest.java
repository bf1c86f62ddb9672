package org.jkeepalived.netlink.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jkeepalived.netlink.libc.Libc;
import org.jkeepalived.netlink.libc.Linux;
import org.jkeepalived.netlink.libc.Memory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PollerTest {
    private final Poller poller;
    private final List<String> calls = new ArrayList<>();

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

    /** The names of the handlers that ran, in order. */
    private List<String> dispatched() throws Exception {
        calls.clear();
        int ready = poller.await(System.nanoTime());
        poller.dispatch();
        assertTrue(calls.size() <= ready);
        return List.copyOf(calls);
    }

    private Counter counter(String name) throws Exception {
        Counter counter = new Counter();
        poller.register(counter, () -> calls.add(name));
        counter.increment();
        return counter;
    }

    @Test
    void whatIsReadableIsReportedUntilItIsRead() throws Exception {
        try (Counter counter = counter("a")) {
            for (int i = 0; i < 2; i++) {
                assertEquals(1, poller.await(Poller.NO_DEADLINE));
                poller.dispatch();
                assertFalse(poller.deadlineReached());
            }
            assertEquals(List.of("a", "a"), calls);
            counter.reset();
            assertEquals(List.of(), dispatched());
            counter.increment();
            poller.unregister(counter);
            assertEquals(List.of(), dispatched());
        }
    }

    @Test
    void eachHandlerIsCalledOnceForEachWait() throws Exception {
        try (Counter _ = counter("a")) {
            poller.await(Poller.NO_DEADLINE);
            poller.dispatch();
            poller.dispatch();
            assertEquals(List.of("a"), calls);
        }
    }

    @Test
    void whatWasRegisteredFirstIsServedFirst() throws Exception {
        try (Counter a = counter("a"); Counter b = counter("b"); Counter _ = counter("c")) {
            for (Counter again : List.of(b, a)) {
                again.reset();
                again.increment();
            }
            assertEquals(List.of("a", "b", "c"), dispatched());
        }
    }

    @Test
    void descriptorsComeAndGoWhileHandlersRun() throws Exception {
        List<Counter> came = new ArrayList<>();
        Counter b = new Counter();
        try (Counter a = new Counter()) {
            poller.register(a, () -> {
                calls.add("a");
                if (b.isOpen()) {
                    poller.unregister(b);
                    b.close();
                    // It takes the place of the one that went, whose event is still to be looked at.
                    Counter c = new Counter();
                    poller.register(c, () -> calls.add("c"));
                    c.increment();
                    came.add(c);
                }
            });
            poller.register(b, () -> calls.add("b"));
            a.increment();
            b.increment();
            assertEquals(List.of("a"), dispatched());
            assertEquals(List.of("a", "c"), dispatched());
        } finally {
            came.forEach(Pollable::close);
        }
    }

    @Test
    void manyComeAndGoAndAreCalledAsLongAsTheyAreThere() throws Exception {
        Random random = new Random(7);
        List<Counter> present = new ArrayList<>();
        int[] called = {0};
        for (int round = 0; round < 500; round++) {
            if (present.size() < 40 && random.nextInt(3) > 0) {
                Counter counter = new Counter();
                poller.register(counter, () -> called[0]++);
                counter.increment();
                present.add(counter);
            } else if (!present.isEmpty()) {
                Counter gone = present.remove(random.nextInt(present.size()));
                if (random.nextBoolean()) {
                    poller.unregister(gone);
                }
                gone.close();
            }
            called[0] = 0;
            poller.await(System.nanoTime());
            poller.dispatch();
            assertEquals(present.size(), called[0], "round " + round);
        }
        present.forEach(Pollable::close);
    }

    @Test
    void aClosedPollableIsNotReportedAnyMore() throws Exception {
        Counter counter = counter("a");
        counter.close();
        counter.close();
        assertFalse(counter.isOpen());
        assertEquals(List.of(), dispatched());
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
    void aSecondRegistrationIsRefused() throws Exception {
        try (Counter counter = counter("a")) {
            assertThrows(IllegalArgumentException.class, () -> poller.register(counter, () -> {
            }));
            poller.unregister(counter);
            poller.unregister(counter);
        }
    }

    @Test
    void waitingAllocatesNothing() throws Exception {
        ThreadMXBean bean = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        try (Counter counter = new Counter()) {
            poller.register(counter, counter::reset);
            long allocated = Long.MAX_VALUE;
            for (int round = 0; round < 4; round++) {
                bean.getCurrentThreadAllocatedBytes();
                long before = bean.getCurrentThreadAllocatedBytes();
                for (int i = 0; i < 10_000; i++) {
                    counter.increment();
                    poller.await(System.nanoTime() + 1_000_000_000L);
                    poller.dispatch();
                }
                // A compiler that swaps a method while it runs may allocate once; a call that allocates does so every time.
                allocated = Math.min(allocated, bean.getCurrentThreadAllocatedBytes() - before);
            }
            assertEquals(0, allocated);
        }
    }
}
