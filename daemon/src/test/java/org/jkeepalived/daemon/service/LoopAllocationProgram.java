package org.jkeepalived.daemon.service;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jkeepalived.daemon.cli.CommandLineParser;
import org.jkeepalived.daemon.cli.Invocation;
import org.jkeepalived.netlink.SystemCallException;
import org.jkeepalived.netlink.process.OwnProcess;

/**
 * The whole daemon on two interfaces that are joined to each other, and what its loop's thread allocates meanwhile. Prints one line for each
 * window of a quarter of a second: bytes, adverts sent, adverts received.
 */
public final class LoopAllocationProgram {
    private static final int SIGTERM = 15;
    private static final long SETTLE_MILLIS = 4_000;
    private static final long WINDOW_MILLIS = 250;
    private static final int MAXIMUM_WINDOWS = 400;

    private LoopAllocationProgram() {}

    /** What has been allocated and gone over the wire so far. */
    private record Totals(long bytes, long sent, long received) {
        static Totals now(ThreadMXBean threads, Thread loop) throws IOException {
            return new Totals(threads.getThreadAllocatedBytes(loop.threadId()), packets("near0", 10),
                    packets("far0", 2));
        }
    }

    /** @param arguments a directory for pid files, the configuration, and how many adverts in windows without an allocation are enough */
    public static void main(String[] arguments) throws IOException, InterruptedException, SystemCallException {
        Path directory = Path.of(arguments[0]);
        long enough = Long.parseLong(arguments[2]);
        List<String> words = List.of("-n", "-G", "-f", arguments[1], "-p", directory.resolve("parent.pid").toString(),
                "-r", directory.resolve("vrrp.pid").toString());
        var options = ((Invocation.Run) CommandLineParser.parse(words)).options();
        Thread loop = Thread.ofPlatform().name("vrrp").start(() -> Bootstrap.run(options));
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        Thread.sleep(SETTLE_MILLIS);
        Totals before = Totals.now(threads, loop);
        long quiet = 0;
        for (int i = 0; i < MAXIMUM_WINDOWS && quiet < enough; i++) {
            Thread.sleep(WINDOW_MILLIS);
            Totals now = Totals.now(threads, loop);
            System.out.println((now.bytes - before.bytes) + " " + (now.sent - before.sent) + " "
                    + (now.received - before.received));
            if (now.bytes == before.bytes) {
                quiet += Math.min(now.sent - before.sent, now.received - before.received);
            }
            before = now;
        }
        OwnProcess.signal(OwnProcess.pid(), SIGTERM);
        loop.join();
    }

    /** A column of /proc/net/dev: 2 counts packets received, 10 packets sent. */
    private static long packets(String device, int column) throws IOException {
        for (String line : Files.readAllLines(Path.of("/proc/self/net/dev"))) {
            String[] words = line.strip().split("[: ]+");
            if (words[0].equals(device)) {
                return Long.parseLong(words[column]);
            }
        }
        throw new IOException("no " + device);
    }
}
