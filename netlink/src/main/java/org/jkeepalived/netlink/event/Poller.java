package org.jkeepalived.netlink.event;

import java.util.Arrays;
import org.jkeepalived.netlink.Errno;
import org.jkeepalived.netlink.SystemCallException;
import org.jkeepalived.netlink.libc.Libc;
import org.jkeepalived.netlink.libc.Linux;
import org.jkeepalived.netlink.libc.Memory;
import org.jkeepalived.netlink.libc.Sockets;

/**
 * Waits for readable descriptors, a deadline, or a wake-up. One thread, the owner, calls everything but
 * {@link #wakeup}, which any thread may call. Nothing is allocated by {@link #await} and {@link #dispatch}.
 *
 * <p>Readiness is level-triggered: what is not read to its end is reported again. Descriptors may come and go at any
 * time, also while handlers run: one that went is not called any more, one that came is called from the next wait on.
 *
 * @see <a href="https://man7.org/linux/man-pages/man7/epoll.7.html">epoll(7)</a>
 */
public final class Poller implements AutoCloseable {
    /** A deadline that never comes. */
    public static final long NO_DEADLINE = Long.MAX_VALUE;

    private static final int CLOCK_MONOTONIC = 1;
    private static final int TFD_TIMER_ABSTIME = 1;
    private static final int EPOLL_CTL_ADD = 1;
    private static final int EPOLL_CTL_DEL = 2;
    private static final int EPOLLIN = 1;
    private static final int MAXIMUM_EVENTS = 64;
    private static final long NANOS_PER_SECOND = 1_000_000_000L;
    /** struct epoll_event is packed on x86-64 alone. */
    private static final boolean PACKED = System.getProperty("os.arch").equals("amd64");
    private static final int EVENT_SIZE = PACKED ? 12 : 16;
    private static final int EVENT_DATA = PACKED ? 4 : 8;
    /** Where a {@link Pollable} is that no poller waits for. */
    static final int NO_SLOT = -1;

    private static final long TIMER_SLOT = -1;
    private static final long WAKEUP_SLOT = -2;
    private static final int GENERATION_SHIFT = 32;
    private static final int FIRST_CAPACITY = 16;

    private final Libc libc = Libc.get();
    private final int epoll;
    private final int timer;
    private final int wakeup;
    private final Memory events = Memory.allocate(MAXIMUM_EVENTS * EVENT_SIZE);
    private final Memory timerSpec = Memory.allocate(32);
    private final Memory drained = Memory.allocate(8);
    private final Memory one = Memory.allocate(8);
    /** Slot and generation, as the kernel gave them back. */
    private final long[] ready = new long[MAXIMUM_EVENTS];
    private int readyCount;
    private Pollable[] pollables = new Pollable[FIRST_CAPACITY];
    private ReadyHandler[] handlers = new ReadyHandler[FIRST_CAPACITY];
    /** How often a slot was given out: tells an event of its present owner from one of an owner before. */
    private int[] generations = new int[FIRST_CAPACITY];
    private long armedDeadlineNanos = NO_DEADLINE;
    private boolean timerExpired;
    private boolean wokenUp;

    private Poller() throws SystemCallException {
        epoll = Sockets.check("epoll_create1", "", libc.epoll_create1(Linux.CLOEXEC));
        timer = Sockets.check("timerfd_create", "",
                libc.timerfd_create(CLOCK_MONOTONIC, Linux.CLOEXEC | Linux.NONBLOCK));
        wakeup = Sockets.check("eventfd", "", libc.eventfd(0, Linux.CLOEXEC | Linux.NONBLOCK));
        one.putLong(0, 1);
        add(timer, TIMER_SLOT);
        add(wakeup, WAKEUP_SLOT);
    }

    public static Poller open() throws SystemCallException {
        return new Poller();
    }

    /**
     * Calls {@code handler} from now on whenever {@code pollable} is readable.
     *
     * @throws IllegalArgumentException where a poller waits for it already
     */
    public void register(Pollable pollable, ReadyHandler handler) throws SystemCallException {
        if (pollable.slot != NO_SLOT) {
            throw new IllegalArgumentException("registered already: " + pollable);
        }
        int slot = freeSlot();
        add(pollable.descriptor(), (long) generations[slot] << GENERATION_SHIFT | slot);
        pollables[slot] = pollable;
        handlers[slot] = handler;
        pollable.slot = slot;
    }

    private int freeSlot() {
        for (int slot = 0; slot < pollables.length; slot++) {
            // One that was closed without a word leaves its place, too: the kernel has forgotten it.
            if (pollables[slot] == null || !pollables[slot].isOpen()) {
                release(slot);
                return slot;
            }
        }
        int slot = pollables.length;
        pollables = Arrays.copyOf(pollables, 2 * slot);
        handlers = Arrays.copyOf(handlers, 2 * slot);
        generations = Arrays.copyOf(generations, 2 * slot);
        return slot;
    }

