package org.jkeepalived.daemon.cleanup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.jkeepalived.daemon.dump.DumpWriter;
import org.jkeepalived.netlink.process.OwnProcess;
import org.jkeepalived.netlink.process.ProcessStat;

/**
 * A file that lists what this process has added to the kernel, there as long as it holds anything. After a crash the image's
 * {@code lib/remove-left-addresses} reads it; ip(8) with {@code -batch} can, too. Used by one thread.
 *
 * <p>Its first lines name the process, by number and start time, and the network namespace, by the text of its link in /proc.
 */
public final class CrashRecord {
    private static final int OWNER_ONLY = 0177;

    private final Path file;
    private final Consumer<String> log;
    private String header;
    private boolean complained;

    /**
     * @param file absolute; beside the pid file, so that each daemon has its own
     * @param log told once when the file cannot be written
     */
    public CrashRecord(Path file, Consumer<String> log) {
        this.file = file;
        this.log = log;
    }

    /** @param removals what removes it, in the words of ip(8); without any the file goes away */
    void write(List<String> removals) {
        try {
            if (removals.isEmpty()) {
                Files.deleteIfExists(file);
                return;
            }
            if (header == null) {
                header = header();
            }
            String failure = new DumpWriter(file.getParent()).write(file.getFileName().toString(),
                    header + String.join("\n", removals) + "\n", OWNER_ONLY);
            if (!failure.isEmpty()) {
                complain(failure);
            }
        } catch (IOException e) {
            complain(e.toString());
        }
    }

    private static String header() throws IOException {
        return "# pid " + OwnProcess.pid() + "\n# start " + ProcessStat.self().field(ProcessStat.START_TIME)
                + "\n# netns " + Files.readSymbolicLink(Path.of("/proc/self/ns/net")) + "\n";
    }

    private void complain(String failure) {
        if (!complained) {
            complained = true;
            log.accept("No record of the addresses can be kept, a crash would leave them: " + failure);
        }
    }
}
