package org.jkeepalived.daemon.run;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import org.jkeepalived.config.ConfigLoader;
import org.jkeepalived.config.LoadResult;
import org.jkeepalived.config.diagnostic.Diagnostic;
import org.jkeepalived.config.host.FileTrouble;
import org.jkeepalived.daemon.cli.DaemonOptions;
import org.jkeepalived.daemon.host.LinuxHostFacts;
import org.jkeepalived.netlink.process.OwnProcess;
import org.jkeepalived.netlink.route.InterfaceTable;

/** The test of a configuration ({@code -t}): what is found goes to standard error or to a file, the verdict is the exit code. */
public final class ConfigTest {

    private static final int EXIT_NO_LOG_FILE = 1;
    private static final int EXIT_INTERNAL = 70;
    private static final int DEFAULT_UMASK = 0177;

    private ConfigTest() {}

    /** Returns keepalived's exit code: 0 nothing found, 2 aborted, 4 cannot run, 5 findings, 6 a security finding. */
    public static int run(DaemonOptions options) {
        OwnProcess.umask(options.umask().orElse(DEFAULT_UMASK));
        try {
            LoadResult loaded = ConfigLoader.load(options.configurationFile(),
                    Configurations.loadOptions(options, new LinuxHostFacts(InterfaceTable.snapshot())));
            if (options.configTestFile().isPresent() && !write(options.configTestFile().get(), loaded)) {
                return EXIT_NO_LOG_FILE;
            }
            if (options.configTestFile().isEmpty()) {
                print(loaded, System.err);
            }
            return loaded.outcome().testExitCode();
        } catch (IOException e) {
            System.err.println("cannot test the configuration: " + e.getMessage());
            return EXIT_INTERNAL;
        }
    }

    private static boolean write(Path file, LoadResult loaded) {
        try (PrintStream out = new PrintStream(
                Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND), false,
                StandardCharsets.UTF_8)) {
            print(loaded, out);
            return true;
        } catch (IOException e) {
            System.err.println("Unable to open config-test log file " + file + " - " + FileTrouble.reason(e));
            return false;
        }
    }

    private static void print(LoadResult loaded, PrintStream out) {
        for (Diagnostic finding : loaded.diagnostics()) {
            out.println(finding.render());
        }
    }
}
