package org.jkeepalived.netlink.event;

import org.jkeepalived.netlink.SystemCallException;
import org.jkeepalived.netlink.libc.Libc;
import org.jkeepalived.netlink.libc.Linux;
import org.jkeepalived.netlink.libc.Memory;
import org.jkeepalived.netlink.libc.Sockets;

/**
 * Receives signals as readable events instead of interruptions, real-time ones included.
 *
 * <p>A signal for the process is delivered to any thread that does not block it, and its default action ends the
 * process; so every thread of the JVM must block these signals. The launcher blocks them before it executes the JVM,
 * whose threads inherit that; {@link #open} blocks them on the calling thread besides. The JVM must run with
 * {@code -Xrs}, and with {@code _JAVA_SR_SIGNUM} naming another signal than SIGUSR2.
 *
 * @see <a href="https://man7.org/linux/man-pages/man2/signalfd.2.html">signalfd(2)</a>
 */
public final class SignalReceiver extends Pollable {
    public static final int SIGHUP = 1;
    public static final int SIGINT = 2;
    public static final int SIGKILL = 9;
    public static final int SIGUSR1 = 10;
    public static final int SIGUSR2 = 12;
    public static final int SIGPIPE = 13;
    public static final int SIGTERM = 15;

    private static final int SIG_BLOCK = 0;
    private static final int SIGINFO_SIZE = 128;

    private final Memory info = Memory.allocate(SIGINFO_SIZE);

    private SignalReceiver(int descriptor) {
        super(descriptor);
    }

    /** @param signals 1 to 64 */
    public static SignalReceiver open(int... signals) throws SystemCallException {
        Memory mask = Memory.allocate(128);
        long bits = 0;
        for (int signal : signals) {
            bits |= 1L << signal - 1;
        }
        mask.putLong(0, bits);
        Libc libc = Libc.get();
        Sockets.check("pthread_sigmask", "", libc.pthread_sigmask(SIG_BLOCK, mask.address(), Memory.NULL));
        int descriptor = libc.signalfd(-1, mask.address(), Linux.CLOEXEC | Linux.NONBLOCK);
        mask.keepAlive();
        return new SignalReceiver(Sockets.check("signalfd", "", descriptor));
    }

    /** The next pending signal's number, or -1 where none is pending. Never blocks, allocates nothing. */
    public int next() {
        return Libc.get().read(descriptor(), info.address(), SIGINFO_SIZE) == SIGINFO_SIZE ? info.getInt(0) : -1;
    }
}
