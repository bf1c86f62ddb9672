package org.jkeepalived.daemon.service;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jkeepalived.daemon.log.DaemonLog;
import org.jkeepalived.daemon.observe.ManagerStatus;

/**
 * Mistakes on the threads beside the loop. Such a thread goes on with its next task; that one has failed is said once
 * for each thread, in the log and to the service manager, and counted. Any thread.
 */
final class Troubles {
    private final DaemonLog journal;
    private final Set<String> threads = ConcurrentHashMap.newKeySet();
    private volatile ManagerStatus status;

    Troubles(DaemonLog journal) {
        this.journal = journal;
    }

    /** Who is told besides the log, as soon as there is one. */
    void tell(ManagerStatus manager) {
        status = manager;
    }

    /** A thread failed at a task. */
    void failed(String thread, Throwable mistake) {
        if (!threads.add(thread)) {
            return;
        }
        String text = "the thread " + thread + " failed at a task: " + mistake;
        journal.vrrp(lines -> {
            lines.line(text);
            for (StackTraceElement frame : mistake.getStackTrace()) {
                lines.line("  at " + frame);
            }
        });
        ManagerStatus manager = status;
        if (manager != null) {
            manager.trouble(text);
        }
    }
}
