package org.jkeepalived.netlink.event;

import org.jkeepalived.netlink.Errno;
import org.jkeepalived.netlink.SystemCallException;
import org.jkeepalived.netlink.libc.Libc;
import org.jkeepalived.netlink.libc.Linux;
import org.jkeepalived.netlink.libc.Memory;
import org.jkeepalived.netlink.libc.Sockets;

/**
 * Waits for readable descriptors, a deadline, or a wake-up. One thread, the owner, calls everything but
 * {@link #wakeup}, which any thread may call. Nothing is allocated by {@link #await}.
 *
 * <p>Readiness is level-triggered: what is not read to its end is reported again.
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
    private static final int TIMER_TOKEN = -1;
    private static final int WAKEUP_TOKEN = -2;

    private final Libc libc = Libc.get();
    private final int epoll;
    private final int timer;
    private final int wakeup;
    private final Memory events = Memory.allocate(MAXIMUM_EVENTS * EVENT_SIZE);
    private final Memory timerSpec = Memory.allocate(32);
    private final Memory drained = Memory.allocate(8);
    private final Memory one = Memory.allocate(8);
    private final int[] ready = new int[MAXIMUM_EVENTS];
    private long armedDeadlineNanos = NO_DEADLINE;
    private boolean timerExpired;
    private boolean wokenUp;

    private Poller() throws SystemCallException {
        epoll = Sockets.check("epoll_create1", "", libc.epoll_create1(Linux.CLOEXEC));
        timer = Sockets.check("timerfd_create", "",
                libc.timerfd_create(CLOCK_MONOTONIC, Linux.CLOEXEC | Linux.NONBLOCK));
        wakeup = Sockets.check("eventfd", "", libc.eventfd(0, Linux.CLOEXEC | Linux.NONBLOCK));
        one.putLong(0, 1);
        add(timer, TIMER_TOKEN);
        add(wakeup, WAKEUP_TOKEN);
    }

    public static Poller open() throws SystemCallException {
        return new Poller();
    }

    /**
     * Reports {@code token} from now on whenever {@code pollable} is readable.
     *
     * @param token not negative
     */
    public void register(Pollable pollable, int token) throws SystemCallException {
        if (token < 0) {
            throw new IllegalArgumentException("token " + token);
        }
        add(pollable.descriptor(), token);
    }

    /** Does not report it any more. */
    public void unregister(Pollable pollable) throws SystemCallException {
        Sockets.check("epoll_ctl DEL", "", libc.epoll_ctl(epoll, EPOLL_CTL_DEL, pollable.descriptor(), Memory.NULL));
    }

    private void add(int descriptor, int token) throws SystemCallException {
        events.putInt(0, EPOLLIN);
        events.putLong(EVENT_DATA, token);
        Sockets.check("epoll_ctl ADD", "", libc.epoll_ctl(epoll, EPOLL_CTL_ADD, descriptor, events.address()));
    }

    /**
     * Returns when something registered is readable, the deadline is reached, or {@link #wakeup} was called.
     *
     * @param deadlineNanos on {@link System#nanoTime}'s clock, which is CLOCK_MONOTONIC; one that is past returns at
     *        once with what is readable; {@link #NO_DEADLINE} waits for ever
     * @return how many tokens are ready, 0 to 64; more than 64 come with the next call
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
            int token = (int) events.getLong(i * EVENT_SIZE + EVENT_DATA);
            if (token == TIMER_TOKEN) {
                drain(timer);
                armedDeadlineNanos = NO_DEADLINE;
                timerExpired = true;
            } else if (token == WAKEUP_TOKEN) {
                drain(wakeup);
                wokenUp = true;
            } else {
                ready[found++] = token;
            }
        }
        return found;
    }

    /** The i-th ready token of the last {@link #await}. */
    public int ready(int i) {
        return ready[i];
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
