package org.jkeepalived.daemon.observe;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jkeepalived.vrrp.Action;
import org.jkeepalived.vrrp.RouterParameters;

/**
 * Hands what happens in the core to all who follow it. The loop's thread owns it and never waits here: each observer
 * has a bounded queue of its own, so that a slow or dead one costs nobody else anything.
 *
 * <p>They are told in the order in which they were added, each in the order of what happened.
 */
public final class Observers implements ReportSink {

    private final Consumer<String> log;
    private final List<Mailbox> mailboxes = new ArrayList<>();
    private final List<Direct> direct = new ArrayList<>();
    private RunningConfiguration configuration = RunningConfiguration.NONE;

    /** An observer that is called at once. */
    private static final class Direct {
        private final Observer observer;
        private boolean failed;

        Direct(Observer observer) {
            this.observer = observer;
        }
    }

    /** @param log told once when an observer fails or cannot keep up; any thread */
    public Observers(Consumer<String> log) {
        this.log = log;
    }

    /**
     * Adds an observer that is called on another thread.
     *
     * @param thread runs tasks one after the other
     * @param capacity reports that may wait, a power of two
     */
    public void add(Observer observer, Executor thread, int capacity) {
        mailboxes.add(new Mailbox(observer, thread, capacity, log));
    }

    /**
     * Adds an observer that is called on the loop's thread, because it does nothing but put the report into a bounded
     * queue that it has already: that of the log, whose other lines keep their place among the reports.
     */
    public void addDirect(Observer observer) {
        direct.add(new Direct(observer));
    }

    /** From now on this runs. */
    public void configuration(RunningConfiguration running) {
        configuration = running;
        for (int i = 0; i < mailboxes.size(); i++) {
            mailboxes.get(i).configuration(running, System.nanoTime());
        }
    }

    @Override
    public void report(RouterParameters router, Action action) {
        Report report = new Report(System.nanoTime(), configuration, router, action);
        for (int i = 0; i < direct.size(); i++) {
            tell(direct.get(i), report);
        }
        for (int i = 0; i < mailboxes.size(); i++) {
            Mailbox mailbox = mailboxes.get(i);
            if (mailbox.observer().wants(action)) {
                mailbox.offer(report);
            }
        }
    }

    private void tell(Direct direct, Report report) {
        try {
            if (direct.observer.wants(report.action())) {
                direct.observer.onReport(report);
            }
        } catch (RuntimeException mistake) {
            if (!direct.failed) {
                direct.failed = true;
                log.accept("The observer " + direct.observer.name() + " failed: " + mistake);
            }
        }
    }

    /** Reports that some observer did not get. Any thread, roughly. */
    public long lost() {
        long sum = 0;
        for (Mailbox mailbox : mailboxes) {
            sum += mailbox.lost();
        }
        return sum;
    }
}
