package org.jkeepalived.netlink.process;

import java.util.HashSet;
import java.util.Set;
import org.jkeepalived.netlink.SystemCallException;
import org.jkeepalived.netlink.libc.Libc;
import org.jkeepalived.netlink.libc.Memory;

/**
 * What the first process of a container owes to the others: a process whose parent has ended becomes its child, and stays a zombie until it is
 * waited for. Tells them from the children that were started here, whose ends others wait for.
 *
 * @see <a href="https://man7.org/linux/man-pages/man7/pid_namespaces.7.html">pid_namespaces(7)</a>
 */
final class Orphans {
    private static final int FIRST_PROCESS = 1;
    private static final int P_ALL = 0;
    private static final int P_PID = 1;
    private static final int WNOHANG = 1;
    private static final int WEXITED = 4;
    private static final int WNOWAIT = 0x0100_0000;
    private static final int SIGINFO_SIZE = 128;
    private static final int SIGINFO_PID = 16;

    /** Starts a child and returns its process number. */
    @FunctionalInterface
    interface Start {
        int start() throws SystemCallException;
    }

    private final Libc libc = Libc.get();
    private final Memory siginfo = Memory.allocate(SIGINFO_SIZE);
    private final Set<Integer> children = new HashSet<>();

    /** Whether this process is the one that orphans come to. */
    static boolean comeHere() {
        return Libc.get().getpid() == FIRST_PROCESS;
    }

    /** A child must be known before its end can be seen. */
    synchronized int started(Start start) throws SystemCallException {
        int pid = start.start();
        children.add(pid);
        return pid;
    }

    /** A child has ended and is about to be waited for; afterwards its number may belong to another process. */
    synchronized void ended(int pid) {
        children.remove(pid);
    }

    /** Waits for all that have ended, without waiting for any that has not. */
    synchronized void reap() {
        for (int pid = nextEnded(); pid > 0 && !children.contains(pid); pid = nextEnded()) {
            libc.waitid(P_PID, pid, siginfo.address(), WEXITED | WNOHANG);
        }
    }

    private int nextEnded() {
        siginfo.putInt(SIGINFO_PID, 0);
        int result = libc.waitid(P_ALL, 0, siginfo.address(), WEXITED | WNOHANG | WNOWAIT);
        return Libc.failed(result) ? 0 : siginfo.getInt(SIGINFO_PID);
    }
}
