package org.jkeepalived.netlink;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs a class with a main method in a JVM of its own, in network and mount namespaces of its own. */
public final class Namespaces {
    private Namespaces() {}

    /** Skips the calling test where namespaces cannot be made. Fails it where {@code scenario} ends otherwise than well. */
    public static void run(Class<?> scenario, String... jvmOptions) throws IOException, InterruptedException {
        assumeTrue("root".equals(System.getProperty("user.name")), "network namespaces need root");
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/unshare")), "network namespaces need unshare(1)");
        List<String> command = new ArrayList<>(List.of("/usr/bin/unshare", "--net", "--mount", "--"));
        command.addAll(jvm(jvmOptions));
        command.add(scenario.getName());
        run(command);
    }

    /** The command line of a JVM like the one that is shipped, up to the main class. */
    public static List<String> jvm(String... options) {
        List<String> command = new ArrayList<>(List.of(System.getProperty("java.home") + "/bin/java",
                "--enable-native-access=ALL-UNNAMED", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx64m"));
        command.addAll(List.of(options));
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        return command;
    }

    /** Runs a command and fails unless it exits with 0. */
    public static String run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), () -> String.join(" ", command) + "\n" + output);
        return output;
    }

    /** Runs ip(8) in the current namespace. */
    public static String ip(String arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("ip"));
        command.addAll(List.of(arguments.split(" ")));
        return run(command);
    }

    /** Two interfaces, up, joined by a wire: {@code left} here, {@code right} on another host. */
    public static FarHost makeWire(String left, String right) throws Exception {
        ip("link set lo up");
        FarHost far = new FarHost();
        ip("link add " + left + " type veth peer name " + right + " netns " + far.threadId());
        Files.writeString(Path.of("/proc/sys/net/ipv6/conf/" + left + "/accept_dad"), "0");
        ip("link set " + left + " up");
        far.ip("link set lo up");
        far.call(() -> Files.writeString(Path.of("/proc/sys/net/ipv6/conf/" + right + "/accept_dad"), "0"));
        far.ip("link set " + right + " up");
        return far;
    }
}
