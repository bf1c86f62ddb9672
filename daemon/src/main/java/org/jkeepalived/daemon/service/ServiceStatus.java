package org.jkeepalived.daemon.service;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jkeepalived.daemon.messages.ReportLines;
import org.jkeepalived.daemon.messages.StatusLine;
import org.jkeepalived.daemon.process.ServiceManager;
import org.jkeepalived.netlink.process.OwnProcess;
import org.jkeepalived.vrrp.Action;
import org.jkeepalived.vrrp.RouterParameters;
import org.jkeepalived.vrrp.RouterSetSnapshot;

/**
 * Keeps the service manager's picture of the daemon true. What changes is noted on the loop's thread and told on the files' thread: once for
 * all that has changed since it was last told.
 */
final class ServiceStatus {

    private final ServiceManager manager;
    private final Executor files;
    private final StatusLine line = new StatusLine();
    private final AtomicBoolean telling = new AtomicBoolean();
    private boolean stopping;

    ServiceStatus(ServiceManager manager, Executor files) {
        this.manager = manager;
        this.files = files;
    }

    /** These routers run from now on. On the loop's thread. */
    void adopt(RouterSetSnapshot routers, ReportLines.Names names) {
        line.adopt(routers, names);
    }

    /** Something happened to a router. On the loop's thread. */
    void note(RouterParameters router, Action action) {
        if (manager.present() && !stopping && line.note(router, action) && telling.compareAndSet(false, true)) {
            files.execute(() -> {
                telling.set(false);
                manager.status(line.text());
            });
        }
    }

    /** A start or a reload is complete. On the loop's thread. */
    void ready() {
        files.execute(() -> manager.ready(OwnProcess.pid(), line.text()));
    }

    /** A reload begins; {@link #ready} ends it. On the files' thread. */
    void reloading() {
        manager.reloading(System.nanoTime());
    }

    /** What was read is not in force. On the loop's thread. */
    void refused(String reason) {
        line.refused(reason);
    }

    /** The daemon ends. On the loop's thread. */
    void stopping() {
        stopping = true;
        files.execute(manager::stopping);
    }
}
