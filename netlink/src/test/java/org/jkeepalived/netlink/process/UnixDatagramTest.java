package org.jkeepalived.netlink.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import jnr.unixsocket.UnixDatagramChannel;
import jnr.unixsocket.UnixSocketAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnixDatagramTest {
    @TempDir
    Path directory;

    private static boolean send(UnixDatagram client, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return client.send(bytes, bytes.length);
    }

    private static void exchange(String name, UnixSocketAddress address) throws IOException {
        try (UnixDatagramChannel server = UnixDatagramChannel.open(); UnixDatagram client = UnixDatagram.to(name)) {
            server.bind(address);
            assertTrue(send(client, "<30>one"));
            assertTrue(send(client, "<30>two"));
            for (String expected : new String[]{"<30>one", "<30>two"}) {
                ByteBuffer received = ByteBuffer.allocate(100);
                server.receive(received);
                received.flip();
                assertEquals(expected, StandardCharsets.UTF_8.decode(received).toString());
            }
        }
    }

    @Test
    void aDatagramReachesASocketInTheFileSystem() throws IOException {
        Path path = directory.resolve("log");
        exchange(path.toString(), new UnixSocketAddress(path.toFile()));
    }

    @Test
    void aDatagramReachesASocketInTheAbstractNamespace() throws IOException {
        String name = "jkeepalived-test-" + ProcessHandle.current().pid();
        exchange("@" + name, new UnixSocketAddress("\0" + name));
    }

    @Test
    void sendingToNobodyFailsAndSucceedsOnceSomebodyListens() throws IOException {
        Path path = directory.resolve("log");
        try (UnixDatagram client = UnixDatagram.to(path.toString())) {
            assertThrows(IOException.class, () -> send(client, "lost"));
            try (UnixDatagramChannel server = UnixDatagramChannel.open()) {
                server.bind(new UnixSocketAddress(path.toFile()));
                assertTrue(send(client, "found"));
                ByteBuffer received = ByteBuffer.allocate(100);
                server.receive(received);
                assertEquals(5, received.position());
            }
        }
    }

    @Test
    void aFullQueueIsToldAndOneDatagramMayBeLong() throws IOException {
        Path path = directory.resolve("log");
        try (UnixDatagramChannel server = UnixDatagramChannel.open();
                UnixDatagram client = UnixDatagram.to(path.toString())) {
            server.bind(new UnixSocketAddress(path.toFile()));
            String text = "x".repeat(20_000);
            assertTrue(send(client, text));
            ByteBuffer received = ByteBuffer.allocate(30_000);
            server.receive(received);
            assertEquals(20_000, received.position());
            int taken = 0;
            while (taken < 100_000 && send(client, "line")) {
                taken++;
            }
            assertTrue(taken > 0 && taken < 100_000, () -> "nobody reads, and all was taken");
            server.receive(ByteBuffer.allocate(100));
            assertTrue(send(client, "room again"));
        }
    }

    @Test
    void aNameThatIsTooLongIsRefused() throws IOException {
        assertThrows(IOException.class, () -> UnixDatagram.to("/" + "x".repeat(107)));
        UnixDatagram.to("@" + "x".repeat(107)).close();
    }
}
