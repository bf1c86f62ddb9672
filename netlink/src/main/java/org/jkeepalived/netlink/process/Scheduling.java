package org.jkeepalived.netlink.process;

import org.jkeepalived.netlink.SystemCallException;
import org.jkeepalived.netlink.libc.Libc;
import org.jkeepalived.netlink.libc.Memory;
import org.jkeepalived.netlink.libc.Sockets;

/** How urgently the kernel runs a thread, and whether it may page memory out: sched(7), mlockall(2). */
public final class Scheduling {
    private static final int SCHED_RR = 2;
    private static final int SCHED_RESET_ON_FORK = 0x4000_0000;
    private static final int MCL_CURRENT = 1;
    private static final int MCL_FUTURE = 2;
    private static final int MCL_ONFAULT = 4;

    private Scheduling() {}

    /**
     * Makes the calling thread a real-time thread; children do not inherit it.
     *
     * @param priority 1 to 99
     */
    public static void realTime(int priority) throws SystemCallException {
        Memory parameters = Memory.allocate(4);
        parameters.putInt(0, priority);
        int result = Libc.get().sched_setscheduler(0, SCHED_RR | SCHED_RESET_ON_FORK, parameters.address());
        parameters.keepAlive();
        Sockets.check("sched_setscheduler", Integer.toString(priority), result);
    }

    /** @param niceness -20 to 19, for the calling thread: setpriority(2) */
    public static void nice(int niceness) throws SystemCallException {
        Sockets.check("setpriority", Integer.toString(niceness), Libc.get().setpriority(0, 0, niceness));
    }

    /**
     * Keeps in memory what is there and what will be touched. Pages that are never touched are not brought in: the
     * reserved heap of a JVM would quadruple its size.
     */
    public static void lockMemory() throws SystemCallException {
        Sockets.check("mlockall", "", Libc.get().mlockall(MCL_CURRENT | MCL_FUTURE | MCL_ONFAULT));
    }
}
