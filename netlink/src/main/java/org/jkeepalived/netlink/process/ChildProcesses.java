package org.jkeepalived.netlink.process;

import java.util.HashSet;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.jkeepalived.netlink.Errno;
import org.jkeepalived.netlink.SystemCallException;
import org.jkeepalived.netlink.event.Pollable;
import org.jkeepalived.netlink.event.Poller;
import org.jkeepalived.netlink.libc.Libc;
import org.jkeepalived.netlink.libc.Memory;
import org.jkeepalived.netlink.libc.Sockets;

/**
 * Starts child processes and tells how they end. {@link #start} may be called by any thread but the loop's, because it
 * waits until the program has been executed; listeners are called by a thread of this object's own.
 *
 * <p>A child gets default signal dispositions, no blocked signals, no descriptors but the standard ones, and a process
 * group of its own.
 *
 * <p>As the first process of a PID namespace it also waits for the orphans that become its children.
 */
public final class ChildProcesses implements AutoCloseable {
    /** Told once for each child; called on the thread that watches all children, so it must not block. */
    @FunctionalInterface
    public interface ExitListener {
        void exited(Child child, ExitStatus status);
    }

    private static final int SYS_PIDFD_OPEN = 434;
    private static final int P_PIDFD = 3;
    private static final int WNOHANG = 1;
    private static final int WEXITED = 4;
    private static final int SIGINFO_SIZE = 128;
    private static final int SIGINFO_CODE = 8;
    private static final int SIGINFO_STATUS = 24;
    private static final int CLD_EXITED = 1;
    private static final int CLD_DUMPED = 3;

    /** A child's pidfd, readable when it has ended: pidfd_open(2). */
    private static final class Watch extends Pollable {
        private final Child child;
        private final ExitListener listener;

        Watch(int descriptor, Child child, ExitListener listener) {
            super(descriptor);
            this.child = child;
            this.listener = listener;
        }

        int pidfd() {
            return descriptor();
        }
    }

    private static final long ORPHANS_INTERVAL_NANOS = 1_000_000_000L;

    private final Libc libc = Libc.get();
    /** Null where orphans go to another process. */
    private final Orphans orphans = Orphans.comeHere() ? new Orphans() : null;
    private final Poller poller;
    private final Thread watcher;
    private final Queue<Watch> started = new ConcurrentLinkedQueue<>();
    private final AtomicLong lastId = new AtomicLong();
    private final Memory siginfo = Memory.allocate(SIGINFO_SIZE);
    private volatile boolean closed;

    private ChildProcesses(Poller poller) {
        this.poller = poller;
        watcher = Thread.ofPlatform().daemon().name("children").unstarted(this::watch);
    }

    public static ChildProcesses open() throws SystemCallException {
        ChildProcesses children = new ChildProcesses(Poller.open());
        children.watcher.start();
        return children;
    }

    /**
     * Executes the program. A file that the kernel calls no program ({@link Errno#ENOEXEC}) is given to {@code /bin/sh},
     * as execvp(3) does.
     *
     * @return the child, whose end {@code listener} will be told
     * @throws SystemCallException where it could not be executed: {@link Errno#ENOENT}, {@link Errno#EACCES} and so on.
     *         Of a program run as another user this is not known, because setpriv(1) is what is executed; it ends with
     *         127 or 126 then
     */
    public Child start(SpawnRequest request, ExitListener listener) throws SystemCallException {
        int pid = orphans == null ? Spawner.spawn(request) : orphans.started(() -> Spawner.spawn(request));
        Child child = new Child(lastId.incrementAndGet(), pid, request);
        long pidfd = libc.syscall(SYS_PIDFD_OPEN, pid, 0, 0, 0, 0);
        started.add(new Watch(Sockets.check("pidfd_open", request.program(), pidfd), child, listener));
        poller.wakeup();
        return child;
    }

    /**
     * Signals the child and all that it started and that did not leave its group.
     *
     * @return {@link Errno#NONE}, or {@link Errno#ESRCH} where none of them is left
     */
    public int signalGroup(Child child, int signal) {
        return -libc.kill(-child.pid(), signal);
    }

    private void watch() {
        Set<Watch> watched = new HashSet<>();
        long orphansNanos = orphans == null ? Poller.NO_DEADLINE : System.nanoTime() + ORPHANS_INTERVAL_NANOS;
        try {
            while (!closed) {
                poller.await(orphansNanos);
                poller.dispatch();
                for (Watch next = started.poll(); next != null; next = started.poll()) {
                    Watch begun = next;
                    watched.add(begun);
                    poller.register(begun, () -> {
                        if (reap(begun)) {
                            watched.remove(begun);
                        }
                    });
                }
                if (orphans != null && System.nanoTime() >= orphansNanos) {
                    orphans.reap();
                    orphansNanos = System.nanoTime() + ORPHANS_INTERVAL_NANOS;
                }
            }
        } catch (SystemCallException e) {
            throw new IllegalStateException("children cannot be watched", e);
        }
        watched.forEach(Pollable::close);
        poller.close();
    }

    private boolean reap(Watch watch) throws SystemCallException {
        if (orphans != null) {
            orphans.ended(watch.child.pid());
        }
        siginfo.putInt(0, 0);
        int result = libc.waitid(P_PIDFD, watch.pidfd(), siginfo.address(), WEXITED | WNOHANG);
        if (!Libc.failed(result) && siginfo.getInt(0) == 0 || result == -Errno.EINTR) {
            return false;
        }
        ExitStatus status;
        int code = siginfo.getInt(SIGINFO_CODE);
        int value = siginfo.getInt(SIGINFO_STATUS);
        if (Libc.failed(result) || code == CLD_EXITED) {
            status = new ExitStatus.Exited(Libc.failed(result) ? 255 : value);
        } else {
            status = new ExitStatus.Killed(value, code == CLD_DUMPED);
        }
        poller.unregister(watch);
        watch.close();
        watch.listener.exited(watch.child, status);
        return true;
    }

    /** Stops watching; children that run go on. */
    @Override
    public void close() {
        closed = true;
        poller.wakeup();
    }
}
