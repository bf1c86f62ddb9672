package org.jkeepalived.netlink.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

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

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    }

    private static void exchange(String name, UnixSocketAddress address) throws IOException {
        try (UnixDatagramChannel server = UnixDatagramChannel.open(); UnixDatagram client = UnixDatagram.to(name)) {
            server.bind(address);
            client.send(bytes("<30>one"));
            client.send(bytes("<30>two"));
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
            assertThrows(IOException.class, () -> client.send(bytes("lost")));
            try (UnixDatagramChannel server = UnixDatagramChannel.open()) {
                server.bind(new UnixSocketAddress(path.toFile()));
                client.send(bytes("found"));
                ByteBuffer received = ByteBuffer.allocate(100);
                server.receive(received);
                assertEquals(5, received.position());
            }
        }
    }
}
