package org.jkeepalived.daemon;

import java.util.List;
import org.jkeepalived.daemon.cli.DaemonOptions;
import org.jkeepalived.daemon.cli.Shell;

/** The program {@code keepalived}. */
public final class Main {
    private Main() {}

    /** Runs a command line and ends the process with its exit code. */
    public static void main(String[] arguments) {
        System.exit(new Shell(Main::notWired, Main::notWired, System.out, System.err).execute(List.of(arguments)));
    }

    private static int notWired(DaemonOptions options) {
        System.err.println("no daemon reads '" + options.configurationFile() + "' in this build");
        return 70;
    }
}
