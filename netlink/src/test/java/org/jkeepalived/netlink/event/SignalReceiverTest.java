package org.jkeepalived.netlink.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jkeepalived.netlink.Namespaces;
import org.junit.jupiter.api.Test;

/** In a JVM whose launcher blocked the signals, as the shipped launcher does. */
class SignalReceiverTest {
    private static final int REAL_TIME_JSON = 36;
    private static final int REAL_TIME_STATS = 63;

    @Test
    void everySignalIsReadAndNoneEndsTheProcess() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/env")), "env(1) with --block-signal");
        List<String> command = new ArrayList<>(List.of("/usr/bin/env",
                "--block-signal=HUP,INT,TERM,USR1,USR2,CHLD,PIPE,RTMIN+2,RTMAX-1", "_JAVA_SR_SIGNUM=60"));
        command.addAll(Namespaces.jvm("-Xrs"));
        command.add(Receiving.class.getName());
        Namespaces.run(command);
    }

    static final class Receiving {
        public static void main(String[] args) throws Exception {
            int[] signals = {SignalReceiver.SIGHUP, SignalReceiver.SIGINT, SignalReceiver.SIGTERM,
                SignalReceiver.SIGUSR1, SignalReceiver.SIGUSR2, SignalReceiver.SIGPIPE, REAL_TIME_JSON,
                REAL_TIME_STATS};
            try (SignalReceiver receiver = SignalReceiver.open(signals); Poller poller = Poller.open()) {
                assertEquals(-1, receiver.next());
                poller.register(receiver, () -> {
                });
                for (int signal : signals) {
                    System.gc();
                    Process kill = new ProcessBuilder("/bin/kill", "-" + signal,
                            Long.toString(ProcessHandle.current().pid())).start();
                    assertEquals(1, poller.await(System.nanoTime() + 5_000_000_000L), "signal " + signal);
                    assertEquals(signal, receiver.next());
                    assertEquals(0, kill.waitFor());
                }
                assertEquals(-1, receiver.next());
                assertTrue(receiver.isOpen());
            }
        }
    }
}
