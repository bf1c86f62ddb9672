package org.jkeepalived.daemon.run;

import org.jkeepalived.daemon.effect.EffectBatch;
import org.jkeepalived.daemon.effect.RouterEffects;
import org.jkeepalived.daemon.map.ScriptMapper;
import org.jkeepalived.daemon.rehearsal.TakeoverDrill;
import org.jkeepalived.daemon.text.ReportLines;
import org.jkeepalived.health.NotifyState;
import org.jkeepalived.health.NotifyTarget;
import org.jkeepalived.netlink.SystemCallException;
import org.jkeepalived.netlink.process.Scheduling;
import org.jkeepalived.vrrp.Action;
import org.jkeepalived.vrrp.RouterParameters;

/**
 * Takes over and gives way in memory until the methods of a take-over are compiled, so that the first real one does not run interpreted.
 * Nothing of it can be seen from outside. A fresh virtual machine compiles a method after 200 calls.
 */
public final class WarmUp {

    private static final int ROUNDS = 250;
    /** A machine that is too slow for all rounds has better things to do. */
    private static final long LIMIT_NANOS = 400_000_000L;
    private static final int LOWEST_PRIORITY = 19;

    private WarmUp() {}

    /** Runs once, on a thread of the lowest priority that ends by itself. */
    static void start() {
        Thread.ofPlatform().daemon(true).name("warm-up").start(() -> {
            try {
                Scheduling.nice(LOWEST_PRIORITY);
                run(ROUNDS, LIMIT_NANOS);
            } catch (SystemCallException | RuntimeException e) {
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
     */
    public static int run(int rounds, long limitNanos) {
        long startNanos = System.nanoTime();
        Sayings sayings = new Sayings();
        TakeoverDrill drill = new TakeoverDrill(sayings);
        sayings.words = new ReportLines(new NameBook(drill.configuration(), drill.links(), drill.trackerIds()), true,
                true);
        drill.start();
        int round = 0;
        while (round < rounds && System.nanoTime() - startNanos < limitNanos) {
            drill.round();
            round++;
        }
        drill.incidents();
        drill.stop();
        return round;
    }

    /** Words every line and every notification, and forgets them. */
    private static final class Sayings implements EffectBatch.Reports {
        private ReportLines words;

        @Override
        public void report(RouterParameters router, Action action) {
            words.write(router, action, _ -> {
                // said to nobody
            });
        }

        @Override
        public void notify(RouterEffects router, Action action) {
            ScriptMapper.request(new NotifyTarget(NotifyTarget.Kind.INSTANCE, router.settings().name()),
                    NotifyState.MASTER, 0, router.settings().notifyScripts());
        }
    }
}
