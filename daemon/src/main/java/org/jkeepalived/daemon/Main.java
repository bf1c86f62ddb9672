package org.jkeepalived.daemon;

import java.io.PrintStream;
import java.util.List;
import org.jkeepalived.daemon.cli.Shell;
import org.jkeepalived.daemon.run.ConfigTest;
import org.jkeepalived.daemon.run.Daemon;

/** The program {@code keepalived}. */
public final class Main {
    private Main() {}

    /** Runs a command line and ends the process with its exit code. */
    public static void main(String[] arguments) {
        System.exit(shell(System.out, System.err).execute(List.of(arguments)));
    }

    /** What answers the command line; the rehearsal uses it too, so that its parts are in the AOT cache. */
    static Shell shell(PrintStream output, PrintStream errors) {
        return new Shell(Daemon::run, ConfigTest::run, output, errors);
    }
}
