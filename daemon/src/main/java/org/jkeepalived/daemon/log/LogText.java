package org.jkeepalived.daemon.log;

/**
 * One record's text, made into lines on the log's own thread.
 *
 * <p>It must be immutable or handed over: it is read after the caller has gone on.
 */
@FunctionalInterface
public interface LogText {
    /** Gives each line, without its end, to {@code lines}. */
    void writeTo(Lines lines);

    /** Receives a record's lines in order. */
    @FunctionalInterface
    interface Lines {
        void line(CharSequence text);
    }
}
