package org.jkeepalived.lab;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Decides for {@link NeedsLab}. */
final class LabCondition implements ExecutionCondition {
    /** Program and the Debian package that has it. */
    private static final Map<String, String> PACKAGES = new TreeMap<>(Map.ofEntries(Map.entry("unshare", "util-linux"),
            Map.entry("nsenter", "util-linux"), Map.entry("ip", "iproute2"), Map.entry("bridge", "iproute2"),
            Map.entry("tcpdump", "tcpdump"), Map.entry("tshark", "tshark"), Map.entry("ping", "iputils-ping"),
            Map.entry("ps", "procps"), Map.entry("sysctl", "procps"), Map.entry("killall", "psmisc"),
            Map.entry("python3", "python3"), Map.entry("logger", "bsdutils"), Map.entry("keepalived", "keepalived")));
    /** Programs that a class of tests needs beyond these, where the package has another name. */
    private static final Map<String, String> EXTRA_PACKAGES = Map.of("nginx", "nginx-light", "vrrpd", "frr", "nft",
            "nftables", "rpmbuild", "rpm", "createrepo_c", "createrepo-c", "docker", "docker.io", "dockerd",
            "docker.io");

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        String[] extra = Optional.ofNullable(context.getRequiredTestClass().getAnnotation(NeedsLab.class))
                .map(NeedsLab::programs)
                .orElse(new String[0]);
        return missing(extra).map(ConditionEvaluationResult::disabled)
                .orElseGet(() -> ConditionEvaluationResult.enabled("a test network can be built"));
    }

    private static Optional<String> missing(String[] extra) {
        if (!"root".equals(System.getProperty("user.name"))) {
            return Optional.of("needs root: network namespaces are made");
        }
        for (String program : Stream.concat(PACKAGES.keySet().stream(), Stream.of(extra)).toList()) {
            if (!found(program)) {
                return Optional.of("needs the program " + program + " (Debian package "
                        + PACKAGES.getOrDefault(program, EXTRA_PACKAGES.getOrDefault(program, program)) + ")");
            }
        }
        return Node.programExists()
                ? Optional.empty()
                : Optional.of("needs the image at " + Node.program() + ": mvn package builds it");
    }

    private static boolean found(String program) {
        return Stream.of((Command.PATH + ":/usr/lib/frr").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}
