package org.jkeepalived.daemon.process;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
                "@s RELOADING=1\nMONOTONIC_USEC=7000\n", "closed", "@s STOPPING=1\n", "closed"), sent);
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
