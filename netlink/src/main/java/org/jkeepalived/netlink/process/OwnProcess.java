package org.jkeepalived.netlink.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jkeepalived.netlink.SystemCallException;
import org.jkeepalived.netlink.libc.Libc;
import org.jkeepalived.netlink.libc.Memory;
import org.jkeepalived.netlink.libc.Sockets;

/** Facts and settings of the process that this is. */
public final class OwnProcess {
    /** The descriptors that every process begins with. */
    public enum StandardStream {
        INPUT,
        OUTPUT,
        ERROR
    }

    private static final int UTSNAME_FIELD = 65;
    private static final int UTSNAME_FIELDS = 6;
    private static final int NAME_LIMIT = 15;

    private static final int READ_WRITE = 2;

    private OwnProcess() {}

    public static int pid() {
        return Libc.get().getpid();
    }

    public static int effectiveUid() {
        return Libc.get().geteuid();
    }

    public static boolean isTerminal(StandardStream stream) {
        return Libc.get().isatty(stream.ordinal()) == 1;
    }

    /** Sets the file mode creation mask, and returns the one before: umask(2). */
    public static int umask(int mask) {
        return Libc.get().umask(mask);
    }

    /** What {@code uname -srv} prints: the kernel's name, release and version. */
    public static String kernel() {
        Memory names = Memory.allocate(UTSNAME_FIELD * UTSNAME_FIELDS);
        Libc.get().uname(names.address());
        return names.getString(0, UTSNAME_FIELD) + " " + names.getString(2 * UTSNAME_FIELD, UTSNAME_FIELD) + " "
                + names.getString(3 * UTSNAME_FIELD, UTSNAME_FIELD);
    }

    /** The name of this host: uname(2)'s nodename. */
    public static String hostName() {
        Memory names = Memory.allocate(UTSNAME_FIELD * UTSNAME_FIELDS);
        Libc.get().uname(names.address());
        return names.getString(UTSNAME_FIELD, UTSNAME_FIELD);
    }

    /**
     * What ps(1), pgrep(1) and killall(1) see: the name of the first thread, which in a JVM is never the one that runs
     * Java. Cut after 15 bytes.
     */
    public static void setName(String name) throws IOException {
        String cut = name.length() > NAME_LIMIT ? name.substring(0, NAME_LIMIT) : name;
        Files.writeString(Path.of("/proc/self/task", Integer.toString(pid()), "comm"), cut);
    }

    /**
     * Lets go of what the starting process gave: the standard streams go to /dev/null, the working directory becomes the
     * root, as daemon(3) does.
     */
    public static void detach() {
        Libc libc = Libc.get();
        Memory root = path("/");
        libc.chdir(root.address());
        root.keepAlive();
        Memory device = path("/dev/null");
        int fd = libc.open(device.address(), READ_WRITE);
        device.keepAlive();
        if (Libc.failed(fd)) {
            return;
        }
        for (StandardStream stream : StandardStream.values()) {
            libc.dup2(fd, stream.ordinal());
        }
        if (fd > StandardStream.ERROR.ordinal()) {
            libc.close(fd);
        }
    }

    private static Memory path(String text) {
        byte[] name = (text + '\0').getBytes(StandardCharsets.US_ASCII);
        Memory path = Memory.allocate(name.length);
        path.putBytes(0, name);
        return path;
    }

    /** Signals another process; {@code pid} negative means its group: kill(2). */
    public static void signal(int pid, int signal) throws SystemCallException {
        Sockets.check("kill", Integer.toString(pid), Libc.get().kill(pid, signal));
    }

    /** Gives free pages of the C library's heap back to the system: malloc_trim(3). */
    public static void trimNativeHeap() {
        Libc.get().malloc_trim(0);
    }
}