    private void release(int slot) {
        if (pollables[slot] != null) {
            pollables[slot].slot = NO_SLOT;
            pollables[slot] = null;
            handlers[slot] = null;
        }
        // Without the sign: negative numbers are the poller's own descriptors.
        generations[slot] = generations[slot] + 1 & Integer.MAX_VALUE;
    }

    /** Its handler is not called any more, not even for what this wait has found. */
    public void unregister(Pollable pollable) throws SystemCallException {
        if (pollable.slot == NO_SLOT) {
            return;
        }
        release(pollable.slot);
        Sockets.check("epoll_ctl DEL", "", libc.epoll_ctl(epoll, EPOLL_CTL_DEL, pollable.descriptor(), Memory.NULL));
    }

    private void add(int descriptor, long data) throws SystemCallException {
        events.putInt(0, EPOLLIN);
        events.putLong(EVENT_DATA, data);
        Sockets.check("epoll_ctl ADD", "", libc.epoll_ctl(epoll, EPOLL_CTL_ADD, descriptor, events.address()));
    }

    /**
     * Returns when something registered is readable, the deadline is reached, or {@link #wakeup} was called. Handlers
     * are called by {@link #dispatch}.
     *
     * @param deadlineNanos on {@link System#nanoTime}'s clock, which is CLOCK_MONOTONIC; one that is past returns at
     *        once with what is readable; {@link #NO_DEADLINE} waits for ever
     * @return how many are readable, 0 to 64; more than 64 come with the next call
     */
    public int await(long deadlineNanos) {
        wokenUp = false;
        timerExpired = false;
        if (deadlineNanos != armedDeadlineNanos) {
            arm(deadlineNanos);
        }
        int count = libc.epoll_wait(epoll, events.address(), MAXIMUM_EVENTS, -1);
        int found = 0;
        for (int i = 0; i < count; i++) {
            long data = events.getLong(i * EVENT_SIZE + EVENT_DATA);
            if (data == TIMER_SLOT) {
                drain(timer);
                armedDeadlineNanos = NO_DEADLINE;
                timerExpired = true;
            } else if (data == WAKEUP_SLOT) {
                drain(wakeup);
                wokenUp = true;
            } else {
                insert(data, found++);
            }
        }
        readyCount = found;
        return found;
    }

    /** By slot: what was registered first is served first. */
    private void insert(long data, int count) {
        int position = count;
        while (position > 0 && (int) ready[position - 1] > (int) data) {
            ready[position] = ready[position - 1];
            position--;
        }
        ready[position] = data;
    }

    /**
     * Calls the handlers of what the last {@link #await} found readable, once each; a second call does nothing. What
     * was registered first, and never unregistered, comes first.
     */
    public void dispatch() throws SystemCallException {
        int count = readyCount;
        readyCount = 0;
        for (int i = 0; i < count; i++) {
            int slot = (int) ready[i];
            boolean current = generations[slot] == (int) (ready[i] >>> GENERATION_SHIFT);
            if (current && handlers[slot] != null && pollables[slot].isOpen()) {
                handlers[slot].ready();
            }
        }
    }

    /** Whether the last {@link #await} ended at its deadline, perhaps among other things. */
    public boolean deadlineReached() {
        return timerExpired;
    }

    /** Whether {@link #wakeup} had been called when the last {@link #await} ended. */
    public boolean wasWokenUp() {
        return wokenUp;
    }

    /** Makes the current or next {@link #await} return. Any thread may call it, and it never blocks. */
    public void wakeup() {
        long result = libc.write(wakeup, one.address(), 8);
        if (Libc.failed(result) && result != -Errno.EAGAIN) {
            throw new IllegalStateException("write eventfd: " + Errno.text((int) -result));
        }
    }

    private void drain(int descriptor) {
        libc.read(descriptor, drained.address(), 8);
    }

    /** A zero time would disarm the timer, hence at least one nanosecond. */
    private void arm(long deadlineNanos) {
        long at = deadlineNanos == NO_DEADLINE ? 0 : Math.max(1, deadlineNanos);
        timerSpec.putLong(16, at / NANOS_PER_SECOND);
        timerSpec.putLong(24, at % NANOS_PER_SECOND);
        libc.timerfd_settime(timer, TFD_TIMER_ABSTIME, timerSpec.address(), Memory.NULL);
        armedDeadlineNanos = deadlineNanos;
    }

    @Override
    public void close() {
        libc.close(wakeup);
        libc.close(timer);
        libc.close(epoll);
    }
}
