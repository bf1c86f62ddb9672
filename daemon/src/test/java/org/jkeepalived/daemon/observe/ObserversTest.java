package org.jkeepalived.daemon.observe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jkeepalived.vrrp.Action;
import org.jkeepalived.vrrp.RouterState;
import org.junit.jupiter.api.Test;

/** What happens in the core, and those who follow it. */
class ObserversTest {
    private static final int CAPACITY = 8;

    private final List<String> log = new ArrayList<>();
    private final Observers observers = new Observers(log::add);

    /** A thread that works when the test says so. */
    private static final class Idler implements Executor {
        private final Deque<Runnable> tasks = new ArrayDeque<>();

        @Override
        public void execute(Runnable task) {
            tasks.add(task);
        }

        void work() {
            while (!tasks.isEmpty()) {
                tasks.remove().run();
            }
        }
    }

    private static class Listener implements Observer {
        final List<String> heard = new ArrayList<>();

        @Override
        public String name() {
            return "listener";
        }

        @Override
        public boolean wants(Action action) {
            return !(action instanceof Action.MasterTimeout);
        }

        @Override
        public void onReport(Report report) {
            heard.add(Integer.toString(priority(report)));
        }

        @Override
        public void onLoss(long reports) {
            heard.add("lost " + reports);
        }

        @Override
        public void onConfiguration(RunningConfiguration configuration) {
            heard.add("configuration " + configuration.number());
        }

        @Override
        public void caughtUp() {
            heard.add("-");
        }
    }

    private static int priority(Report report) {
        return ((Action.Notify) report.action()).priority();
    }

    private void report(int number) {
        observers.report(null, new Action.Notify(RouterState.MASTER, number));
    }

    @Test
    void whatHappenedIsToldInItsOrderAndTheEndOfABatchToo() {
        Idler thread = new Idler();
        Listener listener = new Listener();
        observers.add(listener, thread, CAPACITY);
        report(1);
        observers.report(null, new Action.MasterTimeout());
        report(2);
        assertEquals(List.of(), listener.heard);
        thread.work();
        report(3);
        thread.work();
        assertEquals(List.of("configuration 0", "1", "2", "-", "3", "-"), listener.heard);
    }

    @Test
    void aSlowOneLosesReportsIsToldSoAndHurtsNobody() {
        Idler slow = new Idler();
        Idler quick = new Idler();
        Listener behind = new Listener();
        Listener ahead = new Listener();
        observers.add(behind, slow, CAPACITY);
        observers.add(ahead, quick, CAPACITY);
        for (int i = 0; i < 12; i++) {
            report(i);
            quick.work();
        }
        assertEquals(4, observers.lost());
        assertEquals(List.of("The observer listener cannot keep up, reports to it are lost"), log);
        assertEquals(12, ahead.heard.stream().filter(word -> word.matches("\\d+")).count());
        slow.work();
        assertEquals(List.of("configuration 0", "lost 4", "0", "1", "2", "3", "4", "5", "6", "7", "-"), behind.heard);
        report(12);
        slow.work();
        assertEquals("12", behind.heard.get(behind.heard.size() - 2));
        assertEquals("The observer listener has lost 4 reports", log.getLast());
    }

    @Test
    void oneThatFailsIsSaidOnceAndGoesOn() {
        Listener listener = new Listener() {
            @Override
            public void onReport(Report report) {
                if (priority(report) < 3) {
                    throw new OutOfMemoryError("report " + priority(report));
                }
                super.onReport(report);
            }
        };
        observers.add(listener, Runnable::run, CAPACITY);
        Listener direct = new Listener() {
            @Override
            public void onReport(Report report) {
                super.onReport(report);
                throw new IllegalStateException("direct " + priority(report));
            }
        };
        observers.addDirect(direct);
        for (int i = 1; i <= 3; i++) {
            report(i);
        }
        assertEquals(List.of("1", "2", "3"), direct.heard);
        assertEquals(List.of("configuration 0", "-", "-", "3", "-"), listener.heard);
        assertEquals(List.of("The observer listener failed: java.lang.IllegalStateException: direct 1",
                "The observer listener failed: java.lang.OutOfMemoryError: report 1"), log);
    }

    @Test
    void aConfigurationIsToldThoughNothingHappensInItAndNeverTakenBack() {
        Idler thread = new Idler();
        Listener listener = new Listener();
        observers.add(listener, thread, CAPACITY);
        report(1);
        RunningConfiguration one = Configured.after(RunningConfiguration.NONE);
        observers.configuration(one);
        report(2);
        observers.configuration(Configured.after(one));
        thread.work();
        assertEquals(List.of("configuration 0", "1", "configuration 1", "2", "configuration 2", "-"), listener.heard);
    }

    @Test
    void betweenThreadsNothingIsLostOrSwapped() throws Exception {
        int number = 200_000;
        try (var executor = Executors.newSingleThreadExecutor()) {
            List<Integer> heard = new ArrayList<>();
            CountDownLatch done = new CountDownLatch(number);
            observers.add(new Observer() {
                @Override
                public String name() {
                    return "counter";
                }

                @Override
                public void onReport(Report report) {
                    heard.add(priority(report));
                    done.countDown();
                }
            }, executor, 1 << 18);
            for (int i = 0; i < number; i++) {
                report(i);
            }
            assertTrue(done.await(30, TimeUnit.SECONDS));
            for (int i = 0; i < number; i++) {
                assertEquals(i, heard.get(i));
            }
        }
        assertEquals(0, observers.lost());
    }
}
