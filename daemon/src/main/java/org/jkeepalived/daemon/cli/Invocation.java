package org.jkeepalived.daemon.cli;

import java.util.List;

/** What a command line asks for. */
public sealed interface Invocation {
    /** Lines for standard error that come first. */
    List<String> notes();

    /** Print the version. */
    record Version(List<String> notes) implements Invocation {}

    /** Print the usage. */
    record Help(List<String> notes) implements Invocation {}

    /** Print the number of a signal. */
    record SignalNumber(List<String> notes, SignalFunction function) implements Invocation {}

    /**
     * Run the daemon, or test its configuration.
     *
     * @param unexpected words that are no option; they are named on standard output and ignored
     */
    record Run(List<String> notes, List<String> unexpected, DaemonOptions options) implements Invocation {}

    /** Print what is wrong and exit with 1. */
    record Refused(List<String> notes, List<String> problems) implements Invocation {}
}
