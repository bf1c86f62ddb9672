package org.jkeepalived.daemon.log;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * Takes log records from any thread without making it wait, and writes them out on a thread of its own.
 *
 * <p>The queue is bounded: what does not fit is dropped, counted, and the count is written as soon as there is room.
 */
public final class LogWriter implements AutoCloseable {
    private static final long FLUSH_LIMIT_MILLIS = 2000;

    private final RecordQueue queue;
    private final LogTargets targets;
    private final DatagramSink.Opener syslog;
    private final AtomicLong dropped = new AtomicLong();
    private final Thread thread;
    private volatile Consumer<Throwable> failed = _ -> {
    };
    private volatile String identSuffix;
    private volatile boolean idle;
    private volatile boolean closing;

    private LogWriter(LogTargets targets, DatagramSink.Opener syslog, int capacity) {
        this.targets = targets;
        this.syslog = syslog;
        this.identSuffix = targets.identSuffix();
        this.queue = new RecordQueue(capacity);
        this.thread = Thread.ofPlatform().daemon(true).name("log").unstarted(this::write);
    }

    /**
     * Starts the writing thread.
     *
     * @param syslog connects to the system log's socket
     * @param capacity records that may wait; a power of two
     */
    public static LogWriter start(LogTargets targets, DatagramSink.Opener syslog, int capacity) {
        LogWriter writer = new LogWriter(targets, syslog, capacity);
        writer.thread.start();
        return writer;
    }

    /** Lets another text than the first one follow the names in the system log, for lines that are written from now on. */
    public void identSuffix(String suffix) {
        identSuffix = Objects.requireNonNull(suffix);
    }

    /** Logs one line. Never waits; allocates nothing. */
    public void log(Ident ident, Severity severity, String line) {
        offer(ident, severity, Objects.requireNonNull(line));
    }

    /** Logs the lines of {@code text}, which are made on the writing thread. Never waits; allocates nothing. */
    public void log(Ident ident, Severity severity, LogText text) {
        offer(ident, severity, Objects.requireNonNull(text));
    }

    /** Logs one line of severity info under keepalived's VRRP name, the form of almost every line. */
    public void vrrp(String line) {
        offer(Ident.VRRP, Severity.INFO, Objects.requireNonNull(line));
    }

    /** Records lost because the queue was full, since start. */
    public long droppedRecords() {
        return dropped.get();
    }

    /** @param newFailed told on the writing thread what a record failed at; the next one is tried all the same */
    public void onFailure(Consumer<Throwable> newFailed) {
        failed = Objects.requireNonNull(newFailed);
    }

    /** Writes what is queued, for at most two seconds, and ends the thread. */
    @Override
    public void close() {
        closing = true;
        LockSupport.unpark(thread);
        try {
            thread.join(FLUSH_LIMIT_MILLIS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void offer(Ident ident, Severity severity, Object text) {
        if (!queue.offer(ident, severity, System.currentTimeMillis(), text)) {
            dropped.incrementAndGet();
        }
        if (idle) {
            LockSupport.unpark(thread);
        }
    }

    private void write() {
        RecordQueue.Entry entry = new RecordQueue.Entry();
        long reported = 0;
        try (LogBackend backend = LogBackend.open(targets, () -> identSuffix, syslog)) {
            while (true) {
                while (queue.poll(entry)) {
                    attempt(backend, entry);
                }
                long lost = dropped.get();
                if (lost > reported) {
                    backend.write(Ident.VRRP, Severity.WARNING, System.currentTimeMillis(),
                            "The log could not keep up: " + (lost - reported) + " messages dropped");
                    reported = lost;
                }
                if (closing && queue.isEmpty()) {
                    return;
                }
                sleepUntilOffered();
            }
        }
    }

    /** A record that cannot be written, or worded, is lost alone. */
    private void attempt(LogBackend backend, RecordQueue.Entry entry) {
        try {
            backend.write(entry);
        } catch (RuntimeException | Error mistake) {
            failed.accept(mistake);
        }
    }

    /** A producer that saw {@code idle} wakes us; one that did not has left its record where we look again. */
    private void sleepUntilOffered() {
        idle = true;
        if (queue.isEmpty() && !closing) {
            LockSupport.park(this);
        }
        idle = false;
    }
}
