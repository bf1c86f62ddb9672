package org.jkeepalived.daemon;

import java.util.List;
import org.jkeepalived.daemon.cli.Shell;
import org.jkeepalived.daemon.service.Bootstrap;
import org.jkeepalived.daemon.service.ConfigTest;

/** The program {@code keepalived}. */
public final class Main {
    private static final long FLUSH_LIMIT_MILLIS = 1_000;

    private Main() {}

    /** Runs a command line and ends the process with its exit code. */
    public static void main(String[] arguments) {
        int code = run(List.of(arguments));
        flush();
        // Not exit: nothing is left to do, and exit looks for a logger of its own first.
        Runtime.getRuntime().halt(code);
    }

    /** Into a pipe that nobody reads it would take for ever, and hold up who waits for the end of this process. */
    private static void flush() {
        Thread flusher = Thread.ofPlatform().daemon(true).start(() -> {
            System.out.flush();
            System.err.flush();
        });
        try {
            flusher.join(FLUSH_LIMIT_MILLIS);
        } catch (InterruptedException unheard) {
            Thread.currentThread().interrupt();
        }
    }

    /** Runs a command line; returns the exit code. */
    static int run(List<String> words) {
        return new Shell(Bootstrap::run, ConfigTest::run, System.out, System.err).execute(words);
    }
}
