package org.jkeepalived.daemon.cli;

import java.util.List;

/**
 * What a command line asks for.
 *
 * <p>Each answers by a method instead of a pattern switch, whose first use costs milliseconds of every start.
 */
public sealed interface Invocation {
    /** Lines for standard error that come first. */
    List<String> notes();

    /** Has the shell do what is asked for; returns the exit code. */
    int answer(Shell shell);

    /** Print the version. */
    record Version(List<String> notes) implements Invocation {
        @Override
        public int answer(Shell shell) {
            return shell.version();
        }
    }

    /** Print the usage. */
    record Help(List<String> notes) implements Invocation {
        @Override
        public int answer(Shell shell) {
            return shell.help();
        }
    }

    /** Print the number of a signal. */
    record SignalNumber(List<String> notes, SignalFunction function) implements Invocation {
        @Override
        public int answer(Shell shell) {
            return shell.signalNumber(function);
        }
    }

    /**
     * Run the daemon, or test its configuration.
     *
     * @param unexpected words that are no option; they are named on standard output and ignored
     */
    record Run(List<String> notes, List<String> unexpected, DaemonOptions options) implements Invocation {
        @Override
        public int answer(Shell shell) {
            return shell.run(this);
        }
    }

    /** Print what is wrong and exit with 1. */
    record Refused(List<String> notes, List<String> problems) implements Invocation {
        @Override
        public int answer(Shell shell) {
            return shell.refused(problems);
        }
    }
}
