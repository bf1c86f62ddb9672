package org.jkeepalived.daemon;

import java.util.List;
import org.jkeepalived.daemon.cli.Shell;
import org.jkeepalived.daemon.service.Bootstrap;
import org.jkeepalived.daemon.service.ConfigTest;

/** The program {@code keepalived}. */
public final class Main {
    private Main() {}

    /** Runs a command line and ends the process with its exit code. */
    public static void main(String[] arguments) {
        int code = run(List.of(arguments));
        System.out.flush();
        System.err.flush();
        // Not exit: nothing is left to do, and exit looks for a logger of its own first.
        Runtime.getRuntime().halt(code);
    }

    /** Runs a command line; returns the exit code. */
    static int run(List<String> words) {
        return new Shell(Bootstrap::run, ConfigTest::run, System.out, System.err).execute(words);
    }
}
