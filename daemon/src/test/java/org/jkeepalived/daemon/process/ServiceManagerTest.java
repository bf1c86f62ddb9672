package org.jkeepalived.daemon.process;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jkeepalived.daemon.log.DatagramSink;
import org.junit.jupiter.api.Test;

/** The messages of sd_notify(3). */
class ServiceManagerTest {
    private final List<String> sent = new ArrayList<>();

    private DatagramSink open(String address) {
        return new DatagramSink() {
            @Override
            public boolean send(byte[] data, int length) {
                sent.add(address + " " + new String(data, 0, length, StandardCharsets.UTF_8));
                return true;
            }

            @Override
            public void close() {
                sent.add("closed");
            }
        };
    }

    @Test
    void readyNamesTheMainProcess() {
        ServiceManager manager = new ServiceManager(Map.of("NOTIFY_SOCKET", "@s"), this::open);
        manager.ready(42, "1 instance");
        manager.reloading(7_000_123);
        manager.stopping();
        assertEquals(List.of("@s READY=1\nMAINPID=42\nSTATUS=1 instance\n", "closed",
                "@s RELOADING=1\nMONOTONIC_USEC=7000\n", "closed", "@s STOPPING=1\nSTATUS=stopping\n", "closed"), sent);
    }

    @Test
    void aStatusIsOneLine() {
        new ServiceManager(Map.of("NOTIFY_SOCKET", "/x"), this::open).status("VI_1 MASTER\nREADY=1");
        assertEquals(List.of("/x STATUS=VI_1 MASTER READY=1\n", "closed"), sent);
    }

    @Test
    void theWatchdogIsThatOfTheProcessWhichItNames() {
        String ours = Long.toString(ProcessHandle.current().pid());
        assertEquals(OptionalLong.of(2_500_000_000L), watchdog("WATCHDOG_USEC", "2500000"));
        assertEquals(OptionalLong.of(1_000L), watchdog("WATCHDOG_USEC", "1", "WATCHDOG_PID", ours));
        assertEquals(OptionalLong.empty(), watchdog("WATCHDOG_USEC", "1", "WATCHDOG_PID", ours + "0"));
        for (String none : List.of("0", "", "-1", "1e6", "99999999999999999999")) {
            assertEquals(OptionalLong.empty(), watchdog("WATCHDOG_USEC", none), none);
        }
        assertEquals(OptionalLong.empty(), watchdog());
    }

    private OptionalLong watchdog(String... variables) {
        Map<String, String> environment = new HashMap<>(Map.of("NOTIFY_SOCKET", "/x"));
        for (int i = 0; i < variables.length; i += 2) {
            environment.put(variables[i], variables[i + 1]);
        }
        return new ServiceManager(environment, this::open).watchdogIntervalNanos();
    }

    @Test
    void withoutASocketNothingIsSent() {
        new ServiceManager(Map.of(), this::open).ready(42, "");
        assertEquals(List.of(), sent);
    }

    @Test
    void aServiceManagerThatIsGoneDisturbsNobody() {
        new ServiceManager(Map.of("NOTIFY_SOCKET", "/x"), _ -> {
            throw new IOException("nobody listens");
        }).stopping();
    }
}
