package org.jkeepalived.daemon.service;

import org.jkeepalived.daemon.kernel.MemoryKernel;
import org.jkeepalived.daemon.rehearsal.TakeoverDrill;
import org.jkeepalived.netlink.SystemCallException;
import org.jkeepalived.netlink.process.OwnProcess;
import org.jkeepalived.netlink.process.Scheduling;

/**
 * Takes over and gives way in memory until the methods of a take-over are compiled, so that the first real one does not run interpreted.
 * Nothing of it can be seen from outside. A method is compiled after 200 calls, and some are called once in a round. It takes about a quarter
 * of a second of a processor that has nothing better to do.
 */
public final class WarmUp {

    private static final int ROUNDS = 600;
    /** A machine that is too slow for all rounds has better things to do. */
    private static final long LIMIT_NANOS = 2_000_000_000L;
    private static final int LOWEST_PRIORITY = 19;
    /** The virtual machine frees what its compilers worked in every five seconds. */
    private static final long UNTIL_COMPILERS_MEMORY_IS_FREE_MILLIS = 6000;

    private WarmUp() {}

    /** Runs once, on a thread of the lowest priority that ends by itself, and gives the memory that the start took back to the system. */
    static void start() {
        Thread.ofPlatform().daemon(true).name("warm-up").start(() -> {
            try {
                Scheduling.nice(LOWEST_PRIORITY);
                run(ROUNDS, LIMIT_NANOS);
                Thread.sleep(UNTIL_COMPILERS_MEMORY_IS_FREE_MILLIS);
                OwnProcess.trimNativeHeap();
            } catch (InterruptedException | SystemCallException | RuntimeException e) {
                // The daemon runs as well without, its first take-over is a little slower.
                return;
            }
        });
    }

    /**
     * Goes through take-overs on the calling thread.
     *
     * @param rounds at most so many
     * @param limitNanos no new one begins after this time
     * @return the rounds that were made
     * @throws SystemCallException where the sockets that lead nowhere cannot be made
     */
    public static int run(int rounds, long limitNanos) throws SystemCallException {
        long startNanos = System.nanoTime();
        try (MemoryKernel outputs = MemoryKernel.withSystemCalls()) {
            TakeoverDrill drill = new TakeoverDrill(outputs, (_, _) -> {
                // Reports are worded, and scripts run, on threads that nobody waits for: they may start cold.
            });
            drill.start();
            int round = 0;
            while (round < rounds && System.nanoTime() - startNanos < limitNanos) {
                drill.round();
                round++;
            }
            drill.stop();
            return round;
        }
    }
}
