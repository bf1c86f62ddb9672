package org.jkeepalived.daemon.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import java.util.function.Supplier;
import org.slf4j.LoggerFactory;

/** Gives records to logback, whose appenders are attached here in code. One thread, the log's own. */
final class LogBackend implements AutoCloseable {
    private static final String CALLER = LogBackend.class.getName();

    private final LoggerContext context;
    private final Logger root;
    private final Logger[] loggers = new Logger[Ident.values().length];
    private Ident ident;
    private Severity severity;
    private long timeMillis;
    private final LogText.Lines lines = text -> write(ident, severity, timeMillis, text.toString());

    private LogBackend(LoggerContext context, LogTargets targets, Supplier<String> identSuffix,
            DatagramSink.Opener opener) {
        this.context = context;
        root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.setLevel(Level.INFO);
        targets.console().ifPresent(stream -> attach(new ConsoleAppender(stream)));
        if (targets.syslog()) {
            attach(new SyslogAppender(targets, identSuffix, opener));
        }
        for (Ident name : Ident.values()) {
            loggers[name.ordinal()] = context.getLogger(name.text());
        }
    }

    static LogBackend open(LogTargets targets, Supplier<String> identSuffix, DatagramSink.Opener opener) {
        return new LogBackend((LoggerContext) LoggerFactory.getILoggerFactory(), targets, identSuffix, opener);
    }

    /** Writes a record's lines. A text that fails is replaced by the reason: one bad line must not end the log. */
    void write(RecordQueue.Entry entry) {
        ident = entry.ident;
        severity = entry.severity;
        timeMillis = entry.timeMillis;
        if (entry.text instanceof LogText text) {
            writeText(text);
        } else {
            write(ident, severity, timeMillis, (String) entry.text);
        }
        entry.text = null;
    }

    void write(Ident name, Severity lineSeverity, long lineTimeMillis, String line) {
        LoggingEvent event = new LoggingEvent(CALLER, loggers[name.ordinal()], level(lineSeverity), line, null, null);
        event.setTimeStamp(lineTimeMillis);
        loggers[name.ordinal()].callAppenders(event);
    }

    @Override
    public void close() {
        root.detachAndStopAllAppenders();
    }

    private void writeText(LogText text) {
        try {
            text.writeTo(lines);
        } catch (RuntimeException broken) {
            write(ident, Severity.ERROR, timeMillis, "A log line could not be written: " + broken);
        }
    }

    private void attach(ch.qos.logback.core.Appender<ch.qos.logback.classic.spi.ILoggingEvent> appender) {
        appender.setContext(context);
        appender.start();
        root.addAppender(appender);
    }

    private static Level level(Severity severity) {
        return switch (severity) {
            case ERROR -> Level.ERROR;
            case WARNING -> Level.WARN;
            case INFO -> Level.INFO;
        };
    }
}
