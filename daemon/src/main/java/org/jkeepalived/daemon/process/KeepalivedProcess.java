package org.jkeepalived.daemon.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Recognises the process of a keepalived that does not lock its pid files. */
final class KeepalivedProcess {
    /** File times and process start times come from clocks of different grain. */
    private static final Duration CLOCK_GRAIN = Duration.ofSeconds(2);

    private KeepalivedProcess() {}

    /** Whether {@code pid} is another program called keepalived, and had started when {@code file} was written. */
    static boolean isAlive(long pid, Path file) throws IOException {
        if (pid <= 0 || pid == ProcessHandle.current().pid()) {
            return false;
        }
        Optional<ProcessHandle> process = ProcessHandle.of(pid);
        if (process.isEmpty() || !"keepalived".equals(name(pid)) || runsOurProgram(pid)) {
            return false;
        }
        Instant written = Files.getLastModifiedTime(file).toInstant();
        return process.get().info().startInstant().map(start -> !start.isAfter(written.plus(CLOCK_GRAIN))).orElse(true);
    }

    private static String name(long pid) {
        try {
            return Files.readString(Path.of("/proc/" + pid + "/comm"), StandardCharsets.ISO_8859_1).strip();
        } catch (IOException ended) {
            return "";
        }
    }

    /** Our own program would hold the lock. */
    private static boolean runsOurProgram(long pid) {
        try {
            return Files.isSameFile(Path.of("/proc/" + pid + "/exe"), Path.of("/proc/self/exe"));
        } catch (IOException ended) {
            return false;
        }
    }
}
