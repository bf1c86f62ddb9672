package org.jkeepalived.daemon.observe;

import java.util.concurrent.Executor;
import org.jkeepalived.daemon.process.ServiceManager;
import org.jkeepalived.netlink.process.OwnProcess;
import org.jkeepalived.vrrp.Action;
import org.jkeepalived.vrrp.RouterSetSnapshot;

/**
 * Keeps the service manager's picture of the daemon true: once for all that has changed since it was last told. It
 * lives on the files' thread, to which its other methods pass what they are called with; they never wait.
 */
public final class ManagerStatus implements Observer {

    private final ServiceManager manager;
    private final Executor files;
    private final Runnable lookAgain;
    private final StatusLine line = new StatusLine();
    private boolean changed;
    /** Before the start is complete there is no state to tell. */
    private boolean begun;
    private boolean stopping;
    private String outcome = "";
    private String trouble = "";

    /**
     * @param files the thread that it is added to {@link Observers} with
     * @param lookAgain asks for {@link #restore}, after reports were lost
     */
    public ManagerStatus(ServiceManager manager, Executor files, Runnable lookAgain) {
        this.manager = manager;
        this.files = files;
        this.lookAgain = lookAgain;
    }

    @Override
    public String name() {
        return "status";
    }

    @Override
    public boolean wants(Action action) {
        return StatusLine.concerns(action);
    }

    @Override
    public void onConfiguration(RunningConfiguration configuration) {
        line.adopt(configuration.routers(), configuration.names());
        changed = true;
    }

    @Override
    public void onReport(Report report) {
        changed |= line.note(report.router(), report.action(), report.timeNanos());
    }

    @Override
    public void onLoss(long reports) {
        lookAgain.run();
    }

    @Override
    public void caughtUp() {
        if (changed) {
            changed = false;
            tell();
        }
    }

    private void tell() {
        if (manager.present() && begun && !stopping) {
            manager.status(line.text());
        }
    }

    private void notice() {
        line.notice(trouble.isEmpty() || outcome.isEmpty() ? trouble + outcome : trouble + "; " + outcome);
    }

    /** What the routers are. Any thread. */
    public void restore(RouterSetSnapshot routers) {
        files.execute(() -> {
            line.restore(routers);
            tell();
        });
    }

    /** A start or a reload is complete. Any thread. */
    public void ready() {
        files.execute(() -> {
            changed = false;
            begun = true;
            manager.ready(OwnProcess.pid(), line.text());
        });
    }

    /** A reload begins; {@link #ready} ends it. On the files' thread. */
    public void reloading() {
        manager.reloading(System.nanoTime());
    }

    /** What came of the last reload, where it was not simply applied; else empty. Any thread. */
    public void outcome(String text) {
        files.execute(() -> {
            outcome = text;
            notice();
        });
    }

    /** A part of the daemon does not work. Any thread. */
    public void trouble(String text) {
        files.execute(() -> {
            trouble = text;
            notice();
            tell();
        });
    }

    /** The daemon ends. Any thread. */
    public void stopping() {
        files.execute(() -> {
            stopping = true;
            manager.stopping();
        });
    }
}
