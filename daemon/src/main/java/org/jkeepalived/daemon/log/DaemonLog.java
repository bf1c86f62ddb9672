package org.jkeepalived.daemon.log;

import java.util.function.Consumer;

/** The log as the daemon's parts write it: under keepalived's names, with the lines that -D adds told apart. Any thread; never waits. */
public final class DaemonLog {

    private final LogWriter writer;
    private final int detail;

    /** @param detail how often -D was given */
    public DaemonLog(LogWriter writer, int detail) {
        this.writer = writer;
        this.detail = detail;
    }

    /** @param failed told, on the log's thread, what kept it from writing a record; the next one is tried all the same */
    public void onFailure(Consumer<Throwable> failed) {
        writer.onFailure(failed);
    }

    /** Whether -D was given. */
    public boolean detailed() {
        return detail > 0;
    }

    /** A line of keepalived's parent process. */
    public void parent(String line) {
        writer.log(Ident.PARENT, Severity.INFO, lines -> lines.line(line));
    }

    /** A line of keepalived's VRRP process. */
    public void vrrp(String line) {
        writer.log(Ident.VRRP, Severity.INFO, lines -> lines.line(line));
    }

    /** A line of keepalived's VRRP process that only -D shows. */
    public void vrrpDetail(String line) {
        if (detailed()) {
            vrrp(line);
        }
    }

    /** Lines of keepalived's VRRP process that are worded on the log's thread. */
    public void vrrp(LogText text) {
        writer.log(Ident.VRRP, Severity.INFO, text);
    }
}
