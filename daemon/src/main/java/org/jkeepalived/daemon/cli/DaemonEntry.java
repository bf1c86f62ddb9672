package org.jkeepalived.daemon.cli;

/** What a command line starts: the daemon, or the test of its configuration. */
@FunctionalInterface
public interface DaemonEntry {
    /** Runs until the end; returns the process's exit code. Called on the main thread. */
    int run(DaemonOptions options);
}
