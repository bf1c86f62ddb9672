package org.jkeepalived.netlink.process;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jkeepalived.netlink.Namespaces;
import org.junit.jupiter.api.Test;

/** The first process of a PID namespace, and the processes that become its children. */
class OrphansTest {
    private static final int SCRIPTS = 20;
    private static final long LIMIT_SECONDS = 30;

    /** Runs scripts that leave processes behind; every script's status must be its own, and no zombie may stay. */
    static final class Scenario {
        public static void main(String[] arguments) throws Exception {
            if (OwnProcess.pid() != 1) {
                throw new IllegalStateException("pid " + OwnProcess.pid());
            }
            try (ChildProcesses children = ChildProcesses.open()) {
                for (int i = 0; i < SCRIPTS; i++) {
                    CompletableFuture<ExitStatus> ended = new CompletableFuture<>();
                    children.start(
                            new SpawnRequest(List.of("/bin/sh", "-c", "(sleep 0.2 &) ; exit " + i),
                                    SpawnRequest.inheritedEnvironment(), null, "/", SpawnRequest.Output.DISCARD),
                            (_, status) -> ended.complete(status));
                    ExitStatus status = ended.get(LIMIT_SECONDS, TimeUnit.SECONDS);
                    if (!status.equals(new ExitStatus.Exited(i))) {
                        throw new IllegalStateException(i + ": " + status);
                    }
                    Thread.sleep(100);
                }
                awaitNoOtherProcess();
            }
        }

        private static void awaitNoOtherProcess() throws IOException, InterruptedException {
            long endNanos = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT_SECONDS);
            while (!others().isEmpty()) {
                if (System.nanoTime() > endNanos) {
                    throw new IllegalStateException("left: " + others());
                }
                Thread.sleep(50);
            }
        }

        private static List<String> others() throws IOException {
            try (Stream<Path> entries = Files.list(Path.of("/proc"))) {
                return entries.map(entry -> entry.getFileName().toString())
                        .filter(name -> name.matches("[0-9]+") && !name.equals("1"))
                        .map(Scenario::stat)
                        .filter(stat -> !stat.isEmpty())
                        .toList();
            }
        }

        private static String stat(String pid) {
            try {
                return Files.readString(Path.of("/proc", pid, "stat"), StandardCharsets.ISO_8859_1);
            } catch (IOException gone) {
                return "";
            }
        }
    }

    @Test
    void theFirstProcessWaitsForOrphansAndLeavesItsOwnChildrenToTheirListeners()
            throws IOException, InterruptedException {
        assumeTrue("root".equals(System.getProperty("user.name")), "PID namespaces need root");
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/unshare")), "PID namespaces need unshare(1)");
        List<String> command = new ArrayList<>(
                List.of("/usr/bin/unshare", "--pid", "--fork", "--mount-proc", "--kill-child", "--"));
        command.addAll(Namespaces.jvm());
        command.add(Scenario.class.getName());
        Namespaces.run(command);
    }
}
