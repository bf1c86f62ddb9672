package org.jkeepalived.daemon.service;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jkeepalived.config.ConfigLoader;
import org.jkeepalived.config.LoadResult;
import org.jkeepalived.config.host.FileTrouble;
import org.jkeepalived.config.render.JsonForm;
import org.jkeepalived.config.render.KeepalivedForm;
import org.jkeepalived.config.render.TextForm;
import org.jkeepalived.daemon.cli.DaemonOptions;
import org.jkeepalived.daemon.cli.TestOptions;
import org.jkeepalived.daemon.host.LinuxHostFacts;
import org.jkeepalived.netlink.process.OwnProcess;
import org.jkeepalived.netlink.process.OwnProcess.StandardStream;
import org.jkeepalived.netlink.route.InterfaceTable;

/**
 * The test of a configuration ({@code -t}): the verdict is the exit code, whatever the form of the findings. Text and keepalived's form go to
 * standard error, JSON to standard output, any of them to a file that the command line names.
 */
public final class ConfigTest {

    private static final int EXIT_NO_LOG_FILE = 1;
    private static final int EXIT_INTERNAL = 70;
    private static final int DEFAULT_UMASK = 0177;

    private ConfigTest() {}

    /** Returns keepalived's exit code: 0 nothing found, 2 aborted, 4 cannot run, 5 findings, 6 a security finding. */
    public static int run(DaemonOptions options) {
        OwnProcess.umask(options.umask().orElse(DEFAULT_UMASK));
        TestOptions test = options.test();
        try {
            if (test.dump() || test.reload().isPresent()) {
                return new ConfigInquiry(options, new LinuxHostFacts(InterfaceTable.snapshot())).answer();
            }
            LoadResult loaded = ConfigLoader.load(options.configurationFile(),
                    Configurations.loadOptions(options, new LinuxHostFacts(InterfaceTable.snapshot())));
            byte[] text = findings(loaded, test);
            if (test.file().isPresent()) {
                return append(test.file().get(), text) ? loaded.outcome().testExitCode() : EXIT_NO_LOG_FILE;
            }
            (format(test) == TestOptions.Format.JSON ? System.out : System.err).write(text);
            return loaded.outcome().testExitCode();
        } catch (IOException e) {
            System.err.println("cannot test the configuration: " + e.getMessage());
            return EXIT_INTERNAL;
        }
    }

    /** What is found, in the form that is asked for or suits standard error. */
    static byte[] findings(LoadResult loaded, TestOptions test) {
        return bytes(loaded, format(test), test.lint(), terminal(test) && colourWanted());
    }

    private static boolean terminal(TestOptions test) {
        return test.file().isEmpty() && OwnProcess.isTerminal(StandardStream.ERROR);
    }

    private static TestOptions.Format format(TestOptions test) {
        return test.format().orElse(terminal(test) ? TestOptions.Format.TEXT : TestOptions.Format.KEEPALIVED);
    }

    private static byte[] bytes(LoadResult loaded, TestOptions.Format format, boolean lint, boolean colour) {
        RulePages pages = RulePages.find();
        return switch (format) {
            case KEEPALIVED -> KeepalivedForm.bytes(loaded, lint);
            case TEXT -> TextForm.text(loaded, colour, pages::of).getBytes(StandardCharsets.UTF_8);
            case JSON -> JsonForm.text(loaded, pages::of).getBytes(StandardCharsets.UTF_8);
        };
    }

    /** The convention of no-color.org, and terminals that cannot. */
    private static boolean colourWanted() {
        String refusal = System.getenv("NO_COLOR");
        return (refusal == null || refusal.isEmpty()) && !"dumb".equals(System.getenv("TERM"));
    }

    private static boolean append(Path file, byte[] text) {
        try {
            Files.write(file, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            return true;
        } catch (IOException e) {
            System.err.println("Unable to open config-test log file " + file + " - " + FileTrouble.reason(e));
            return false;
        }
    }
}
