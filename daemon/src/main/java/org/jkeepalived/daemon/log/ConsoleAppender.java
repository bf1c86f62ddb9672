package org.jkeepalived.daemon.log;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.io.PrintStream;

/** Writes lines as keepalived's {@code -l} does: {@code Sat Nov 21 01:55:08 2026: text}. */
final class ConsoleAppender extends AppenderBase<ILoggingEvent> {
    private final PrintStream stream;
    private final Timestamp timestamp = new Timestamp();

    ConsoleAppender(PrintStream stream) {
        this.stream = stream;
    }

    @Override
    protected void append(ILoggingEvent event) {
        stream.print(timestamp.asctime(event.getTimeStamp()) + ": " + event.getMessage() + "\n");
    }
}
