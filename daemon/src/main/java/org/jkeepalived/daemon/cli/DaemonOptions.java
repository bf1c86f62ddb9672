package org.jkeepalived.daemon.cli;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A command line that was understood (keepalived(8)).
 *
 * @param arguments the words as typed, without the program's name; the start of the log quotes them
 * @param configurationFile the file or pattern to read (-f); absolute where the daemon is to detach
 * @param configurationFileNamed whether -f was given
 * @param configId selects the lines that start with @ (-i); the host name up to its first dot by default
 * @param includesRequired a file that an include names must exist (-e)
 * @param subsystems the parts that run
 * @param log the log's form
 * @param pidFiles the pid files that were named
 * @param stop what a stop leaves behind
 * @param foreground do not detach (-n)
 * @param umask the file mode mask (-u), which wins over the configuration's
 * @param namespace the network namespace (-s), already entered by the launcher
 * @param test whether the configuration is tested instead of run (-t), and how the test answers
 * @param unsupported options that were given and have no effect in this build, as typed in the man page
 */
public record DaemonOptions(
        List<String> arguments,
        String configurationFile,
        boolean configurationFileNamed,
        String configId,
        boolean includesRequired,
        SubsystemOptions subsystems,
        LogOptions log,
        PidFileOptions pidFiles,
        StopOptions stop,
        boolean foreground,
        OptionalInt umask,
        Optional<String> namespace,
        TestOptions test,
        List<String> unsupported) {

    /** The file that is read without -f. */
    public static final String DEFAULT_CONFIGURATION_FILE = "/etc/keepalived/keepalived.conf";

    public DaemonOptions {
        arguments = List.copyOf(arguments);
        unsupported = List.copyOf(unsupported);
    }
}
