package org.jkeepalived.host;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Decides for {@link NeedsSystemdHost}; the file tree that hosts boot from is made here, once, so that its lack skips the tests. */
final class SystemdHostCondition implements ExecutionCondition {
    /** Program and the Debian package that has it. */
    private static final Map<String, String> PACKAGES = new TreeMap<>(Map.of("systemd-nspawn", "systemd-container",
            "debootstrap", "debootstrap", "dpkg-deb", "dpkg", "apt-get", "apt", "tar", "tar"));

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return missing().map(ConditionEvaluationResult::disabled)
                .orElseGet(() -> ConditionEvaluationResult.enabled("a Debian with systemd can be booted"));
    }

    private static Optional<String> missing() {
        if (!"root".equals(System.getProperty("user.name"))) {
            return Optional.of("needs root: hosts with systemd are booted");
        }
        for (String program : PACKAGES.keySet()) {
            if (!found(program)) {
                return Optional.of("needs the program " + program + " (Debian package " + PACKAGES.get(program) + ")");
            }
        }
        if (!kernelKnows("cgroup2")) {
            return Optional.of("needs control groups of version 2 in the kernel");
        }
        return BaseTree.problem();
    }

    private static boolean kernelKnows(String fileSystem) {
        try {
            return Files.readString(Path.of("/proc/filesystems")).contains(fileSystem);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean found(String program) {
        return Stream.of("/usr/sbin", "/usr/bin", "/sbin", "/bin")
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}
