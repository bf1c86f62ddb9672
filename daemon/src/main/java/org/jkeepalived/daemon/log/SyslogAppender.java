package org.jkeepalived.daemon.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.io.IOException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jkeepalived.config.settings.OddBytes;

/**
 * Sends lines to the local system log: {@code <PRI>Nov 21 01:55:08 ident[pid]: text} (RFC 3164 section 4.1).
 *
 * <p>A reader that is slow is waited for, by the log's own thread alone, for half a minute; one that is gone is looked for
 * again, at most once a second, and the lines in between are counted.
 */
final class SyslogAppender extends AppenderBase<ILoggingEvent> {
    private static final String ADDRESS = "/dev/log";
    private static final long FIRST_RETRY_NANOS = 100_000;
    private static final long LAST_RETRY_NANOS = 10_000_000;
    private static final long PATIENCE_NANOS = 30_000_000_000L;
    private static final long RECONNECT_NANOS = 1_000_000_000;

    private final DatagramSink.Opener opener;
    private final int facility;
    private final Supplier<String> identSuffix;
    private final String pid;
    private final Timestamp timestamp = new Timestamp();
    private DatagramSink sink;
    private long lastFailureNanos = System.nanoTime() - RECONNECT_NANOS;
    private boolean patient = true;
    private long undelivered;

    SyslogAppender(LogTargets targets, Supplier<String> identSuffix, DatagramSink.Opener opener) {
        this.opener = opener;
        this.facility = targets.facility().code() << 3;
        this.identSuffix = identSuffix;
        this.pid = "[" + targets.pid() + "]: ";
    }

    @Override
    protected void append(ILoggingEvent event) {
        byte[] line = format(event.getLevel(), event.getTimeStamp(), event.getLoggerName(), event.getMessage());
        // The system log's restart is noticed only by the first datagram that fails.
        boolean delivered = deliver(line);
        if (!delivered) {
            delivered = deliver(line);
        }
        if (!delivered) {
            undelivered++;
        } else if (undelivered > 0) {
            byte[] report = format(Level.WARN, event.getTimeStamp(), event.getLoggerName(),
                    undelivered + " messages did not reach the system log");
            undelivered = deliver(report) ? 0 : undelivered;
        }
    }

    private byte[] format(Level level, long timeMillis, String ident, String message) {
        return OddBytes.encode("<" + (facility | severity(level)) + ">" + timestamp.rfc3164(timeMillis) + " " + ident
                + identSuffix.get() + pid + message);
    }

    private boolean deliver(byte[] data) {
        if (sink == null && !connect()) {
            return false;
        }
        try {
            // After one line was given up the next ones get one try each, until a reader is back.
            patient = deliverInTime(data);
            return patient;
        } catch (IOException gone) {
            sink.close();
            sink = null;
        }
        return false;
    }

    private boolean deliverInTime(byte[] data) throws IOException {
        long sinceNanos = System.nanoTime();
        for (long retryNanos = FIRST_RETRY_NANOS; !sink.send(data, data.length); retryNanos *= 2) {
            if (!patient || System.nanoTime() - sinceNanos > PATIENCE_NANOS) {
                return false;
            }
            LockSupport.parkNanos(Math.min(retryNanos, LAST_RETRY_NANOS));
        }
        return true;
    }

    private boolean connect() {
        if (System.nanoTime() - lastFailureNanos < RECONNECT_NANOS) {
            return false;
        }
        try {
            sink = opener.open(ADDRESS);
            return true;
        } catch (IOException absent) {
            lastFailureNanos = System.nanoTime();
            return false;
        }
    }

    @Override
    public void stop() {
        super.stop();
        if (sink != null) {
            sink.close();
            sink = null;
        }
    }

    private static int severity(Level level) {
        if (level.isGreaterOrEqual(Level.ERROR)) {
            return Severity.ERROR.code();
        }
        return level.isGreaterOrEqual(Level.WARN) ? Severity.WARNING.code() : Severity.INFO.code();
    }
}
