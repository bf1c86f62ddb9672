package org.jkeepalived.daemon.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The loop of the running daemon: epoll, recvmmsg, state machines, sendmmsg, on real sockets in a network namespace. */
class LoopAllocationTest {
    private static final int ROUTERS = 20;
    private static final int ADVERTS = 10_000;
    private static final String NETWORK = """
            set -e
            for sysctl in all/accept_local all/arp_ignore; do echo 1 >/proc/sys/net/ipv4/conf/$sysctl; done
            echo 0 >/proc/sys/net/ipv4/conf/all/rp_filter
            echo 0 >/proc/sys/net/ipv4/conf/default/rp_filter
            ip link add near0 type veth peer name far0
            ip address add 10.99.0.1/24 dev near0
            ip address add 10.99.0.2/24 dev far0
            ip link set near0 up
            ip link set far0 up
            exec "$@"
            """;

    @TempDir
    Path directory;

    @Test
    @DisplayName("0 bytes are allocated on the loop's thread while 10,000 adverts are sent and received")
    void theSteadyStateAllocatesNothing() throws IOException, InterruptedException {
        assumeTrue("root".equals(System.getProperty("user.name")), "needs root for a network namespace");
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/unshare")) && Files.isExecutable(Path.of("/usr/sbin/ip"))
                || Files.isExecutable(Path.of("/bin/ip")), "needs unshare (util-linux) and ip (iproute2)");
        List<String> lines = run();
        assertTrue(!lines.isEmpty() && lines.stream().allMatch(line -> line.matches("\\d+ \\d+ \\d+")),
                lines.toString());
        // A compiler, a renewed multicast membership or a busy machine that lets a router's timer expire disturbs some windows; what every
        // advert costs disturbs all of them.
        long sent = 0;
        long received = 0;
        for (String line : lines) {
            String[] numbers = line.split(" ");
            if (numbers[0].equals("0")) {
                sent += Long.parseLong(numbers[1]);
                received += Long.parseLong(numbers[2]);
            }
        }
        assertTrue(sent >= ADVERTS && received >= ADVERTS,
                sent + " sent and " + received + " received in quiet windows (bytes, sent, received): " + lines);
    }

    private List<String> run() throws IOException, InterruptedException {
        Path configuration = Files.writeString(directory.resolve("keepalived.conf"), configuration());
        Path errors = directory.resolve("errors");
        // The signals as the launcher leaves them, set last: unshare resets them.
        List<String> command = new ArrayList<>(List.of("unshare", "--net", "sh", "-c", NETWORK, "sh", "env",
                "--block-signal=HUP,INT,TERM,USR1,USR2,CHLD,PIPE,RTMIN+2,RTMAX-1", "_JAVA_SR_SIGNUM=60"));
        command.addAll(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED", "-Xrs", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp",
                System.getProperty("java.class.path"), LoopAllocationProgram.class.getName(), directory.toString(),
                configuration.toString(), Integer.toString(ADVERTS)));
        Process process = new ProcessBuilder(command).redirectError(errors.toFile()).start();
        try {
            List<String> lines = process.inputReader().lines().toList();
            assertTrue(process.waitFor(20, TimeUnit.SECONDS), "the daemon does not stop");
            assertEquals(0, process.exitValue(), () -> read(errors));
            return lines;
        } finally {
            process.destroyForcibly();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            return unreadable.toString();
        }
    }

    /** Each router is the master on one end of the cable and the backup on the other. */
    private static String configuration() {
        StringBuilder text = new StringBuilder();
        for (int i = 1; i <= ROUTERS; i++) {
            for (String end : List.of("near0", "far0")) {
                text.append("vrrp_instance ")
                        .append(end)
                        .append(i)
                        .append(" {\n interface ")
                        .append(end)
                        .append("\n version 3\n advert_int 0.01\n virtual_router_id ")
                        .append(i)
                        .append("\n priority ")
                        .append(end.equals("near0") ? 200 : 100)
                        .append("\n virtual_ipaddress {\n 10.99.1.")
                        .append(i)
                        .append("\n }\n}\n");
            }
        }
        return text.toString();
    }
}
