package org.jkeepalived.daemon.cli;

import java.io.PrintStream;
import java.util.List;

/** Answers a command line: prints what it asks for, or starts the daemon or the configuration test. */
public final class Shell {
    private final DaemonEntry daemon;
    private final DaemonEntry configTest;
    private final PrintStream output;
    private final PrintStream errors;

    /**
     * @param daemon runs the daemon
     * @param configTest tests the configuration (-t)
     * @param output standard output
     * @param errors standard error
     */
    public Shell(DaemonEntry daemon, DaemonEntry configTest, PrintStream output, PrintStream errors) {
        this.daemon = daemon;
        this.configTest = configTest;
        this.output = output;
        this.errors = errors;
    }

    /** Does what {@code words} ask for; returns the process's exit code. */
    public int execute(List<String> words) {
        Invocation invocation = shortcut(words);
        if (invocation == null) {
            invocation = CommandLineParser.parse(words);
        }
        invocation.notes().forEach(errors::println);
        return invocation.answer(this);
    }

    int version() {
        errors.print(VersionText.text());
        return 0;
    }

    int help() {
        errors.print(OptionTable.usage());
        return 0;
    }

    int signalNumber(SignalFunction function) {
        output.println(function.number());
        return 0;
    }

    int refused(List<String> problems) {
        problems.forEach(errors::println);
        return 1;
    }

    /** Answers what tools ask on every scrape without loading the option parser. */
    private static Invocation shortcut(List<String> words) {
        if (words.size() != 1) {
            return null;
        }
        String word = words.getFirst();
        if (word.equals("-v") || word.equals("--version")) {
            return new Invocation.Version(List.of());
        }
        for (SignalFunction function : SignalFunction.values()) {
            if (word.equals("--signum=" + function)) {
                return new Invocation.SignalNumber(List.of(), function);
            }
        }
        return null;
    }

    int run(Invocation.Run run) {
        if (!run.unexpected().isEmpty()) {
            output.println("Unexpected argument(s): " + String.join(" ", run.unexpected()) + " ");
        }
        return (run.options().test().wanted() ? configTest : daemon).run(run.options());
    }
}
