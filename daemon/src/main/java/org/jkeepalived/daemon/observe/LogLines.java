package org.jkeepalived.daemon.observe;

import org.jkeepalived.daemon.log.DaemonLog;
import org.jkeepalived.daemon.messages.ReportLines;

/**
 * Writes what happens into the log. Reports take their place in the log's own queue, among the lines that others write;
 * they are worded on the log's thread, since a takeover of many addresses is thousands of lines.
 */
public final class LogLines implements Observer {

    private final DaemonLog log;
    /** Of the log's thread. */
    private RunningConfiguration configuration;
    private ReportLines words;

    public LogLines(DaemonLog log) {
        this.log = log;
    }

    @Override
    public String name() {
        return "log";
    }

    @Override
    public void onReport(Report report) {
        log.vrrp(lines -> words(report.configuration()).write(report.router(), report.action(), lines::line));
    }

    private ReportLines words(RunningConfiguration of) {
        if (words == null || configuration != of) {
            configuration = of;
            words = new ReportLines(of.names(), log.detailed(), of.logUnknownVrids());
        }
        return words;
    }
}
